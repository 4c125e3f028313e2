//! How the plan's measures stand against their targets as at a day.
//!
//! # The rule
//!
//! The figure that counts is the newest that can be read, of a quarter that has begun by the as-at day. Of a measure
//! that is added up it is the sum of the plan's quarters so far. What is expected by the end of that quarter is, of a
//! level with a baseline, the point on the straight line from the baseline at the start of the plan's period to the
//! target at its end; of a level without one, the target itself; of a sum, the part of the target that the quarters so
//! far are of the period's. At the expected figure or on its better side the measure is on target, else below it. Where
//! it is already at its whole target it has reached it.

use chrono::NaiveDate;

use crate::dates::{Period, Quarter};
use crate::model::measure::figure;
use crate::model::{Action, Counted, Direction, Kpi, Measure, Plan, Shape};

/// Figures that differ by less than this part of the target are the same: they are written with few digits.
const SAME: f64 = 1e-9;

/// The rule, in plain words, for whoever asks how it is worked out.
pub const MEASURE_RULE: [&str; 5] = [
    "The newest figure counts: that of the latest quarter that has begun by the as-at day and has one.",
    "Where a quarter’s figure is its level, what is expected goes in equal steps from the baseline to the target over \
     the plan’s quarters. Without a baseline the whole target is expected from the start.",
    "Where figures are added up, each quarter that has gone by is expected to bring its equal share of the target.",
    "At what is expected, or on its better side, is on target; on its worse side is below target. At the whole target \
     or better is target reached.",
    "A sum that is to stay low can reach its target only in the last quarter.",
];

/// How a measure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Against {
    /// On the worse side of what is expected by now.
    Below,
    /// At what is expected by now, or on its better side.
    OnTarget,
    /// At the whole target already, or on its better side.
    Reached,
    /// It has no target that can be read.
    NoTarget,
    /// It has no figure yet that can be read.
    NoFigure,
}

impl Against {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Below => "Below target",
            Self::OnTarget => "On target",
            Self::Reached => "Target reached",
            Self::NoTarget => "No target",
            Self::NoFigure => "No figure yet",
        }
    }

    /// Its mark, so that it is never told by colour alone.
    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Self::Below => Shape::Triangle,
            Self::OnTarget => Shape::Disc,
            Self::Reached => Shape::Square,
            Self::NoTarget | Self::NoFigure => Shape::Ring,
        }
    }
}

/// How one measure stands as at a day.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureStanding {
    /// Against its target.
    pub against: Against,
    /// The quarter whose figure counts, and that figure; of a sum, what it comes to so far.
    pub now: Option<(Quarter, f64)>,
    /// What is expected by the end of that quarter.
    pub expected: Option<f64>,
    /// The whole target.
    pub target: Option<f64>,
    /// The baseline.
    pub baseline: Option<f64>,
    /// Its course: for each quarter of the period the figure (of a sum, what it came to by then), where there is one.
    pub course: Vec<(Quarter, Option<f64>)>,
}

impl MeasureStanding {
    /// In a sentence: "62 in Q2; 60 expected by then, 70 by the end: on target."
    #[must_use]
    pub fn sentence(&self) -> String {
        let told = self.against.words();
        let Some((quarter, value)) = self.now else { return told.to_owned() };
        let now = format!("{} in Q{}", figure_words(value), quarter.number());
        match (self.expected, self.target) {
            (Some(expected), Some(target)) if (expected - target).abs() > SAME * target.abs() => {
                let [expected, target] = [expected, target].map(figure_words);
                format!("{now}; {expected} expected by then, {target} by the end: {}", told.to_lowercase())
            }
            (_, Some(target)) => format!("{now}; target {}: {}", figure_words(target), told.to_lowercase()),
            _ => format!("{now}; {}", told.to_lowercase()),
        }
    }
}

/// A number as people write it: "35,000", "62.5", at most two digits after the point.
#[must_use]
pub fn figure_words(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let part = part.trim_end_matches('0');
    let sign = if value < 0.0 && text.bytes().any(|byte| byte.is_ascii_digit() && byte != b'0') { "-" } else { "" };
    if part.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{part}") }
}

/// The quarters of a period, in order. A period of years that begins within one counts from it.
#[must_use]
pub fn quarters_of(period: &Period) -> Vec<Quarter> {
    /// A period of more than 25 years is a slip of typing.
    const MOST: usize = 100;
    let last = Quarter::of(period.to);
    let all = std::iter::successors(Some(Quarter::of(period.from)), |quarter| Some(quarter.next()));
    all.take_while(|quarter| *quarter <= last).take(MOST).collect()
}

/// How a measure stands as at a day.
#[must_use]
pub fn measure_standing(measure: &Measure, period: &Period, as_at: NaiveDate) -> MeasureStanding {
    let quarters = quarters_of(period);
    let course = course(measure, &quarters);
    let now = course.iter().rev().find_map(|(quarter, value)| {
        let value = value.filter(|_| quarter.span().from <= as_at)?;
        Some((*quarter, value))
    });
    let (baseline, target) = (figure(&measure.baseline), figure(&measure.target));
    let expected = target.and_then(|target| {
        let (quarter, _) = now?;
        let so_far = quarters.iter().filter(|one| **one <= quarter).count();
        #[expect(clippy::cast_precision_loss, reason = "at most a hundred quarters")]
        let share = so_far as f64 / quarters.len().max(1) as f64;
        Some(match (measure.counted, baseline) {
            (Counted::Total, _) => target * share,
            (Counted::Level, Some(baseline)) => baseline + (target - baseline) * share,
            (Counted::Level, None) => target,
        })
    });
    let is_at = |value: f64, mark: f64| {
        let slack = SAME * mark.abs().max(1.0);
        match measure.direction {
            Direction::Higher => value >= mark - slack,
            Direction::Lower => value <= mark + slack,
        }
    };
    let against = match (now, target, expected) {
        (_, None, _) => Against::NoTarget,
        (None, ..) | (_, _, None) => Against::NoFigure,
        (Some((quarter, value)), Some(target), Some(expected)) => {
            // A sum that must stay low has reached nothing before its last quarter.
            let may_rise = measure.counted == Counted::Total && measure.direction == Direction::Lower;
            let is_last = quarters.last() == Some(&quarter);
            if is_at(value, target) && (!may_rise || is_last) {
                Against::Reached
            } else if is_at(value, expected) {
                Against::OnTarget
            } else {
                Against::Below
            }
        }
    };
    MeasureStanding { against, now, expected, target, baseline, course }
}

fn course(measure: &Measure, quarters: &[Quarter]) -> Vec<(Quarter, Option<f64>)> {
    let mut sum = 0.0;
    let value = |quarter: &Quarter| measure.actuals.get(quarter).and_then(|written| figure(written));
    let mut point = |quarter: &Quarter| match measure.counted {
        Counted::Level => value(quarter),
        Counted::Total => value(quarter).map(|value| {
            sum += value;
            sum
        }),
    };
    quarters.iter().map(|quarter| (*quarter, point(quarter))).collect()
}

/// A KPI with figures, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureRow<'plan> {
    /// The action it belongs to.
    pub action: &'plan Action,
    /// The KPI.
    pub kpi: &'plan Kpi,
    /// How it stands.
    pub standing: MeasureStanding,
}

/// Every KPI that has figures, in the plan's order.
#[must_use]
pub fn measures(plan: &Plan, as_at: NaiveDate) -> Vec<MeasureRow<'_>> {
    let all = plan.actions().flat_map(|action| action.kpis.iter().map(move |kpi| (action, kpi)));
    let with_figures = all.filter(|(_, kpi)| !kpi.measure.is_blank());
    with_figures
        .map(|(action, kpi)| MeasureRow { action, kpi, standing: measure_standing(&kpi.measure, &plan.period, as_at) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn measure(baseline: &str, target: &str, actuals: &[&str]) -> Measure {
        let period = Period::financial_year(2016);
        let quarters = quarters_of(&period).into_iter();
        let actuals = quarters.zip(actuals).filter(|(_, figure)| !figure.is_empty());
        Measure {
            baseline: baseline.to_owned(),
            target: target.to_owned(),
            actuals: actuals.map(|(quarter, figure)| (quarter, (*figure).to_owned())).collect(),
            ..Measure::default()
        }
    }

    fn told(measure: &Measure, as_at: NaiveDate) -> String {
        measure_standing(measure, &Period::financial_year(2016), as_at).sentence()
    }

    #[test]
    fn a_level_goes_from_its_baseline_to_its_target() {
        let level = measure("50%", "70%", &["56%", "59%"]);
        assert_eq!(told(&level, day(2016, 7, 1)), "59 in Q2; 60 expected by then, 70 by the end: below target");
        assert_eq!(told(&level, day(2016, 6, 30)), "56 in Q1; 55 expected by then, 70 by the end: on target");
        assert_eq!(told(&level, day(2016, 3, 31)), "No figure yet");
        let without_baseline = measure("", "70", &["56", "", "71"]);
        assert_eq!(told(&without_baseline, day(2016, 9, 1)), "56 in Q1; target 70: below target");
        assert_eq!(told(&without_baseline, day(2017, 1, 1)), "71 in Q3; target 70: target reached");
    }

    #[test]
    fn lower_can_be_better() {
        let waiting = Measure { direction: Direction::Lower, ..measure("12 days", "8 days", &["11", "12"]) };
        assert_eq!(told(&waiting, day(2016, 5, 1)), "11 in Q1; 11 expected by then, 8 by the end: on target");
        assert_eq!(told(&waiting, day(2016, 8, 1)), "12 in Q2; 10 expected by then, 8 by the end: below target");
    }

    #[test]
    fn a_sum_is_held_against_its_part_of_the_year() {
        let sum = Measure { counted: Counted::Total, ..measure("", "35,000", &["8,000", "9,600", "", "17,400"]) };
        assert_eq!(told(&sum, day(2016, 6, 1)), "8,000 in Q1; 8,750 expected by then, 35,000 by the end: below target");
        assert_eq!(
            told(&sum, day(2016, 12, 1)),
            "17,600 in Q2; 17,500 expected by then, 35,000 by the end: on target",
            "the newest figure there is"
        );
        assert_eq!(told(&sum, day(2017, 3, 1)), "35,000 in Q4; target 35,000: target reached");
        let deaths = Measure { direction: Direction::Lower, counted: Counted::Total, ..measure("", "20", &["4", "7"]) };
        assert_eq!(told(&deaths, day(2016, 5, 1)), "4 in Q1; 5 expected by then, 20 by the end: on target");
        assert_eq!(told(&deaths, day(2016, 8, 1)), "11 in Q2; 10 expected by then, 20 by the end: below target");
    }

    #[test]
    fn what_cannot_be_read_is_no_figure() {
        assert_eq!(told(&measure("", "TBC", &["4"]), day(2016, 5, 1)), "4 in Q1; no target");
        assert_eq!(told(&measure("", "70", &["awaited"]), day(2016, 5, 1)), "No figure yet");
        assert_eq!(told(&measure("", "70", &["56", "awaited"]), day(2016, 9, 1)), "56 in Q1; target 70: below target");
    }

    #[test]
    fn figures_are_written_as_people_write_them() {
        let cases =
            [(35_000.0, "35,000"), (62.5, "62.5"), (0.0, "0"), (-1_234_567.891, "-1,234,567.89"), (-0.001, "0")];
        for (value, words) in cases {
            assert_eq!(figure_words(value), words);
        }
    }
}
