//! Bytes to text: UTF-8, UTF-16, and the letters Windows wrote before it wrote either.
//!
//! It must not know what the text is.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes looked at to tell UTF-16 without a mark from something that is no text.
const SAMPLE: usize = 4096;

/// A text, and whether some of its letters could not be read and are "�" in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letters {
    /// The text, without a byte order mark.
    pub text: String,
    /// Some letters could not be read.
    pub has_unread: bool,
}

/// The text these bytes are; none if they are no text: there are NUL bytes and it is not UTF-16.
pub fn read(bytes: &[u8]) -> Option<Letters> {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| unmarked_utf_16(bytes));
    let encoding = match encoding {
        Some(encoding) => encoding,
        None if bytes.contains(&0) => return None,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, has_unread) = encoding.decode_with_bom_removal(bytes);
    (!text.contains('\0')).then(|| Letters { text: text.into_owned(), has_unread })
}

/// UTF-16 that does not say so: nearly every second byte of an English text is NUL.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let pairs = sample.len() / 2;
    let nuls = |skip: usize| sample.iter().skip(skip).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (nuls(0), nuls(1));
    let nearly_all = |count: usize| pairs > 0 && count * 10 >= pairs * 7;
    if !bytes.len().is_multiple_of(2) {
        None
    } else if nearly_all(low) && high == 0 {
        Some(UTF_16LE)
    } else if nearly_all(high) && low == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        read(bytes).map(|letters| letters.text)
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn utf_8_is_read_with_and_without_its_mark() {
        assert_eq!(text("café – £5".as_bytes()).as_deref(), Some("café – £5"));
        assert_eq!(text("\u{feff}café".as_bytes()).as_deref(), Some("café"));
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark_either_way_round() {
        for bytes_of in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            assert_eq!(text(&utf_16("\u{feff}By when\tcafé", bytes_of)).as_deref(), Some("By when\tcafé"));
            assert_eq!(text(&utf_16("By when\tcafé", bytes_of)).as_deref(), Some("By when\tcafé"));
        }
    }

    #[test]
    fn what_windows_wrote_is_read() {
        assert_eq!(text(b"Children\x92s \x96 \xa35").as_deref(), Some("Children\u{2019}s \u{2013} £5"));
    }

    #[test]
    fn bytes_that_are_no_text_are_none() {
        assert_eq!(read(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"), None);
        assert_eq!(read(b"one\0two and more"), None);
    }

    #[test]
    fn a_letter_that_cannot_be_read_is_told() {
        let mut bytes = utf_16("\u{feff}plan", u16::to_le_bytes);
        bytes.extend([0x00, 0xD8]);
        assert!(read(&bytes).is_some_and(|letters| letters.has_unread && letters.text.starts_with("plan")));
        assert!(read(b"plan").is_some_and(|letters| !letters.has_unread));
    }
}
