//! Rows that are one though their words were edited: told by the words most of them share, and by standing between
//! the same neighbours.
//!
//! Only rows that share a rarer word are compared, so the time grows with the rows, not with their square.

use super::row::{Pairing, Row};
use super::words::{containment, likeness};

/// How alike rows have to be that stand between the same neighbours: first those that plainly are one, and at last
/// those that hardly can be another.
pub(super) const SURE: f32 = 0.6;
pub(super) const IN_PLACE: f32 = 0.3;

/// How alike rows have to be that stand anywhere, or in the same part of the plan.
const ANYWHERE: f32 = 0.5;
const SAME_PARENT: f32 = 0.4;

/// A word in more rows than this tells nothing.
const COMMON: usize = 200;
/// The words of a row that are looked up, the rarest first.
const LOOKED_UP: usize = 12;
/// The rows that are compared, those that share most of these words first.
const COMPARED: usize = 12;

/// How much of the head has to stand in the other where a row grew or was cut.
const MOST_OF_HEAD: f32 = 0.65;

fn score(plan: &Row, document: &Row) -> f32 {
    f32::midpoint(likeness(&plan.head, &document.head), likeness(&plan.whole, &document.whole))
}

/// How alike two rows are that stand in the same place: a row may have grown or been cut, or be known only by its
/// other cells.
fn score_in_place(plan: &Row, document: &Row) -> f32 {
    // A row without a head ("POLICE" alone among the owners) is known by all it holds.
    let grown = containment(&plan.head, &document.head).max(containment(&plan.whole, &document.whole));
    let grown = if grown >= MOST_OF_HEAD { IN_PLACE } else { 0.0 };
    let is_blank = plan.whole.is_empty() && document.whole.is_empty();
    let blank = if is_blank { 1.0 } else { 0.0 };
    score(plan, document).max(likeness(&plan.whole, &document.whole) - 0.1).max(grown).max(blank)
}

/// Pairs rows that stand beside paired ones in both lists, in the same part of the plan, and are at least so alike.
pub(super) fn between_neighbours(plan: &[Row], document: &[Row], at_least: f32, pairing: &mut Pairing) {
    let mut try_pair = |here: usize, beside: Option<usize>, step: fn(usize) -> Option<usize>| {
        if pairing.of_document[here].is_some() {
            return;
        }
        let row = &document[here];
        let neighbour = beside.and_then(|at| document.get(at)).filter(|other| other.parent == row.parent);
        let candidate = match (neighbour, beside) {
            (Some(_), Some(at)) => pairing.of_document[at].and_then(step),
            _ => None,
        };
        let Some(candidate) = candidate.filter(|at| *at < plan.len()) else { return };
        let fits = plan[candidate].parent == row.parent && score_in_place(&plan[candidate], row) >= at_least;
        if fits {
            pairing.join(candidate, here);
        }
    };
    for here in 0..document.len() {
        try_pair(here, here.checked_sub(1), |at| Some(at + 1));
    }
    for here in (0..document.len()).rev() {
        try_pair(here, Some(here + 1), |at| at.checked_sub(1));
    }
    first_of_parent(plan, document, at_least, pairing);
}

/// The first rows of one part have no neighbour before them.
fn first_of_parent(plan: &[Row], document: &[Row], at_least: f32, pairing: &mut Pairing) {
    let firsts = |rows: &[Row]| {
        let mut firsts: Vec<(u64, usize)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            if at == 0 || rows[at - 1].parent != row.parent {
                firsts.push((row.parent, at));
            }
        }
        firsts
    };
    let known: std::collections::HashMap<u64, usize> = firsts(plan).into_iter().rev().collect();
    for (parent, here) in firsts(document) {
        if let Some(candidate) = known.get(&parent)
            && score_in_place(&plan[*candidate], &document[here]) >= at_least
        {
            pairing.join(*candidate, here);
        }
    }
}

/// Two rows that may be one.
#[derive(Debug)]
struct Candidate {
    score: f32,
    plan: usize,
    document: usize,
}

/// Pairs rows by the words they share, the most alike first.
pub(super) fn by_words(plan: &[Row], document: &[Row], words: usize, pairing: &mut Pairing) {
    let mut rows_with: Vec<Vec<usize>> = vec![Vec::new(); words];
    for (at, row) in plan.iter().enumerate().filter(|(at, _)| pairing.of_plan[*at].is_none()) {
        let mut bag = row.whole.clone();
        bag.dedup();
        for word in bag {
            rows_with[word as usize].push(at);
        }
    }
    let mut shared = vec![0_usize; plan.len()];
    let mut candidates = Vec::new();
    for (at, row) in document.iter().enumerate().filter(|(at, _)| pairing.of_document[*at].is_none()) {
        for found in found_by_words(row, &rows_with, &mut shared) {
            let likeness = score(&plan[found], row);
            let is_near = plan[found].parent == row.parent;
            if likeness >= if is_near { SAME_PARENT } else { ANYWHERE } {
                let score = likeness + beside(plan, document, (found, at), pairing);
                candidates.push(Candidate { score, plan: found, document: at });
            }
        }
    }
    // Of two as alike, the one that stands where it stood.
    let far = |one: &Candidate| one.plan.abs_diff(one.document);
    candidates.sort_by(|one, other| other.score.total_cmp(&one.score).then_with(|| far(one).cmp(&far(other))));
    for one in candidates {
        pairing.join(one.plan, one.document);
    }
}

/// The rows of the plan that share most of a row's rarer words.
fn found_by_words(row: &Row, rows_with: &[Vec<usize>], shared: &mut [usize]) -> Vec<usize> {
    let mut words: Vec<u32> = row.whole.clone();
    words.dedup();
    words.retain(|word| (1..=COMMON).contains(&rows_with[*word as usize].len()));
    words.sort_by_key(|word| rows_with[*word as usize].len());
    let mut found = Vec::new();
    for word in words.into_iter().take(LOOKED_UP) {
        for at in &rows_with[word as usize] {
            if shared[*at] == 0 {
                found.push(*at);
            }
            shared[*at] += 1;
        }
    }
    found.sort_by_key(|at| std::cmp::Reverse(shared[*at]));
    for at in &found {
        shared[*at] = 0;
    }
    found.truncate(COMPARED);
    found
}

/// What speaks for two rows beside their words: the same part of the plan, neighbours and owners.
fn beside(plan: &[Row], document: &[Row], (here, there): (usize, usize), pairing: &Pairing) -> f32 {
    let partner = |at: Option<usize>| at.and_then(|at| pairing.of_document.get(at).copied().flatten());
    let signs = [
        (plan[here].parent == document[there].parent, 0.1),
        (plan[here].tie != 0 && plan[here].tie == document[there].tie, 0.05),
        (here > 0 && partner(there.checked_sub(1)) == here.checked_sub(1), 0.05),
        (partner(Some(there + 1)) == Some(here + 1), 0.05),
    ];
    signs.into_iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum()
}
