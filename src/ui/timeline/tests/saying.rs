//! What the timeline says beside marks and to screen readers.

use super::{day, example};
use crate::dates::Kind;
use crate::report::{LanesBy, Mark, MarkOf, lanes};
use crate::ui::timeline::words::{Tone, beside, reason, row_name};

fn mark_of(deadline: &str, milestone: &str) -> Mark {
    let plan = super::plan_of(&[("A", deadline, "", &[milestone])]);
    let mut marks = lanes(&plan, LanesBy::Objective).groups.remove(0).rows.remove(0).marks;
    marks.pop().unwrap()
}

#[test]
fn a_milestone_is_said_without_the_date_at_its_end() {
    for (written, said) in [
        ("Award contract to new services June 2016", "Award contract to new services"),
        ("Contracts awarded by end of June 2016", "Contracts awarded"),
        ("Robust referral pathways developed – Nov 2016", "Robust referral pathways developed"),
        ("Quarterly young people substance misuse networks", "Quarterly young people substance misuse networks"),
        ("01/10/16", "01/10/16"),
    ] {
        assert_eq!(beside(&mark_of("", written), "year", None).text, said);
    }
}

#[test]
fn a_late_deadline_says_how_late() {
    let plan = super::plan_of(&[("A", "June 2016", "", &[])]);
    let lanes = lanes(&plan, LanesBy::Objective);
    let words = beside(&lanes.groups[0].rows[0].marks[0], "year", Some(1));
    assert_eq!((words.text.as_str(), words.tone), ("June 2016 · 1 day late", Tone::Late));
}

#[test]
fn two_deadlines_in_one_cell_are_each_said_where_they_stand() {
    let plan = super::plan_of(&[("A", "Plan developed by 31/07/16 and delivered by 31/03/16", "", &[])]);
    let lanes = lanes(&plan, LanesBy::Objective);
    let said: Vec<String> = lanes.groups[0].rows[0].marks.iter().map(|mark| beside(mark, "year", None).text).collect();
    assert_eq!(said, ["31 Jul 2016", "31 Mar 2016 is before the plan’s year"]);
}

#[test]
fn a_card_says_why_there_is_no_day() {
    let lanes = lanes(&example(), LanesBy::Objective);
    let said: Vec<String> = lanes.undated.iter().map(reason).collect();
    assert_eq!(said, ["a milestone without a date", "“xxxx” is a placeholder"]);
    let mut unread = lanes.undated[1].clone();
    unread.kind = Kind::Unread;
    unread.words = "when the provider is ready, which nobody knows yet".to_owned();
    assert_eq!(unread.of, MarkOf::Deadline);
    assert_eq!(reason(&unread), "“when the provider is ready, which nobody…” was not read as a date");
}

#[test]
fn a_row_is_told_whole() {
    let plan = example();
    let action = &plan.grids[0].objectives[0].actions[0];
    assert_eq!(
        row_name(&plan, action, "T1.1", "Launch of new services", day(2016, 12, 2)),
        "T1.1 Launch of new services; deadline 30/11/16, read as 30 Nov 2016, 2 days late as at 2 Dec 2016; \
         milestones: Award contract June 2016; New services 01/10/16"
    );
}
