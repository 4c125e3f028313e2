//! What a person has looked at and chosen to leave as it is, with their reason.
//!
//! A plan keeps these beside its words, so that nobody is asked a second time. It must not know what can be found:
//! a rule is no more than its name here.

use std::fmt;

use super::ids::RecordId;

/// A finding that was accepted: which rule, about what, in which field, and the words as they were. Other words are
/// another finding, so that it is asked again when they change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AcceptedFinding {
    /// The name of the rule ("missing-kpi").
    pub rule: String,
    /// The record whose words they are; `None` for what is about the whole plan.
    pub record: Option<RecordId>,
    /// The field ("when").
    pub field: String,
    /// The words it was about.
    pub words: Fingerprint,
}

impl AcceptedFinding {
    /// A number that tells it from others, the same in every copy of the plan.
    #[must_use]
    pub fn number(&self) -> u64 {
        let record = format!("{:?}", self.record);
        Fingerprint::of_all([self.rule.as_str(), &record, &self.field, &self.words.to_string()]).0
    }
}

/// A number that stands for some words; the same words give the same in every version of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

/// The start and the factor of Fowler, Noll and Vo's hash (FNV-1a) of 64 bits.
const START: u64 = 0xcbf2_9ce4_8422_2325;
const FACTOR: u64 = 0x0100_0000_01b3;

impl Fingerprint {
    /// That of these words.
    #[must_use]
    pub fn of(words: &str) -> Self {
        Self::of_all([words])
    }

    /// That of several texts, which must also be parted in the same places.
    #[must_use]
    pub fn of_all<'text>(texts: impl IntoIterator<Item = &'text str>) -> Self {
        let add = |number: u64, byte: u8| (number ^ u64::from(byte)).wrapping_mul(FACTOR);
        // No text holds the byte 0xff, so it parts them.
        Self(texts.into_iter().fold(START, |number, text| add(text.bytes().fold(number, add), 0xff)))
    }

    /// Reads it as it is written: 16 hexadecimal digits, in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 16 && text.bytes().all(is_digit)).then(|| u64::from_str_radix(text, 16).ok().map(Self))?
    }

    /// The number itself.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_reads_back_and_stays_what_it_was() {
        let words = Fingerprint::of("xxxx");
        assert_eq!(Fingerprint::parse(&words.to_string()), Some(words));
        assert_eq!(Fingerprint::of("").to_string(), "af64724c8602eb6e", "files hold these numbers");
        for text in ["", "0", "00000000000000zz", "AF63BD4C8601B7DF", "0000000000000000a"] {
            assert_eq!(Fingerprint::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn other_words_and_other_partings_are_told_apart() {
        assert_ne!(Fingerprint::of("Oct 17"), Fingerprint::of("Oct 16"));
        assert_ne!(Fingerprint::of_all(["a", "b"]), Fingerprint::of_all(["ab", ""]));
    }
}
