//! The period after a period, and its years where they stand in other words.
//!
//! Knows how labels and titles name a period's years; must not know plans.

use super::calendar::is_readable_year;
use super::period::{Period, is_joint};
use chrono::{Datelike, Months, NaiveDate};
use std::ops::Range;

impl Period {
    /// The period of the same length that begins on the day after this one, labelled in the same way: "2017/18"
    /// after "2016/17", "2019–2022" after "2016–2019". `None` past the year 2199.
    #[must_use]
    pub fn following(&self) -> Option<Period> {
        let span = self.span();
        let from = span.to.succ_opt()?;
        let to = match whole_months(span.from, from) {
            Some(count) => from.checked_add_months(count)?.pred_opt()?,
            None => from.checked_add_signed(span.to.signed_duration_since(span.from))?,
        };
        is_readable_year(to.year()).then_some(())?;
        let next = Period { label: String::new(), from, to };
        let label = self.years_replaced(&self.label, &next).or_else(|| self.lone_year_replaced(&next));
        Some(Period { label: label.unwrap_or_else(|| next.plain_label()), ..next })
    }

    /// A text that names this period ("Action plan 2016-17"), naming `other` in the same way. `None` where it
    /// does not name this period.
    #[must_use]
    pub fn replaced_in(&self, text: &str, other: &Period) -> Option<String> {
        let replaced = self.years_replaced(text, other).or_else(|| self.label_replaced(text, other));
        replaced.filter(|replaced| replaced != text)
    }

    fn years(&self) -> (i32, i32) {
        (self.from.year(), self.to.year())
    }

    /// Every "2016/17", "2016-2017" or "2016 to 2017" of these years, with the digits and the mark as they were.
    fn years_replaced(&self, text: &str, other: &Period) -> Option<String> {
        let ((first, last), (new_first, new_last)) = (self.years(), other.years());
        // Another period may lie within one year, and is then not written as two.
        (first < last && new_first < new_last).then_some(())?;
        let numbers = numbers(text);
        let mut replaced = text.to_owned();
        let mut found = false;
        for two in numbers.windows(2).rev() {
            let [one, other] = two else { continue };
            let is_pair = one.is_year(first, 4)
                && (other.is_year(last, 4) || other.is_year(last % 100, 2))
                && is_joint(text[one.range.end..other.range.start].trim());
            if is_pair {
                let short = if other.range.len() == 2 { new_last % 100 } else { new_last };
                replaced.replace_range(other.range.clone(), &format!("{short:02}"));
                replaced.replace_range(one.range.clone(), &new_first.to_string());
                found = true;
            }
        }
        found.then_some(replaced)
    }

    /// The label itself, where it stands as words of its own.
    fn label_replaced(&self, text: &str, other: &Period) -> Option<String> {
        let (label, new) = (self.label.trim(), other.label.trim());
        (!label.is_empty() && !new.is_empty()).then_some(())?;
        let is_whole = |at: usize| {
            !text[..at].ends_with(char::is_alphanumeric) && !text[at + label.len()..].starts_with(char::is_alphanumeric)
        };
        let places: Vec<usize> = text.match_indices(label).map(|(at, _)| at).filter(|at| is_whole(*at)).collect();
        let mut replaced = text.to_owned();
        for at in places.iter().rev() {
            replaced.replace_range(*at..*at + label.len(), new);
        }
        (!places.is_empty()).then_some(replaced)
    }

    /// The label "2016", made that of the next period.
    fn lone_year_replaced(&self, next: &Period) -> Option<String> {
        match numbers(&self.label).as_slice() {
            [only] if only.is_year(self.from.year(), 4) => {
                let mut label = self.label.clone();
                label.replace_range(only.range.clone(), &next.from.year().to_string());
                Some(label)
            }
            _ => None,
        }
    }

    fn plain_label(&self) -> String {
        match self.years() {
            (first, last) if last == first + 1 => format!("{first}/{:02}", last % 100),
            (first, last) if last > first => format!("{first}–{last}"),
            (first, _) => first.to_string(),
        }
    }
}

/// How many whole months there are from one day to another.
fn whole_months(from: NaiveDate, to: NaiveDate) -> Option<Months> {
    let number = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let count = u32::try_from(number(to) - number(from)).ok().filter(|count| *count > 0)?;
    (from.day() == to.day()).then_some(Months::new(count))
}

/// A run of digits in a text.
struct Number<'text> {
    range: Range<usize>,
    digits: &'text str,
}

impl Number<'_> {
    fn is_year(&self, year: i32, digits: usize) -> bool {
        self.digits.len() == digits && self.digits.parse() == Ok(year)
    }
}

fn numbers(text: &str) -> Vec<Number<'_>> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|letter: char| letter.is_ascii_digit()).map(|found| at + found) {
        let length = text[start..].find(|letter: char| !letter.is_ascii_digit());
        at = length.map_or(text.len(), |length| start + length);
        numbers.push(Number { range: start..at, digits: &text[start..at] });
    }
    numbers
}
