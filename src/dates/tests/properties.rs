//! What must hold for any text.

use super::period;
use crate::dates::{Reading, When, find_dates, long_day_words, read};
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

/// Text that is full of the words and marks the reader looks for.
pub(super) fn tangled() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "by",
        "end of",
        "the",
        "from",
        "to",
        "and",
        "during",
        "between",
        "May",
        "march",
        "Oct",
        "Sept.",
        "2016",
        "16",
        "17",
        "31",
        "0",
        "2016/17",
        "31/02/16",
        "30/11/16",
        "Q3",
        "quarter",
        "third",
        "¼",
        "xxx",
        "TBC",
        "–",
        "-",
        "/",
        ".",
        ",",
        "(",
        ")",
        "'",
        "?",
        "%",
        "DAAT",
        "Board",
        "weekly",
        "twice",
        "every",
        "6",
        "months",
        "of",
        "within",
        "first",
        "½",
        "é",
        "“",
        "\u{f0b7}",
        "\n",
        "ongoing",
        "onwards",
        "29",
        "Feb",
        "1999/00",
        "2199",
        "1900",
        "w/c",
        "Monday",
        "1st",
        "mid",
        "99999999999999999999",
    ]);
    let gap = prop::sample::select(vec!["", " ", " ", "\u{a0}"]);
    prop::collection::vec((piece, gap), 0..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

fn check(text: &str, starting: i32) -> Result<(), TestCaseError> {
    let period = period(starting);
    let reading = read(text, &period);
    check_reading(&reading)?;
    let _ = reading.describe();
    let when = When::read(text, &period);
    prop_assert_eq!(when.written(), text);
    let inside = When::in_sentence(text, &period);
    prop_assert!(text.contains(inside.written()));
    prop_assert_eq!(inside.written().is_empty(), *inside.reading() == Reading::Blank);
    check_reading(inside.reading())?;
    let mut end = 0;
    for found in find_dates(text, &period) {
        prop_assert!(found.range.start >= end && found.range.start < found.range.end, "{:?}", found);
        prop_assert!(text.get(found.range.clone()).is_some());
        check_reading(&found.reading)?;
        end = found.range.end;
    }
    Ok(())
}

fn check_reading(reading: &Reading) -> Result<(), TestCaseError> {
    for day in [reading.from(), reading.to()].into_iter().flatten() {
        prop_assert!((1900..=2199).contains(&day.year()));
    }
    if let (Some(from), Some(to)) = (reading.from(), reading.to())
        && !matches!(reading, Reading::Several(_))
    {
        prop_assert!(from <= to);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_safe(text in ".{0,60}", starting in 1890..2210) {
        check(&text, starting)?;
    }

    #[test]
    fn any_tangle_of_date_words_is_safe(text in tangled(), starting in 1890..2210) {
        check(&text, starting)?;
    }

    #[test]
    fn every_day_reads_back_in_every_way_of_writing(offset in 0_u64..109_572) {
        let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        let day = first.checked_add_days(Days::new(offset)).unwrap();
        let expected = Reading::Day(day);
        let mut formats = vec![
            "%d/%m/%Y", "%-d/%-m/%Y", "%d.%m.%Y", "%-d-%-m-%Y", "%Y-%m-%d", "%Y-%m-%dT00:00:00", "%-d %B %Y",
            "%-d %b %Y", "%d-%b-%Y", "%A %-d %B %Y", "%a %d %b %Y", "by %-d %B %Y", "%B %-d, %Y",
        ];
        if (1980..=2079).contains(&day.year()) {
            formats.extend(["%d/%m/%y", "%-d.%-m.%y", "%d-%m-%y", "%-d %b %y", "%d-%b-%y", "%-d %B '%y"]);
        }
        let period = period(2016);
        for format in formats {
            let written = day.format(format).to_string();
            prop_assert_eq!(read(&written, &period), expected.clone(), "{}", written);
            let sentence = format!("Contracts awarded by {written}");
            let inside = When::in_sentence(&sentence, &period);
            prop_assert_eq!(inside.reading(), &expected, "{}", sentence);
        }
        prop_assert_eq!(read(&long_day_words(day), &period), expected);
    }

    #[test]
    fn every_month_reads_back_in_every_way_of_writing(year in 1900..=2199, month in 1_u32..=12) {
        let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
        let mut formats = vec!["%B %Y", "%b %Y", "%b-%Y", "%m/%Y", "end of %B %Y", "End %b. %Y", "by mid %B %Y"];
        if (1980..=2079).contains(&year) {
            formats.extend(["%b %y", "%b-%y", "%b'%y", "%b%y"]);
        }
        for format in formats {
            let written = first.format(format).to_string();
            let reading = read(&written, &period(2016));
            prop_assert!(matches!(reading, Reading::Month(span) if span.from == first), "{} {:?}", written, reading);
        }
    }
}
