//! The sentences of the window, and those that are said after it.
//!
//! It must not know how they are shown.

use crate::model::matching::{Change, Kind};
use crate::ui::changes::counted;

/// The title of the window.
pub(super) fn title(name: &str) -> String {
    format!("Changes in “{name}”")
}

/// How many there are of a kind.
pub(super) fn count(changes: &[Change], kind: Kind) -> usize {
    changes.iter().filter(|change| change.kind == kind).count()
}

/// What a kind is called after a number.
pub(super) fn of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Changed => "changed",
        Kind::Added => "new",
        Kind::Moved => "moved",
        Kind::Missing => "not in the document",
    }
}

/// The word for a kind beside a change.
pub(super) fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Changed => "Changed",
        Kind::Added => "New",
        Kind::Moved => "Moved",
        Kind::Missing => "Not in it",
    }
}

/// What was found: "12 changed, 2 new, 1 not in the document; 54 actions are the same."
pub(super) fn opening(changes: &[Change], same: usize) -> String {
    let counts = Kind::ALL.into_iter().map(|kind| (count(changes, kind), kind)).filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, kind)| format!("{count} {}", of_kind(kind))).collect();
    let same = match same {
        0 => "no action is wholly the same".to_owned(),
        1 => "1 action is the same".to_owned(),
        more => format!("{more} actions are the same"),
    };
    format!("{}; {same}.", counts.join(", "))
}

/// What ticking means.
pub(super) fn asked(changes: &[Change]) -> &'static str {
    if count(changes, Kind::Missing) > 0 {
        "What is ticked is brought into the plan; all else in it stays as it is. What is not in the document is \
         taken out of the plan only where you tick it."
    } else {
        "What is ticked is brought into the plan; all else in it stays as it is."
    }
}

/// What the button does.
pub(super) fn button(count: usize) -> String {
    match count {
        0 => "Bring in".to_owned(),
        count => format!("Bring in {}", counted(count)),
    }
}

/// What is said when it was done.
#[must_use]
pub fn brought_in(count: usize, name: &str) -> String {
    let (were, them) = if count == 1 { ("was", "it") } else { ("were", "them") };
    format!("{} from “{name}” {were} brought in. Undo takes {them} back.", counted(count))
}

/// What is said where a document says nothing else than the plan.
#[must_use]
pub fn nothing_new(name: &str) -> String {
    format!("“{name}” says the same as this plan. There is nothing to bring in, and nothing was changed.")
}
