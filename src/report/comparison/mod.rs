//! What changed between two states of one plan, as a board wants to hear it: what was completed, what slipped and
//! why, what is better and what is worse, what is new and what is gone.
//!
//! Records are told by id, so it does not matter where they stand or what they are called now. Every change is told
//! once. All that differs is found by [`crate::model::merge`]; what is here sorts it, and adds what only a board
//! asks: the direction of a status, the days of a slip, the words that explain it.
//!
//! *Architecture invariant:* pure; knows no meeting and no clock. Which two states are compared is not its affair.

mod dates;
mod in_short;
mod rest;
mod said;
mod state;
mod statuses;
mod text;
mod together;

#[cfg(test)]
mod tests;

use crate::model::merge::{Field, Joined, Kind, Subject, changes, name_as_in};
use crate::model::{ActionId, ObjectiveId, Plan, Standing};

pub use dates::{DateGivenOrLost, DateMoved, Dated, GivenOrLost};
pub use in_short::ChangeCounts;
pub use said::SaidSince;
pub use statuses::{Direction, StatusChange};
pub use text::one_line;
pub use together::{Together, together};

use state::State;

/// What changed between two states of one plan. In each list the new plan's order, with what is gone in the old
/// plan's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Both plans have actions, and none of them in common: they are not two states of one plan. All that is in the
    /// lists is then true, and useless.
    pub unrelated: bool,
    /// Actions that are done now and were not. They are not among [`Comparison::statuses`].
    pub completed: Vec<StatusChange>,
    /// Deadlines and milestones that fall due on a later day now. They are not among [`Comparison::words`].
    pub slipped: Vec<DateMoved>,
    /// Actions that have another status now, except those that were completed.
    pub statuses: Vec<StatusChange>,
    /// Actions that were not there. What hangs on them is not told again.
    pub new: Vec<WholeAction>,
    /// Actions that are gone, as they were.
    pub removed: Vec<WholeAction>,
    /// Deadlines and milestones that fall due on an earlier day now.
    pub brought_forward: Vec<DateMoved>,
    /// Deadlines and milestones that fall due on some day now and did not, or no longer do.
    pub given_or_lost: Vec<DateGivenOrLost>,
    /// Actions that stand under another objective now.
    pub moved: Vec<ActionMoved>,
    /// Words that were changed, letter for letter as they stood and stand. Several other names of an owner are a line
    /// each.
    pub words: Vec<WordsChanged>,
    /// What is new but an action or an update: a grid, an objective, a KPI. What hangs on it is not told again, except
    /// actions.
    pub added: Vec<Piece>,
    /// What is gone but an action, as it was.
    pub taken_out: Vec<Piece>,
    /// The updates that were not there, by action. Those of a new action are not told again.
    pub updates: Vec<SaidSince>,
    /// What else differs, in the words in which a merge tells it: the order of lists, records other than actions that
    /// were moved, settings that are no words.
    pub other: Vec<Joined>,
}

/// An action as people know it. The reference is the new plan's; of an action that is gone, the old plan's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedAction {
    /// Its id.
    pub id: ActionId,
    /// Its reference ("1.3.2").
    pub reference: String,
    /// What will be done.
    pub text: String,
}

/// An action that came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeAction {
    /// Which.
    pub action: NamedAction,
    /// By whom, as written.
    pub owners: String,
    /// By when, as written.
    pub when: String,
}

/// An action that stands under another objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionMoved {
    /// Which.
    pub action: NamedAction,
    /// The objective it stood under, in the old plan's words.
    pub from: NamedObjective,
    /// The objective it stands under, in the new plan's words.
    pub to: NamedObjective,
}

/// An objective as people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedObjective {
    /// Its id.
    pub id: ObjectiveId,
    /// Its reference, or nothing.
    pub reference: String,
    /// Its statement.
    pub statement: String,
}

/// Words that were changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsChanged {
    /// What they stand in.
    pub record: Subject,
    /// The action that is or has that record, where one does.
    pub action: Option<NamedAction>,
    /// Which field of it.
    pub field: Field,
    /// Where that is, for people: "Action 1.3.2, By whom".
    pub place: String,
    /// The words that stood there; empty where there were none.
    pub before: String,
    /// The words that stand there; empty where there are none.
    pub after: String,
}

/// A part of the plan that came or went whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub record: Subject,
    /// The action it belongs to, where it does.
    pub action: Option<NamedAction>,
    /// Where it stands or stood, for people: "Action 1.3.2, KPI 2".
    pub place: String,
    /// The words it is known by.
    pub text: String,
}

/// What changed from one state of a plan to a later one, but for the packs that were issued in between.
#[must_use]
pub fn compare(old: &Plan, new: &Plan) -> Comparison {
    let (was, is) = (State::of(old), State::of(new));
    let mut comparison = Comparison { unrelated: are_unrelated(&was, new), ..Comparison::default() };
    for before in old.standings().filter(|standing| is.standing(standing.action.id).is_none()) {
        comparison.removed.push(WholeAction::of(&before));
    }
    let has_one_scheme = old.statuses == new.statuses;
    for after in new.standings() {
        let is_alike =
            |before: &Standing<'_>| before.objective.id == after.objective.id && before.action == after.action;
        if has_one_scheme && was.standing(after.action.id).is_some_and(is_alike) {
            continue;
        }
        dates::compare(&was, &after, &mut comparison);
        let Some(before) = was.standing(after.action.id) else {
            comparison.new.push(WholeAction::of(&after));
            continue;
        };
        statuses::compare(&was, before, &is, &after, &mut comparison);
        comparison.updates.extend(said::since(&was, &after));
        if before.objective.id != after.objective.id {
            let [from, to] = [before, &after].map(NamedObjective::of);
            comparison.moved.push(ActionMoved { action: NamedAction::of(&after), from, to });
        }
    }
    let mut differences = changes(old, new);
    differences.retain(|one| !is_of_issued(one));
    name_as_in(new, &mut differences);
    rest::tell(differences, &was, &is, &mut comparison);
    comparison
}

/// Which packs were issued is not what the plan says.
fn is_of_issued(one: &Joined) -> bool {
    one.record.kind() == Some(Kind::Issued) || one.field == Field::Order(Kind::Issued)
}

fn are_unrelated(was: &State<'_>, new: &Plan) -> bool {
    let mut actions = new.actions().peekable();
    was.has_actions() && actions.peek().is_some() && actions.all(|action| was.standing(action.id).is_none())
}

impl NamedAction {
    fn of(standing: &Standing<'_>) -> Self {
        let action = standing.action;
        Self { id: action.id, reference: standing.reference(), text: action.description.clone() }
    }
}

impl NamedObjective {
    fn of(standing: &Standing<'_>) -> Self {
        let objective = standing.objective;
        let (reference, statement) = (objective.reference.clone(), objective.statement.clone());
        Self { id: objective.id, reference, statement }
    }
}

impl WholeAction {
    fn of(standing: &Standing<'_>) -> Self {
        let action = standing.action;
        let (owners, when) = (action.owners.written().to_owned(), action.when.written().to_owned());
        Self { action: NamedAction::of(standing), owners, when }
    }
}
