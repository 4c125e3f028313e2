//! A deadline as written, beside what it is read as.
//!
//! Keeps the words for ever; must not change or tidy them.

use super::period::Period;
use super::reader;
use super::reading::Reading;
use super::sentence;

/// The words of a deadline and their reading, which a user may have overruled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    written: String,
    reading: Reading,
    overruled: bool,
}

impl Default for When {
    /// Blank: no words.
    fn default() -> Self {
        Self { written: String::new(), reading: Reading::Blank, overruled: false }
    }
}

impl When {
    /// Reads a whole deadline cell. Years that were not written come from `period`.
    pub fn read(written: impl Into<String>, period: &Period) -> When {
        let written = written.into();
        let reading = reader::read(&written, period);
        When { written, reading, overruled: false }
    }

    /// Words with the reading a user chose for them.
    pub fn overrule(written: impl Into<String>, reading: Reading) -> When {
        When { written: written.into(), reading, overruled: true }
    }

    /// The same words read again for another period; an overruling is kept.
    #[must_use]
    pub fn reread(&self, period: &Period) -> When {
        if self.overruled { self.clone() } else { When::read(self.written.clone(), period) }
    }

    /// The date inside a milestone sentence. The written words are cut out of
    /// the sentence letter for letter; blank where it holds no date.
    ///
    /// A date beats a recurrence, and a finer date beats a year. A sentence with
    /// several different dates gives all the words from the first to the last.
    #[must_use]
    pub fn in_sentence(sentence: &str, period: &Period) -> When {
        match sentence::date_in(sentence, period) {
            Some(found) => When {
                written: sentence.get(found.range).unwrap_or_default().to_owned(),
                reading: found.reading,
                overruled: false,
            },
            None => When::default(),
        }
    }

    /// The words exactly as written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What the words are taken to mean.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Whether a user chose the reading.
    #[must_use]
    pub fn is_overruled(&self) -> bool {
        self.overruled
    }
}
