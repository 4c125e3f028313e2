//! RON as people and version control like it: a serde serializer of our own.
//!
//! The `ron` crate's has one layout for everything, escapes the apostrophe, and escapes by tables that
//! follow Unicode's versions, so the same plan could one day give other bytes. This one writes what the
//! schema needs and nothing else. It must not know the schema, but for the names given to it.

use std::fmt;

use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeStructVariant};

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

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.next();
        self.value(value)
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close(']');
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unsupported> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close(')');
        Ok(())
    }
}

impl SerializeStructVariant for Parts<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unsupported> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close(')');
        Ok(())
    }
}

macro_rules! no_form_for {
    ($($method:ident($kind:ty))*) => {$(
        fn $method(self, _: $kind) -> Result<(), Unsupported> {
            Err(Unsupported(format!("the file has no form for {}", stringify!($kind))))
        }
    )*};
}

impl<'text> ser::Serializer for &'text mut RonText {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Parts<'text>;
    type SerializeStruct = Parts<'text>;
    type SerializeStructVariant = Parts<'text>;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Impossible<(), Unsupported>;

    fn serialize_str(self, text: &str) -> Result<(), Unsupported> {
        self.write_text(text);
        Ok(())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Unsupported> {
        self.out.push_str(&number.to_string());
        Ok(())
    }

    /// A value that is there is written plainly; one that is not, is a field left out.
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unsupported> {
        self.out.push_str(variant);
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        self.out.push_str(variant);
        let mut parts = self.open('(', false);
        parts.next();
        parts.value(value)?;
        parts.close(')');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'text>, Unsupported> {
        let spread = self.inline == 0;
        Ok(self.open('[', spread))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Parts<'text>, Unsupported> {
        let spread = self.inline == 0 && self.one_field_a_line.contains(&name);
        Ok(self.open('(', spread))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'text>, Unsupported> {
        self.out.push_str(variant);
        Ok(self.open('(', false))
    }

    no_form_for! {
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u64(u64) serialize_f32(f32) serialize_f64(f64)
        serialize_char(char) serialize_bytes(&[u8]) serialize_unit_struct(&'static str)
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        Err(Unsupported("the file leaves out what is not there".to_owned()))
    }

    fn serialize_unit(self) -> Result<(), Unsupported> {
        Err(Unsupported("the file has no form for nothing".to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, _: &T) -> Result<(), Unsupported> {
        Err(Unsupported(name.to_owned()))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unsupported> {
        Err(Unsupported("the file has no form for tuples".to_owned()))
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported(name.to_owned()))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        Err(Unsupported(name.to_owned()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unsupported> {
        Err(Unsupported("the file has no form for maps".to_owned()))
    }
}
