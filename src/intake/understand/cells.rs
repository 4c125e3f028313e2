//! A cell into an action.

use super::lines;
use super::reading::{Reading, append};
use crate::dates::When;
use crate::intake::source::Origin;
use crate::model::{Action, Kpi, Meaning, Milestone, Owners, Shows, StatusId, Update};

/// Marks that begin a point of a list, also as letters of the symbol fonts that Word used for them.
const BULLETS: [char; 15] =
    ['•', '❖', '▪', '●', '■', '◦', '➢', '✓', '‣', '·', '-', '–', '\u{f0b7}', '\u{f0a7}', '\u{f076}'];

/// What follows the heading of a column of statuses in that of the column which keeps those the plan does not know.
const AS_WRITTEN: &str = " (as written)";

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
                for (at, point) in self.points(text, origin).into_iter().enumerate() {
                    match action.kpis.last_mut().filter(|above| is_rest_of(&above.text, at, point)) {
                        Some(last) => append(&mut last.text, point, " "),
                        None => action.kpis.push(Kpi::of(self.ids.kpi(), point)),
                    }
                }
            }
            Shows::Milestones => {
                for (at, point) in self.points(text, origin).into_iter().enumerate() {
                    let above = action.milestones.pop_if(|above| is_rest_of(above.text(), at, point));
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
            Shows::Status => self.fill_status(action, text, origin),
            // A reference is worked out from where an action stands; words for one never come here.
            Shows::Reference => self.leave_out(text, origin),
            Shows::Own(column) => append(action.own.entry(column).or_default(), text, joint),
        }
    }

    /// A status that the plan's scheme knows is taken. Whatever else was written stands beside it, in a column of the
    /// plan's own: a word of the document is never turned into another.
    fn fill_status(&mut self, action: &mut Action, text: &str, origin: &Origin) {
        let first = text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let whole = self.status(text);
        let status = whole.or_else(|| self.status(first));
        let is_other = action.status.is_some() && status != action.status;
        if !is_other {
            action.status = status;
            if whole.is_some() {
                self.recognise(text, origin);
                return;
            }
        }
        if is_other && status.is_some() {
            self.doubt(origin, format!("\"{text}\" is a second status. It is kept as it was written."), 0.0);
        } else if status.is_none() {
            self.doubt(origin, format!("\"{text}\" is no status of the plan. It is kept as it was written."), 0.0);
        }
        let heading = self.columns.iter().find(|column| column.shows == Shows::Status);
        let heading = heading.map_or_else(|| Shows::Status.default_heading().to_owned(), |one| one.heading.clone());
        if let Shows::Own(column) = self.own_column(&format!("{heading}{AS_WRITTEN}")) {
            append(action.own.entry(column).or_default(), text, "\n");
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

/// Whether the point at `at` of a cell is the rest of the point above it: the first of a cell where it begins so, any
/// other only where the one above it waits for more.
fn is_rest_of(above: &str, at: usize, point: &str) -> bool {
    lines::goes_on(point) && (at == 0 || lines::is_open(above))
}

/// Whether a cell holds bullets and nothing else.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || BULLETS.contains(&letter))
}

/// Whether a text is a point of a list.
pub(super) fn is_point(text: &str) -> bool {
    text.trim_start().starts_with(BULLETS)
}
