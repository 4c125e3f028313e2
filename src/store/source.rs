//! The bytes of a file as text.

use std::borrow::Cow;

use super::load_error::LoadCause;
use super::position::Position;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of the file, with `\n` line ends. A byte order mark, which Notepad puts there, is left out.
///
/// The writer never lets a raw line break or carriage return into a text, so changing line ends here
/// changes no word of a plan that Planning Grid wrote. Only in a text broken over lines by hand does
/// `\r\n` become `\n`.
///
/// # Errors
/// [`LoadCause::NotUtf8`] with the place of the first wrong byte; [`LoadCause::Zeros`] for a file whose
/// end was never written.
pub(super) fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, LoadCause> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let whole = without_zeros(bytes);
    match std::str::from_utf8(whole) {
        Ok(text) if whole.len() < bytes.len() => Err(LoadCause::Zeros { at: Some(Position::after(text)) }),
        Ok(text) if text.contains("\r\n") => Ok(Cow::Owned(text.replace("\r\n", "\n"))),
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => {
            let before = String::from_utf8_lossy(whole.get(..error.valid_up_to()).unwrap_or_default());
            // A character cut in half at the very end is a file cut short, not a foreign one.
            if error.error_len().is_none() {
                return Err(LoadCause::CutShort { at: Position::after(&before), open: None });
            }
            let byte = whole.get(error.valid_up_to()).copied().unwrap_or_default();
            Err(LoadCause::NotUtf8 { at: Position::after(&before), byte })
        }
    }
}

fn without_zeros(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    bytes.get(..end).unwrap_or(bytes)
}
