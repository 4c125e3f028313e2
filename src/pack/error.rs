//! What can go wrong while a workbook is made.

use rust_xlsxwriter::XlsxError;

/// Why a pack could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The plan has no such meeting.
    #[error("the meeting chosen for the board pack is no longer in the plan")]
    NoSuchMeeting,
    /// A font inside the program could not be read, so no text can be measured.
    #[error("a font inside the program could not be read: {0}")]
    Font(String),
    /// The workbook library refused something, such as more than a million rows.
    #[error("the workbook could not be made: {0}")]
    Workbook(#[from] XlsxError),
}
