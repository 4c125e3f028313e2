//! Texts as a document would hold them, and how alike two of them are.
//!
//! It must not know what a text is of.

use std::collections::HashMap;

/// Marks that begin a point of a list wherever they stand, also as letters of the symbol fonts that Word used.
const BULLETS: [char; 14] =
    ['•', '❖', '▪', '●', '■', '◦', '➢', '✓', '‣', '·', '\u{f0b7}', '\u{f0a7}', '\u{f076}', '\u{f0d8}'];

/// Marks that begin a point only where a line begins: elsewhere they stand between words.
const DASHES: [&str; 4] = ["-", "–", "—", "*"];

/// A text without what laying it out adds: bullets, line ends, and more than one space.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.lines() {
        for (at, word) in line.split_whitespace().enumerate() {
            let word = word.trim_start_matches(BULLETS);
            if word.is_empty() || (at == 0 && DASHES.contains(&word)) {
                continue;
            }
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.push_str(word);
        }
    }
    plain
}

/// Several texts as one cell of a document would hold them.
pub(super) fn plain_cell<'text>(texts: impl IntoIterator<Item = &'text str>) -> String {
    let mut cell = String::new();
    for text in texts {
        let text = plain(text);
        if !cell.is_empty() && !text.is_empty() {
            cell.push(' ');
        }
        cell.push_str(&text);
    }
    cell
}

/// The words of a text, each as often as it stands there, in an order of their own.
pub(super) type Bag = Vec<u32>;

/// Numbers for words and texts, so that they are compared quickly. The empty text is 0.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: HashMap<String, u32>,
}

impl Lexicon {
    fn number(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.words.len() + 1).unwrap_or(u32::MAX);
        *self.words.entry(word).or_insert(next)
    }

    /// A number for a text, the same for all texts that differ in case and layout only.
    pub(super) fn text(&mut self, text: &str) -> u64 {
        let text = plain(text).to_lowercase();
        if text.is_empty() { 0 } else { u64::from(self.number(text)) }
    }

    /// The words of a text, whatever their case.
    pub(super) fn bag(&mut self, text: &str) -> Bag {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut bag: Bag = words.map(|word| self.number(word.to_lowercase())).collect();
        bag.sort_unstable();
        bag
    }

    /// How many numbers were given.
    pub(super) fn len(&self) -> usize {
        self.words.len() + 1
    }
}

/// How many words two texts share.
fn shared(one: &[u32], other: &[u32]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(left), Some(right)) = (one.get(i), other.get(j)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            }
        }
    }
    shared
}

#[expect(clippy::cast_precision_loss, reason = "words of a row")]
fn part(of: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { of as f32 / whole as f32 }
}

/// How alike two texts are: 1 for the same words, 0 for no word in common or no words.
pub(super) fn likeness(one: &[u32], other: &[u32]) -> f32 {
    part(2 * shared(one, other), one.len() + other.len())
}

/// How much of the shorter text stands in the longer one, from 0 to 1.
pub(super) fn containment(one: &[u32], other: &[u32]) -> f32 {
    part(shared(one, other), one.len().min(other.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laying_a_text_out_otherwise_changes_nothing() {
        for text in
            ["Agree it\nSign it", "• Agree it\r\n• Sign it", "  ❖ Agree  it •Sign\u{a0}it", "- Agree it\n– Sign it"]
        {
            assert_eq!(plain(text), "Agree it Sign it", "{text:?}");
        }
        assert_eq!(plain("Oct 16 – Mar 17"), "Oct 16 – Mar 17", "a dash between words is one of them");
        assert_eq!(plain("-5%"), "-5%");
        assert_eq!(plain_cell(["a", " • ", "b"]), "a b");
    }

    #[test]
    fn likeness_counts_words() {
        let mut lexicon = Lexicon::default();
        let mut bag = |text: &str| lexicon.bag(text);
        let (one, other, none) = (bag("Agree the new pathway"), bag("agree a pathway"), bag(""));
        assert!((likeness(&one, &one) - 1.0).abs() < f32::EPSILON);
        assert!((likeness(&one, &other) - 4.0 / 7.0).abs() < 0.001);
        assert!((containment(&one, &other) - 2.0 / 3.0).abs() < 0.001);
        assert!(likeness(&none, &none) < f32::EPSILON);
        assert_eq!(lexicon.text("The  Same"), lexicon.text("• the same"));
        assert_eq!(lexicon.text(" "), 0);
    }
}
