//! Which elements hold what is shown, and what is said of those that do not.

use super::xml::{self, Node};

/// Said once of a document with tracked changes.
pub(in crate::intake) const TRACKED: &str =
    "Changes in it are tracked. It was read as if all of them were accepted: words struck out were left out.";
/// Said once of a document with hidden words.
pub(super) const HIDDEN: &str = "Some of its words are hidden in Word. They were read too.";
/// Said of a document put into this one as a whole.
pub(super) const OTHER_DOCUMENT: &str = "Another document is put in here. It was left out: bring it in by itself.";
/// Said of a table in a cell.
pub(in crate::intake) const TABLE_IN_CELL: &str = "A table inside a cell was read as lines of that cell.";

/// Whether an element's words were struck out.
pub(super) fn is_struck_out(name: &str) -> bool {
    matches!(name, "del" | "moveFrom")
}

/// Whether an element is a change that was tracked.
pub(super) fn is_tracked(name: &str) -> bool {
    is_struck_out(name) || matches!(name, "ins" | "moveTo")
}

/// Whether an element holds nothing that is shown.
pub(super) fn is_passed_over(name: &str) -> bool {
    is_struck_out(name)
        || matches!(name, "instrText" | "delText" | "delInstrText" | "rt" | "ffData" | "binData")
        || name.ends_with("Pr")
}

/// The one of several writings of the same thing that is to be read. The first is what newer Words show; where
/// only the last has words, that one is.
pub(super) fn alternative(node: Node<'_>) -> Option<Node<'_>> {
    let has_words =
        |node: &Node<'_>| node.descendants().any(|inner| matches!(xml::name(inner), "t" | "sym" | "textpath"));
    let choice = xml::child(node, "Choice");
    let fallback = xml::child(node, "Fallback");
    choice.filter(has_words).or(fallback.filter(has_words)).or(choice).or(fallback)
}
