//! What was not said of an action as at a date: overdue, silent since the board met, complete on no day, off track for
//! no reason.
//!
//! Plans that have no place for progress are not asked, and nobody is asked for news of a plan that is a draft: its
//! owners have not agreed to anything yet. What was said all the same is looked at there too. A deadline outside the
//! plan's period is a slip, not late.

use chrono::{Days, NaiveDate};

use super::dates_in_period::is_outside;
use super::finding::{Field, Finding};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{beginning, tokens};
use crate::dates::{day_words, find_dates};
use crate::model::{Action, Fingerprint, Meaning, PlanStatus, RecordId, Shows, Standing, Update};

/// An update with fewer words gives no reason.
const FEWEST_WORDS: usize = 4;
/// How many days after a meeting the silence is worth a word.
const DAYS_AFTER_MEETING: u64 = 14;

/// Words that speak of what comes next.
const NEXT: [&str; 33] = [
    "agreed",
    "aim",
    "aiming",
    "arrange",
    "arranged",
    "awaiting",
    "booked",
    "chase",
    "chasing",
    "due",
    "escalate",
    "escalated",
    "expected",
    "follow",
    "going",
    "intend",
    "meeting",
    "next",
    "plan",
    "planned",
    "proposal",
    "proposed",
    "recovery",
    "recruiting",
    "request",
    "requested",
    "reschedule",
    "rescheduled",
    "revised",
    "shall",
    "starting",
    "until",
    "will",
];

/// Looks at an action's progress.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, standing: &Standing<'_>) {
    let action = standing.action;
    let plan = desk.plan;
    let has_place = plan.has_column(Shows::Progress) || plan.has_column(Shows::Status);
    if !has_place && action.updates.is_empty() && action.status.is_none() {
        return;
    }
    let meaning = plan.status_of(action.status).map(|status| status.meaning);
    match meaning {
        Some(Meaning::Complete) => look_at_complete(desk, here, action),
        Some(Meaning::OffTrack) => look_at_off_track(desk, here, action),
        _ => {}
    }
    let is_asked = plan.status != PlanStatus::Draft && meaning != Some(Meaning::Complete);
    if is_asked && !look_at_overdue(desk, here, action) {
        look_since_meeting(desk, here, action);
    }
}

/// The newest day something was said on.
fn newest_day(action: &Action) -> Option<NaiveDate> {
    action.updates.iter().filter_map(|update| update.on).max()
}

fn look_at_overdue(desk: &mut Desk<'_>, here: Here, action: &Action) -> bool {
    let reading = action.when.reading();
    let due = reading.due().filter(|due| *due < desk.as_at && !is_outside(reading, &desk.plan.period));
    let Some(due) = due.filter(|due| newest_day(action).is_none_or(|day| day <= *due)) else { return false };
    let spot = Spot::new(here, Field::Updates, RecordId::Action(action.id));
    let message = format!("It was due by {}, and nothing was said of it since.", day_words(due));
    let suggestion = "Say where it stands and by when it will be done; or mark it complete, with the day.";
    desk.find(Rule::OverdueWithoutUpdate, spot, action.when.written(), message, suggestion);
    true
}

fn look_since_meeting(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let as_at = desk.as_at;
    let days = desk.plan.meetings.iter().filter_map(|meeting| meeting.when.reading().due());
    let Some(last) = days.filter(|day| *day < as_at).max() else { return };
    let is_time = last.checked_add_days(Days::new(DAYS_AFTER_MEETING)).is_some_and(|day| day <= as_at);
    let Some(said) = newest_day(action).filter(|day| is_time && *day <= last) else { return };
    let spot = Spot::new(here, Field::Updates, RecordId::Action(action.id));
    let text = action.newest_update().map_or("", |update| update.text.as_str());
    let message = format!("Nothing was said of it since {}; the board met on {}.", day_words(said), day_words(last));
    let suggestion = "Ask its owner, or write that nothing has changed.";
    let finding: &mut Finding = desk.find(Rule::NoUpdateSinceMeeting, spot, text, message, suggestion);
    finding.words = Fingerprint::of_all([text, &last.to_string()]);
}

fn look_at_complete(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let plan = desk.plan;
    let is_said = |update: &Update| {
        let status = plan.status_of(update.status).map(|status| status.meaning);
        update.on.is_some() && status.is_none_or(|meaning| meaning == Meaning::Complete)
    };
    if action.updates.iter().any(is_said) {
        return;
    }
    let spot = Spot::new(here, Field::Status, RecordId::Action(action.id));
    let word = plan.status_of(action.status).map_or("", |status| status.word.as_str());
    let message = format!("\"{}\" is complete, and no day is given.", beginning(&action.description));
    let suggestion = "Add an update with the day it was done.";
    desk.find(Rule::CompleteWithoutDate, spot, word, message, suggestion);
}

fn look_at_off_track(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let spot = Spot::new(here, Field::Updates, RecordId::Action(action.id));
    let said = action.newest_update().map_or("", |update| update.text.as_str());
    let last_said = newest_day(action).or(Some(desk.as_at));
    let words = tokens(said);
    let speaks_of_next = words.iter().any(|word| word.is_any(&NEXT))
        || words
            .windows(2)
            .any(|pair| pair[0].is("to") && pair[1].is_any(&["be", "meet", "review", "recruit", "start"]))
        || find_dates(said, &desk.plan.period).iter().any(|date| date.reading.due() >= last_said);
    let (message, suggestion) = if words.len() < FEWEST_WORDS {
        ("It is off track, and no reason is given.", "Say why, and what happens next and by when.")
    } else if speaks_of_next {
        return;
    } else {
        ("It is off track, and no next step is given.", "Say what happens next and by when.")
    };
    desk.find(Rule::OffTrackUnexplained, spot, said, message, suggestion);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, first, found_on, meeting, plan_of, status, update};
    use super::*;
    use crate::model::{IdMaker, Plan};

    /// A plan that its board agreed.
    fn agreed(rows: &[Row<'_>]) -> Plan {
        Plan { status: PlanStatus::Agreed, ..plan_of(rows) }
    }

    #[test]
    fn an_overdue_action_of_which_nothing_was_said_is_found() {
        let mut plan = agreed(&[Row { when: "30/09/16", ..Row::sound() }]);
        assert_eq!(found_on(&plan, Rule::OverdueWithoutUpdate, (2016, 10, 3)), ["30/09/16"]);
        assert_eq!(found_on(&plan, Rule::OverdueWithoutUpdate, (2016, 9, 30)), [""; 0]);
        first(&mut plan).updates.push(update(Some((2016, 7, 1)), "Going well", None));
        assert_eq!(found_on(&plan, Rule::OverdueWithoutUpdate, (2016, 10, 3)), ["30/09/16"]);
        first(&mut plan).updates.push(update(Some((2016, 10, 1)), "Two weeks behind", None));
        assert_eq!(found_on(&plan, Rule::OverdueWithoutUpdate, (2016, 10, 3)), [""; 0]);
        let mut done = agreed(&[Row { when: "30/09/16", ..Row::sound() }]);
        first(&mut done).status = status(&done.clone(), "Complete");
        assert_eq!(found_on(&done, Rule::OverdueWithoutUpdate, (2016, 10, 3)), [""; 0]);
    }

    #[test]
    fn a_plan_with_no_place_for_progress_is_not_asked() {
        let mut plan = agreed(&[Row { when: "30/09/16", ..Row::sound() }]);
        plan.columns.retain(|column| column.shows != Shows::Progress);
        assert_eq!(found_on(&plan, Rule::OverdueWithoutUpdate, (2016, 10, 3)), [""; 0]);
        let slip = agreed(&[Row { when: "31/03/16", ..Row::sound() }]);
        assert_eq!(found_on(&slip, Rule::OverdueWithoutUpdate, (2016, 10, 3)), [""; 0]);
    }

    #[test]
    fn a_draft_is_not_asked_for_updates_and_what_was_said_in_it_is_still_looked_at() {
        let mut plan = agreed(&[Row { when: "30/09/16", ..Row::sound() }, Row { when: "31/03/17", ..Row::sound() }]);
        plan.grids[0].objectives[0].actions[1].description = "Publish the needs assessment".to_owned();
        plan.grids[0].objectives[0].actions[1].id = IdMaker::new(79).action();
        plan.meetings.push(meeting(&plan, "05/09/16"));
        plan.grids[0].objectives[0].actions[1].updates.push(update(Some((2016, 7, 1)), "Going well", None));
        let rules = |plan: &Plan| {
            let asked = [Rule::OverdueWithoutUpdate, Rule::NoUpdateSinceMeeting];
            asked.map(|rule| found_on(plan, rule, (2016, 10, 3)).len())
        };
        for status in [PlanStatus::ForDecision, PlanStatus::Agreed, PlanStatus::Closed] {
            assert_eq!(rules(&Plan { status, ..plan.clone() }), [1, 1], "{status:?}");
        }
        plan.status = PlanStatus::Draft;
        assert_eq!(rules(&plan), [0, 0]);
        first(&mut plan).status = status(&plan.clone(), "Off track");
        assert_eq!(found_on(&plan, Rule::OffTrackUnexplained, (2016, 10, 3)), [""]);
    }

    #[test]
    fn silence_since_the_board_met_is_found() {
        let mut plan = agreed(&[Row { when: "31/03/17", ..Row::sound() }]);
        plan.meetings.push(meeting(&plan, "11/07/16"));
        assert_eq!(found_on(&plan, Rule::NoUpdateSinceMeeting, (2016, 9, 1)), [""; 0]);
        first(&mut plan).updates.push(update(Some((2016, 7, 1)), "Going well", None));
        assert_eq!(found_on(&plan, Rule::NoUpdateSinceMeeting, (2016, 9, 1)), ["Going well"]);
        for day in [(2016, 7, 11), (2016, 7, 20)] {
            assert_eq!(found_on(&plan, Rule::NoUpdateSinceMeeting, day), [""; 0]);
        }
        first(&mut plan).updates.push(update(Some((2016, 8, 1)), "Still well", None));
        assert_eq!(found_on(&plan, Rule::NoUpdateSinceMeeting, (2016, 9, 1)), [""; 0]);
    }

    #[test]
    fn complete_wants_a_day() {
        let mut plan = plan_of(&[Row::sound()]);
        let complete = status(&plan, "Complete");
        first(&mut plan).status = complete;
        assert_eq!(found_on(&plan, Rule::CompleteWithoutDate, (2016, 9, 1)), ["Complete"]);
        first(&mut plan).updates.push(update(Some((2016, 8, 1)), "Signed", complete));
        assert_eq!(found_on(&plan, Rule::CompleteWithoutDate, (2016, 9, 1)), [""; 0]);
    }

    #[test]
    fn off_track_wants_a_reason_and_a_next_step() {
        let mut plan = plan_of(&[Row::sound()]);
        let off = status(&plan, "Off track");
        first(&mut plan).status = off;
        for (text, is_found) in [
            ("", true),
            ("Behind.", true),
            ("The post has been vacant and nobody applied", true),
            ("The post is vacant; interviews on 4 September", false),
            ("Provider withdrew. We will re-tender.", false),
        ] {
            first(&mut plan).updates = vec![update(Some((2016, 8, 1)), text, off)];
            let found = found_on(&plan, Rule::OffTrackUnexplained, (2016, 8, 2));
            assert_eq!(!found.is_empty(), is_found, "{text}");
        }
    }
}
