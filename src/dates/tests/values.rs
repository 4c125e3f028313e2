//! Periods, quarters, recurrences and the words of readings.

use super::period;
use crate::dates::{Kind, Period, Quarter, Reading, Recurrence, Span, long_day_words, read};
use chrono::NaiveDate;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn a_period_is_read_from_its_label() {
    for (label, from, to) in [
        ("2016/17", 2016, 2017),
        ("2016-17", 2016, 2017),
        ("2016/2017", 2016, 2017),
        ("2016–2019", 2016, 2019),
        (" FY 2016/17 ", 2016, 2017),
        ("2016", 2016, 2017),
        ("1999/00", 1999, 2000),
        ("2016 to 2019", 2016, 2019),
        ("2016 – 19", 2016, 2019),
    ] {
        let read = Period::parse(label).unwrap();
        assert_eq!((read.from, read.to), (day(from, 4, 1), day(to, 3, 31)), "{label}");
        assert_eq!(read.label, label.trim());
    }
    for label in ["", "draft", "2017/16", "2016/16", "16/17", "2016//17", "2016/1", "1850", "2016/17x", "½2016–"] {
        assert_eq!(Period::parse(label), None, "{label}");
    }
    let year = Period::financial_year(2016);
    assert_eq!(year, Period::parse("2016/17").unwrap());
    assert!(year.contains(day(2017, 3, 31)) && !year.contains(day(2017, 4, 1)));
    assert_eq!(Period::financial_year(1999).label, "1999/00");
    assert_eq!(Period::financial_year(i32::MAX).to, day(2199, 3, 31));
}

#[test]
fn quarters_begin_in_april() {
    let labels: Vec<String> = period(2016).quarters().iter().map(Quarter::label).collect();
    assert_eq!(labels, ["Q1 2016/17", "Q2 2016/17", "Q3 2016/17", "Q4 2016/17"]);
    assert_eq!(Period::parse("2016-19").unwrap().quarters().len(), 12);
    let quarter = Quarter::of(day(2017, 2, 3));
    assert_eq!(quarter.label(), "Q4 2016/17");
    assert_eq!(quarter.span(), Span { from: day(2017, 1, 1), to: day(2017, 3, 31) });
    assert_eq!(quarter.next().label(), "Q1 2017/18");
    assert_eq!(Quarter::of(NaiveDate::MIN).next().financial_year(), 1899);
    assert_eq!(Quarter::of(NaiveDate::MAX), Quarter::of(NaiveDate::MAX).next());
}

#[test]
fn recurrences_know_their_days() {
    let year = period(2016).span();
    let count = |recurrence: Recurrence| recurrence.dates_within(year).len();
    assert_eq!(count(Recurrence::Daily), 365);
    assert_eq!(count(Recurrence::Weekly), 53);
    assert_eq!(count(Recurrence::Fortnightly), 27);
    assert_eq!(count(Recurrence::Monthly), 12);
    assert_eq!(count(Recurrence::Other), 0);
    let quarterly = Recurrence::Quarterly.dates_within(year);
    assert_eq!(quarterly, [day(2016, 6, 30), day(2016, 9, 30), day(2016, 12, 31), day(2017, 3, 31)]);
    assert_eq!(Recurrence::TwiceYearly.dates_within(year), [day(2016, 9, 30), day(2017, 3, 31)]);
    assert_eq!(Recurrence::Yearly.dates_within(year), [day(2017, 3, 31)]);
    let half = Span { from: day(2016, 6, 30), to: day(2016, 7, 30) };
    assert_eq!(Recurrence::Monthly.dates_within(half), [day(2016, 6, 30)]);
    for recurrence in Recurrence::ALL {
        assert_eq!(Recurrence::from_name(recurrence.name()), Some(recurrence));
    }
}

#[test]
fn readings_are_described_quietly() {
    for (written, words) in [
        ("April 2010", "by 30 Apr 2010"),
        ("30/11/16", "30 Nov 2016"),
        ("Oct 16 – Mar 17", "1 Oct 2016 to 31 Mar 2017"),
        ("Quarterly", "every quarter"),
        ("Ongoing", "ongoing"),
        ("from October 2016", "from 1 Oct 2016"),
        ("by 31/07/16 and by 31/03/16", "several dates, 31 Mar 2016 to 31 Jul 2016"),
        ("July 2016 DAAT Board", "depends on an event, about July 2016"),
        ("following review", "depends on an event"),
        ("xxxx", "a placeholder, not a date"),
        ("", ""),
        ("soon", "not read as a date"),
    ] {
        assert_eq!(read(written, &period(2016)).describe(), words, "{written}");
    }
    assert_eq!(long_day_words(day(2016, 7, 11)), "11 July 2016");
    for kind in Kind::ALL {
        assert_eq!(Kind::from_name(kind.name()), Some(kind));
    }
}

#[test]
fn only_an_end_can_be_late() {
    let due = |written: &str| read(written, &period(2016)).due();
    assert_eq!(due("Oct 17"), Some(day(2017, 10, 31)));
    assert_eq!(due("Q4"), Some(day(2017, 3, 31)));
    assert_eq!(due("July 2016 DAAT Board"), Some(day(2016, 7, 31)));
    assert_eq!(due("by 31/07/16 and by 31/03/16"), Some(day(2016, 7, 31)));
    for never in ["from October 2016", "Quarterly", "Ongoing", "TBC", "following review", "soon", ""] {
        assert_eq!(due(never), None, "{never}");
    }
    let from = Reading::From(day(2016, 10, 1));
    assert_eq!((from.from(), from.to()), (Some(day(2016, 10, 1)), None));
}
