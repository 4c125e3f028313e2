//! The reader against the two seed plans, the rules, the traps, and chance.

mod moved;
mod properties;
mod rules;
mod seeds;
mod several;
mod values;

use super::*;
use chrono::NaiveDate;

pub(super) fn period(starting: i32) -> Period {
    Period::financial_year(starting)
}

/// A reading in short: "day 2016-11-30", "month 2016-06-01..2016-06-30", "ongoing".
pub(super) fn short(reading: &Reading) -> String {
    let iso = |date: NaiveDate| date.format("%Y-%m-%d").to_string();
    let kind = reading.kind().name();
    match reading {
        Reading::Day(day) => format!("day {}", iso(*day)),
        Reading::Recurring(recurrence) => format!("recurring {}", recurrence.name()),
        Reading::Several(parts) => {
            format!("several [{}]", parts.iter().map(short).collect::<Vec<_>>().join("; "))
        }
        _ => match (reading.from(), reading.to()) {
            (Some(from), Some(to)) => format!("{kind} {}..{}", iso(from), iso(to)),
            (Some(from), None) => format!("{kind} {}", iso(from)),
            _ => kind.to_owned(),
        },
    }
}

/// Checks a table of deadline cells, telling every failure at once.
pub(super) fn check_cells(starting: i32, table: &[(&str, &str)]) {
    let period = period(starting);
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(written, expected)| {
            let got = short(&read(written, &period));
            (got != *expected).then(|| format!("{written:?}: expected {expected}, got {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Checks a table of sentences: the words cut out, and their reading.
pub(super) fn check_sentences(starting: i32, table: &[(&str, &str, &str)]) {
    let period = period(starting);
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(sentence, written, expected)| {
            let when = When::in_sentence(sentence, &period);
            let got = short(when.reading());
            let again = short(&read(when.written(), &period));
            (when.written() != *written || got != *expected || again != *expected).then(|| {
                format!("{sentence:?}: expected {written:?} {expected}, got {:?} {got}, alone {again}", when.written())
            })
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_hostile_length_is_unread_and_not_waited_for() {
    let period = Period::financial_year(2016);
    let cell = "31/03/17 and ".repeat(200_000);
    assert_eq!(read(&cell, &period), Reading::Unread);
    let sentence = format!("{}é", "Oct 2016 – ".repeat(200_000));
    assert!(find_dates(&sentence, &period).iter().all(|found| found.range.end <= sentence.len()));
}
