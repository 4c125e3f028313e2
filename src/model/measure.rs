//! How a KPI is counted: where it started, where it is to get to, and how it stood in each quarter.
//!
//! Figures are kept as they were written ("35,000", "62%", "£1.2m"); [`figure`] reads them. It must not judge whether
//! a measure is on target: that is `report`'s, which knows the day.

use std::collections::BTreeMap;

use crate::dates::Quarter;

/// The figures of a KPI. One that has none is blank, and its KPI is a sentence only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Where it stood when the plan's period began, as written, or nothing.
    pub baseline: String,
    /// Where it is to be when the period ends, as written, or nothing.
    pub target: String,
    /// Which way is better.
    pub direction: Direction,
    /// What the figure of a quarter says.
    pub counted: Counted,
    /// The figure of each quarter, as written; a quarter without one is absent.
    pub actuals: BTreeMap<Quarter, String>,
}

/// Which way a figure should go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better: people who completed treatment.
    #[default]
    Higher,
    /// Less is better: days waited.
    Lower,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Higher, Self::Lower];

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Higher => "Higher is better",
            Self::Lower => "Lower is better",
        }
    }
}

/// What the figure of a quarter says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counted {
    /// How it stood in that quarter: a share, a waiting time.
    #[default]
    Level,
    /// How many were added in that quarter: brief interventions given. The target is for the whole period.
    Total,
}

impl Counted {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Level, Self::Total];

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Level => "Each quarter's level",
            Self::Total => "Added up over the period",
        }
    }
}

impl Measure {
    /// Whether nobody entered a figure.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.baseline.is_empty() && self.target.is_empty() && self.actuals.is_empty()
    }
}

/// What a thousand and a million are written as behind a figure.
const MULTIPLES: [(&str, f64); 4] =
    [("million", 1_000_000.0), ("m", 1_000_000.0), ("thousand", 1_000.0), ("k", 1_000.0)];

/// Reads a figure as people write them: "35,000", "62%", "62.5 per cent", "£1.2m", "-3", "about 70" (70). `None` where
/// the words hold no figure, or more than one ("3 of 4").
#[must_use]
pub fn figure(written: &str) -> Option<f64> {
    let mut found = None;
    let mut rest = written;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let is_negative = rest[..start].ends_with(['-', '−']);
        let digits = &rest[start..];
        let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
        let length = digits.find(|letter| !is_inside(letter)).unwrap_or(digits.len());
        let (number, after) = digits.split_at(length);
        let kept = number.trim_end_matches([',', '.']);
        let value: f64 = kept.replace(',', "").parse().ok()?;
        let value = value * multiple(after);
        if found.replace(if is_negative { -value } else { value }).is_some() {
            return None;
        }
        rest = after;
    }
    found
}

fn multiple(after: &str) -> f64 {
    let word = after.trim_start();
    let word = &word[..word.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(word.len())];
    MULTIPLES.iter().find(|(written, _)| word.eq_ignore_ascii_case(written)).map_or(1.0, |(_, times)| *times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_write_them() {
        let cases = [
            ("70", Some(70.0)),
            ("35,000", Some(35_000.0)),
            ("62%", Some(62.0)),
            ("62.5 per cent", Some(62.5)),
            ("£1.2m", Some(1_200_000.0)),
            ("£20k", Some(20_000.0)),
            ("-3", Some(-3.0)),
            ("about 70.", Some(70.0)),
            ("12 days", Some(12.0)),
            ("", None),
            ("TBC", None),
            ("3 of 4", None),
            ("1.2.3", None),
        ];
        for (written, expected) in cases {
            assert_eq!(figure(written), expected, "{written}");
        }
    }

    #[test]
    fn a_measure_without_figures_is_blank() {
        let mut measure = Measure { direction: Direction::Lower, ..Measure::default() };
        assert!(measure.is_blank());
        measure.target = "70".to_owned();
        assert!(!measure.is_blank());
    }
}
