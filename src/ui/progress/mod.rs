//! The Progress view: what was said, what is late or due, of what nothing was said, and how the deadlines are spread.
//!
//! | file | idea |
//! |---|---|
//! | `section` | the sections, with their names, what each is for, and how much is in it |
//! | `worked` | what is worked out of the plan, kept for one revision and day |
//! | `side` | the list of sections: at the left, or a menu in a narrow window |
//! | `head` | the title of a page and the line that says what it is |
//! | `round` | a round of updates: what owners said, entered one action after another |
//! | `due` | the tables of what is overdue, due soon, or silent |
//! | `load` | owners by quarters |
//! | `going` | from an action's row to its form |
//!
//! What slipped, what changed since the last board, measures and linked milestones have rooms of their own beside this
//! one.
//!
//! A section more is a variant of [`Section`], a page in a file of its own, and a line in [`show`].
//!
//! *Architecture invariant:* it works nothing out that `report` does, and changes nothing but by edits.

mod due;
mod going;
mod head;
mod load;
mod round;
mod section;
mod side;
#[cfg(test)]
mod tests;
mod worked;

use egui::{Frame, Margin, Panel, Ui};

use super::linking::{self, LinkingState};
use super::measures::{self, MeasuresState};
use super::since::{self, Since, SinceBoard, SinceState};
use super::slipped::{self, SlippedState};
use super::view::View;
pub use section::Section;
use worked::Worked;

/// Runtime state of the view.
#[derive(Debug, Default)]
pub struct ProgressState {
    section: Section,
    worked: Worked,
    round: round::RoundState,
    due: due::DueState,
    load: load::LoadState,
    slipped: SlippedState,
    measures: MeasuresState,
    linking: LinkingState,
    /// The frame in which it was last shown.
    last_frame: Option<u64>,
}

impl ProgressState {
    /// The section that is shown.
    #[must_use]
    pub fn section(&self) -> Section {
        self.section
    }

    /// Shows another section.
    pub fn show_section(&mut self, section: Section) {
        self.section = section;
    }

    /// Lets go of an update that was begun and has no words, for when another view is shown.
    pub fn leave(&mut self, view: &mut View<'_>) {
        self.round.leave(view, &self.worked);
    }
}

/// The narrowest view with the list of sections at the left, in points.
const WITH_SIDE: f32 = 820.0;
const SIDE: f32 = 224.0;

/// What somebody else worked out for the view.
#[derive(Debug)]
pub struct Compared<'a> {
    /// Two states of the plan, and what changed.
    pub since: Since<'a>,
    /// What changed since the newest pack before the as-at day; `None` where there is none.
    pub board: Option<SinceBoard<'a>>,
    /// How many dates slipped since then, where that is known.
    pub slipped: Option<usize>,
    /// What the page of the comparison remembers.
    pub state: &'a mut SinceState,
}

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, view: &mut View<'_>, compared: Compared<'_>, state: &mut ProgressState) {
    let Compared { since, board, slipped, state: of_since } = compared;
    let frame = ui.ctx().cumulative_frame_nr();
    let before = state.last_frame.replace(frame);
    let is_opened = before.is_none_or(|before| before + 1 < frame);
    state.worked.refresh(view.plan, view.revision, view.as_at);
    state.worked.slipped = slipped;
    let section = state.section;
    let is_narrow = ui.available_width() < WITH_SIDE;
    if !is_narrow {
        let margin = Margin { left: 10, right: 10, top: 14, bottom: 0 };
        Panel::left("progress-sections")
            .frame(Frame::NONE.fill(view.palette.ground).inner_margin(margin))
            .exact_size(SIDE)
            .resizable(false)
            .show(ui, |ui| side::list(ui, &view.palette, &state.worked, &mut state.section));
    }
    let side = if ui.available_width() < 700.0 { 12 } else { 24 };
    // These two pages have margins of their own.
    let has_own = !is_narrow && matches!(state.section, Section::Slipped | Section::Since);
    let side = if has_own { 0 } else { side };
    Frame::NONE.inner_margin(Margin { left: side, right: 4, top: 0, bottom: 0 }).show(ui, |ui| {
        if is_narrow {
            ui.add_space(8.0);
            side::menu(ui, &view.palette, &state.worked, &mut state.section);
        }
        if state.section != Section::Round {
            state.round.leave(view, &state.worked);
        }
        // A section that was chosen in this frame is shown as if the view had just been opened.
        let is_opened = is_opened || section != state.section;
        let asked = match state.section {
            Section::Round => {
                round::show(ui, view, &mut state.worked, &mut state.round, is_opened);
                None
            }
            Section::Overdue | Section::DueSoon | Section::NoUpdate => {
                due::show(ui, view, &state.worked, state.section, &mut state.due)
            }
            Section::Measures => {
                head::show(ui, &view.palette, state.section, &state.worked);
                measures::page(ui, view, &mut state.measures);
                None
            }
            Section::Linked => {
                head::show(ui, &view.palette, state.section, &state.worked);
                linking::page(ui, view, &mut state.linking);
                None
            }
            Section::Slipped => {
                slipped::page(ui, view, board, &mut state.slipped);
                None
            }
            Section::Since => {
                since::page(ui, view, &since, of_since);
                None
            }
            Section::Load => {
                load::show(ui, view, &mut state.worked, &mut state.load);
                None
            }
        };
        if let Some(action) = asked {
            state.section = Section::Round;
            state.round.go_to(view, action);
        }
    });
}
