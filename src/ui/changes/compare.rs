//! In which words two texts differ.
//!
//! It must not know what the texts are of.

use std::ops::Range;

/// The most comparisons that are worth making; beyond, all between the common start and the common end is
/// called different.
const MOST: usize = 250_000;

/// What of each text the other has not, as ranges of bytes. Spaces between words that differ belong to
/// them. Nothing where the texts have no word in common: that they differ needs no telling.
pub(crate) fn differences(one: &str, other: &str) -> [Vec<Range<usize>>; 2] {
    let (here, there) = (words(one), words(other));
    let same = |(a, b): &(&Range<usize>, &Range<usize>)| one[(*a).clone()] == other[(*b).clone()];
    let start = here.iter().zip(&there).take_while(same).count();
    let (left, right) = (&here[start..], &there[start..]);
    let end = left.iter().rev().zip(right.iter().rev()).take_while(same).count();
    let (left, right) = (&left[..left.len() - end], &right[..right.len() - end]);
    let [in_one, in_other] = common(left, right, |a, b| one[a.clone()] == other[b.clone()]);
    let is_word = |piece: &Range<usize>| !one[piece.clone()].trim().is_empty();
    let in_common = left.iter().zip(&in_one).filter(|(_, is_common)| **is_common).map(|(piece, _)| piece);
    let around = here[..start].iter().chain(&here[here.len() - end..]);
    if !in_common.chain(around).any(is_word) {
        return [Vec::new(), Vec::new()];
    }
    [joined(one, left, &in_one), joined(other, right, &in_other)]
}

/// Words and the spaces between them, each a piece of its own.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut was_space = None;
    for (at, letter) in text.char_indices() {
        let (is_space, end) = (letter.is_whitespace(), at + letter.len_utf8());
        match pieces.last_mut() {
            // A line end is a piece of its own, so that lines stay together.
            Some(piece) if was_space == Some(is_space) && letter != '\n' => piece.end = end,
            _ => pieces.push(at..end),
        }
        was_space = (letter != '\n').then_some(is_space);
    }
    pieces
}

/// Marks what of each list is in a longest common part of both.
fn common(
    left: &[Range<usize>],
    right: &[Range<usize>],
    same: impl Fn(&Range<usize>, &Range<usize>) -> bool,
) -> [Vec<bool>; 2] {
    let mut marks = [vec![false; left.len()], vec![false; right.len()]];
    if left.len().saturating_mul(right.len()) > MOST {
        return marks;
    }
    let row = right.len() + 1;
    // How long the common part of the rests from (i, j) on is.
    let mut longest = vec![0_u32; row * (left.len() + 1)];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * row + j] = if same(&left[i], &right[j]) {
                longest[(i + 1) * row + j + 1] + 1
            } else {
                longest[(i + 1) * row + j].max(longest[i * row + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if same(&left[i], &right[j]) {
            (marks[0][i], marks[1][j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * row + j] >= longest[i * row + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    marks
}

/// The pieces that are not common, those with nothing but spaces between them as one.
fn joined(text: &str, pieces: &[Range<usize>], is_common: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (piece, is_common) in pieces.iter().zip(is_common) {
        if *is_common || text[piece.clone()].trim().is_empty() {
            continue;
        }
        match ranges.last_mut() {
            Some(last) if is_blank_line(&text[last.end..piece.start]) => last.end = piece.end,
            _ => ranges.push(piece.clone()),
        }
    }
    ranges
}

/// Whether there is nothing but spaces, on one line.
fn is_blank_line(between: &str) -> bool {
    between.chars().all(|letter| letter.is_whitespace() && letter != '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differing<'text>(one: &'text str, other: &'text str) -> [Vec<&'text str>; 2] {
        let [here, there] = differences(one, other);
        [here.into_iter().map(|range| &one[range]).collect(), there.into_iter().map(|range| &other[range]).collect()]
    }

    #[test]
    fn words_that_differ_are_found() {
        let none: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
        assert_eq!(differing("", ""), none);
        assert_eq!(differing("the same\nwords", "the same\nwords"), none);
        assert_eq!(differing("", "all new"), none);
        assert_eq!(differing("30 June", "31/07/16"), none);
        assert_eq!(differing("by end June", "by end July"), [vec!["June"], vec!["July"]]);
        assert_eq!(
            differing("Re-design the young people’s service", "Re-design and tender the young people’s service"),
            [vec![], vec!["and tender"]]
        );
        assert_eq!(differing("a b c d", "a x y d"), [vec!["b c"], vec!["x y"]]);
        assert_eq!(differing("one\ntwo\nthree", "one\nthree\ntwo"), [vec!["two"], vec!["two"]]);
        assert_eq!(differing("é à", "é ü"), [vec!["à"], vec!["ü"]]);
    }

    #[test]
    fn texts_too_long_to_compare_differ_between_their_common_ends() {
        let numbers = |from: usize| (from..from + 2_000).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        let (one, other) = (format!("start {} end", numbers(0)), format!("start {} end", numbers(9_000)));
        assert_eq!(differing(&one, &other), [vec![numbers(0).as_str()], vec![numbers(9_000).as_str()]]);
    }
}
