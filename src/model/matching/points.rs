//! Which points of one list, such as the KPIs of an action, are those of another.

use super::words::{Lexicon, likeness, plain};

/// How alike two points have to be to be one.
const ALIKE: f32 = 0.5;

/// For each point of `new`, the one of `old` it is: the same words first, then most of the words.
pub(super) fn same(old: &[String], new: &[String]) -> Vec<Option<usize>> {
    let mut found = vec![None; new.len()];
    let mut is_free = vec![true; old.len()];
    let [old_plain, new_plain] = [old, new].map(|all| all.iter().map(|text| plain(text)).collect::<Vec<_>>());
    for (at, text) in new_plain.iter().enumerate() {
        found[at] = (0..old.len()).find(|known| is_free[*known] && old_plain[*known] == *text);
        if let Some(known) = found[at] {
            is_free[known] = false;
        }
    }
    let mut lexicon = Lexicon::default();
    let [old_bags, new_bags] = [old, new].map(|all| all.iter().map(|text| lexicon.bag(text)).collect::<Vec<_>>());
    for at in 0..new.len() {
        if found[at].is_some() {
            continue;
        }
        let free = (0..old.len()).filter(|known| is_free[*known]);
        let best = free.map(|known| (likeness(&old_bags[known], &new_bags[at]), known));
        // Of two as alike, the first.
        let best = best.rev().max_by(|one, other| one.0.total_cmp(&other.0)).filter(|(likeness, _)| *likeness >= ALIKE);
        if let Some((_, known)) = best {
            is_free[known] = false;
            found[at] = Some(known);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_known_by_its_words_and_then_by_most_of_them() {
        let list = |points: &[&str]| points.iter().map(|point| (*point).to_owned()).collect::<Vec<_>>();
        let old = list(&["Train 120 staff by June", "TBC", "TBC", "Waits below three weeks"]);
        assert_eq!(same(&old, &old), [Some(0), Some(1), Some(2), Some(3)]);
        let new = list(&["Waits below two weeks", "• TBC", "Train 150 staff by June", "Open a clinic"]);
        assert_eq!(same(&old, &new), [Some(3), Some(1), Some(0), None]);
    }
}
