//! The sentences of the window.
//!
//! It must not know how they are shown.

use crate::model::merge::{Conflict, ConflictKind, Merge};

/// Whoever is only "somebody else".
const SOMEBODY: &str = "somebody else";

/// Who it was, without where and when: "Jane Smith" of "Jane Smith (PC-042), saved 10:02".
pub(super) fn who(them: &str) -> &str {
    let end = [" (", ","].into_iter().filter_map(|sign| them.find(sign)).min();
    let who = them[..end.unwrap_or(them.len())].trim();
    if who.is_empty() { SOMEBODY } else { who }
}

/// What stands beside "Theirs": nothing where nobody knows.
pub(super) fn beside(them: &str) -> &str {
    if who(them) == SOMEBODY && them.trim().len() <= SOMEBODY.len() { "" } else { them }
}

/// The same at the start of a sentence.
fn first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|letter| letter.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The title of the window.
pub(super) fn title(merge: &Merge, them: &str) -> String {
    if merge.conflicts.is_empty() { format!("Changes by {}", who(them)) } else { "Changes by two people".to_owned() }
}

/// What happened, and what is asked.
pub(super) fn opening(merge: &Merge, them: &str) -> String {
    let who = who(them);
    let happened = format!("While you worked, {who} saved changes to this plan.");
    let joined = match merge.joined.len() {
        0 => String::new(),
        1 => " One of their changes goes together with yours and is joined.".to_owned(),
        more => format!(" {more} of their changes go together with yours and are joined."),
    };
    let asked = match merge.conflicts.len() {
        0 if merge.joined.is_empty() => return format!("{happened} All of it is in your plan already."),
        0 => {
            let what = if merge.joined.len() == 1 { "One change goes" } else { "All of it goes" };
            return format!("{happened} {what} together with yours; nothing has to be chosen.");
        }
        1 => " One needs your choice.".to_owned(),
        more => format!(" {more} need your choice."),
    };
    format!("{happened}{joined}{asked} What each of you wrote is shown below, so nothing goes without your say.")
}

/// What happened to the one thing a choice is about.
pub(super) fn told(conflict: &Conflict, them: &str) -> String {
    let who = who(them);
    match conflict.kind() {
        ConflictKind::Changed if conflict.base.as_ref().is_none_or(String::is_empty) => {
            "Both of you wrote something here.".to_owned()
        }
        ConflictKind::Changed => "Both of you changed this.".to_owned(),
        ConflictKind::Deleted if conflict.mine.is_none() => format!("You deleted it, and {who} changed it."),
        ConflictKind::Deleted => format!("{} deleted it, and you changed it.", first(who)),
        ConflictKind::Moved => "Both of you moved it, to different places.".to_owned(),
        ConflictKind::Reordered => "Both of you put these in another order.".to_owned(),
    }
}

/// What stands for a side that has no words.
pub(super) fn instead(words: Option<&String>, kind: ConflictKind) -> Option<&'static str> {
    match words {
        None => Some("(deleted)"),
        Some(words) if !words.is_empty() => None,
        Some(_) if kind == ConflictKind::Moved => Some("(without a title)"),
        Some(_) => Some("(empty)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_told_from_where_and_when() {
        let cases = [
            ("Jane Smith (PC-042), saved 10:02", "Jane Smith", "Jane Smith (PC-042), saved 10:02"),
            ("somebody else", "somebody else", ""),
            ("", "somebody else", ""),
            ("somebody else, saved 10:02", "somebody else", "somebody else, saved 10:02"),
        ];
        for (them, name, with) in cases {
            assert_eq!((who(them), beside(them)), (name, with), "{them}");
        }
        assert_eq!(first("élise"), "Élise");
    }
}
