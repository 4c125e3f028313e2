//! The rules of reading and the traps, one table for each way of writing.

use super::{check_cells, period, short};
use crate::dates::parse_day;

#[test]
fn days_are_read_day_first() {
    let day = "day 2016-07-11";
    let mut all = Vec::new();
    for written in [
        "11/07/16",
        "11/7/16",
        "11.07.2016",
        "11-7-16",
        "11 / 07 / 16",
        "11/07/2016",
        "2016-07-11",
        "2016/07/11",
        "2016-07-11 00:00:00",
        "2016-07-11T00:00:00",
        "11 July 2016",
        "11th July 2016",
        "11 th July 2016",
        "11th of July 2016",
        "the 11th of July, 2016",
        "11 Jul 16",
        "11 Jul '16",
        "11-Jul-16",
        "11-Jul-2016",
        "11/Jul/2016",
        "11.Jul.2016",
        "11 JULY 2016",
        "11July2016",
        "Monday 11 July 2016",
        "Mon 11th Jul 2016",
        "Monday, 11 July 2016",
        "Mon 11/07/16",
        "11 July",
        "11th July",
        "by 11/07/16",
        "By 11 July 2016",
        "11/07",
        "by 11/07",
        "11/07/16 (DAAT Board)",
        "DAAT Board on 11/07/16",
        "July 11th 2016",
        "July 11, 2016",
        "July 11th",
        "11\u{a0}July\u{a0}2016",
        "11 July\n2016",
        "w/e 11/07/16",
        "11/07/16.",
        "11/07/16 at 2pm",
        "No later than 11 July 2016",
        "11/07/16 11 July 2016",
        "Deadline: 11/07/16",
        "• 11/07/16",
    ] {
        all.push((written, day));
        let parsed = parse_day(written, &period(2016)).map(|date| date.to_string());
        let is_same = parsed.as_deref() == Some("2016-07-11");
        assert!(is_same || short(&crate::dates::read(written, &period(2016))) != day, "{written:?}");
    }
    check_cells(2016, &all);
    check_cells(
        2016,
        &[
            ("31.03.2017", "day 2017-03-31"),
            ("1-4-16", "day 2016-04-01"),
            ("1st April 2016", "day 2016-04-01"),
            ("01/01/79", "day 2079-01-01"),
            ("01/01/80", "day 1980-01-01"),
            ("17 Oct", "day 2016-10-17"),
            ("17th October", "day 2016-10-17"),
            ("17 Jan", "day 2017-01-17"),
            ("29 Feb", "unread"),
            ("31/02/16", "unread"),
            ("32/01/16", "unread"),
            ("13/31/16", "unread"),
            ("31 June 2016", "unread"),
            ("32 March 2017", "unread"),
            ("0 March 2017", "unread"),
            ("31/03/2317", "unread"),
            ("31/03/201", "unread"),
            ("31/03/1899", "unread"),
            ("31.02.2016", "unread"),
            ("March 201", "unread"),
            ("1.2.3.16", "unread"),
            ("24/7", "unread"),
            ("1/4", "unread"),
            ("31/03/17/18", "unread"),
        ],
    );
}

#[test]
fn months_are_due_on_their_last_day() {
    let mut all = Vec::new();
    let october = "month 2017-10-01..2017-10-31";
    for written in [
        "Oct 17",
        "Oct'17",
        "Oct ’17",
        "Oct-17",
        "OCT 17",
        "Oct. 17",
        "Oct17",
        "10/2017",
        "October 2017",
        "end October 2017",
        "End of Oct 17",
        "by the end of October 2017",
        "mid October 2017",
        "mid-Oct 17",
        "early Oct 2017",
        "late October 2017",
        "October, 2017",
        "October of 2017",
        "Octber 2017",
        "By October 2017",
        "October 2017 (TBC)",
        "October 2017?",
        "in October 2017",
        "Oct/17",
        "Oct.2017",
        "10-2017",
        "2017-10",
        "beginning of October 2017",
        "end of month October 2017",
        "until Oct 2017",
        "Ongoing until October 2017",
        "Oct 2017 / October 2017",
        "Review complete by Oct 17 at the latest",
    ] {
        all.push((written, october));
    }
    check_cells(2016, &all);
    check_cells(
        2016,
        &[
            ("Sept", "month 2016-09-01..2016-09-30"),
            ("Sep.", "month 2016-09-01..2016-09-30"),
            ("early Sept", "month 2016-09-01..2016-09-30"),
            ("May", "month 2016-05-01..2016-05-31"),
            ("may", "month 2016-05-01..2016-05-31"),
            ("March", "month 2017-03-01..2017-03-31"),
            ("by March", "month 2017-03-01..2017-03-31"),
            ("Febuary 2017", "month 2017-02-01..2017-02-28"),
            ("Sept 99", "month 1999-09-01..1999-09-30"),
            ("Oct 5", "unread"),
        ],
    );
}

#[test]
fn quarters_and_years_are_financial_where_written_so() {
    check_cells(
        2016,
        &[
            ("Q3", "quarter 2016-10-01..2016-12-31"),
            ("q3", "quarter 2016-10-01..2016-12-31"),
            ("end of Q3", "quarter 2016-10-01..2016-12-31"),
            ("quarter 4", "quarter 2017-01-01..2017-03-31"),
            ("Quarter Four", "quarter 2017-01-01..2017-03-31"),
            ("Qtr 2", "quarter 2016-07-01..2016-09-30"),
            ("Qtr. 2", "quarter 2016-07-01..2016-09-30"),
            ("third quarter", "quarter 2016-10-01..2016-12-31"),
            ("3rd quarter of 2017/18", "quarter 2017-10-01..2017-12-31"),
            ("Q3 2016/17", "quarter 2016-10-01..2016-12-31"),
            ("Q3 16/17", "quarter 2016-10-01..2016-12-31"),
            ("Q3 (2016-17)", "quarter 2016-10-01..2016-12-31"),
            ("2016/17 Q3", "quarter 2016-10-01..2016-12-31"),
            ("Q3 2016", "quarter 2016-10-01..2016-12-31"),
            ("Q4 2017", "quarter 2017-01-01..2017-03-31"),
            ("Q4 2016", "quarter 2017-01-01..2017-03-31"),
            ("Q3 (Oct - Dec 2016)", "quarter 2016-10-01..2016-12-31"),
            ("Q2 (September 2016)", "month 2016-09-01..2016-09-30"),
            ("Q1 - Q3", "range 2016-04-01..2016-12-31"),
            ("Q1 and Q3", "several [quarter 2016-04-01..2016-06-30; quarter 2016-10-01..2016-12-31]"),
            ("Q1-3 2016/17", "range 2016-04-01..2016-12-31"),
            ("Q2-3", "range 2016-07-01..2016-12-31"),
            ("Q1/2", "several [quarter 2016-04-01..2016-06-30; quarter 2016-07-01..2016-09-30]"),
            ("Q3 - 4 events", "quarter 2016-10-01..2016-12-31"),
            ("Last quarter 2016/17", "quarter 2017-01-01..2017-03-31"),
            ("last quarter", "unread"),
            ("11/12", "unread"),
            ("by 11/12", "day 2016-12-11"),
            ("Q5", "unread"),
            ("2016/17", "year 2016-04-01..2017-03-31"),
            ("2016-17", "year 2016-04-01..2017-03-31"),
            ("2016/2017", "year 2016-04-01..2017-03-31"),
            ("FY 16/17", "year 2016-04-01..2017-03-31"),
            ("16/17", "year 2016-04-01..2017-03-31"),
            ("end of 2016/17", "year 2016-04-01..2017-03-31"),
            ("2016–2019", "year 2016-04-01..2019-03-31"),
            ("by 2018", "year 2018-01-01..2018-12-31"),
            ("2017", "year 2017-01-01..2017-12-31"),
            ("end of 2017", "year 2017-01-01..2017-12-31"),
            ("H1 2016/17", "range 2016-04-01..2016-09-30"),
            ("first half of 2016/17", "range 2016-04-01..2016-09-30"),
            ("Summer 2016", "unread"),
            ("academic year 2016/17", "unread"),
            ("Census 2011", "unread"),
        ],
    );
}

#[test]
fn ranges_run_forward() {
    let mut all = Vec::new();
    let range = "range 2016-10-01..2017-03-31";
    for written in [
        "(Oct 16 – Mar 17)",
        "Oct 16 - Mar 17",
        "Oct 16-Mar 17",
        "Oct – Mar 2017",
        "Oct - Mar",
        "October 2016 to March 2017",
        "from October to March",
        "1 Oct 2016 - 31 Mar 2017",
        "01/10/16-31/03/17",
        "01/10/16 – 31/03/17",
        "between October 2016 and March 2017",
        "from 1 October 2016 until 31 March 2017",
        "Oct 2016 ‑ Mar 2017",
        "Oct 2016 — Mar 2017",
        "October 2016 through to March 2017",
        "01/10/16 to 31 March 2017",
        "Q3 - Q4 2016/17",
        "October 2016 - end of March 2017",
    ] {
        all.push((written, range));
    }
    check_cells(2016, &all);
    check_cells(
        2016,
        &[
            ("Oct - Dec 2016", "range 2016-10-01..2016-12-31"),
            ("April September 2016", "range 2016-04-01..2016-09-30"),
            ("April to September 2016", "range 2016-04-01..2016-09-30"),
            ("Apr-Sep 16", "range 2016-04-01..2016-09-30"),
            ("between 1 May and 3 June 2016", "range 2016-05-01..2016-06-03"),
            ("1-5 May 2016", "range 2016-05-01..2016-05-05"),
            ("1st – 5th May", "range 2016-05-01..2016-05-05"),
            ("5 to 10 May 2016", "range 2016-05-05..2016-05-10"),
            ("during May 2016", "range 2016-05-01..2016-05-31"),
            ("throughout May", "range 2016-05-01..2016-05-31"),
            ("Nov 2016 - Jan", "range 2016-11-01..2017-01-31"),
            ("June/July 2016", "range 2016-06-01..2016-07-31"),
            ("May/June 2016", "range 2016-05-01..2016-06-30"),
            ("w/c 11/07/16", "range 2016-07-11..2016-07-17"),
            ("week commencing 11 July", "range 2016-07-11..2016-07-17"),
            ("Mar 17 – Oct 16", "several [month 2017-03-01..2017-03-31; month 2016-10-01..2016-10-31]"),
            ("31/12/16 - 30/06/16", "several [day 2016-12-31; day 2016-06-30]"),
        ],
    );
}

#[test]
fn starts_have_no_end() {
    let mut all = Vec::new();
    let from = "from 2016-10-01";
    for written in [
        "from October 2016",
        "October 2016 onwards",
        "starting 1 October 2016",
        "with effect from 1/10/16",
        "wef October 2016",
        "from Oct",
        "Oct 2016 / ongoing",
        "01/10/16 onwards",
        "Ongoing from October 2016",
        "October 2016 - ongoing",
        "October 2016 and ongoing",
        "commencing October 2016",
        "starting in October 2016",
        "as from 1 October 2016",
        "From October 2016 onwards",
        "beginning in October 2016",
    ] {
        all.push((written, from));
    }
    check_cells(2016, &all);
}

#[test]
fn recurrences_are_read() {
    let mut wrong = Vec::new();
    for (words, name) in [
        ("Quarterly", "quarterly"),
        ("On a ¼ basis", "quarterly"),
        ("¼ly", "quarterly"),
        ("1/4ly", "quarterly"),
        ("on a 1/4 basis", "quarterly"),
        ("each quarter", "quarterly"),
        ("every quarter", "quarterly"),
        ("on a quarterly basis", "quarterly"),
        ("every three months", "quarterly"),
        ("3 monthly", "quarterly"),
        ("four times a year", "quarterly"),
        ("end of each quarter", "quarterly"),
        ("Quaterly", "quarterly"),
        ("Qtrly", "quarterly"),
        ("monthly", "monthly"),
        ("every month", "monthly"),
        ("once a month", "monthly"),
        ("twice yearly", "twice yearly"),
        ("twice a year", "twice yearly"),
        ("bi-annually", "twice yearly"),
        ("six-monthly", "twice yearly"),
        ("6 monthly", "twice yearly"),
        ("every 6 months", "twice yearly"),
        ("half-yearly", "twice yearly"),
        ("annually", "yearly"),
        ("Annual", "yearly"),
        ("every year", "yearly"),
        ("per annum", "yearly"),
        ("every March", "yearly"),
        ("weekly", "weekly"),
        ("every Monday", "weekly"),
        ("fortnightly", "fortnightly"),
        ("every two weeks", "fortnightly"),
        ("every other week", "fortnightly"),
        ("daily", "daily"),
        ("twice weekly", "other"),
        ("bi-monthly", "other"),
        ("termly", "other"),
        ("each term", "other"),
        ("every board meeting", "other"),
        ("Quarterly, ongoing", "quarterly"),
    ] {
        let got = short(&crate::dates::read(words, &period(2016)));
        if got != format!("recurring {name}") {
            wrong.push(format!("{words:?}: expected {name}, got {got}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn the_rest_says_what_it_is() {
    let mut all = Vec::new();
    for (kind, table) in [
        ("blank", &["", " ", "\t\n", "-", "–", " — ", "•", "\u{f0b7}", "\u{a0}", "\u{200b}", "--"][..]),
        (
            "placeholder",
            &[
                "xxxx",
                "xx",
                "XXX",
                "TBC",
                "tbd",
                "tba",
                "T.B.C.",
                "To be confirmed",
                "to be advised",
                "INSERT DATE",
                "INSERT PBR outcomes",
                "ENTER TARGET",
                "Enter date",
                "?",
                "??",
                "n/k",
                "N/K",
                "xx/xx/16",
                "xx/03/2017",
                "dd/mm/yy",
                "[date]",
                "Date TBC",
                "not known",
                "____",
                "....",
                "xx March 2017",
            ],
        ),
        (
            "ongoing",
            &[
                "Ongoing",
                "ONGOING",
                "on-going",
                "on going",
                "Continuous",
                "continuously",
                "throughout the year",
                "all year round",
                "Ongoing – business as usual",
                "all year",
            ],
        ),
        (
            "event",
            &[
                "during first 6 months of contract",
                "within 3 months of award",
                "following review",
                "post implementation",
                "Within three months of contract award",
                "6 weeks after go-live",
                "subject to funding",
                "After contract award",
                "on completion of the review",
                "once contract awarded",
                "as and when required",
                "as required",
                "dependent on funding",
                "Upon appointment",
                "within 15 working days of referral",
                "next DAAT Board",
                "within the first year of the contract",
                "by contract award",
                "Within 6 months",
                "end of contract",
                "at next meeting",
            ],
        ),
        (
            "unread",
            &[
                "Texas",
                "to address",
                "ASAP",
                "immediately",
                "Complete",
                "In place",
                "n/a",
                "35,000 IBAs",
                "aged 16-17",
                "18-25 year olds",
                "PHOF 2.15iv",
                "levels 1-4",
                "12 training sessions",
                "staff may attend",
                "soon",
                "New Provider",
                "42704",
                "1850",
            ],
        ),
    ] {
        all.extend(table.iter().map(|written| (*written, kind)));
    }
    check_cells(2016, &all);
    check_cells(
        2016,
        &[
            ("July 2016 DAAT Board", "event 2016-07-01..2016-07-31"),
            ("November DAAT Board", "event 2016-11-01..2016-11-30"),
            ("July Health and Wellbeing Board meeting", "event 2016-07-01..2016-07-31"),
            ("Nov 16 JCG", "event 2016-11-01..2016-11-30"),
            ("Celebrating Recovery event in March 2017", "month 2017-03-01..2017-03-31"),
        ],
    );
}
