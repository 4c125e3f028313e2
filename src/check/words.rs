//! Text cut into words, and small questions about words that several rules ask.
//!
//! It must not know of plans.

/// A run of letters and figures; an apostrophe inside belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'text> {
    /// The letters.
    pub(super) word: &'text str,
    /// Its first byte in the text.
    pub(super) start: usize,
    /// Whether it has a capital (or a figure) and no small letter.
    pub(super) is_loud: bool,
    /// Whether a figure is in it.
    pub(super) has_figure: bool,
}

impl Token<'_> {
    /// The byte after its last.
    pub(super) fn end(&self) -> usize {
        self.start + self.word.len()
    }

    /// Whether it is this word, whatever the case; `word` in small ASCII letters.
    #[inline]
    pub(super) fn is(&self, word: &str) -> bool {
        // Rules ask this of lists of words: nearly every answer is no, by the length or the first letter.
        let first = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
        self.word.len() == word.len() && first(self.word) == first(word) && self.word.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words.
    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }
}

/// The words of a text, and what is among them: of most texts, most rules then know that they need not look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words<'text> {
    /// Every word, in order.
    pub(super) tokens: Vec<Token<'text>>,
    /// Some word has more than one capital and might be an acronym.
    pub(super) has_capitals: bool,
    /// Some word is a single letter or figure.
    pub(super) has_single: bool,
    /// Some word begins with a letter and has a length that a placeholder can have.
    pub(super) may_keep_a_place: bool,
}

impl<'text> Words<'text> {
    fn push(&mut self, word: &'text str, start: usize, seen: u8) {
        let is_loud = seen & (CAPITAL | FIGURE) != 0 && seen & SMALL == 0;
        self.tokens.push(Token { word, start, is_loud, has_figure: seen & FIGURE != 0 });
        match *word.as_bytes() {
            [_] => self.has_single = true,
            [first, second, ..] => {
                self.has_capitals |= first.is_ascii_uppercase() && second.is_ascii_uppercase();
                self.may_keep_a_place |= match first {
                    b'x' | b'X' => matches!(second, b'x' | b'X'),
                    b't' | b'T' => word.len() == 3 && matches!(second, b'b' | b'B'),
                    b'i' | b'I' | b'e' | b'E' => matches!(second, b'n' | b'N') && matches!(word.len(), 5 | 6),
                    _ => false,
                };
            }
            [] => {}
        }
    }
}

const CAPITAL: u8 = 1;
const SMALL: u8 = 2;
const FIGURE: u8 = 4;
/// The first byte of a letter beyond ASCII, or of some other sign there.
const BEYOND: u8 = 8;

/// What each byte is: looked up, because every byte of a plan goes through here.
const KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut kinds = [0; 256];
    let mut byte = 0_usize;
    while byte < 256 {
        kinds[byte] = match byte {
            0x41..=0x5a => CAPITAL,
            0x61..=0x7a => SMALL,
            0x30..=0x39 => FIGURE,
            0x80..=0xff => BEYOND,
            _ => 0,
        };
        byte += 1;
    }
    kinds
}

/// Cuts a text into words, into a list that is used again.
pub(super) fn cut<'text>(text: &'text str, words: &mut Words<'text>) {
    words.tokens.clear();
    (words.has_capitals, words.has_single, words.may_keep_a_place) = (false, false, false);
    let bytes = text.as_bytes();
    let kind_at = |at: usize| bytes.get(at).map_or(0, |byte| KINDS[usize::from(*byte)]);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if KINDS[usize::from(*byte)] == 0 {
            at += 1;
            continue;
        }
        let start = at;
        let mut seen = 0;
        loop {
            for byte in bytes.get(at..).unwrap_or_default() {
                let kind = KINDS[usize::from(*byte)];
                if kind & (CAPITAL | SMALL | FIGURE) == 0 {
                    break;
                }
                seen |= kind;
                at += 1;
            }
            if kind_at(at) == BEYOND
                && let Some((kind, width)) = letter_beyond(text, at)
            {
                seen |= kind;
                at += width;
            } else {
                // An apostrophe belongs to the word that goes on after it.
                let width = if at > start { apostrophe_at(bytes, at) } else { 0 };
                let goes_on =
                    width > 0 && (kind_at(at + width) & !BEYOND != 0 || letter_beyond(text, at + width).is_some());
                if !goes_on {
                    break;
                }
                at += width;
            }
        }
        if at > start {
            words.push(&text[start..at], start, seen);
        } else {
            at += width_at(bytes, at);
        }
    }
}

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut words = Words::default();
    cut(text, &mut words);
    words.tokens
}

/// The kind and the width of a letter beyond ASCII that begins here.
fn letter_beyond(text: &str, at: usize) -> Option<(u8, usize)> {
    let letter = text.get(at..)?.chars().next().filter(|letter| !letter.is_ascii() && letter.is_alphanumeric())?;
    let kind = if letter.is_uppercase() { CAPITAL } else { SMALL };
    Some((kind, letter.len_utf8()))
}

fn width_at(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(0xc0..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xff) => 4,
        _ => 1,
    }
}

/// The width of an apostrophe that stands here, straight or curly; 0 for anything else.
fn apostrophe_at(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'\'') => 1,
        Some(0xe2) if bytes.get(at + 1..at + 3) == Some(&[0x80, 0x99]) => 3,
        _ => 0,
    }
}

/// What stands between two words that follow one another.
pub(super) fn between<'text>(text: &'text str, left: &Token<'_>, right: &Token<'_>) -> &'text str {
    text.get(left.end()..right.start).unwrap_or_default()
}

/// Whether only space stands between two words.
pub(super) fn are_neighbours(text: &str, left: &Token<'_>, right: &Token<'_>) -> bool {
    between(text, left, right).bytes().all(|byte| byte == b' ')
}

/// The text without space, bullets and dashes at its ends.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '•' | '❖' | '·' | '\u{f0b7}' | '-' | '–')
    })
}

/// The first few words of a text, for messages.
pub(super) fn beginning(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = bare(text);
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.replace('\n', " ") };
    let cut = &text[..end];
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words);
    format!("{} …", whole.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_words() {
        let cut: Vec<&str> =
            tokens("Children's (GP) \u{2019}s 31/03/17 – caf\u{e9}s' \u{f0b7}x18").iter().map(|one| one.word).collect();
        assert_eq!(cut, ["Children's", "GP", "s", "31", "03", "17", "caf\u{e9}s", "x18"]);
        let loud: Vec<bool> = tokens("LBTH Lbth 18 É é A1").iter().map(|one| one.is_loud).collect();
        assert_eq!(loud, [true, false, true, true, false, true]);
    }

    #[test]
    fn what_is_among_the_words_of_a_text_is_known() {
        let mut words = Words::default();
        let mut signs = |text| {
            cut(text, &mut words);
            [words.has_capitals, words.has_single, words.may_keep_a_place]
        };
        assert_eq!(signs("Agree the protocol with every Provider"), [false; 3]);
        assert_eq!(signs("Offer IBAs to a half"), [true, true, false]);
        for text in ["xx staff", "Tbc", "INSERT text", "to enter"] {
            assert!(signs(text)[2], "{text}");
        }
        assert_eq!(signs("Texas tables at last"), [false; 3]);
    }

    #[test]
    fn a_long_text_is_shortened_between_words() {
        assert_eq!(beginning("• Health Champions"), "Health Champions");
        let short = beginning(&"word ".repeat(30));
        assert!(short.ends_with("word …") && short.chars().count() < 64, "{short}");
    }
}
