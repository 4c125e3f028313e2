//! Text in the file: borrowed wherever it can be.
//!
//! Text that the file holds without escapes is a slice of the file itself, and its place in memory tells
//! its place in the file. That is how a wrong id or date gets a line and column long after parsing.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// Any text of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Words<'a>(Cow<'a, str>);

impl<'a> Words<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The text of something that is not text in the plan: an id, a day, a colour.
    pub(crate) fn written(value: &impl fmt::Display) -> Self {
        Self(Cow::Owned(value.to_string()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_string(self) -> String {
        self.0.into_owned()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where it stands in `source`, in bytes; `None` if it is not a slice of it.
    pub(crate) fn offset_in(&self, source: &str) -> Option<usize> {
        let Cow::Borrowed(text) = self.0 else { return None };
        let offset = text.as_ptr().addr().checked_sub(source.as_ptr().addr())?;
        (offset <= source.len()).then_some(offset)
    }
}

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(WordsVisitor).map(Words)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("text in double quotes")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

/// Reads a field that is either absent or simply there, without RON's `Some( … )` around it.
pub(in crate::store) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
