//! What the walk writes down on its way, for rules that must know the whole plan: how its texts begin, which runs of
//! capitals it uses, and which words of its statements might be fragments.
//!
//! It must not find anything.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::finding::Field;
use super::walk::Spot;
use super::words::{Token, Words};
use crate::model::Plan;

/// A word in small letters stands as a number, which is looked up quicker than the word.
type ByWord<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// The number of a word is spread well enough as it is.
#[derive(Clone, Copy, Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, number: u64) {
        self.0 = number ^ (number >> 29);
    }
}

/// A run of capitals, where it comes first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loud<'plan> {
    pub(super) letters: &'plan str,
    pub(super) spot: Spot,
    /// Where it is first the whole name of an owner.
    pub(super) owner: Option<Spot>,
}

/// A word of a statement or title that might be a fragment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Suspect<'plan> {
    pub(super) word: &'plan str,
    pub(super) text: &'plan str,
    pub(super) spot: Spot,
}

/// The longest run of capitals that is taken for an acronym; longer ones are words.
const LONGEST_LOUD: usize = 5;

/// The book.
#[derive(Debug)]
pub(super) struct Book<'plan> {
    /// The words of the text that is looked at; the list is used again for the next.
    pub(super) words: Words<'plan>,
    pub(super) loud: Vec<Loud<'plan>>,
    known_loud: ByWord<usize>,
    pub(super) suspects: Vec<Suspect<'plan>>,
    capitals: Habits,
}

/// How many texts of each kind begin with a capital, and how many with a small letter.
#[derive(Clone, Copy, Debug, Default)]
struct Habits {
    statements: Habit,
    titles: Habit,
    milestones: Habit,
}

#[derive(Clone, Copy, Debug, Default)]
struct Habit {
    capital: usize,
    small: usize,
}

impl Habit {
    fn count(&mut self, text: &str) {
        match text.bytes().next() {
            // Nearly all texts begin so.
            Some(b'A'..=b'Z') => self.capital += 1,
            Some(b'a'..=b'z') => self.small += 1,
            _ => match text.chars().find(|letter| letter.is_alphanumeric()) {
                Some(letter) if letter.is_uppercase() => self.capital += 1,
                Some(letter) if letter.is_lowercase() => self.small += 1,
                _ => {}
            },
        }
    }

    /// Whether a small letter at the beginning is out of the way.
    fn is_capital(self) -> bool {
        self.capital > self.small && self.capital > 0
    }
}

impl<'plan> Book<'plan> {
    pub(super) fn of(plan: &'plan Plan) -> Self {
        let mut capitals = Habits::default();
        for grid in &plan.grids {
            capitals.titles.count(&grid.title);
            for objective in &grid.objectives {
                capitals.statements.count(&objective.statement);
                let milestones = objective.actions.iter().flat_map(|action| &action.milestones);
                milestones.for_each(|one| capitals.milestones.count(one.text()));
            }
        }
        Self {
            words: Words::default(),
            loud: Vec::new(),
            known_loud: ByWord::default(),
            suspects: Vec::new(),
            capitals,
        }
    }

    /// Enters the words of a text.
    pub(super) fn enter(&mut self, spot: Spot, text: &'plan str, words: &Words<'plan>) {
        if !words.has_capitals {
            return;
        }
        let tokens = words.tokens.as_slice();
        // A heading in capitals holds no acronyms, but a name or two letters in brackets may.
        let is_heading = || tokens.len() > 1 && spot.field != Field::Owners && tokens.iter().all(|token| token.is_loud);
        for token in tokens {
            let may_be = (token.is_loud || is_plural(token.word)) && !token.has_figure;
            if may_be && token.word.len() < LONGEST_LOUD + 2 && !is_heading() {
                self.enter_loud(spot, text, token);
            }
        }
    }

    fn enter_loud(&mut self, spot: Spot, text: &'plan str, token: &Token<'plan>) {
        let letters = if token.is_loud { token.word } else { token.word.trim_end_matches('s') };
        if !(2..=LONGEST_LOUD).contains(&letters.len()) || !letters.is_ascii() {
            return;
        }
        let at = *self.known_loud.entry(number(letters)).or_insert(self.loud.len());
        if at == self.loud.len() {
            self.loud.push(Loud { letters, spot, owner: None });
        }
        if let Some(known) = self.loud.get_mut(at)
            && known.owner.is_none()
            && spot.field == Field::Owners
            && is_whole_name(text, token)
        {
            known.owner = Some(spot);
        }
    }

    /// Whether texts of this field begin with a capital in this plan.
    pub(super) fn begins_with_capital(&self, field: Field) -> bool {
        match field {
            Field::Statement => self.capitals.statements.is_capital(),
            Field::Title => self.capitals.titles.is_capital(),
            Field::Milestones => self.capitals.milestones.is_capital(),
            _ => false,
        }
    }
}

/// How often words are used, whatever their case.
#[derive(Debug, Default)]
pub(super) struct Vocabulary<'plan>(ByWord<(&'plan str, u32)>);

impl<'plan> Vocabulary<'plan> {
    /// Adds the words of a text.
    pub(super) fn add(&mut self, tokens: &[Token<'plan>]) {
        for token in tokens {
            self.add_word(token.word);
        }
    }

    /// Adds a word.
    pub(super) fn add_word(&mut self, word: &'plan str) {
        self.0.entry(number(word)).or_insert((word, 0)).1 += 1;
    }

    /// How often a word is used.
    pub(super) fn count(&self, word: &str) -> u32 {
        self.0.get(&number(word)).map_or(0, |(_, count)| *count)
    }

    /// Every word, in no order.
    pub(super) fn words(&self) -> impl Iterator<Item = &'plan str> {
        self.0.values().map(|(word, _)| *word)
    }
}

/// "SLAs".
fn is_plural(word: &str) -> bool {
    matches!(word.as_bytes(), [first, letters @ .., b's']
        if first.is_ascii_uppercase() && !letters.is_empty() && letters.iter().all(u8::is_ascii_uppercase))
}

/// Whether an owner's name is this word and nothing more.
fn is_whole_name(text: &str, token: &Token<'_>) -> bool {
    let ends = |part: &str, at_end: bool| {
        let rest = if at_end { part.trim_end() } else { part.trim_start() };
        rest.is_empty() || if at_end { rest.ends_with(['/', ',', ';']) } else { rest.starts_with(['/', ',', ';']) }
    };
    ends(&text[..token.start], true) && ends(&text[token.end()..], false)
}

fn number(word: &str) -> u64 {
    let add = |number: u64, byte: u8| (number ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    word.bytes().fold(0xcbf2_9ce4_8422_2325, add)
}
