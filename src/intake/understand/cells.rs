//! A cell into an action.

use super::lines;
use super::reading::{Reading, append};
use crate::dates::When;
use crate::intake::source::Origin;
use crate::model::{Action, Kpi, Meaning, Milestone, Owners, Shows, StatusId, Update};

/// Marks that begin a point of a list, also as letters of the symbol fonts that Word used for them.
const BULLETS: [char; 15] =
    ['•', '❖', '▪', '●', '■', '◦', '➢', '✓', '‣', '·', '-', '–', '\u{f0b7}', '\u{f0a7}', '\u{f076}'];

impl Reading {
    /// Puts a cell's words into an action, after what is there already.
    pub(super) fn fill(&mut self, action: &mut Action, shows: Shows, text: &str, origin: &Origin) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let joint = if lines::goes_on(text) { " " } else { "\n" };
        match shows {
            Shows::Description => append(&mut action.description, text, joint),
            Shows::Owners => {
                let mut written = action.owners.written().to_owned();
                append(&mut written, text, " ");
                action.owners = Owners::read(written, &[]);
            }
            Shows::When => {
                let mut written = action.when.written().to_owned();
                append(&mut written, text, " ");
                action.when = When::read(written, &self.plan.period);
            }
            Shows::Kpis => {
                for point in self.points(text, origin) {
                    match action.kpis.last_mut().filter(|_| lines::goes_on(point)) {
                        Some(last) => append(&mut last.text, point, " "),
                        None => action.kpis.push(Kpi { id: self.ids.kpi(), text: point.to_owned() }),
                    }
                }
            }
            Shows::Milestones => {
                for point in self.points(text, origin) {
                    let above = if lines::goes_on(point) { action.milestones.pop() } else { None };
                    let mut whole = above.as_ref().map(|above| above.text().to_owned()).unwrap_or_default();
                    append(&mut whole, point, " ");
                    let id = above.map_or_else(|| self.ids.milestone(), |above| above.id);
                    action.milestones.push(Milestone::read(id, whole, None, &self.plan.period));
                }
            }
            Shows::Progress => match action.updates.last_mut() {
                Some(update) => append(&mut update.text, text, joint),
                None => action.updates.push(Update {
                    id: self.ids.update(),
                    on: None,
                    by: String::new(),
                    text: text.to_owned(),
                    status: None,
                }),
            },
            Shows::Status => match self.status(text) {
                Some(status) if action.status.is_none() => {
                    action.status = Some(status);
                    self.recognise(text, origin);
                }
                _ => {
                    self.doubt(origin, format!("\"{text}\" is no status of the plan."), 0.0);
                    self.leave_out(text, origin);
                }
            },
            // A reference is worked out from where an action stands; words for one never come here.
            Shows::Reference => self.leave_out(text, origin),
            Shows::Own(column) => append(action.own.entry(column).or_default(), text, joint),
        }
    }

    /// The points of a list in a cell, without their bullets.
    fn points<'text>(&mut self, text: &'text str, origin: &Origin) -> Vec<&'text str> {
        let mut points = Vec::new();
        for line in text.lines().map(str::trim) {
            let point = line.trim_start_matches(BULLETS).trim_start();
            // A dash before a figure is a minus: only a mark that stands apart is a bullet.
            let bullet = &line[..line.len() - point.len()];
            let stands_apart = bullet.ends_with(char::is_whitespace) || point.is_empty();
            if stands_apart || bullet.is_empty() {
                self.recognise(bullet, origin);
                if !point.is_empty() {
                    points.push(point);
                }
            } else {
                points.push(line);
            }
        }
        points
    }

    /// The status of the plan's scheme that a word or a colour names.
    fn status(&self, text: &str) -> Option<StatusId> {
        let text = text.trim().to_lowercase();
        let meaning = match text.as_str() {
            "blue" | "completed" | "done" | "achieved" => Some(Meaning::Complete),
            "green" => Some(Meaning::OnTrack),
            "amber" | "yellow" => Some(Meaning::AtRisk),
            "red" => Some(Meaning::OffTrack),
            "grey" | "white" => Some(Meaning::NotStarted),
            _ => None,
        };
        let is_it = |word: &str, letter: &str| word.to_lowercase() == text || letter.to_lowercase() == text;
        let found = self.plan.statuses.iter().find(|status| {
            meaning.map_or_else(|| is_it(&status.word, &status.letter), |meaning| status.meaning == meaning)
        });
        found.map(|status| status.id)
    }
}

/// Whether a cell holds bullets and nothing else.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || BULLETS.contains(&letter))
}

/// Whether a text is a point of a list.
pub(super) fn is_point(text: &str) -> bool {
    text.trim_start().starts_with(BULLETS)
}
