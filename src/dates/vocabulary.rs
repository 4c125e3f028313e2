//! The words the reader knows, and what each of them can mean.
//!
//! The list is in `table`, the meanings in `meaning`; here is the look-up. It must not know in which order
//! words have to stand. Common slips ("Febuary", "quaterly") are listed like any other spelling. Words not
//! listed are [`Meaning::Other`].

mod meaning;
mod table;

pub(super) use meaning::{Meaning, Unit};
use table::{FIRST_OF_LETTER, WORDS};

/// No known word is longer than this many bytes.
const LONGEST: usize = 16;

/// What a word means, in any mixture of capitals.
pub(super) fn meaning_of(word: &str) -> Meaning {
    let mut lower = [0_u8; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return if is_xs(word) { Meaning::Xs } else { Meaning::Other };
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let Some(letter) = lower.first().filter(|byte| byte.is_ascii_lowercase()) else {
        return Meaning::Other;
    };
    let letter = usize::from(letter - b'a');
    let found = WORDS[FIRST_OF_LETTER[letter]..FIRST_OF_LETTER[letter + 1]]
        .iter()
        .find(|(known, _)| known.as_bytes() == &*lower);
    match found {
        Some((_, meaning)) => *meaning,
        None if is_xs(word) => Meaning::Xs,
        None => Meaning::Other,
    }
}

fn is_xs(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|byte| matches!(byte, b'x' | b'X'))
}
