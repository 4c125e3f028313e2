//! The window: its head, its page and its foot.
//!
//! It must not know how one choice is shown.

use egui::{Align, Context, Layout, Rect, RichText, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::conflict::{self, Shows};
use super::{MergeAnswer, Merging, MergingState, words};
use crate::model::merge::{Conflict, Field, Side, Subject};
use crate::model::{Plan, RecordId};
use crate::ui::changes;
use crate::ui::dialog::{self, MARGIN};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{LinkButton, PlainButton};

const LARGEST: egui::Vec2 = vec2(980.0, 860.0);
const HEAD: f32 = 58.0;
/// The head where there is little room.
const LOW_HEAD: f32 = 46.0;
const FOOT: f32 = 60.0;
/// Where there is less room than this beside its buttons, the foot's words stand at the end of the page.
const WORDS_IN_FOOT: f32 = 200.0;
const SAVED: &str = "What is joined is saved at once. Undo takes the joining back.";
const KEPT: &str = "The plan on the drive is not touched until you save. Undo takes this back.";

/// Shows the window over everything else.
pub fn show(
    context: &Context,
    palette: &Palette,
    merging: &mut Merging<'_>,
    state: &mut MergingState,
) -> Option<MergeAnswer> {
    if !state.is_open {
        let first = merging.merge.conflicts.iter().find(|conflict| side_of(merging, conflict).is_none());
        state.go_to = first.map(|conflict| (conflict.record, conflict.field));
    }
    let title = words::title(merging.merge, merging.them);
    let shown = dialog::large(context, palette, ("merging", &title), LARGEST, |ui, rect| {
        contents(ui, palette, (rect, &title), merging, state)
    });
    let answer = shown.inner.or(shown.is_escaped.then_some(MergeAnswer::Later));
    state.is_open = answer.is_none() && (state.is_open || shown.keeps_focus);
    answer
}

/// What becomes of the plan on the drive.
fn kept(merging: &Merging<'_>) -> &'static str {
    if merging.saves { SAVED } else { KEPT }
}

fn side_of(merging: &Merging<'_>, conflict: &Conflict) -> Option<Side> {
    merging.choices.side(conflict.record, conflict.field)
}

/// How many are not chosen yet.
fn left(merging: &Merging<'_>) -> usize {
    merging.merge.conflicts.iter().filter(|conflict| side_of(merging, conflict).is_none()).count()
}

fn contents(
    ui: &mut Ui,
    palette: &Palette,
    (rect, title): (Rect, &str),
    merging: &mut Merging<'_>,
    state: &mut MergingState,
) -> Option<MergeAnswer> {
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), if rect.height() < 480.0 { LOW_HEAD } else { HEAD }));
    let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
    let page = Rect::from_min_max(head.left_bottom(), foot.right_top());
    let conflicts = merging.merge.conflicts.len();
    dialog::head(ui, palette, head, title, merging.name, |ui| {
        if conflicts > 0 {
            let words = format!("{} of {conflicts} chosen", conflicts - left(merging));
            ui.label(RichText::new(words).font(theme::medium(text::BODY)).color(palette.ink_soft));
        }
    });
    let words_in_foot = foot.width() - 2.0 * MARGIN - 270.0 >= WORDS_IN_FOOT;
    dialog::inside(ui, page, |ui| {
        ScrollArea::vertical().id_salt("merging").auto_shrink(false).show(ui, |ui| {
            dialog::column(ui, page.width(), |ui| {
                dialog::turn_by_keys(ui);
                ui.add_space(18.0);
                page_of(ui, palette, merging, state);
                if !words_in_foot {
                    ui.add_space(14.0);
                    dialog::note(ui, kept(merging), palette.ink_soft);
                }
                ui.add_space(24.0);
            });
        });
    });
    ui.painter().hline(rect.x_range(), foot.top(), Stroke::new(1.0, palette.hairline));
    foot_of(ui, palette, foot.shrink2(vec2(MARGIN, 0.0)), words_in_foot, merging, state)
}

fn page_of(ui: &mut Ui, palette: &Palette, merging: &mut Merging<'_>, state: &mut MergingState) {
    dialog::told(ui, &words::opening(merging.merge, merging.them), palette.ink);
    ui.add_space(10.0);
    if merging.merge.conflicts.is_empty() {
        changes::show(ui, palette, &merging.merge.joined, &mut state.joined);
        return;
    }
    choose_all(ui, palette, merging, state);
    ui.add_space(14.0);
    conflicts_of(ui, palette, merging, state);
    let joined = merging.merge.joined.len();
    if joined > 0 {
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), Stroke::new(1.0, palette.hairline));
        ui.add_space(12.0);
        dialog::flush(ui, |ui| {
            let words = format!("{} joined without asking", changes::counted(joined));
            if dialog::disclosure(ui, palette, state.shows_joined, &words).clicked() {
                state.shows_joined = !state.shows_joined;
            }
        });
        if state.shows_joined {
            ui.add_space(2.0);
            changes::show(ui, palette, &merging.merge.joined, &mut state.joined);
        }
    }
}

/// Links for all that is not chosen yet.
fn choose_all(ui: &mut Ui, palette: &Palette, merging: &mut Merging<'_>, state: &mut MergingState) {
    let left = left(merging);
    dialog::flush(ui, |ui| {
        for (words, side) in [("Take all of mine", Side::Mine), ("Take all of theirs", Side::Theirs)] {
            let told = "For what is not chosen yet; each can still be chosen otherwise";
            let link = ui.add_enabled_ui(left > 0, |ui| dialog::link(ui, palette, LinkButton::new(words))).inner;
            if link.on_hover_text(told).on_disabled_hover_text("All is chosen").clicked() {
                for conflict in &merging.merge.conflicts {
                    if side_of(merging, conflict).is_none() {
                        merging.choices.choose(conflict, side);
                    }
                }
            }
        }
        if left > 0 && merging.merge.conflicts.len() > 1 {
            let link = LinkButton::new("Go to the next").name("Go to the next that is not chosen");
            if dialog::link(ui, palette, link).clicked() {
                state.go_to = next_left(merging, state);
            }
        }
    });
}

/// The next one that is not chosen, after the one that had the focus last, and from the start again.
fn next_left(merging: &Merging<'_>, state: &MergingState) -> Option<(Subject, Field)> {
    let conflicts = &merging.merge.conflicts;
    let key = |conflict: &Conflict| (conflict.record, conflict.field);
    let after = conflicts.iter().position(|conflict| Some(key(conflict)) == state.current).map_or(0, |at| at + 1);
    let mut round = conflicts[after..].iter().chain(&conflicts[..after]);
    round.find(|conflict| side_of(merging, conflict).is_none()).map(key)
}

fn conflicts_of(ui: &mut Ui, palette: &Palette, merging: &mut Merging<'_>, state: &mut MergingState) {
    let conflicts = &merging.merge.conflicts;
    let go_to = if dialog::keeps_focus(ui.ctx()) { state.go_to.take() } else { None };
    let wanted = conflicts.iter().position(|conflict| Some((conflict.record, conflict.field)) == go_to);
    if let Some(wanted) = wanted {
        state.conflicts.reveal(wanted);
    }
    let MergingState { conflicts: rows, current, unfolded, .. } = state;
    let estimate = |index: usize, width: f32| conflict::estimated_height(&conflicts[index], width);
    rows.show(ui, "conflicts", conflicts.len(), estimate, |ui, index| {
        let conflict = &conflicts[index];
        let key = (conflict.record, conflict.field);
        let shows = Shows {
            them: merging.them,
            headline: headline(&merging.merge.plan, conflict),
            chosen: merging.choices.side(conflict.record, conflict.field),
            is_unfolded: unfolded.contains(&key),
            wants_focus: wanted == Some(index),
        };
        let done = conflict::show(ui, palette, conflict, shows);
        if let Some(side) = done.chosen {
            merging.choices.choose(conflict, side);
        }
        if done.has_focus || done.chosen.is_some() {
            *current = Some(key);
        }
        if done.is_turned && !unfolded.remove(&key) {
            unfolded.insert(key);
        }
    });
}

/// The words of the action whose field a choice is about: few know an action by its number.
fn headline<'plan>(plan: &'plan Plan, conflict: &Conflict) -> Option<&'plan str> {
    let Subject::Record(RecordId::Action(id)) = conflict.record else { return None };
    if matches!(conflict.field, Field::Existence | Field::Description) {
        return None;
    }
    plan.actions().find(|action| action.id == id).map(|action| action.description.as_str())
}

fn foot_of(
    ui: &mut Ui,
    palette: &Palette,
    rect: Rect,
    with_words: bool,
    merging: &Merging<'_>,
    state: &MergingState,
) -> Option<MergeAnswer> {
    let mut answer = None;
    let left = left(merging);
    let row = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(row, |ui| {
        let label = if merging.merge.conflicts.is_empty() { "Bring in" } else { "Join and go on" };
        let join = dialog::button(ui, palette, PlainButton::new(label).primary().enabled(left == 0));
        if merging.merge.conflicts.is_empty() && !state.is_open {
            join.request_focus();
        }
        let why =
            if left == 1 { "One still needs your choice".to_owned() } else { format!("{left} still need your choice") };
        if join.on_disabled_hover_text(why).clicked() {
            answer = Some(MergeAnswer::Join);
        }
        let later = dialog::button(ui, palette, PlainButton::new("Not now"));
        if later.on_hover_text("Nothing is changed (Esc)").clicked() {
            answer = Some(MergeAnswer::Later);
        }
        if with_words {
            ui.add_space(10.0);
            dialog::note(ui, kept(merging), palette.ink_soft);
        }
    });
    answer
}
