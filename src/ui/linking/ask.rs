//! "Move the others too?": asked once the date of a linked milestone was changed, with a list of which.

use std::collections::BTreeSet;

use egui::{Context, RichText, ScrollArea, Ui, vec2};

use super::counted;
use super::rows::{self, Look, Row, date_words};
use crate::dates::When;
use crate::model::linking;
use crate::model::{Edit, Milestone, MilestoneId, Plan};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;

const WIDEST: f32 = 760.0;
/// The height of what stands above and below the list.
const AROUND: f32 = 170.0;

/// The question while it stands.
#[derive(Clone, Debug)]
pub struct MoveState {
    milestone: MilestoneId,
    left_out: BTreeSet<MilestoneId>,
    has_focus: bool,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub enum MoveAnswer {
    /// The others are to be given the date too: the edit, and the words for undo.
    Move(Edit, String),
    /// It alone has the new date.
    OnlyThis,
}

impl MoveState {
    /// The question after the date of `milestone` was changed; `None` where no other of its event has another date, or
    /// the new words give none.
    #[must_use]
    pub fn of(plan: &Plan, milestone: MilestoneId) -> Option<Self> {
        let (_, others) = others(plan, milestone)?;
        (!others.is_empty()).then(|| Self { milestone, left_out: BTreeSet::new(), has_focus: false })
    }
}

/// The new date, and the others of the event that have another.
fn others(plan: &Plan, id: MilestoneId) -> Option<(When, Vec<Row>)> {
    let moved = plan.actions().flat_map(|action| &action.milestones).find(|one| one.id == id)?;
    let to = moved.when().clone();
    to.reading().due()?;
    let all = linking::of_event(plan, moved.event()?);
    let differs = |one: &Milestone| one.id != id && !linking::agree(one.when(), &to);
    let rows = all.filter(|(_, one)| differs(one)).map(Row::of).collect();
    Some((to, rows))
}

/// Asks.
pub fn ask(context: &Context, palette: &Palette, plan: &Plan, state: &mut MoveState) -> Option<MoveAnswer> {
    let Some((to, others)) = others(plan, state.milestone).filter(|(_, others)| !others.is_empty()) else {
        return Some(MoveAnswer::OnlyThis);
    };
    let mut answer = None;
    let title = "Move the others too?";
    let shown = dialog::fitting(context, palette, ("move-linked", title), WIDEST, |ui, most| {
        dialog::column(ui, most.x, |ui| {
            ui.label(RichText::new(title).font(theme::semibold(text::TITLE)).color(palette.ink));
            ui.add_space(4.0);
            let told = format!(
                "This milestone is one event with {} of other actions. The date is put beside their words; the words \
                 stay.",
                counted(others.len(), "milestone", "milestones")
            );
            dialog::told(ui, &told, palette.ink_soft);
            ui.add_space(10.0);
            list(ui, palette, (&others, &to), most.y - AROUND, state);
            ui.add_space(16.0);
            answer = buttons(ui, palette, (&others, &to), state);
        });
    });
    state.has_focus = state.has_focus || shown.keeps_focus;
    answer.or(shown.is_escaped.then_some(MoveAnswer::OnlyThis))
}

fn list(ui: &mut Ui, palette: &Palette, (others, to): (&[Row], &When), most: f32, state: &mut MoveState) {
    let area = ScrollArea::vertical().id_salt("move-linked").auto_shrink([false, true]);
    area.max_height(most).min_scrolled_height(most).show(ui, |ui| {
        ui.set_width(ui.available_width() - 14.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in others {
            let date = format!("{} → {}", row.date(), date_words(to));
            let look = Look { tick: Some(!state.left_out.contains(&row.milestone)), date: &date, leads: false };
            if rows::show(ui, palette, "move-linked", row, look).ticks && !state.left_out.remove(&row.milestone) {
                state.left_out.insert(row.milestone);
            }
        }
    });
}

fn buttons(ui: &mut Ui, palette: &Palette, (others, to): (&[Row], &When), state: &MoveState) -> Option<MoveAnswer> {
    let wanted: Vec<MilestoneId> =
        others.iter().map(|row| row.milestone).filter(|id| !state.left_out.contains(id)).collect();
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
        let label = format!("Move {}", counted(wanted.len(), "other", "others"));
        let button = PlainButton::new(&label).primary().enabled(!wanted.is_empty());
        let response = dialog::button(ui, palette, button);
        if !state.has_focus {
            response.request_focus();
        }
        if response.clicked() {
            let label = format!("move {}", counted(wanted.len(), "linked milestone", "linked milestones"));
            answer = Some(MoveAnswer::Move(linking::move_to(wanted, to), label));
        }
        if dialog::button(ui, palette, PlainButton::new("Only this one")).clicked() {
            answer = Some(MoveAnswer::OnlyThis);
        }
    });
    answer
}
