//! The questions before a board pack is written: for which meeting, and for whom.
//!
//! A pack for the board is kept in the plan, so that what changed since can be told; a working copy is not.
//!
//! *Architecture invariant:* it writes nothing and changes nothing; it gives the answer.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use egui::{RichText, ScrollArea, Ui, Vec2};

use super::Palette;
use super::dialog;
use super::theme::{self, text};
use super::widgets::PlainButton;
use super::widgets::radio::radio;
use crate::dates::{day_words, long_day_words};
use crate::model::{Meeting, MeetingId, Plan};

const WIDEST: f32 = 540.0;

/// Whom a pack is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFor {
    /// The board: what it says is kept.
    Board,
    /// The people who keep the plan: with what the check found.
    Ourselves,
}

/// A pack that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackWanted {
    /// The meeting it is for; `None` for none of the plan's.
    pub meeting: Option<MeetingId>,
    /// The day it speaks for.
    pub as_at: NaiveDate,
    /// Whom it is for.
    pub audience: PackFor,
}

/// What is chosen so far.
#[derive(Clone, Copy, Debug)]
pub struct PackForm {
    meeting: Option<MeetingId>,
    audience: PackFor,
    /// The day of the view, for a pack that is for no meeting or for one without a day.
    as_at: NaiveDate,
    /// The key to go on was given the focus once.
    begun: bool,
}

/// What came of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackAnswer {
    /// This is to be written.
    Write(PackWanted),
    /// Nothing is.
    GivenUp,
}

/// What is open in the check, for a word before it is too late.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unmended {
    /// All findings that are open.
    pub open: usize,
    /// Those of them that must be fixed.
    pub must_fix: usize,
}

impl PackForm {
    /// The questions as they begin: for the next meeting on or after the day of the view, and for the board.
    #[must_use]
    pub fn new(plan: &Plan, as_at: NaiveDate) -> Self {
        let next = plan.meetings.iter().filter(|one| day_of(one) >= Some(as_at)).min_by_key(|one| day_of(one));
        Self { meeting: next.map(|one| one.id), audience: PackFor::Board, as_at, begun: false }
    }

    fn wanted(&self, plan: &Plan) -> PackWanted {
        let meeting = plan.meetings.iter().find(|one| Some(one.id) == self.meeting);
        let as_at = meeting.and_then(day_of).unwrap_or(self.as_at);
        PackWanted { meeting: meeting.map(|one| one.id), as_at, audience: self.audience }
    }

    /// Shows the questions until they are answered.
    pub fn show(
        &mut self,
        context: &egui::Context,
        palette: &Palette,
        plan: &Plan,
        unmended: Unmended,
    ) -> Option<PackAnswer> {
        let mut answer = None;
        let begun = self.begun;
        let shown = dialog::fitting(context, palette, ("board-pack", "Board pack"), WIDEST, |ui, most| {
            dialog::column(ui, most.x, |ui| {
                ui.label(RichText::new("Board pack").font(theme::semibold(text::TITLE)).color(palette.ink));
                ui.add_space(12.0);
                self.questions(ui, palette, plan, most);
                ui.add_space(12.0);
                let day = long_day_words(self.wanted(plan).as_at);
                dialog::told(ui, &format!("Everything in it speaks for {day}."), palette.ink);
                if self.audience == PackFor::Board {
                    warn(ui, palette, unmended);
                }
                ui.add_space(16.0);
                ui.horizontal(|ui| {
                    let go_on = dialog::button(ui, palette, PlainButton::new("Choose where…").primary());
                    if !begun {
                        go_on.request_focus();
                    }
                    if go_on.clicked() {
                        answer = Some(PackAnswer::Write(self.wanted(plan)));
                    }
                    if dialog::button(ui, palette, PlainButton::new("Cancel")).clicked() {
                        answer = Some(PackAnswer::GivenUp);
                    }
                });
            });
        });
        self.begun |= shown.keeps_focus;
        if answer.is_none() && shown.is_escaped { Some(PackAnswer::GivenUp) } else { answer }
    }

    fn questions(&mut self, ui: &mut Ui, palette: &Palette, plan: &Plan, most: Vec2) {
        let area = ScrollArea::vertical().id_salt("pack-meetings").max_height((most.y - 330.0).max(90.0));
        dialog::heading(ui, palette, "For which meeting?");
        ui.add_space(4.0);
        area.show(ui, |ui| {
            for meeting in &plan.meetings {
                let words = meeting_words(meeting);
                let issued = plan.issued.iter().filter(|one| one.meeting == Some(meeting.id)).count();
                let more = match issued {
                    0 => "",
                    _ => "A pack was issued for it already; what that one said stays kept too.",
                };
                if radio(ui, palette, self.meeting == Some(meeting.id), &words, more).clicked() {
                    self.meeting = Some(meeting.id);
                }
            }
            let words = format!("None of these: as at {}", day_words(self.as_at));
            let more = if plan.meetings.is_empty() { "Meetings are entered in Plan details." } else { "" };
            if radio(ui, palette, self.meeting.is_none(), &words, more).clicked() {
                self.meeting = None;
            }
        });
        ui.add_space(12.0);
        dialog::heading(ui, palette, "For whom?");
        ui.add_space(4.0);
        let choices = [
            (
                PackFor::Board,
                "For the board",
                "What it says is kept in the plan, so that the next pack can say what changed since.",
            ),
            (
                PackFor::Ourselves,
                "A working copy, for ourselves",
                "With what the check found, and WORKING COPY on every page. Nothing is kept.",
            ),
        ];
        for (audience, words, more) in choices {
            if radio(ui, palette, self.audience == audience, words, more).clicked() {
                self.audience = audience;
            }
        }
    }
}

fn warn(ui: &mut Ui, palette: &Palette, unmended: Unmended) {
    let Unmended { open, must_fix } = unmended;
    if open == 0 {
        return;
    }
    let findings = if open == 1 {
        "1 finding is open in the check".to_owned()
    } else {
        format!("{open} findings are open in the check")
    };
    let (words, ink) = match must_fix {
        0 => (format!("{findings}."), palette.ink_soft),
        1 => (format!("{findings}; 1 of them must be fixed."), palette.warning),
        more => (format!("{findings}; {more} of them must be fixed."), palette.warning),
    };
    ui.add_space(4.0);
    dialog::told(ui, &words, ink);
}

fn day_of(meeting: &Meeting) -> Option<NaiveDate> {
    meeting.when.reading().due()
}

fn meeting_words(meeting: &Meeting) -> String {
    let name = if meeting.name.trim().is_empty() { "A meeting without a name" } else { &meeting.name };
    match day_of(meeting) {
        Some(day) => format!("{name}, {}", day_words(day)),
        None if meeting.when.written().is_empty() => name.to_owned(),
        None => format!("{name}, {}", meeting.when.written()),
    }
}
