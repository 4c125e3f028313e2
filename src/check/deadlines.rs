//! Deadlines as such: placeholders, several in one cell, never missed, not read, all on one day.
//!
//! It must not compare a deadline with anything else in the action; that is done by `order_of_steps`.

use super::finding::Field;
use super::placeholders;
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{bare, beginning};
use crate::dates::{Kind, Reading, day_words, find_dates};
use crate::model::{Action, RecordId};

/// The fewest deadlines on one day that are worth a word.
const FEWEST_CLUMPED: usize = 5;
/// The share of all dated deadlines that is too many for the last day, in per cent.
const CLUMPED_PER_CENT: usize = 40;

/// Looks at an action's deadline, and at dates in its milestones that were not read.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let spot = Spot::new(here, Field::When, RecordId::Action(action.id));
    let written = action.when.written();
    let shown = bare(written);
    match action.when.reading() {
        Reading::Placeholder => {
            let message = format!("\"{shown}\" only keeps a place.");
            desk.find(Rule::Placeholder, spot, written, message, placeholders::suggestion(Field::When));
        }
        Reading::Unread => {
            let message = format!("\"{}\" could not be read as a date.", beginning(written));
            let suggestion = "Write the date another way, or say beside it what it means.";
            desk.find(Rule::UnreadDate, spot, written, message, suggestion);
        }
        Reading::Several(parts) if parts.iter().filter(|part| part.due().is_some()).count() > 1 => {
            let message = format!("The deadline has {} dates.", parts.len());
            let suggestion = "Keep the last as the deadline and make the others milestones.";
            desk.find(Rule::SeveralDeadlines, spot, written, message, suggestion);
        }
        Reading::Ongoing if !has_review_point(desk, action) => {
            let message = format!("\"{shown}\" can never be missed, and no review is dated.");
            let suggestion = "Add a dated milestone at which it is looked at.";
            desk.find(Rule::OngoingWithoutReview, spot, written, message, suggestion);
        }
        Reading::Recurring(_) if !has_review_point(desk, action) => {
            let message = format!("\"{shown}\" comes round for ever, and no review is dated.");
            let suggestion = "Add a dated milestone at which it is asked whether it worked; or accept this.";
            desk.find(Rule::RecurringWithoutReview, spot, written, message, suggestion);
        }
        _ => {}
    }
    for (item, milestone) in action.milestones.iter().enumerate() {
        if milestone.when().reading().kind() == Kind::Unread {
            let spot = Spot::new(here, Field::Milestones, RecordId::Milestone(milestone.id)).item(item);
            let message = format!("The date of \"{}\" could not be read.", beginning(milestone.text()));
            let suggestion = "Write the date another way, or give it beside the milestone.";
            desk.find(Rule::UnreadDate, spot, milestone.text(), message, suggestion);
        }
    }
}

/// Whether a milestone or an indicator names a day.
fn has_review_point(desk: &Desk<'_>, action: &Action) -> bool {
    let period = &desk.plan.period;
    let in_kpi = |text: &str| {
        let mut found = find_dates(text, period).into_iter();
        found.any(|one| !matches!(one.reading, Reading::Year(_)) && one.reading.due().is_some())
    };
    action.milestones.iter().any(|one| one.when().reading().due().is_some())
        || action.kpis.iter().any(|kpi| in_kpi(&kpi.text))
}

/// Looks at the deadlines of the whole plan, and at its meetings.
pub(super) fn look_at_plan(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    for (item, meeting) in plan.meetings.iter().enumerate() {
        if meeting.when.reading().kind() == Kind::Unread {
            let spot = Spot::new(Here::default(), Field::Meetings, RecordId::Meeting(meeting.id)).item(item);
            let message = format!("The date of the meeting \"{}\" could not be read.", beginning(&meeting.name));
            let suggestion = "Write the date another way, such as 11/07/16.";
            desk.find(Rule::UnreadDate, spot, meeting.when.written(), message, suggestion);
        }
    }
    let last_day = plan.period.to;
    let (mut dated, mut on_last) = (0_usize, 0_usize);
    for due in plan.actions().filter_map(|action| action.when.reading().due()) {
        dated += 1;
        on_last += usize::from(due == last_day);
    }
    if on_last >= FEWEST_CLUMPED && on_last * 100 >= dated * CLUMPED_PER_CENT {
        let day = day_words(last_day);
        let message = format!("{on_last} of {dated} deadlines fall on {day}, the last day of the plan.");
        let suggestion = "Ask of each whether it could be done sooner.";
        desk.find(Rule::DeadlinesClumped, Spot::of_plan(Field::When), &day, message, suggestion);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, meeting, plan_of};
    use super::*;

    fn of(when: &str, rule: Rule) -> Vec<String> {
        found(&plan_of(&[Row { when, milestones: &["Draft shared"], ..Row::sound() }]), rule)
    }

    #[test]
    fn deadlines_that_cannot_be_missed_are_found() {
        assert_eq!(of("Ongoing", Rule::OngoingWithoutReview), ["Ongoing"]);
        assert_eq!(of("On a ¼ basis", Rule::RecurringWithoutReview), ["On a ¼ basis"]);
        let reviewed = plan_of(&[
            Row { when: "Ongoing", milestones: &["Review by end Sep 2016"], ..Row::sound() },
            Row { when: "Quarterly", milestones: &[], kpis: &["Report at the November DAAT Board"], ..Row::sound() },
        ]);
        for rule in [Rule::OngoingWithoutReview, Rule::RecurringWithoutReview] {
            assert_eq!(found(&reviewed, rule), [""; 0]);
        }
    }

    #[test]
    fn several_deadlines_are_found_and_ranges_are_not() {
        let two = "Plan developed by 31/07/16 and delivered by 31/03/17";
        assert_eq!(of(two, Rule::SeveralDeadlines), [two]);
        for one in ["(Oct 16 – Mar 17)", "April September 2016", "31/03/17", "Q2 (September 2016)"] {
            assert_eq!(of(one, Rule::SeveralDeadlines), [""; 0], "{one}");
        }
    }

    #[test]
    fn placeholders_and_unread_dates_are_told_apart() {
        assert_eq!(of("xxxx", Rule::Placeholder), ["xxxx"]);
        assert_eq!(of("31/02/17", Rule::UnreadDate), ["31/02/17"]);
        assert_eq!(of("xxxx", Rule::UnreadDate), [""; 0]);
        let mut plan = plan_of(&[Row::sound()]);
        plan.meetings.push(meeting(&plan, "the usual day"));
        assert_eq!(found(&plan, Rule::UnreadDate), ["the usual day"]);
    }

    #[test]
    fn deadlines_on_the_last_day_are_found_when_they_are_too_many() {
        let last = Row { when: "March 2017", ..Row::sound() };
        let mut rows = vec![last; 5];
        assert_eq!(found(&plan_of(&rows), Rule::DeadlinesClumped), ["31 Mar 2017"]);
        rows.extend(vec![Row::sound(); 8]);
        assert_eq!(found(&plan_of(&rows), Rule::DeadlinesClumped), [""; 0]);
        assert_eq!(found(&plan_of(&[last; 4]), Rule::DeadlinesClumped), [""; 0]);
    }
}
