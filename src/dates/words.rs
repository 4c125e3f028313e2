//! Cuts text into tokens: numbers, words and marks, each with its place in the text.
//!
//! Every token lies on character boundaries and the text itself is only
//! borrowed. Knows letters and marks; must not know what a date is.

use super::vocabulary::{Meaning, meaning_of};

/// One number, word or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Byte offsets in the text.
    pub start: usize,
    pub end: usize,
    /// Nothing stands between this token and the one before.
    pub is_glued: bool,
    /// The first token of a line, or of the text.
    pub starts_line: bool,
    pub meaning: Meaning,
}

/// A text and its tokens. Asking past either end gives [`Meaning::End`].
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Words<'a> {
    pub(super) fn cut(text: &'a str) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 4 + 4);
        let mut at = 0;
        let mut is_glued = false;
        let mut starts_line = true;
        while let Some(first) = text[at..].chars().next() {
            if is_space(first) {
                starts_line |= matches!(first, '\n' | '\r');
                is_glued = false;
                at += first.len_utf8();
                continue;
            }
            let (length, meaning) = token_at(&text[at..], first);
            let end = at + length;
            tokens.push(Token { start: at, end, is_glued, starts_line, meaning });
            at = end;
            is_glued = true;
            starts_line = false;
        }
        Self { text, tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn meaning(&self, index: usize) -> Meaning {
        self.tokens.get(index).map_or(Meaning::End, |token| token.meaning)
    }

    /// What the token before `index` means.
    pub(super) fn before(&self, index: usize) -> Meaning {
        index.checked_sub(1).map_or(Meaning::End, |before| self.meaning(before))
    }

    pub(super) fn is(&self, index: usize, meaning: Meaning) -> bool {
        self.meaning(index) == meaning
    }

    /// Whether the tokens from `index` on mean exactly these, in this order.
    pub(super) fn are(&self, index: usize, meanings: &[Meaning]) -> bool {
        meanings.iter().enumerate().all(|(offset, meaning)| self.is(index + offset, *meaning))
    }

    /// Value and digits of a number.
    pub(super) fn number(&self, index: usize) -> Option<(u32, u8)> {
        match self.meaning(index) {
            Meaning::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn is_glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.is_glued)
    }

    pub(super) fn starts_line(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.starts_line)
    }

    /// The token's own letters, empty past the end.
    pub(super) fn letters(&self, index: usize) -> &'a str {
        self.tokens.get(index).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        self.letters(index).starts_with(char::is_uppercase)
    }

    /// The bytes of the text from token `first` to before token `end`.
    pub(super) fn bytes(&self, first: usize, end: usize) -> std::ops::Range<usize> {
        let start = self.tokens.get(first).map_or(self.text.len(), |token| token.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        start..last.map_or(start, |token| token.end.max(start))
    }

    /// Whether a clause ends before token `index`: the text or line is over, or a
    /// mark stands there that does not belong to a number.
    pub(super) fn closes(&self, index: usize) -> bool {
        match self.meaning(index) {
            Meaning::End | Meaning::Open | Meaning::Close | Meaning::Stop | Meaning::Question | Meaning::Apostrophe => {
                true
            }
            Meaning::Dot | Meaning::Comma | Meaning::Slash | Meaning::Dash => {
                !(self.is_glued(index + 1) && self.number(index + 1).is_some())
            }
            _ => self.starts_line(index),
        }
    }

    /// Whether the token is a small word that no one counts: "to", "the", "will".
    pub(super) fn is_function_word(&self, index: usize) -> bool {
        use Meaning as M;
        matches!(
            self.meaning(index),
            M::Lead
                | M::On
                | M::Of
                | M::The
                | M::And
                | M::To
                | M::Until
                | M::From
                | M::With
                | M::As
                | M::Stage
                | M::During
                | M::Between
                | M::Onwards
                | M::Ongoing
                | M::After
                | M::Article
                | M::Function
                | M::Month(_)
                | M::Meeting
                | M::Placeholder
                | M::Through
                | M::Be
                | M::Starting
        )
    }
}

/// Any character people or programs put between two numbers as a dash.
pub(super) fn is_dash(mark: char) -> bool {
    matches!(
        mark,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{00AC}' | '\u{2192}'
    )
}

/// White space, and the characters that take no room at all.
pub(super) fn is_space(character: char) -> bool {
    match character {
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{0007}' => true,
        _ => character.is_whitespace(),
    }
}

/// A glyph that only opens a line of a list, and words' private-use bullets.
pub(super) fn is_bullet(mark: char) -> bool {
    matches!(
        mark,
        '•' | '·'
            | '●'
            | '○'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '◦'
            | '‣'
            | '⁃'
            | '❖'
            | '➢'
            | '✓'
            | '✔'
            | '◆'
            | '►'
            | '*'
            | '\u{E000}'..='\u{F8FF}'
    )
}

fn token_at(rest: &str, first: char) -> (usize, Meaning) {
    if first.is_ascii_digit() {
        let length = run(rest, |c| c.is_ascii_digit());
        let value = rest[..length].parse().unwrap_or(u32::MAX);
        let digits = u8::try_from(length).unwrap_or(u8::MAX);
        (length, Meaning::Number { value, digits })
    } else if first.is_alphabetic() {
        let length = run(rest, char::is_alphabetic);
        (length, meaning_of(&rest[..length]))
    } else {
        (first.len_utf8(), mark(first))
    }
}

fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

fn mark(mark: char) -> Meaning {
    match mark {
        '/' | '\\' | '\u{2044}' | '\u{2215}' => Meaning::Slash,
        '.' => Meaning::Dot,
        ',' => Meaning::Comma,
        '\'' | '’' | '‘' | '`' | '´' | '\u{2032}' => Meaning::Apostrophe,
        '(' | '[' | '{' | '<' => Meaning::Open,
        ')' | ']' | '}' | '>' => Meaning::Close,
        ';' | ':' | '!' | '|' | '"' | '“' | '”' | '…' => Meaning::Stop,
        '?' => Meaning::Question,
        '%' => Meaning::Percent,
        '&' | '+' => Meaning::And,
        '¼' => Meaning::QuarterGlyph,
        _ if is_dash(mark) => Meaning::Dash,
        _ if is_bullet(mark) => Meaning::Stop,
        _ => Meaning::Symbol,
    }
}
