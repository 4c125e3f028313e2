//! What a file is that is called a Word document and is no zip of parts.

use crate::intake::IntakeCause;

const ZIP: &[u8] = b"PK\x03\x04";
/// The mark of the files within a file that Office wrote before 2007, and writes still around a locked document.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PICTURES: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"];

/// Refuses what is no zip, by what it is.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), IntakeCause> {
    let begins = |mark: &&[u8]| bytes.starts_with(mark);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        Err(IntakeCause::Empty)
    } else if begins(&ZIP) {
        Ok(())
    } else if begins(&COMPOUND) {
        Err(compound(bytes))
    } else if begins(&b"%PDF".as_slice()) {
        Err(IntakeCause::Pdf)
    } else if PICTURES.iter().any(begins) {
        Err(IntakeCause::PictureOnly)
    } else {
        Err(IntakeCause::Unknown)
    }
}

/// A compound file names its streams in UTF-16 in its directory.
fn compound(bytes: &[u8]) -> IntakeCause {
    let names = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if names("EncryptedPackage") {
        IntakeCause::Encrypted
    } else if names("WordDocument") {
        IntakeCause::OldWord
    } else {
        IntakeCause::Unknown
    }
}
