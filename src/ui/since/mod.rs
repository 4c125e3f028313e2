//! "Since the last board": what changed between two states of the plan, in the order a board asks for it.
//!
//! | file | idea |
//! |---|---|
//! | `head` | the two states, the sentence, and what can be done with the whole |
//! | `sides` | the menus in which the two states are chosen |
//! | `nothing` | what is said where there is nothing to compare |
//! | `lines` | the sections and their changes as one list, folded as the person wants |
//! | `rows` | each kind of change in words |
//! | `row` | a change as it is painted, and where it leads |
//!
//! *Architecture invariant:* it shows a comparison that somebody else made and changes nothing itself. It knows no
//! file: backups and other plans are asked for, and come as words.

mod head;
mod lines;
mod nothing;
mod row;
mod rows;
mod sides;
#[cfg(test)]
pub(super) mod tests;

pub(super) use rows::moved_dates;

use std::collections::HashSet;

use egui::{Frame, Margin, ScrollArea, Ui};

use super::backups::Entry;
use super::changes::LongList;
use super::view::View;
use crate::model::{Issued, IssuedId, Plan};
use crate::report::Comparison;
use lines::{Line, Section};

/// One of the two states that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// The older.
    From,
    /// The newer.
    To,
}

/// A state of the plan that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The plan as it is.
    Now,
    /// As an issued pack said it.
    Issued(IssuedId),
    /// As the backup at this position of the list has it.
    Backup(usize),
}

/// What the page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// This end is to be that state.
    Compare(End, Source),
    /// This end is to be a plan in another file, which is to be chosen.
    OtherFile(End),
    /// The backups are to be listed.
    ListBackups,
}

/// The two states and what was found.
#[derive(Clone, Debug)]
pub struct Since<'a> {
    /// The older.
    pub from: Side<'a>,
    /// The newer.
    pub to: Side<'a>,
    /// The backups that can be chosen.
    pub backups: Listed<'a>,
    /// What changed.
    pub found: Found<'a>,
}

/// A state as the page shows it.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// What it is called: "DAAT Board, as at 11 Jul 2016", "now"; nothing where none is chosen.
    pub title: String,
    /// What was chosen, where it is still in the menu.
    pub source: Option<Source>,
    /// The plan as it is there, once it was read.
    pub plan: Option<&'a Plan>,
}

/// The backups, as far as they are known.
#[derive(Clone, Copy, Debug)]
pub enum Listed<'a> {
    /// Nobody asked yet.
    NotYet,
    /// They are being looked for.
    Looking,
    /// Them, the newest first.
    Backups(&'a [Entry]),
    /// There is no list, and why.
    None(&'a str),
}

/// What changed between the two states, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    /// There is no older state to compare with.
    NoOlder,
    /// It is being worked out for the first time.
    Working,
    /// One of the states could not be read, and why.
    Failed(&'a str),
    /// It is known.
    Compared(Compared<'a>),
}

/// A comparison, and whether it is of the plan as it is.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// What changed.
    pub comparison: &'a Comparison,
    /// Another number for another comparison.
    pub serial: u64,
    /// One of the states was changed since; it is being worked out anew.
    pub is_old: bool,
}

/// What changed since the newest pack that was issued before the as-at day.
#[derive(Clone, Copy, Debug)]
pub struct SinceBoard<'a> {
    /// That pack.
    pub issued: &'a Issued,
    /// What changed; `None` before it was worked out once.
    pub compared: Option<Compared<'a>>,
}

/// Runtime state of the page.
#[derive(Debug, Default)]
pub struct SinceState {
    /// Whether the page was shown since this was last asked.
    is_shown: bool,
    /// What the rows are of.
    shown: Option<u64>,
    folded: HashSet<Section>,
    unfolded: HashSet<(Section, usize)>,
    rows: LongList,
    /// The list of backups stands open in a menu, or on the page.
    shows_backups: bool,
    /// The comparison that was copied.
    copied: Option<u64>,
}

impl SinceState {
    /// Whether the page was shown since this was last asked. While it is not, nothing need be worked out for it.
    #[must_use]
    pub fn take_shown(&mut self) -> bool {
        std::mem::take(&mut self.is_shown)
    }
}

/// Shows the page in all the room there is.
pub fn page(ui: &mut Ui, view: &mut View<'_>, since: &Since<'_>, state: &mut SinceState) {
    state.is_shown = true;
    let side = if ui.available_width() < 700.0 { 14 } else { 28 };
    Frame::NONE.inner_margin(Margin { left: side, right: 4, top: 16, bottom: 0 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head::show(ui, view, since, f32::from(side), state);
        match since.found {
            Found::Compared(compared) if !compared.comparison.is_empty() => {
                list(ui, view, since, compared, f32::from(side), state);
            }
            _ => nothing::show(ui, view, since, state),
        }
    });
}

fn list(
    ui: &mut Ui,
    view: &mut View<'_>,
    since: &Since<'_>,
    compared: Compared<'_>,
    side: f32,
    state: &mut SinceState,
) {
    let plans = rows::Plans { from: since.from.plan, to: since.to.plan };
    let changes = rows::Changes::of(compared.comparison, plans);
    if state.shown != Some(compared.serial) {
        state.shown = Some(compared.serial);
        state.unfolded.clear();
        state.rows.forget();
    }
    let lines = lines::of(&changes, &state.folded);
    let mut list = std::mem::take(&mut state.rows);
    ScrollArea::vertical().id_salt("since").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - side).max(200.0));
        ui.add_space(6.0);
        let estimate = |at: usize, width: f32| match lines[at] {
            Line::Heading(..) => lines::HEADING,
            Line::Change(section, index) => changes.estimated_height(section, index, width),
        };
        list.show(ui, "since", lines.len(), estimate, |ui, at| match lines[at] {
            Line::Heading(section, count) => {
                let is_open = !state.folded.contains(&section);
                if lines::heading(ui, &view.palette, section, count, is_open) && !state.folded.remove(&section) {
                    state.folded.insert(section);
                }
            }
            Line::Change(section, index) => {
                let is_unfolded = state.unfolded.contains(&(section, index));
                let is_turned = changes.show(ui, view, section, index, is_unfolded);
                if is_turned && !state.unfolded.remove(&(section, index)) {
                    state.unfolded.insert((section, index));
                }
            }
        });
        ui.add_space(30.0);
    });
    state.rows = list;
}
