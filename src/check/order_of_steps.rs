//! Steps whose dates cannot be: after the deadline, before what they come after.
//!
//! It must not guess what a step depends on: the order in which steps are written, plain words for beginning and for
//! being there, and the naming of another action's subject are all it goes by.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::finding::{Field, Finding};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{Token, beginning, tokens};
use crate::dates::{Reading, day_words};
use crate::model::{Action, Fingerprint, Objective, RecordId};

/// Words of a step that comes at the end.
const ENDING: [&str; 16] = [
    "awards",
    "ceremony",
    "closed",
    "complete",
    "completed",
    "completion",
    "concluded",
    "delivered",
    "embedded",
    "evaluate",
    "evaluated",
    "evaluation",
    "implemented",
    "published",
    "reviewed",
    "implementation",
];
/// Words that say that something is there.
const BEING_THERE: [&str; 6] = ["available", "live", "operational", "embedded", "launched", "running"];
/// Words that say that something has still to be made or found.
const BEGINNING: [&str; 17] = [
    "agree",
    "agreed",
    "appoint",
    "commission",
    "design",
    "develop",
    "developed",
    "draft",
    "identify",
    "procure",
    "proposal",
    "proposed",
    "propose",
    "recruit",
    "scope",
    "tender",
    "train",
];
/// The most words that the subject of a short action can have.
const LONGEST_SUBJECT: usize = 4;

/// Looks at the deadline and the milestones of one action.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    look_at_deadline(desk, here, action);
    let due = match action.when.reading() {
        Reading::Several(_) => None,
        reading => reading.due(),
    };
    // Of the milestones so far, the one that begins last.
    let mut latest: Option<(NaiveDate, &str)> = None;
    for (item, milestone) in action.milestones.iter().enumerate() {
        let reading = milestone.when().reading();
        let (Some(from), Some(to)) = (reading.from(), reading.to()) else { continue };
        let spot = Spot::new(here, Field::Milestones, RecordId::Milestone(milestone.id)).item(item);
        let text = milestone.text();
        if let Some(due) = due.filter(|due| from > *due) {
            let message = format!("{} is after the action's deadline, {}.", day_words(from), day_words(due));
            let suggestion = "Move the deadline or the milestone; or give the step an action of its own.";
            let finding = desk.find(Rule::MilestoneAfterDeadline, spot, text, message, suggestion);
            finding.words = Fingerprint::of_all([text, action.when.written()]);
        }
        if let Some((day, earlier)) = latest.filter(|(day, _)| to < *day)
            && (to < desk.plan.period.from || (is_any(text, &ENDING) && !is_any(earlier, &ENDING)))
        {
            let message = format!("{} is before {}, when \"{}\".", day_words(to), day_words(day), beginning(earlier));
            let finding: &mut Finding = desk.find(Rule::StepsOutOfOrder, spot, text, message, MEND);
            finding.words = Fingerprint::of_all([text, earlier]);
        } else if latest.is_none_or(|(day, _)| from > day) {
            latest = Some((from, text));
        }
    }
}

const MEND: &str = "Mend the date that is wrong (often it is the year), or put the steps in their order.";

/// Steps in a deadline cell, in the order written.
fn look_at_deadline(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let Reading::Several(parts) = action.when.reading() else { return };
    let backwards = parts.windows(2).find_map(|pair| {
        let (first, second) = (pair[0].from()?, pair[1].to()?);
        (second < first).then_some((first, second))
    });
    if let Some((first, second)) = backwards {
        let spot = Spot::new(here, Field::When, RecordId::Action(action.id));
        let message = format!("The second step, {}, is before the first, {}.", day_words(second), day_words(first));
        desk.find(Rule::StepsOutOfOrder, spot, action.when.written(), message, MEND);
    }
}

fn is_any(text: &str, words: &[&str]) -> bool {
    tokens(text).iter().any(|token| token.is_any(words))
}

/// Looks for an action that has something there before another action makes it.
pub(super) fn look_at_objective(desk: &mut Desk<'_>, here: Here, objective: &Objective) {
    // The subject of each action that says that something is there: its two last words.
    let mut there: HashMap<(String, String), usize> = HashMap::new();
    for (at, action) in objective.actions.iter().enumerate() {
        if action.description.len() < 120
            && let Some(subject) = subject_that_is_there(&tokens(&action.description))
        {
            there.entry(subject).or_insert(at);
        }
    }
    if there.is_empty() {
        return;
    }
    let mut found: HashMap<usize, &Action> = HashMap::new();
    for action in &objective.actions {
        let words = tokens(&action.description);
        let Some(from) = action.when.reading().from() else { continue };
        if !words.iter().any(|token| token.is_any(&BEGINNING)) {
            continue;
        }
        for pair in words.windows(2) {
            let later =
                there.get(&(stem(&pair[0]), stem(&pair[1]))).and_then(|at| Some((*at, objective.actions.get(*at)?)));
            if let Some((at, later)) = later.filter(|(_, later)| later.id != action.id)
                && later.when.reading().to().is_some_and(|to| to < from)
            {
                found.entry(at).or_insert(action);
            }
        }
    }
    for (at, first) in found {
        let Some(action) = objective.actions.get(at) else { continue };
        let here = Here { action: Some((at, action.id)), ..here };
        let spot = Spot::new(here, Field::When, RecordId::Action(action.id));
        let (written, first_written) = (action.when.written(), first.when.written());
        let message = format!(
            "\"{}\" is due {written}, before \"{}\" ({first_written}), which it comes from.",
            beginning(&action.description),
            beginning(&first.description),
        );
        let finding = desk.find(Rule::StepsOutOfOrder, spot, written, message, MEND);
        finding.words = Fingerprint::of_all([written, first_written, &action.description, &first.description]);
    }
}

/// "peer educator" of "Peer educators available to …"; only where the action begins with it.
fn subject_that_is_there(words: &[Token<'_>]) -> Option<(String, String)> {
    let at = words.iter().take(LONGEST_SUBJECT + 2).position(|token| token.is_any(&BEING_THERE))?;
    let is_linked = |token: &&Token<'_>| !token.is_any(&["is", "are", "be", "to", "will", "now", "the"]);
    let subject: Vec<&Token<'_>> = words[..at].iter().filter(is_linked).collect();
    match subject.as_slice() {
        [.., one, other] => Some((stem(one), stem(other))),
        _ => None,
    }
}

fn stem(token: &Token<'_>) -> String {
    let word = token.word.to_lowercase();
    if word.len() > 3 && word.ends_with('s') { word[..word.len() - 1].to_owned() } else { word }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    #[test]
    fn a_milestone_after_the_deadline_is_found() {
        let late = "Celebration in March 2017";
        let plan = plan_of(&[Row { when: "31/12/16", milestones: &[late], ..Row::sound() }]);
        assert_eq!(found(&plan, Rule::MilestoneAfterDeadline), [late]);
        for (when, milestone) in [
            ("31/12/16", "Protocols agreed Dec 2016"),
            ("15/12/16", "Protocols agreed December 2016"),
            ("Oct 16", "New service 01/10/16"),
            ("Ongoing", "Celebration in March 2017"),
            ("", "Celebration in March 2017"),
        ] {
            let plan = plan_of(&[Row { when, milestones: &[milestone], ..Row::sound() }]);
            assert_eq!(found(&plan, Rule::MilestoneAfterDeadline), [""; 0], "{when} {milestone}");
        }
    }

    #[test]
    fn steps_in_one_cell_that_run_backwards_are_found() {
        let when = "Plan developed by 31/07/16 and delivered by 31/03/16";
        assert_eq!(found(&plan_of(&[Row { when, ..Row::sound() }]), Rule::StepsOutOfOrder), [when]);
        let steps: &[&str] = &["Activities April September 2016", "Evaluation completed May 2016"];
        assert_eq!(found(&plan_of(&[Row { milestones: steps, ..Row::sound() }]), Rule::StepsOutOfOrder), [""; 0]);
        let steps: &[&str] = &["Scheme launched July 2016", "Evaluation completed May 2016"];
        assert_eq!(found(&plan_of(&[Row { milestones: steps, ..Row::sound() }]), Rule::StepsOutOfOrder), steps[1..]);
        let steps: &[&str] = &["Launch July 2016", "Training by 28/02/16", "Data quarterly"];
        assert_eq!(found(&plan_of(&[Row { milestones: steps, ..Row::sound() }]), Rule::StepsOutOfOrder), steps[1..2]);
    }

    #[test]
    fn steps_that_may_be_written_in_any_order_are_not() {
        let steps: &[&str] = &["Contract signed Nov 2016", "Consultation during May 2016", "Board told July 2016"];
        assert_eq!(found(&plan_of(&[Row { milestones: steps, ..Row::sound() }]), Rule::StepsOutOfOrder), [""; 0]);
    }

    #[test]
    fn what_is_there_before_it_is_proposed_is_found() {
        let propose = Row { description: "To develop a pilot of peer educators", when: "Nov 2016", ..Row::sound() };
        let there = |when| Row { description: "Peer educators available to deliver sessions", when, ..Row::sound() };
        assert_eq!(found(&plan_of(&[propose, there("April 2016")]), Rule::StepsOutOfOrder), ["April 2016"]);
        assert_eq!(found(&plan_of(&[propose, there("Feb 2017")]), Rule::StepsOutOfOrder), [""; 0]);
        let other = Row { description: "To develop a pilot of peer mentors", when: "Nov 2016", ..Row::sound() };
        assert_eq!(found(&plan_of(&[other, there("April 2016")]), Rule::StepsOutOfOrder), [""; 0]);
    }
}
