//! A comparison as JSON, in a shape that scripts can rely on.
//!
//! One object: `unrelated` (whether the two share no action), `in_short`, and these arrays, always there:
//!
//! | array | each |
//! |---|---|
//! | `completed`, `statuses` | `action`, `text`, `from`, `to` (each `{id, word}` or null), `direction` (`better`, `worse`, `neither`), `why` |
//! | `slipped`, `brought_forward` | `action`, `milestone` (its id; null for the deadline), `text`, `from_written`, `to_written`, `from`, `to`, `days`, `why` |
//! | `dates_given_or_lost` | the same; of `from` and `to` one is null; without `days` |
//! | `new`, `removed` | `action`, `text`, `owners`, `when` |
//! | `moved` | `action`, `text`, `from`, `to` (each `{id, reference, text}`) |
//! | `words` | `kind`, `id`, `action`, `field`, `place`, `before`, `after` |
//! | `added`, `taken_out` | `kind`, `id`, `action`, `place`, `text` |
//! | `updates` | `action`, `updates` (their ids), `newest` (its words) |
//! | `other` | `kind`, `id`, `change`, `field`, `place`, `before`, `after` |
//!
//! An `action` is `{id, reference}`, or null where the record belongs to none; `why` and `newest` are null where
//! nothing was said; a day is `2016-07-11`. `before` and `after` of `other` are null where there was or is nothing.
//!
//! It must not leave out or add anything.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::StatusId;
use crate::model::merge::{Change, Joined, Subject};
use crate::report::comparison::{
    ActionMoved, DateGivenOrLost, DateMoved, Dated, GivenOrLost, NamedAction, NamedObjective, Piece, SaidSince,
    StatusChange, WholeAction, WordsChanged,
};
use crate::report::{Comparison, MarkOf};

pub(super) fn write(comparison: &Comparison, out: &mut impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    value(comparison).serialize(&mut serializer).map_err(io::Error::from)?;
    writeln!(out)
}

fn value(comparison: &Comparison) -> Value {
    json!({
        "unrelated": comparison.unrelated,
        "in_short": comparison.in_short(),
        "completed": all(&comparison.completed, status_value),
        "slipped": all(&comparison.slipped, moved_date_value),
        "statuses": all(&comparison.statuses, status_value),
        "new": all(&comparison.new, whole_value),
        "removed": all(&comparison.removed, whole_value),
        "brought_forward": all(&comparison.brought_forward, moved_date_value),
        "dates_given_or_lost": all(&comparison.given_or_lost, given_or_lost_value),
        "moved": all(&comparison.moved, moved_value),
        "words": all(&comparison.words, words_value),
        "added": all(&comparison.added, piece_value),
        "taken_out": all(&comparison.taken_out, piece_value),
        "updates": all(&comparison.updates, updates_value),
        "other": all(&comparison.other, other_value),
    })
}

fn all<T>(list: &[T], value: impl Fn(&T) -> Value) -> Vec<Value> {
    list.iter().map(value).collect()
}

fn action_value(action: &NamedAction) -> Value {
    json!({ "id": action.id.to_string(), "reference": action.reference })
}

fn status_value(change: &StatusChange) -> Value {
    let status = |id: Option<StatusId>, word: &str| id.map(|id| json!({ "id": id.to_string(), "word": word }));
    json!({
        "action": action_value(&change.action),
        "text": change.action.text,
        "from": status(change.from, &change.from_word),
        "to": status(change.to, &change.to_word),
        "direction": change.direction.words(),
        "why": change.why,
    })
}

fn moved_date_value(moved: &DateMoved) -> Value {
    let mut value = date_value(&moved.date);
    value["from"] = json!(moved.from.to_string());
    value["to"] = json!(moved.to.to_string());
    value["days"] = json!(moved.days);
    value
}

fn given_or_lost_value(one: &DateGivenOrLost) -> Value {
    let mut value = date_value(&one.date);
    match one.day {
        GivenOrLost::Given(day) => value["to"] = json!(day.to_string()),
        GivenOrLost::Lost(day) => value["from"] = json!(day.to_string()),
    }
    value
}

/// A date whose days are still to be filled in.
fn date_value(date: &Dated) -> Value {
    let milestone = match date.of {
        MarkOf::Deadline => None,
        MarkOf::Milestone(id) => Some(id.to_string()),
    };
    json!({
        "action": action_value(&date.action),
        "milestone": milestone,
        "text": date.text,
        "from_written": date.from_words,
        "to_written": date.to_words,
        "from": null,
        "to": null,
        "why": date.why,
    })
}

fn whole_value(one: &WholeAction) -> Value {
    json!({
        "action": action_value(&one.action),
        "text": one.action.text,
        "owners": one.owners,
        "when": one.when,
    })
}

fn moved_value(one: &ActionMoved) -> Value {
    let objective = |objective: &NamedObjective| {
        let reference = Some(&objective.reference).filter(|reference| !reference.is_empty());
        json!({ "id": objective.id.to_string(), "reference": reference, "text": objective.statement })
    };
    json!({
        "action": action_value(&one.action),
        "text": one.action.text,
        "from": objective(&one.from),
        "to": objective(&one.to),
    })
}

fn words_value(one: &WordsChanged) -> Value {
    json!({
        "kind": kind(one.record),
        "id": one.record.id(),
        "action": one.action.as_ref().map(action_value),
        "field": one.field.name(),
        "place": one.place,
        "before": one.before,
        "after": one.after,
    })
}

fn piece_value(one: &Piece) -> Value {
    json!({
        "kind": kind(one.record),
        "id": one.record.id(),
        "action": one.action.as_ref().map(action_value),
        "place": one.place,
        "text": one.text,
    })
}

fn updates_value(one: &SaidSince) -> Value {
    json!({
        "action": action_value(&one.action),
        "updates": one.updates.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "newest": one.newest,
    })
}

fn other_value(one: &Joined) -> Value {
    let change = match one.change {
        Change::Added => "added",
        Change::Deleted => "deleted",
        Change::Moved => "moved",
        Change::Reordered => "reordered",
        Change::Changed => "changed",
    };
    json!({
        "kind": kind(one.record),
        "id": one.record.id(),
        "change": change,
        "field": one.field.name(),
        "place": one.place,
        "before": one.before,
        "after": one.after,
    })
}

/// What a record is: "kpi".
fn kind(record: Subject) -> String {
    record.kind().map_or_else(|| "plan".to_owned(), |kind| format!("{kind:?}").to_lowercase())
}
