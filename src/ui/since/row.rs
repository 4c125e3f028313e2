//! A change as it is painted: the reference, the words, what is told of it; all of it leads to the form.
//!
//! It must not know what kind of change it is.

use std::borrow::Cow;
use std::sync::Arc;

use egui::{Galley, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use crate::model::merge::Subject;
use crate::model::{ActionId, Plan, RecordId, Status};
use crate::report::comparison::Direction;
use crate::ui::changes::{FOLDED, Written, estimated_lines, unfold_link};
use crate::ui::command::RowCommand;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::{Reveal, View};
use crate::ui::widgets::{LinkButton, status_chip, status_chip_size};
use crate::ui::{Command, ViewKind};

/// The column of the references; rows narrower than [`WITH_COLUMN`] have them above.
const REFERENCE: f32 = 104.0;
const WITH_COLUMN: f32 = 430.0;
/// The space above and below.
const PADDING: f32 = 9.0;
const CHIPS: f32 = 28.0;

/// A change in words.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    /// Its action, or nothing.
    pub(crate) reference: Cow<'a, str>,
    /// What it is a change of.
    pub(crate) words: Cow<'a, str>,
    /// The statuses before and after, where that is the change.
    pub(crate) statuses: Option<Statuses<'a>>,
    /// What is told of it, a line or more each.
    pub(crate) told: Vec<(Manner, Cow<'a, str>)>,
    /// The action of which nothing explains the change: a link asks for it.
    pub(crate) unexplained: Option<ActionId>,
    /// Where it leads.
    pub(crate) leads_to: Option<Reveal>,
}

/// How words are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// As what matters.
    Plain,
    /// As what stands beside it.
    Soft,
    /// As what somebody will ask about.
    Warning,
}

/// Two statuses and which is better.
#[derive(Debug)]
pub(crate) struct Statuses<'a> {
    /// The status that was, as the older plan has it.
    pub(crate) from: Option<&'a Status>,
    /// The status that is.
    pub(crate) to: Option<&'a Status>,
    /// Whether that is better.
    pub(crate) direction: Direction,
}

impl Statuses<'_> {
    fn direction(&self) -> (&'static str, Manner) {
        match self.direction {
            Direction::Better => ("↑ Better", Manner::Plain),
            Direction::Worse => ("↓ Worse", Manner::Warning),
            Direction::Neither => ("", Manner::Soft),
        }
    }

    fn words(&self) -> String {
        let word = |status: Option<&Status>| status.map_or("No status", |status| status.word.as_str()).to_owned();
        let direction = match self.direction {
            Direction::Better => ", better",
            Direction::Worse => ", worse",
            Direction::Neither => "",
        };
        format!("{} → {}{direction}", word(self.from), word(self.to))
    }
}

impl Row<'_> {
    /// The row for screen readers, whole.
    pub(super) fn name(&self) -> String {
        let mut name = format!("{} {}", self.reference, self.words).trim().to_owned();
        let statuses = self.statuses.as_ref().map(Statuses::words);
        for words in statuses.iter().map(String::as_str).chain(self.told.iter().map(|(_, words)| words.as_ref())) {
            name.extend([". ", words]);
        }
        name
    }

    /// How high it is about, in this width.
    pub(crate) fn estimated_height(&self, width: f32) -> f32 {
        let (room, above) = if width < WITH_COLUMN { (width, 1) } else { (width - REFERENCE, 0) };
        let lines = |words: &str| estimated_lines(words, room, FOLDED);
        let lines = lines(&self.words) + above + self.told.iter().map(|(_, words)| lines(words)).sum::<usize>();
        let chips = if self.statuses.is_some() { CHIPS } else { 0.0 };
        let link = if self.unexplained.is_some() { 22.0 } else { 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "some dozen lines")]
        let lines = lines as f32;
        2.0 * PADDING + lines * text::line_height(text::BODY) + chips + link
    }

    /// Shows it as wide as there is room, and does what is pressed in it. `true` when its long words are to be
    /// unfolded, or folded again.
    pub(crate) fn show(&self, ui: &mut Ui, view: &mut View<'_>, is_unfolded: bool) -> bool {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let palette = view.palette;
        let width = ui.available_width();
        let has_column = width >= WITH_COLUMN;
        let left = if has_column { REFERENCE } else { 0.0 };
        let lines = if is_unfolded { usize::MAX } else { FOLDED };
        let (mut texts, mut height, mut is_long): (Vec<(Vec2, Arc<Galley>)>, f32, bool) = (Vec::new(), PADDING, false);
        let reference = Written::new(&self.reference, theme::semibold(text::BODY), palette.ink);
        let reference = reference.laid_out(ui, if has_column { REFERENCE - 10.0 } else { width }, lines);
        let mut least = 0.0;
        if has_column {
            least = PADDING + reference.size().y;
            texts.push((vec2(0.0, PADDING), reference));
        } else {
            texts.push((vec2(0.0, height), Arc::clone(&reference)));
            height += reference.size().y;
        }
        let mut add = |words: &str, font, ink, height: &mut f32| {
            let galley = Written::new(words, font, ink).laid_out(ui, width - left - 6.0, lines);
            is_long |= galley.elided || galley.rows.len() > FOLDED;
            let size = galley.size().y;
            texts.push((vec2(left, *height), galley));
            *height += size;
        };
        add(&self.words, theme::medium(text::BODY), palette.ink, &mut height);
        let chips_top = height;
        if self.statuses.is_some() {
            height += CHIPS;
        }
        for (manner, words) in &self.told {
            add(words, theme::regular(text::BODY), manner.ink(&palette), &mut height);
        }
        let size = vec2(width, height.max(least) + if self.has_links(is_long) { 0.0 } else { PADDING });
        let sense = if self.leads_to.is_some() { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let role = if self.leads_to.is_some() { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), self.name()));
        mark(ui, &palette, &response);
        for (distance, galley) in texts {
            ui.painter().galley(rect.min + distance, galley, palette.ink);
        }
        if let Some(statuses) = &self.statuses {
            chips(ui, &palette, statuses, rect.min + vec2(left, chips_top));
        }
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.hairline));
        if response.clicked() {
            go_to(view, self.leads_to);
        }
        let mut is_turned = false;
        if self.has_links(is_long) {
            ui.horizontal(|ui| {
                ui.add_space(left);
                dialog::flush(ui, |ui| is_turned = self.links(ui, view, is_long, is_unfolded));
            });
            ui.add_space(PADDING);
        }
        is_turned
    }

    fn has_links(&self, is_long: bool) -> bool {
        is_long || self.unexplained.is_some()
    }

    fn links(&self, ui: &mut Ui, view: &mut View<'_>, is_long: bool, is_unfolded: bool) -> bool {
        let palette = view.palette;
        if let Some(action) = self.unexplained {
            let name = format!("Say why: {}", self.reference);
            if dialog::link(ui, &palette, LinkButton::new("Say why").name(&name)).clicked() {
                view.outbox.row(RowCommand::AddUpdate(action));
                go_to(view, Some(Reveal::Action(action)));
            }
        }
        is_long && unfold_link(ui, &palette, is_unfolded, &self.words)
    }
}

impl Manner {
    fn ink(self, palette: &Palette) -> egui::Color32 {
        match self {
            Self::Plain => palette.ink,
            Self::Soft => palette.ink_soft,
            Self::Warning => palette.warning,
        }
    }
}

/// What is under the pointer, and what has the keyboard's focus.
pub(super) fn mark(ui: &Ui, palette: &Palette, response: &egui::Response) {
    dialog::follow(ui, response);
    let rect = response.rect.expand2(vec2(6.0, 0.0));
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    } else if response.hovered() && response.sense.senses_click() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
}

fn chips(ui: &mut Ui, palette: &Palette, statuses: &Statuses<'_>, corner: egui::Pos2) {
    let left = chip(ui, palette, statuses.from, "Was", corner);
    let left = between(ui, palette, "→", Manner::Soft, pos2(left, corner.y));
    let left = chip(ui, palette, statuses.to, "Now", pos2(left, corner.y));
    let (words, manner) = statuses.direction();
    between(ui, palette, words, manner, pos2(left + 4.0, corner.y));
}

/// A chip. Gives where what stands after it begins.
fn chip(ui: &mut Ui, palette: &Palette, status: Option<&Status>, name: &str, corner: egui::Pos2) -> f32 {
    let size = status_chip_size(ui, status.map_or("No status", |status| status.word.as_str()));
    let room = egui::Rect::from_min_size(corner + vec2(0.0, 3.0), size);
    let mut child = ui.new_child(UiBuilder::new().max_rect(room).scope_id(ui.scope_id().with((name, "chip"))));
    status_chip(&mut child, palette, status, name, Sense::hover());
    room.right() + 8.0
}

/// Words between chips. Gives where what stands after them begins.
fn between(ui: &Ui, palette: &Palette, words: &str, manner: Manner, corner: egui::Pos2) -> f32 {
    let place = corner + vec2(0.0, CHIPS / 2.0);
    let font = theme::medium(text::BODY);
    let rect = ui.painter().text(place, egui::Align2::LEFT_CENTER, words, font, manner.ink(palette));
    rect.right() + 8.0
}

/// Where a change leads, while what it is of is still in the plan.
pub(super) fn leads_to(plan: &Plan, action: Option<ActionId>, subject: Option<Subject>) -> Option<Reveal> {
    if let Some(id) = action {
        return plan.action(id).map(|_| Reveal::Action(id));
    }
    match subject? {
        Subject::Record(RecordId::Objective(id)) => plan.objective(id).map(|_| Reveal::Objective(id)),
        Subject::Record(RecordId::Grid(id)) => plan.grid(id).map(|_| Reveal::Grid(id)),
        _ => None,
    }
}

/// Shows a place in the forms.
pub(super) fn go_to(view: &mut View<'_>, place: Option<Reveal>) {
    let Some(place) = place else { return };
    if let Reveal::Action(id) = place {
        view.selection.action = Some(id);
    }
    view.selection.reveal = Some(place);
    view.outbox.command(Command::Show(ViewKind::Grids));
}

/// The same over words that are painted already.
pub(super) fn mark_over(ui: &Ui, palette: &Palette, response: &egui::Response) {
    dialog::follow(ui, response);
    let rect = response.rect.expand2(vec2(6.0, 0.0));
    let line = if response.has_focus() {
        Stroke::new(2.0, palette.accent)
    } else if response.hovered() {
        Stroke::new(1.0, palette.outline)
    } else {
        return;
    };
    ui.painter().rect_stroke(rect, 6.0, line, StrokeKind::Inside);
}
