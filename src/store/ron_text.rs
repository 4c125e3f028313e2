//! RON as people and version control like it: a serde serializer of our own.
//!
//! The `ron` crate's has one layout for everything, escapes the apostrophe, and escapes by tables that
//! follow Unicode's versions, so the same plan could one day give other bytes. This one writes what the
//! schema needs and nothing else. It must not know the schema, but for the names given to it.

mod values;

use std::fmt;

use serde::ser::{self, Serialize};

/// Writes `value`; the records named in `one_field_a_line` are laid out one field a line, every other
/// record on one line.
///
/// # Errors
/// If `value` holds something the file format has no use for (a map, a float, a tuple).
pub(super) fn to_ron(value: &impl Serialize, one_field_a_line: &'static [&'static str]) -> Result<String, Unsupported> {
    let mut writer = RonText { out: String::new(), indent: 0, inline: 0, one_field_a_line };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

/// Something that the file has no form for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unsupported(String);

impl fmt::Display for Unsupported {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct RonText {
    out: String,
    indent: usize,
    /// How many records on one line we are inside of.
    inline: usize,
    one_field_a_line: &'static [&'static str],
}

impl RonText {
    fn new_line(&mut self) {
        self.out.push('\n');
        self.push_indent();
    }

    fn push_indent(&mut self) {
        for _ in 0..self.indent {
            self.out.push_str("  ");
        }
    }

    /// Opens a record or list; `spread` if its parts stand on lines of their own.
    fn open(&mut self, bracket: char, spread: bool) -> Parts<'_> {
        self.out.push(bracket);
        if spread {
            self.indent += 1;
        } else {
            self.inline += 1;
        }
        Parts { text: self, spread, any: false }
    }

    /// Text in quotes. Every line break is an escape; text of several lines has each on a line of its own,
    /// which RON joins again.
    fn write_text(&mut self, text: &str) {
        self.out.push('"');
        let spread = text.trim_end_matches('\n').contains('\n');
        if spread {
            self.indent += 1;
        }
        for line in text.split_inclusive('\n') {
            if spread {
                self.out.push('\\');
                self.new_line();
                // White space at the start of a continued line is not part of the text.
                if let Some(rest) = line.strip_prefix(' ') {
                    self.out.push_str("\\x20");
                    self.write_escaped(rest);
                    continue;
                }
            }
            self.write_escaped(line);
        }
        if spread {
            self.indent -= 1;
        }
        self.out.push('"');
    }

    fn write_escaped(&mut self, text: &str) {
        let mut written = 0;
        for (at, letter) in text.char_indices().filter(|(_, letter)| needs_escape(*letter)) {
            self.out.push_str(&text[written..at]);
            written = at + letter.len_utf8();
            match letter {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                other => self.out.extend(other.escape_unicode()),
            }
        }
        self.out.push_str(&text[written..]);
    }
}

/// Whether a letter is written as an escape: what would end the text or break the line, and what nobody
/// could see. Joiners (U+200C, U+200D) stay, because words in some scripts need them. The list is fixed
/// here so that a newer Unicode never changes a file.
fn needs_escape(letter: char) -> bool {
    match letter {
        ' '..='~' => matches!(letter, '"' | '\\'),
        '\u{0}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{feff}' => true,
        _ => matches!(letter, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'),
    }
}

/// The parts of an open record or list.
struct Parts<'text> {
    text: &'text mut RonText,
    spread: bool,
    any: bool,
}

impl Parts<'_> {
    fn next(&mut self) {
        if self.spread {
            self.text.new_line();
        } else if self.any {
            self.text.out.push_str(", ");
        }
        self.any = true;
    }

    fn value(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Unsupported> {
        value.serialize(&mut *self.text)?;
        if self.spread {
            self.text.out.push(',');
        }
        Ok(())
    }

    fn field(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<(), Unsupported> {
        self.next();
        self.text.out.push_str(name);
        self.text.out.push_str(": ");
        self.value(value)
    }

    fn close(self, bracket: char) {
        if self.spread {
            self.text.indent -= 1;
            if self.any {
                self.text.new_line();
            }
        } else {
            self.text.inline -= 1;
        }
        self.text.out.push(bracket);
    }
}
