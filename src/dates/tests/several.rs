//! Cells with several dates, sentences with dates in them, and overruled readings.

use super::{check_cells, check_sentences, period, short};
use crate::dates::{Reading, When, find_dates};

#[test]
fn more_than_one_date_is_several_and_the_same_twice_is_one() {
    check_cells(
        2016,
        &[
            ("31/07/16 and 31/03/17", "several [day 2016-07-31; day 2017-03-31]"),
            ("31/07/16 31/07/16", "day 2016-07-31"),
            ("31/07/16 (31 July 2016)", "day 2016-07-31"),
            ("March and September 2016", "several [month 2016-03-01..2016-03-31; month 2016-09-01..2016-09-30]"),
            (
                "Nov, Dec and Jan 2017",
                "several [month 2016-11-01..2016-11-30; month 2016-12-01..2016-12-31; month 2017-01-01..2017-01-31]",
            ),
            ("1 and 15 May 2016", "several [day 2016-05-01; day 2016-05-15]"),
            ("31/07/16 and 31/02/16", "unread"),
            ("June 2016\nSeptember 2016", "several [month 2016-06-01..2016-06-30; month 2016-09-01..2016-09-30]"),
        ],
    );
}

#[test]
fn a_sentence_gives_up_only_real_dates() {
    let blank: Vec<(&str, &str, &str)> = [
        "A minimum of 35,000 IBAs carried out",
        "young people aged 16-17 at treatment start",
        "provision for 18-25 year olds",
        "PHOF 2.15iv Deaths from Drug Misuse",
        "courses at levels 1-4",
        "A minimum of 12 training sessions",
        "staff may attend",
        "Staff may, where needed, attend",
        "of these 12 may attend",
        "Texas Hold'em",
        "Support to address need",
        "open 24/7",
        "Services march on to success",
        "xx treatment staff CAF trained",
        "Tier 2-3 services",
        "continuous improvement through on-going dialogue",
        "Increase by 10% compared to 2015/16 numbers",
        "Reach 2000 clients",
        "Care Act 2014 duties",
        "99.5% of referrals",
        "call 020 7364 5000",
        "At least 8 meetings per year",
        "across all 9 protected characteristics",
        "the following agencies",
        "enter data onto NDTMS",
        "S75 agreement",
        "A&E at 10-11",
        "9/10 clients",
        "ratio 1:4",
        "T3 and T4",
        "Best Bar None 2016/17 scheme",
        "over 2000 people",
        "A quarter of clients",
        "reduced by 1/4",
        "Health and Wellbeing Board to agree",
        "Co-ordinator post within the DAAT",
        "Jan Smith to lead",
        "version 1.2.16",
        "from 31% to 35%",
        "up to 65,000 may apply",
        "Sun safety",
        "I may",
        "Increase from 20 March 2016 baseline",
        "1,000 may come",
    ]
    .into_iter()
    .map(|sentence| (sentence, "", "blank"))
    .collect();
    check_sentences(2016, &blank);
    check_sentences(
        2016,
        &[
            ("Contracts awarded by 30/11", "30/11", "day 2016-11-30"),
            ("Protocol agreed in May", "May", "month 2016-05-01..2016-05-31"),
            ("Phase 2 March 2017", "March 2017", "month 2017-03-01..2017-03-31"),
            ("In March 20 staff are trained", "March", "month 2017-03-01..2017-03-31"),
            ("By Oct 16 the service is live", "Oct 16", "month 2016-10-01..2016-10-31"),
            ("Signed off by 31/02/16", "31/02/16", "unread"),
            ("Launch TBC", "TBC", "placeholder"),
            ("INSERT DATE", "INSERT DATE", "placeholder"),
            ("Insert date", "Insert date", "placeholder"),
            ("Plan to be published (to be confirmed)", "to be confirmed", "placeholder"),
            ("Children’s service – launch 1 May 2016 ✓", "1 May 2016", "day 2016-05-01"),
            ("Services live from October 2016", "from October 2016", "from 2016-10-01"),
            ("Pilot between May and July 2016", "between May and July 2016", "range 2016-05-01..2016-07-31"),
            ("Outcomes reported in Q3 2016/17", "Q3 2016/17", "quarter 2016-10-01..2016-12-31"),
            ("100% coverage by 2018", "2018", "year 2018-01-01..2018-12-31"),
            ("Meet every 6 months", "every 6 months", "recurring twice yearly"),
            ("Annual review of need", "Annual", "recurring yearly"),
            ("Training – ongoing", "ongoing", "ongoing"),
            ("Review within 3 months of award", "within 3 months of award", "event"),
            ("Report to Cabinet on Monday 11 July 2016.", "Monday 11 July 2016", "day 2016-07-11"),
            ("Tender May 2016", "May 2016", "month 2016-05-01..2016-05-31"),
            ("Agree plan – May", "May", "month 2016-05-01..2016-05-31"),
            ("Deliver in Summer 2016", "Summer 2016", "unread"),
            (
                "Plan developed by 31/07/16 and delivered by 31/03/16",
                "31/07/16 and delivered by 31/03/16",
                "several [day 2016-07-31; day 2016-03-31]",
            ),
        ],
    );
}

#[test]
fn every_date_of_a_text_is_found_in_its_place() {
    let text = "Award contract – “new” services June 2016 / Implement 01/10/16; Bar 2016/17";
    let found = find_dates(text, &period(2016));
    let told: Vec<(&str, String)> = found.iter().map(|one| (&text[one.range.clone()], short(&one.reading))).collect();
    assert_eq!(
        told,
        [
            ("June 2016", "month 2016-06-01..2016-06-30".to_owned()),
            ("01/10/16", "day 2016-10-01".to_owned()),
            ("2016/17", "year 2016-04-01..2017-03-31".to_owned()),
        ]
    );
}

#[test]
fn an_overruling_is_kept_and_a_reading_follows_the_period() {
    let when = When::read("March", &period(2016));
    assert_eq!(short(when.reading()), "month 2017-03-01..2017-03-31");
    assert_eq!(short(when.reread(&period(2010)).reading()), "month 2011-03-01..2011-03-31");
    let overruled = When::overrule("March", Reading::Ongoing);
    assert!(overruled.is_overruled());
    assert_eq!(overruled.reread(&period(2010)), overruled);
    assert_eq!(When::read("", &period(2016)), When::default());
}
