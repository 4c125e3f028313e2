//! Changing what others change at the same moment: a field of one's own in every action, and now and then one
//! that is everybody's. Where two wrote in that one, whoever saves later chooses their own words, and says which
//! they chose them over.

use std::collections::BTreeMap;
use std::path::Path;

use planning_grid::dates::When;
use planning_grid::model::merge::{Choices, ConflictKind, Field, Side, Subject, merge_with};
use planning_grid::model::{Action, ActionField, ActionId, Edit, Owners, Plan, RecordId};

use crate::rounds::{Person, opened};
use crate::say;

/// Every so many rounds the field that is everybody's is changed, too.
const IN_COMMON_EVERY: u32 = 3;

fn own_field(field: &str, text: &str, plan: &Plan) -> ActionField {
    match field {
        "when" => ActionField::When(When::read(text, &plan.period)),
        "owners" => ActionField::Owners(Owners::read(text, &plan.directory)),
        _ => panic!("{field} is nobody's own"),
    }
}

fn own_words<'plan>(field: &str, action: &'plan Action) -> &'plan str {
    if field == "when" { action.when.written() } else { action.owners.written() }
}

fn action(plan: &Plan, id: ActionId) -> &Action {
    plan.actions().find(|action| action.id == id).unwrap()
}

/// The words of a plan that are everybody's.
fn in_common(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.actions().flat_map(|action| action.description.split_whitespace())
}

/// `wait` is called before each change.
pub(crate) fn run(path: &Path, name: &str, field: &str, count: u32, mut wait: impl FnMut(u32)) {
    let mut person = Person::new();
    let mut written: BTreeMap<ActionId, String> = BTreeMap::new();
    let mut conflicts = 0;
    let mut held = opened(path);
    for round in 1..=count {
        wait(round);
        let ids: Vec<ActionId> = held.plan.actions().map(|action| action.id).collect();
        let id = ids[round as usize % ids.len()];
        let mut mine = held.plan.clone();
        let text = format!("{name} round {round}");
        mine.apply(Edit::Action(id, own_field(field, &text, &held.plan))).unwrap();
        written.insert(id, text);
        if round % IN_COMMON_EVERY == 0 {
            let words = format!("{} {name}{round}", action(&mine, id).description);
            mine.apply(Edit::Action(id, ActionField::Description(words))).unwrap();
        }
        let join = |base: &Plan, mine: &Plan, theirs: &Plan| {
            let merge = merge_with(base, mine, theirs, &Choices::all(Side::Mine));
            for conflict in &merge.conflicts {
                let expected = (Subject::Record(RecordId::Action(id)), Field::Description, ConflictKind::Changed);
                if (conflict.record, conflict.field, conflict.kind()) != expected {
                    say(&format!("strange: a choice at {}", conflict.place));
                }
            }
            conflicts += merge.conflicts.len();
            merge.plan
        };
        let landed = |replaced: &Plan, now: &Plan| {
            for word in in_common(replaced).filter(|word| !in_common(now).any(|other| other == *word)) {
                say(&format!("over {word}"));
            }
        };
        held = match person.save(path, &held, mine, join, landed) {
            Ok(saved) => saved,
            Err(error) => return say(&format!("gave up in round {round}: {error}")),
        };
        for (id, text) in &written {
            if own_words(field, action(&held.plan, *id)) != text {
                say(&format!("strange: in round {round} \"{text}\" is gone"));
            }
        }
    }
    say(&format!("chose {conflicts}"));
    person.done();
}
