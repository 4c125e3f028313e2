//! The small words that open a date: "by the end of", "from", "during", "week commencing".
//!
//! Looks backwards from a date; must not know the date itself.

use crate::dates::vocabulary::{Meaning, Unit};
use crate::dates::words::Words;

/// What the words before a date do to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intro {
    /// Nothing that belongs to a date stands there.
    None,
    /// "by", "in", "on", "end of": a date is meant, and nothing more.
    Plain,
    From,
    During,
    Between,
    /// "week commencing": the seven days that begin then.
    WeekOf,
    Every,
    /// "compared to": a yardstick, not a deadline.
    Compared,
}

/// The opening of a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    /// Where its own words begin, with "end of" or "mid".
    pub start: usize,
    pub intro: Intro,
    /// Where the introduction begins; `start` if there is none.
    pub intro_at: usize,
    /// "end" stands before it.
    pub is_end: bool,
}

/// Reads the words before token `first`.
pub(super) fn opening(words: &Words<'_>, first: usize) -> Opening {
    let start = stage_start(words, first);
    let has_stage = start < first;
    let is_end = has_stage && words.letters(start).eq_ignore_ascii_case("end");
    let at = if words.before(start) == Meaning::The { start - 1 } else { start };
    let (intro, intro_at) = introduction(words, at);
    match intro {
        Intro::None if has_stage => Opening { start, intro: Intro::Plain, intro_at: start, is_end },
        Intro::None | Intro::Plain => Opening { start, intro, intro_at: start, is_end },
        _ => Opening { start, intro, intro_at, is_end },
    }
}

/// Where "end of the", "mid-" and the like begin.
fn stage_start(words: &Words<'_>, first: usize) -> usize {
    let is_stage = |meaning| matches!(meaning, Meaning::Stage | Meaning::Beginning);
    let mut at = first;
    if words.before(at) == Meaning::Financial {
        at -= 1;
    }
    if words.before(at) == Meaning::The {
        at -= 1;
    }
    if matches!(words.before(at), Meaning::Of | Meaning::Dash) {
        at -= 1;
    } else if words.before(first) == Meaning::The && !is_stage(words.before(at)) {
        return first;
    }
    if is_stage(words.before(at)) {
        at -= 1;
        // "early to mid July", "mid/late July"
        let is_pair = matches!(words.before(at), Meaning::To | Meaning::Slash | Meaning::Dash)
            && at >= 2
            && is_stage(words.meaning(at - 2));
        return if is_pair { at - 2 } else { at };
    }
    first
}

fn introduction(words: &Words<'_>, at: usize) -> (Intro, usize) {
    let two_back = at.checked_sub(2).map_or(Meaning::End, |index| words.meaning(index));
    match words.before(at) {
        Meaning::From => (Intro::From, from_start(words, at - 1)),
        Meaning::Starting | Meaning::Beginning if two_back == Meaning::Unit(Unit::Week) => (Intro::WeekOf, at - 2),
        Meaning::Starting | Meaning::Effective => (Intro::From, at - 1),
        Meaning::Lead | Meaning::On if matches!(two_back, Meaning::Starting | Meaning::Beginning) => {
            (Intro::From, at - 2)
        }
        Meaning::Of if two_back == Meaning::As => (Intro::From, at - 2),
        Meaning::During => (Intro::During, at - 1),
        Meaning::Between => (Intro::Between, at - 1),
        Meaning::Every => (Intro::Every, at - 1),
        Meaning::Compared => (Intro::Compared, at - 1),
        Meaning::To | Meaning::With if two_back == Meaning::Compared => (Intro::Compared, at - 2),
        Meaning::Lead | Meaning::On | Meaning::Until | Meaning::To | Meaning::Ending | Meaning::Stage => {
            (Intro::Plain, at - 1)
        }
        Meaning::Other if is_short_week(words, at) => (Intro::WeekOf, at - 3),
        _ => (Intro::None, at),
    }
}

/// "w/c" or "w/b".
fn is_short_week(words: &Words<'_>, at: usize) -> bool {
    at >= 3
        && matches!(words.letters(at - 1), "c" | "C" | "b" | "B")
        && words.is(at - 2, Meaning::Slash)
        && matches!(words.letters(at - 3), "w" | "W")
}

/// Where "with effect from", "as from", "starting from" begin.
fn from_start(words: &Words<'_>, from: usize) -> usize {
    match words.before(from) {
        Meaning::Effect if from >= 2 && words.is(from - 2, Meaning::With) => from - 2,
        Meaning::As | Meaning::Starting | Meaning::Beginning | Meaning::Effective => from - 1,
        _ => from,
    }
}
