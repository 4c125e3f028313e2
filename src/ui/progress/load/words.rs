//! What clumps, in a sentence, and the headings of the columns.

use crate::dates::{Period, Quarter, long_day_words, month_short};
use crate::report::Load;

/// The sentence over the table.
pub(in crate::ui::progress) fn clump(load: &Load, period: &Period) -> String {
    let dated = load.total.count() - load.total.undated.len();
    let without = match load.total.undated.len() {
        0 => String::new(),
        1 => " 1 action has no day to be late by.".to_owned(),
        more => format!(" {more} actions have no day to be late by."),
    };
    if dated == 0 {
        return format!("No open action has a deadline with a day.{without}");
    }
    let deadlines = if dated == 1 { "1 deadline".to_owned() } else { format!("{dated} deadlines") };
    let last_day = load.last_day.len();
    // Fewer than that on the last day are no clump.
    if last_day > 1 && last_day * 4 >= dated {
        let day = long_day_words(period.to);
        return format!("{last_day} of {deadlines} are on {day}, the last day of the plan.{without}");
    }
    let busiest = load.quarters.iter().zip(&load.total.quarters).max_by_key(|(_, actions)| actions.len());
    match busiest.filter(|(_, actions)| !actions.is_empty()) {
        Some((quarter, actions)) => {
            format!("{} of {deadlines} fall in {}, the busiest quarter.{without}", actions.len(), quarter.label())
        }
        None => format!("None of {deadlines} falls in the plan's period.{without}"),
    }
}

/// A column's heading: what stands large, and below it small.
pub(super) fn heading(load: &Load, column: usize) -> [String; 2] {
    let quarters = load.quarters.len();
    let plain = |words: &str| [words.to_owned(), String::new()];
    match column {
        0 => plain("Before"),
        column if column <= quarters => quarter(load.quarters[column - 1], quarters > 4),
        column if column == quarters + 1 => plain("After"),
        column if column == quarters + 2 => plain("No date"),
        _ => plain("Total"),
    }
}

fn quarter(quarter: Quarter, with_year: bool) -> [String; 2] {
    let below = if with_year {
        let year = quarter.financial_year();
        format!("{year}/{:02}", (year + 1) % 100)
    } else {
        let span = quarter.span();
        // The year is the plan's.
        let month = |day| month_short(day).split(' ').next().unwrap_or_default().to_owned();
        format!("{}–{}", month(span.from), month(span.to))
    };
    [format!("Q{}", quarter.number()), below]
}

/// A column, as a screen reader says it.
pub(super) fn spoken(load: &Load, column: usize) -> String {
    match column.checked_sub(1).and_then(|at| load.quarters.get(at)) {
        Some(quarter) => quarter.label(),
        None => heading(load, column)[0].to_lowercase(),
    }
}
