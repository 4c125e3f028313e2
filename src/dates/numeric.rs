//! Dates written in figures: `30/11/16`, `31.03.2017`, `2016-07-11`, `10/2016`, `30/11`.
//!
//! The day always comes first, or the year of four digits. Must not know months by name.

use super::atom::Atom;
use super::calendar::{full_year, real_day};
use super::vocabulary::Meaning;
use super::words::Words;

/// Recognises a date in figures that begins at token `at`: the atom and the
/// token after it.
pub(super) fn recognise(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    let (first, first_digits) = words.number(at)?;
    let (mark, second_at) = separator(words, at + 1)?;
    let (second, second_digits) = words.number(second_at)?;
    let third = separator(words, second_at + 1)
        .filter(|(other, _)| *other == mark)
        .and_then(|(_, third_at)| words.number(third_at).map(|number| (number, third_at + 1)));
    if let Some(((third, third_digits), end)) = third {
        let is_short = |digits| digits <= 2;
        return if first_digits == 4 && is_short(second_digits) && is_short(third_digits) {
            all_three(words, mark, end, (first, second, third), 4)
        } else if is_short(first_digits) && is_short(second_digits) && third_digits >= 2 {
            all_three(words, mark, end, (third, second, first), third_digits)
        } else {
            None
        };
    }
    month_and_year(words, mark, second_at, (first, first_digits), (second, second_digits))
        .or_else(|| day_and_month(words, mark, at, second_at, (first, first_digits), (second, second_digits)))
}

/// A separator and the token after it. Only a slash may have space around it.
fn separator(words: &Words<'_>, at: usize) -> Option<(Meaning, usize)> {
    let mark = words.meaning(at);
    let is_tight = words.is_glued(at) && words.is_glued(at + 1);
    match mark {
        Meaning::Slash => Some((mark, at + 1)),
        Meaning::Dash | Meaning::Dot if is_tight => Some((mark, at + 1)),
        _ => None,
    }
}

/// Whether the figures simply go on, as in `1.2.3.4`.
fn goes_on(words: &Words<'_>, mark: Meaning, end: usize) -> bool {
    let is_number = words.is_glued(end) && words.is_glued(end + 1) && words.number(end + 1).is_some();
    match words.meaning(end) {
        Meaning::Slash | Meaning::Dot => is_number,
        Meaning::Dash => is_number && mark == Meaning::Dash,
        _ => false,
    }
}

fn all_three(
    words: &Words<'_>,
    mark: Meaning,
    end: usize,
    (year, month, day): (u32, u32, u32),
    year_digits: u8,
) -> Option<(Atom, usize)> {
    if goes_on(words, mark, end) {
        return None;
    }
    let year = i32::try_from(year).ok()?;
    let full = match year_digits {
        2 => Some(full_year(year)),
        4 => Some(year),
        _ => None,
    };
    if let Some(full) = full.filter(|full| real_day(*full, month, day).is_some()) {
        return Some((Atom::Day { year: Some(full), month, day }, end));
    }
    // A slash or a whole year shows that a date was meant; `2.15.16` may be anything.
    (mark == Meaning::Slash || year_digits == 4).then_some((Atom::Impossible, end))
}

/// `10/2016`, `10-2016`, and `2016-07` where it cannot be a financial year.
fn month_and_year(
    words: &Words<'_>,
    mark: Meaning,
    second_at: usize,
    (first, first_digits): (u32, u8),
    (second, second_digits): (u32, u8),
) -> Option<(Atom, usize)> {
    let (year, month) = match (first_digits, second_digits) {
        (1 | 2, 4) => (second, first),
        (4, 2) if second <= first % 100 => (first, second),
        _ => return None,
    };
    if mark == Meaning::Dot || !(1..=12).contains(&month) || goes_on(words, mark, second_at + 1) {
        return None;
    }
    let year = i32::try_from(year).ok().filter(|year| super::calendar::is_readable_year(*year))?;
    Some((Atom::Month { year: Some(year), month }, second_at + 1))
}

/// `30/11` with no year: only after "by" or its like, or as the whole text, and
/// never a fraction or `24/7`.
fn day_and_month(
    words: &Words<'_>,
    mark: Meaning,
    at: usize,
    second_at: usize,
    (day, day_digits): (u32, u8),
    (month, month_digits): (u32, u8),
) -> Option<(Atom, usize)> {
    let end = second_at + 1;
    let is_whole = at == 0 && end == words.len();
    let is_led =
        matches!(words.before(at), Meaning::Lead | Meaning::On | Meaning::Until | Meaning::From | Meaning::Starting);
    let is_plain = day_digits == 1 && month_digits == 1 && day < month;
    let is_fraction = is_plain && (!is_whole || (day <= 3 && month <= 4));
    // "11/12" alone may be a financial year.
    let is_year_pair = is_whole && day.checked_add(1) == Some(month) && day_digits == 2 && month_digits == 2;
    let is_possible = mark == Meaning::Slash
        && day_digits <= 2
        && month_digits <= 2
        && (is_whole || (is_led && words.closes(end)))
        && !is_fraction
        && !is_year_pair
        && (day, month) != (24, 7)
        && real_day(2000, month, day).is_some();
    is_possible.then_some((Atom::Day { year: None, month, day }, end))
}
