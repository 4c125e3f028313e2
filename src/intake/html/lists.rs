//! The numbers and bullets that a page puts before the points of its lists.

use super::manners::Manner;
use super::tokens::Tag;
use crate::intake::word::numerals;

/// What stands before the points of lists that do not count, by how deep the list is.
const BULLETS: [&str; 3] = ["•", "○", "▪"];

/// A list that has begun.
#[derive(Debug)]
pub(super) struct List {
    next: Option<u32>,
    form: &'static str,
    has_no_marks: bool,
}

impl List {
    /// A list, and whether it counts.
    pub(super) fn new(tag: &Tag, counts: bool, manner: &Manner) -> Self {
        let first = tag.attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let form = match tag.attribute("type") {
            Some("a") => "lowerLetter",
            Some("A") => "upperLetter",
            Some("i") => "lowerRoman",
            Some("I") => "upperRoman",
            _ => "decimal",
        };
        Self { next: counts.then_some(first), form: manner.numbers.unwrap_or(form), has_no_marks: manner.has_no_marks }
    }

    /// What stands before the next point of a list that is so deep, 1 for the outermost.
    pub(super) fn label(&mut self, depth: usize, point: &Tag, manner: &Manner) -> Option<String> {
        let number = point.attribute("value").and_then(|value| value.trim().parse().ok()).or(self.next);
        let counted = self.next.is_some();
        if counted {
            self.next = number.map(|number| number.saturating_add(1));
        }
        if self.has_no_marks || manner.has_no_marks {
            return None;
        }
        match number.filter(|_| counted) {
            Some(number) => Some(format!("{}.", numerals::written(number, manner.numbers.unwrap_or(self.form)))),
            None => BULLETS.get(depth.saturating_sub(1).min(BULLETS.len() - 1)).map(|bullet| (*bullet).to_owned()),
        }
    }
}
