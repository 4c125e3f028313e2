//! A plan as bytes on a drive: the file's form, reading it, and saving it without losing a word.
//!
//! Reading order:
//! - [`schema`](self) (private): the file's own types, apart from the model's, so that either can change;
//! - [`mod@write`]: a plan to bytes, the same bytes every time;
//! - [`mod@load`]: bytes to a plan whose invariants hold, or a [`LoadError`] that says where and what to do;
//! - [`mod@save`]: bytes onto a drive, beside the old ones and then in their place, or a [`SaveError`];
//! - [`backups`]: the copies that are kept of what is saved and of what it replaced;
//! - [`journal`]: what is not saved yet, kept on this computer against crashes;
//! - [`presence`] and [`mod@watch`]: who else has a plan open, and what others do to its file meanwhile;
//! - [`drive`]: the one seam to the file system, through which tests make any step fail;
//! - [`templates`] and [`samples`]: what a new user starts from.
//!
//! **The file.** RON in UTF-8, version first. A line break inside a text is always written `\n` and never
//! raw, every carriage return `\r`; so a tool that changes the file's line ends changes no word of the
//! plan. A text of several lines is laid out a line each with RON's line continuation, so that changing
//! a word changes one line. Fields that are empty are left out. A date is its written words; its reading
//! is in the file only where a person overruled it.
//!
//! **Adding a field.** Add it to its record in `schema` with `#[serde(default)]` and
//! `skip_serializing_if`; the compiler then points at `schema/from_plan.rs` and `schema/to_plan.rs`. Old
//! files stay readable, and an older program names the field it does not know. A change that old programs
//! must not half-read raises [`VERSION`].
//!
//! *Architecture invariant:* nothing here knows of windows, and nothing asks the clock: change is told by
//! content, never by time.

pub mod backups;
mod beside;
pub mod drive;
pub mod fingerprint;
mod header;
pub mod journal;
pub mod load;
pub mod load_error;
mod load_words;
mod patience;
pub mod position;
pub mod presence;
mod ron_text;
pub mod samples;
pub mod save;
pub mod save_error;
mod save_words;
mod schema;
pub mod session;
mod sniff;
mod source;
mod syntax;
pub mod templates;
pub mod trouble;
pub mod watch;
pub mod write;

#[cfg(test)]
mod tests;

pub use backups::{Backup, BackupKind, Backups};
pub use fingerprint::Fingerprint;
pub use journal::{Entry, Journal, LeftBehind, Recovered, left_behind};
pub use load::{Opened, Progress, load, load_with, parse};
pub use load_error::{LoadCause, LoadError, LooksLike};
pub use position::Position;
pub use presence::Presence;
pub use samples::Sample;
pub use save::{Expected, SaveOptions, Saved, clear_leftovers, save, save_with};
pub use save_error::{Damage, SaveCause, SaveError, Step};
pub use session::Session;
pub use templates::Template;
pub use trouble::Trouble;
pub use watch::{By, Life, News, Other, Watch};
pub use write::{WriteError, to_bytes};

/// The version of the file's form that this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// The most bytes a plan file may have. A plan of 10,000 long actions has 12 MB; the limit keeps a file
/// that is no plan from taking the machine's memory, of which reading takes up to ten times as much.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;
