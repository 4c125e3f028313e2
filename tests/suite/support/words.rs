//! Comparing texts word by word.

use std::collections::BTreeMap;

/// The words of a text, without the bullets that stand between them.
pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !matches!(*word, "•" | "·")).collect()
}

/// A text with every run of space as one space, and without bullets.
pub(crate) fn plain(text: &str) -> String {
    words(text).join(" ")
}

/// The words of `left` that are not in `right`, each as often as it is missing, sorted.
pub(crate) fn missing<'text>(left: &[&'text str], right: &[&str]) -> Vec<&'text str> {
    let mut left_over = BTreeMap::new();
    for word in left {
        *left_over.entry(*word).or_insert(0_usize) += 1;
    }
    for word in right {
        if let Some(count) = left_over.get_mut::<str>(word) {
            *count = count.saturating_sub(1);
        }
    }
    left_over.into_iter().flat_map(|(word, count)| std::iter::repeat_n(word, count)).collect()
}

/// Holds two long texts against each other word by word, and on a difference shows only its surroundings.
#[track_caller]
pub(crate) fn assert_same_words(left: &str, right: &str) {
    let (left, right): (Vec<&str>, Vec<&str>) = (left.split_whitespace().collect(), right.split_whitespace().collect());
    let differs = left.iter().zip(&right).position(|(one, two)| one != two);
    let at = differs.unwrap_or(left.len().min(right.len()));
    let near = |words: &[&str]| words[at.saturating_sub(8).min(words.len())..(at + 8).min(words.len())].join(" ");
    assert!(left == right, "word {at} differs:\n  {}\n  {}", near(&left), near(&right));
}
