//! The words of the timeline: beside marks, in tooltips, for screen readers, on the tray's cards.
//!
//! It knows plans and dates and how to say them; it must not know where on the page they stand.

use chrono::NaiveDate;

use crate::dates::{Kind, day_words, month_short};
use crate::model::{Action, Milestone, Plan};
use crate::report::{self, Drawn, Mark, MarkOf, Side, Undated};

/// How words sound, which decides their weight and ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Tone {
    /// A deadline's.
    Deadline,
    /// A milestone's.
    Milestone,
    /// A deadline that has passed.
    Late,
    /// Something wrong: a date outside the plan's period.
    Outside,
}

/// Short words for the space beside a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// What they say.
    pub text: String,
    /// How.
    pub tone: Tone,
}

/// "year" where the plan runs for one, else "period": "is before the plan's year".
#[must_use]
pub(super) fn period_word(plan: &Plan) -> &'static str {
    let days = plan.period.to.signed_duration_since(plan.period.from).num_days();
    if (360..=370).contains(&days) { "year" } else { "period" }
}

/// The words beside a mark. `days_late` counts for a deadline.
#[must_use]
pub(super) fn beside(mark: &Mark, period_word: &str, days_late: Option<i64>) -> Words {
    if let Some(side) = mark.outside {
        let side = if side == Side::Before { "before" } else { "after" };
        let date = own_date_words(mark);
        return Words { text: format!("{date} is {side} the plan’s {period_word}"), tone: Tone::Outside };
    }
    match mark.of {
        MarkOf::Deadline => {
            let words = own_date_words(mark);
            match days_late {
                Some(1) => Words { text: format!("{words} · 1 day late"), tone: Tone::Late },
                Some(days) => Words { text: format!("{words} · {days} days late"), tone: Tone::Late },
                None => Words { text: words, tone: Tone::Deadline },
            }
        }
        MarkOf::Milestone(_) => Words { text: without_date(mark).to_owned(), tone: Tone::Milestone },
    }
}

/// A deadline of several dates says each where it stands, not the whole sentence twice.
fn own_date_words(mark: &Mark) -> String {
    let line = first_line(&mark.date_words);
    match &mark.drawn {
        Drawn::Point(day) if line.chars().count() > 24 => day_words(*day),
        Drawn::Band(days) if line.chars().count() > 24 => month_short(days.to),
        _ => line.to_owned(),
    }
}

fn first_line(text: &str) -> &str {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default()
}

/// A milestone's words without the date at their end: its place on the page says that.
fn without_date(mark: &Mark) -> &str {
    const LINKS: [&str; 10] = ["by end of", "by end", "by", "in", "on", "at", "for", "from", "during", "to"];
    let line = first_line(&mark.words);
    let date = mark.date_words.trim();
    let Some(rest) = (if date.is_empty() { None } else { trimmed(line).strip_suffix(trimmed(date)) }) else {
        return line;
    };
    let mut rest = trimmed(rest);
    if let Some(shorter) = LINKS.iter().find_map(|link| {
        let before = rest.strip_suffix(link)?;
        before.ends_with(char::is_whitespace).then_some(before)
    }) {
        rest = trimmed(shorter);
    }
    if rest.chars().count() < 4 { line } else { rest }
}

/// Without the space, dashes and brackets round it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || "–—-.,:;(•\u{f0b7}".contains(letter))
        .trim_end_matches(')')
}

/// Why something is in the tray.
#[must_use]
pub(super) fn reason(undated: &Undated) -> String {
    let words = quoted(&undated.words);
    let milestone = matches!(undated.of, MarkOf::Milestone(_));
    match undated.kind {
        Kind::Blank if milestone && undated.words.trim().is_empty() => "a milestone without words".to_owned(),
        Kind::Blank if milestone => "a milestone without a date".to_owned(),
        Kind::Blank => "the deadline is blank".to_owned(),
        Kind::Placeholder => format!("{words} is a placeholder"),
        Kind::Event if milestone => "depends on an event".to_owned(),
        Kind::Event => format!("{words} depends on an event"),
        _ if milestone => "its date was not read".to_owned(),
        _ => format!("{words} was not read as a date"),
    }
}

/// In quotation marks, cut where long.
fn quoted(words: &str) -> String {
    let line = first_line(words);
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("“{}…”", line.get(..end).unwrap_or(line).trim_end()),
        None => format!("“{line}”"),
    }
}

/// Everything a row shows, in one sentence for a screen reader.
#[must_use]
pub(super) fn row_name(plan: &Plan, action: &Action, reference: &str, label: &str, as_at: NaiveDate) -> String {
    let mut name = format!("{reference} {label}");
    let deadline = action.when.written().trim();
    if deadline.is_empty() {
        name.push_str("; no deadline");
    } else {
        name.push_str("; deadline ");
        name.push_str(deadline);
        let read = action.when.reading().describe();
        if !read.is_empty() && read != deadline {
            name.push_str(", read as ");
            name.push_str(&read);
        }
    }
    if let Some(late) = late_words(plan, action, as_at) {
        name.push_str(", ");
        name.push_str(&late);
    }
    let milestones: Vec<&str> = action.milestones.iter().map(Milestone::text).collect();
    if !milestones.is_empty() {
        name.push_str("; milestones: ");
        name.push_str(&milestones.join("; "));
    }
    if let Some(status) = plan.status_of(action.status) {
        name.push_str("; status ");
        name.push_str(&status.word);
    }
    name
}

/// "62 days late as at 1 Jul 2010".
#[must_use]
pub(super) fn late_words(plan: &Plan, action: &Action, as_at: NaiveDate) -> Option<String> {
    let days = report::days_late(plan, action, as_at)?;
    let unit = if days == 1 { "day" } else { "days" };
    Some(format!("{days} {unit} late as at {}", day_words(as_at)))
}
