//! The same date of another year.

use super::{period, short};
use crate::dates::{Period, Reading, When};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

/// The cell of a plan for 2016/17 moved to 2017/18.
fn cell(written: &str) -> Option<(String, String)> {
    let moved = When::read(written, &period(2016)).moved_on(1, &period(2017))?;
    assert!(!moved.is_overruled());
    Some((moved.written().to_owned(), short(moved.reading())))
}

#[test]
fn the_years_of_a_cell_are_moved_and_no_other_letter() {
    let table = [
        ("30/11/16", "30/11/17", "day 2017-11-30"),
        ("16/10/16", "16/10/17", "day 2017-10-16"),
        ("10.10.2016", "10.10.2017", "day 2017-10-10"),
        ("2016-07-11", "2017-07-11", "day 2017-07-11"),
        ("16 Oct 16", "16 Oct 17", "day 2017-10-16"),
        ("by  the 11th July 2016 ", "by  the 11th July 2017 ", "day 2017-07-11"),
        ("March 2017", "March 2018", "month 2018-03-01..2018-03-31"),
        ("Feb '17", "Feb '18", "month 2018-02-01..2018-02-28"),
        ("Sept16", "Sept17", "month 2017-09-01..2017-09-30"),
        ("End of 10/2016", "End of 10/2017", "month 2017-10-01..2017-10-31"),
        ("Q3 2016/17", "Q3 2017/18", "quarter 2017-10-01..2017-12-31"),
        ("2016/17 Q3", "2017/18 Q3", "quarter 2017-10-01..2017-12-31"),
        ("Q3 16/17", "Q3 17/18", "quarter 2017-10-01..2017-12-31"),
        ("H1 2016-17", "H1 2017-18", "range 2017-04-01..2017-09-30"),
        ("2016/17", "2017/18", "year 2017-04-01..2018-03-31"),
        ("2016 to 2019", "2017 to 2020", "year 2017-04-01..2020-03-31"),
        ("2016", "2017", "year 2017-01-01..2017-12-31"),
        ("April 2016 to March 2017", "April 2017 to March 2018", "range 2017-04-01..2018-03-31"),
        ("15 and 16 May 2016", "15 and 16 May 2017", "several [day 2017-05-15; day 2017-05-16]"),
        ("Apr – Sept 2016", "Apr – Sept 2017", "range 2017-04-01..2017-09-30"),
        ("from April 2016", "from April 2017", "from 2017-04-01"),
        ("July 2016 Partnership Board", "July 2017 Partnership Board", "event 2017-07-01..2017-07-31"),
        ("31/07/16 and 31 March", "31/07/17 and 31 March", "several [day 2017-07-31; day 2018-03-31]"),
        ("Team 16 by 31/10/16", "Team 16 by 31/10/17", "day 2017-10-31"),
    ];
    for (written, words, reading) in table {
        assert_eq!(cell(written), Some((words.to_owned(), reading.to_owned())), "{written:?}");
    }
}

#[test]
fn words_without_a_year_stay_and_are_read_by_the_new_period() {
    let table = [
        ("31 March", "day 2018-03-31"),
        ("April", "month 2017-04-01..2017-04-30"),
        ("Q3", "quarter 2017-10-01..2017-12-31"),
        ("April to June", "range 2017-04-01..2017-06-30"),
    ];
    for (written, reading) in table {
        assert_eq!(cell(written), Some((written.to_owned(), reading.to_owned())), "{written:?}");
    }
}

#[test]
fn nothing_is_offered_where_the_new_words_would_be_false_or_are_in_doubt() {
    let table = [
        // Another year has it on another day of the week.
        "Monday 11 July 2016",
        "Mon 11 July",
        // Which of the two years is the deadline's?
        "Best Bar None 2016/17 by 31/03/17",
        // No dates.
        "Ongoing",
        "Quarterly",
        "TBC",
        "",
        "31/02/16",
        "some words",
    ];
    for written in table {
        assert_eq!(cell(written), None, "{written:?}");
    }
    let leap = When::read("29 February 2020", &period(2019));
    assert_eq!(leap.moved_on(1, &period(2020)), None);
    let last = When::read("31/12/79", &period(2079));
    assert_eq!(last.moved_on(1, &period(2080)), None, "80 is 1980");
}

#[test]
fn a_reading_that_a_person_chose_is_moved_only_where_the_words_agree() {
    let day = NaiveDate::from_ymd_opt(2016, 12, 1).unwrap();
    assert_eq!(When::overrule("01/10/16", Reading::Day(day)).moved_on(1, &period(2017)), None);
    let old = When::read("31 March", &period(2015));
    let kept = When::overrule("31 March", old.reading().clone());
    let moved = kept.moved_on(1, &period(2017)).unwrap();
    assert_eq!((short(moved.reading()), moved.is_overruled()), ("day 2018-03-31".to_owned(), false));
}

#[test]
fn in_a_sentence_only_the_years_of_dates_are_moved() {
    let moved = |sentence: &str| {
        let when = When::in_sentence(sentence, &period(2016));
        when.sentence_moved_on(sentence, 1, &period(2017))
    };
    let table = [
        ("Award contract June 2016", "Award contract June 2017"),
        ("New services implemented 01/10/16", "New services implemented 01/10/17"),
        ("2016 clients reached by Oct 16", "2016 clients reached by Oct 17"),
        ("10% up on the 2015/16 baseline by 31/03/17", "10% up on the 2015/16 baseline by 31/03/18"),
        ("Review in April", "Review in April"),
        ("Developed by 31/07/16, delivered by 31/03/17", "Developed by 31/07/17, delivered by 31/03/18"),
    ];
    for (sentence, expected) in table {
        assert_eq!(moved(sentence).as_deref(), Some(expected));
    }
    assert_eq!(moved("Signed off on Monday 11 July 2016"), None);
    assert_eq!(moved(&format!("By 31/03/17{}", " words".repeat(1_000))), None);
}

#[test]
fn the_period_after_a_period_is_as_long_and_is_labelled_alike() {
    for (label, next) in [
        ("2016/17", "2017/18"),
        ("2016-17", "2017-18"),
        ("2016/2017", "2017/2018"),
        ("FY 1999/00", "FY 2000/01"),
        ("2016–2019", "2019–2022"),
        ("2016 to 2018", "2018 to 2020"),
        ("2016", "2017"),
    ] {
        let following = Period::parse(label).and_then(|period| period.following());
        assert_eq!(following, Period::parse(next), "{label}");
    }
    let other = Period { label: "Year one".to_owned(), ..period(2016) };
    assert_eq!(other.following(), Some(period(2017)));
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let calendar = Period { label: "2016".to_owned(), from: day(2016, 1, 1), to: day(2016, 12, 31) };
    let next = Period { label: "2017".to_owned(), from: day(2017, 1, 1), to: day(2017, 12, 31) };
    assert_eq!(calendar.following(), Some(next));
    assert_eq!(period(2198).following(), None);
}

#[test]
fn a_title_that_names_the_period_is_made_to_name_another() {
    let (old, new) = (period(2010), period(2011));
    for (title, expected) in [
        ("Treatment plan 2010/11", Some("Treatment plan 2011/12")),
        ("2010-11 plan, April 2010 to March 2011", Some("2011-12 plan, April 2010 to March 2011")),
        ("Plan 2010 – 2011", Some("Plan 2011 – 2012")),
        ("2010/11 review of 2009/10", Some("2011/12 review of 2009/10")),
        ("Treatment plan", None),
        ("Plan 12010/11", None),
        ("Plan 2010", None),
    ] {
        assert_eq!(old.replaced_in(title, &new).as_deref(), expected, "{title}");
    }
    let [one, two] =
        [("Year one", old), ("Year two", new)].map(|(label, period)| Period { label: label.to_owned(), ..period });
    assert_eq!(one.replaced_in("Plan: Year one", &two).as_deref(), Some("Plan: Year two"));
    assert_eq!(one.replaced_in("Plan: Year ones", &two), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_offered_differs_only_in_digits_and_is_later(
        text in super::properties::tangled(),
        years in 1..12_i32,
    ) {
        let (old, new) = (period(2016), period(2016 + years));
        let when = When::read(&text, &old);
        // "29 February" is no date in a period without one.
        let is_date = when.reading().from().is_some();
        if let Some(moved) = when.moved_on(years, &new).filter(|_| is_date) {
            let letters = |text: &str| text.replace(|letter: char| letter.is_ascii_digit(), "0");
            prop_assert_eq!(letters(moved.written()), letters(&text));
            prop_assert_eq!(when.reading().kind(), moved.reading().kind());
            let year = |reading: &Reading| reading.from().map(|day| day.year());
            if moved.written() != text {
                prop_assert_eq!(year(moved.reading()), year(when.reading()).map(|year| year + years));
            }
        }
    }
}
