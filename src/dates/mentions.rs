//! Every fixed date of a text, joined with its neighbours and the small words around it.
//!
//! Knows what makes two dates a range or a list and what "from", "during" and
//! "onwards" do to one; must not know recurrences, placeholders or bare events.

mod intro;
mod joint;
mod scan;
mod years_written;

use super::atom::{Anchor, Atom, Grain};
use super::calendar::Span;
use super::period::Period;
use super::reading::Reading;
use super::recurrence::Recurrence;
use super::vocabulary::Meaning;
use super::words::Words;
use chrono::Datelike;
use intro::{Intro, Opening};
use joint::Joint;
use scan::Seen;
pub(super) use years_written::{WrittenYear, years_written};

/// A date in the text: its tokens and what it says.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The first of its tokens.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
    pub reading: Reading,
    pub is_year: bool,
    /// A year that is no more than part of a name ("Best Bar None 2016/17").
    pub is_name: bool,
}

/// All fixed dates, in order. A date written but impossible is [`Reading::Unread`].
pub(super) fn fixed(words: &Words<'_>, period: &Period) -> Vec<Mention> {
    let seen = scan::scan(words);
    let spans = resolve_all(&seen, period);
    let mut mentions: Vec<Mention> = Vec::with_capacity(seen.len());
    let mut at = 0;
    while let Some(one) = seen.get(at) {
        if let (Some(next), Some(Some(from)), Some(Some(to))) = (seen.get(at + 1), spans.get(at), spans.get(at + 1))
            && one.joint == Joint::Range
            && let Some(span) = Span::new(from.from, to.to).filter(|_| from.from <= to.from)
        {
            mentions.push(range(words, one, next, span));
            at += 2;
            continue;
        }
        let span = spans.get(at).copied().flatten();
        if !is_glossed(&seen, &spans, at) {
            mentions.push(single(words, one, span));
        }
        at += 1;
    }
    mentions
}

/// Gives every date its days; a missing year comes from the neighbour it is
/// joined to, else from the period.
fn resolve_all(seen: &[Seen], period: &Period) -> Vec<Option<Span>> {
    let mut spans: Vec<Option<Span>> = vec![None; seen.len()];
    let mut is_dated = vec![false; seen.len()];
    for (at, one) in seen.iter().enumerate().rev() {
        let later = spans.get(at + 1).copied().flatten();
        let is_later_dated = is_dated.get(at + 1).copied().unwrap_or(false);
        let anchor = if one.atom.has_year() {
            Some(Anchor::Period(period))
        } else {
            later
                .filter(|_| is_later_dated && matches!(one.joint, Joint::Range | Joint::List))
                .map(|span| Anchor::NotAfter(span.to))
        };
        if let (Some(anchor), Some(span), Some(dated)) = (anchor, spans.get_mut(at), is_dated.get_mut(at)) {
            *span = one.atom.resolve(anchor);
            *dated = true;
        }
    }
    let mut earlier: Option<(Span, Joint, bool)> = None;
    for ((one, span), dated) in seen.iter().zip(&mut spans).zip(&mut is_dated) {
        if !*dated {
            let (anchor, is_given) = match earlier {
                Some((before, Joint::Range, is_given)) => (Anchor::NotBefore(before.from), is_given),
                Some((before, Joint::List, true)) => (Anchor::NotBefore(before.from), true),
                _ => (Anchor::Period(period), false),
            };
            *span = one.atom.resolve(anchor);
            *dated = is_given;
        }
        earlier = span.map(|span| (span, one.joint, *dated));
    }
    spans
}

/// Whether a neighbour in brackets says the same more finely: "Q2 (September 2016)".
fn is_glossed(seen: &[Seen], spans: &[Option<Span>], at: usize) -> bool {
    // The days of one date, or of the range that it begins.
    let days = |index: usize| {
        let span = spans.get(index).copied().flatten()?;
        let is_range = seen.get(index).is_some_and(|one| one.joint == Joint::Range);
        let last = spans.get(index + 1).copied().flatten().filter(|_| is_range);
        last.map_or(Some(span), |last| Span::new(span.from, last.to))
    };
    let covers = |coarse: usize, fine: usize| match (days(coarse), days(fine)) {
        (Some(coarse), Some(fine)) => coarse != fine && coarse.covers(&fine),
        _ => false,
    };
    let is_gloss = |index: usize| seen.get(index).is_some_and(|one| one.joint == Joint::Gloss);
    let by_next = is_gloss(at) && covers(at, at + 1);
    let by_last = at.checked_sub(1).is_some_and(|last| is_gloss(last) && covers(at, last));
    by_next || by_last
}

fn range(words: &Words<'_>, one: &Seen, next: &Seen, span: Span) -> Mention {
    let is_year = one.atom.grain() == Grain::Year;
    let first = match one.opening.intro {
        Intro::From | Intro::During | Intro::Between => one.opening.intro_at,
        _ => one.opening.start,
    };
    let end = close_bracket(words, first, next.end);
    let reading = Reading::Range(span);
    Mention { first, end, reading, is_year, is_name: false }
}

/// Includes the bracket that closes one opened inside: "Q3 (2016/17)".
fn close_bracket(words: &Words<'_>, first: usize, end: usize) -> usize {
    let is_open =
        (first..end).any(|at| words.is(at, Meaning::Open)) && !(first..end).any(|at| words.is(at, Meaning::Close));
    if is_open && words.is(end, Meaning::Close) { end + 1 } else { end }
}

fn single(words: &Words<'_>, one: &Seen, span: Option<Span>) -> Mention {
    let Opening { start, intro, intro_at, is_end } = one.opening;
    let is_year = one.atom.grain() == Grain::Year;
    let mention = |first, end, reading| Mention { first, end, reading, is_year, is_name: one.is_name };
    let Some(span) = span else { return mention(start, one.end, Reading::Unread) };
    if words.before(start) == Meaning::Xs {
        // "xx March 2017": the day has still to be filled in.
        return mention(start - 1, one.end, Reading::Placeholder);
    }
    let begins = if is_end { span.to } else { span.from };
    if let Some(end) = onwards_after(words, one.end) {
        let first = if intro == Intro::From { intro_at } else { start };
        return mention(first, end, Reading::From(begins));
    }
    match intro {
        Intro::From => return mention(intro_at, one.end, Reading::From(begins)),
        Intro::Every if one.atom.grain() == Grain::Month => {
            return mention(intro_at, one.end, Reading::Recurring(Recurrence::Yearly));
        }
        Intro::During if span.from != span.to => {
            return mention(intro_at, one.end, Reading::Range(span));
        }
        Intro::WeekOf => {
            if let Some(week) = Span::week(span.from).filter(|week| week.to.year() <= 2199) {
                return mention(intro_at, one.end, Reading::Range(week));
            }
        }
        _ => {}
    }
    let is_meeting = matches!(one.atom.grain(), Grain::Month | Grain::Quarter);
    if let Some(end) = is_meeting.then(|| meeting_after(words, one.end)).flatten() {
        return mention(start, end, Reading::Event(Some(span)));
    }
    let reading = match one.atom {
        Atom::Day { .. } => Reading::Day(span.from),
        Atom::Month { .. } => Reading::Month(span),
        Atom::Quarter { .. } => Reading::Quarter(span),
        Atom::Half { .. } => Reading::Range(span),
        Atom::Year { .. } => Reading::Year(span),
        Atom::Impossible => Reading::Unread,
    };
    mention(start, one.end, reading)
}

/// The end of "onwards", "and ongoing" after a date.
fn onwards_after(words: &Words<'_>, end: usize) -> Option<usize> {
    let mut at = end;
    while matches!(words.meaning(at), Meaning::Dash | Meaning::Comma | Meaning::And | Meaning::Slash) && at < end + 2 {
        at += 1;
    }
    match words.meaning(at) {
        Meaning::Onwards | Meaning::Ongoing => Some(at + 1),
        Meaning::On if words.is(at + 1, Meaning::Going) => Some(at + 2),
        Meaning::On if words.is(at + 1, Meaning::Dash) && words.is(at + 2, Meaning::Going) => Some(at + 3),
        _ => None,
    }
}

/// The end of the name of a body that meets, right after a date: "DAAT Board".
pub(super) fn meeting_after(words: &Words<'_>, end: usize) -> Option<usize> {
    for at in end..end + 7 {
        if words.starts_line(at) {
            return None;
        }
        match words.meaning(at) {
            Meaning::Meeting => {
                let is_longer = words.is(at + 1, Meaning::Meeting) && !words.starts_line(at + 1);
                return Some(if is_longer { at + 2 } else { at + 1 });
            }
            Meaning::And | Meaning::Of if at > end => {}
            Meaning::Number { .. } | Meaning::Month(_) => return None,
            _ if words.is_capitalised(at) => {}
            _ => return None,
        }
    }
    None
}
