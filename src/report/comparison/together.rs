//! Linked milestones that moved alike, told as the one event they are.
//!
//! It must not decide what is linked; a person did, and the plan says so.

use std::collections::HashMap;

use super::DateMoved;

/// Dates that moved from one day to one other day: one of them, or all milestones of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together<'a> {
    /// Them, in the order of the comparison. Never empty.
    pub dates: Vec<&'a DateMoved>,
}

impl<'a> Together<'a> {
    /// The first of them, where there is one, as there is.
    #[must_use]
    pub fn first(&self) -> Option<&'a DateMoved> {
        self.dates.first().copied()
    }

    /// "1 event in 9 actions"; `None` where it stands for one date alone.
    #[must_use]
    pub fn counted(&self) -> Option<String> {
        (self.dates.len() > 1).then(|| format!("1 event in {} actions", self.dates.len()))
    }

    /// The references of its actions: "T1.1, T1.2, T3.1".
    #[must_use]
    pub fn references(&self) -> String {
        let references: Vec<&str> = self.dates.iter().map(|moved| moved.date.action.reference.as_str()).collect();
        references.join(", ")
    }

    /// The reason given for any of them.
    #[must_use]
    pub fn why(&self) -> Option<&'a str> {
        self.dates.iter().find_map(|moved| moved.date.why.as_deref())
    }
}

/// The dates, with the milestones of one event that moved alike as one, each where its first stands.
#[must_use]
pub fn together(moved: &[DateMoved]) -> Vec<Together<'_>> {
    let mut all: Vec<Together<'_>> = Vec::with_capacity(moved.len());
    let mut events = HashMap::new();
    for one in moved {
        let Some(event) = one.date.event else {
            all.push(Together { dates: vec![one] });
            continue;
        };
        let at = *events.entry((event, one.from, one.to)).or_insert(all.len());
        match all.get_mut(at) {
            Some(together) => together.dates.push(one),
            None => all.push(Together { dates: vec![one] }),
        }
    }
    all
}
