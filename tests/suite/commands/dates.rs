//! `dates`: written dates in, a line each out.

use super::run;
use super::written_dates::{OLDHAM_DEADLINES, OTHER_DATES, Row, TOWER_HAMLETS_DATES, TOWER_HAMLETS_DEADLINES};
use crate::samples::sample_path;
use crate::support::seeds;

/// Reads these lines in a plan for 2016/17.
fn dates(input: &[u8]) -> super::Ran {
    run(["dates", "--period", "2016/17"], input)
}

fn every_row() -> Vec<Row> {
    [&OLDHAM_DEADLINES[..], &TOWER_HAMLETS_DEADLINES, &TOWER_HAMLETS_DATES, &OTHER_DATES].concat()
}

/// The rows' words, a line each.
fn input(rows: &[Row], line_end: &str) -> String {
    rows.iter().flat_map(|(written, ..)| [*written, line_end]).collect()
}

fn output(rows: &[Row]) -> String {
    rows.iter().flat_map(|(written, kind, from, to)| [*written, "\t", kind, "\t", from, "\t", to, "\n"]).collect()
}

#[track_caller]
fn assert_same_lines(found: &str, expected: &str) {
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found, expected);
}

#[test]
fn every_date_written_in_the_two_plans_is_read_as_a_person_reads_it() {
    let rows = every_row();
    assert_same_lines(dates(input(&rows, "\n").as_bytes()).printed(), &output(&rows));
}

#[test]
fn a_carriage_return_before_a_line_end_is_no_part_of_the_words() {
    let rows = every_row();
    assert_same_lines(dates(input(&rows, "\r\n").as_bytes()).printed(), &output(&rows));
}

#[test]
fn empty_lines_are_blank_and_the_last_line_needs_no_end() {
    assert_eq!(dates(b"").printed(), "");
    assert_eq!(
        dates(b"\n\nMarch 2017").printed(),
        "\tblank\t\t\n\tblank\t\t\nMarch 2017\tmonth\t2017-03-01\t2017-03-31\n"
    );
}

#[test]
fn years_that_were_not_written_come_from_the_period_given() {
    let ran = run(["dates", "--period", "2010/11"], b"1 April\nJune\nQ4\n31 March\n");
    let expected = "1 April\tday\t2010-04-01\t2010-04-01\nJune\tmonth\t2010-06-01\t2010-06-30\n\
                    Q4\tquarter\t2011-01-01\t2011-03-31\n31 March\tday\t2011-03-31\t2011-03-31\n";
    assert_eq!(ran.printed(), expected);
}

#[test]
fn input_that_is_no_text_is_refused() {
    for input in [&b"\xff\xfe3\x000\x00"[..], b"March 2017\xc3\n", b"\x80"] {
        let ran = dates(input);
        assert!(ran.complaint(1).contains("could not be read as text"), "{}", ran.stderr);
    }
}

#[test]
fn the_table_holds_every_deadline_of_the_seeds() {
    let oldham = seeds::OLDHAM.lines().filter_map(|line| line.split('\t').nth(1)).filter(|cell| *cell != "By when");
    for written in oldham {
        assert!(OLDHAM_DEADLINES.iter().any(|row| row.0 == written), "{written:?}");
    }
    let tower_hamlets = seeds::rows(seeds::TOWER_HAMLETS_CELLS).filter(|row| row[1] == "when").map(|row| row[2]);
    for written in tower_hamlets {
        assert!(TOWER_HAMLETS_DEADLINES.iter().any(|row| row.0 == written), "{written:?}");
    }
}

#[test]
fn the_samples_hold_these_deadlines_and_no_others() {
    for (name, rows) in
        [("oldham-2010-11.ron", &OLDHAM_DEADLINES[..]), ("tower-hamlets-2016-17.ron", &TOWER_HAMLETS_DEADLINES)]
    {
        let plan = planning_grid::store::load(&sample_path(name)).unwrap().plan;
        for (written, kind, from, to) in rows {
            let action = plan.actions().find(|action| action.when.written() == *written);
            let reading = action.unwrap_or_else(|| panic!("{name} has no deadline {written:?}")).when.reading();
            let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            let found = (reading.kind().name(), day(reading.from()), day(reading.to()));
            assert_eq!(found, (*kind, (*from).to_owned(), (*to).to_owned()), "{name}: {written}");
        }
        for action in plan.actions() {
            assert!(rows.iter().any(|row| row.0 == action.when.written()), "{name}: {:?}", action.when.written());
        }
    }
}
