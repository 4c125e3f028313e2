//! Which of serde's kinds of value the file has a form for, and which form.

use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeStructVariant};

use super::{Parts, RonText, Unsupported};

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
