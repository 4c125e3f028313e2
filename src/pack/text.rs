//! Text as a workbook may hold it. Words are kept; only what would make a broken file is replaced.

use std::borrow::Cow;

/// The most a cell can hold, in UTF-16 units, is 32,767; a little less leaves room for "(continued)".
pub(super) const MOST_UNITS: usize = 32_000;

/// What stands before the rest of a text that was too long for its row.
pub(super) const CONTINUED: &str = "(continued)";

/// The text with line ends as Excel wants them, and the replacement character for control characters,
/// which XML forbids.
#[must_use]
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    // Nearly all text is plain; the bytes of forbidden characters are few.
    let is_plain = |byte: u8| matches!(byte, b'\n' | b'\t' | 0x20..=0x7e | 0x80..=0xc1 | 0xc3..=0xee | 0xf0..);
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    if !text.chars().any(|letter| letter == '\r' || is_forbidden(letter)) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(text.chars().map(|letter| if is_forbidden(letter) { '\u{fffd}' } else { letter }).collect())
}

fn is_forbidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t' | '\r')) || matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// The length as Excel counts it.
#[must_use]
pub(super) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text on one line.
#[must_use]
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most this many UTF-16 units, ended with "…" where something was left out, at a word's end if one is
/// near.
#[must_use]
pub(super) fn shortened(text: &str, most_units: usize) -> String {
    if utf16_len(text) <= most_units {
        return text.to_owned();
    }
    let mut units = 1;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= most_units
    };
    let cut: String = text.chars().take_while(fits).collect();
    let whole_words = cut.rfind(' ').filter(|end| *end * 2 > cut.len()).map_or(cut.as_str(), |end| &cut[..end]);
    format!("{}…", whole_words.trim_end_matches([' ', ',', '.', ':', '-']))
}

/// A name a sheet may have that no other has: 31 units at most, none of `*?:[]\/`, no apostrophe at an end,
/// never "History", which Excel keeps for itself.
#[must_use]
pub(super) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let legal: String = clean(wanted)
        .chars()
        .map(|letter| if matches!(letter, '*' | '?' | ':' | '[' | ']' | '\\' | '/') { ' ' } else { letter })
        .collect();
    let trimmed = one_line(&legal);
    let trimmed = trimmed.trim_matches(['\'', ' ']);
    let named = if trimmed.is_empty() || trimmed.eq_ignore_ascii_case("history") { "Sheet" } else { trimmed };
    let is_taken = |name: &str| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let name = shortened(named, 31).trim_end_matches('\'').to_owned();
    if !is_taken(&name) {
        return name;
    }
    (2..=taken.len() + 2)
        .map(|number| {
            let suffix = format!(" ({number})");
            format!("{}{suffix}", shortened(named, 31 - suffix.len()).trim_end_matches('\''))
        })
        .find(|name| !is_taken(name))
        .unwrap_or(name)
}

/// The word with its first letter as a capital.
#[must_use]
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_do_no_harm() {
        assert_eq!(clean("a\u{0}b\r\nc\rd\te\u{b}"), "a\u{fffd}b\nc\nd\te\u{fffd}");
        assert!(matches!(clean("= plain ❖ text\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn sheet_names_are_legal_and_differ() {
        let mut taken = Vec::new();
        let long = "1 Commissioning and system management of the whole";
        for wanted in
            ["", "''", "a/b:c", "A/B:C", "History", long, long, long, "❖❖ 'q'", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"]
        {
            let name = sheet_name(wanted, &taken);
            assert!(rust_xlsxwriter::utility::check_sheet_name(&name).is_ok(), "{name}");
            assert!(!taken.iter().any(|other: &String| other.to_lowercase() == name.to_lowercase()), "{name}");
            taken.push(name);
        }
        assert_eq!(taken[5], "1 Commissioning and system…");
        assert_eq!(taken[6], "1 Commissioning and… (2)");
    }

    #[test]
    fn text_is_shortened_at_a_word() {
        assert_eq!(shortened("one two three", 13), "one two three");
        assert_eq!(shortened("one two three", 10), "one two…");
        assert_eq!(shortened("abcdefghij", 5), "abcd…");
    }
}
