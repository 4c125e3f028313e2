//! When something is due: the words a person wrote, and what those words mean.
//!
//! The room has two floors. Upstairs are the values everybody uses: [`When`]
//! (the words and their [`Reading`]), [`Span`], [`Period`], [`Quarter`] and
//! [`Recurrence`]. Downstairs is the reader, a pipeline of small steps:
//!
//! 1. `vocabulary` and `words` cut the text into tokens and say what each word can mean;
//! 2. `numeric`, `named` and `years` each recognise one way of writing one date (an `Atom`);
//! 3. `atom` gives a date written without a year its year;
//! 4. `mentions` joins neighbours: ranges, lists, "from …", "… onwards", "during …";
//! 5. `recurring` and `undated` recognise what has no date: "quarterly", "ongoing", `TBC`;
//! 6. `reader` (a whole deadline cell) and `sentence` (running text) choose between them.
//!
//! Beside them, `moved` writes a date of another year, and `following` names the period after a period.
//!
//! **Invariants.** Written words are never changed. Text is never guessed at:
//! what cannot be read is [`Reading::Unread`]. Nothing here reads the clock,
//! panics, or knows of plans, files or windows. Every date read lies in the
//! years 1900 to 2199.

mod atom;
mod calendar;
mod following;
mod mentions;
mod moved;
mod named;
mod numeric;
mod period;
mod quarter;
mod reader;
mod reading;
mod recurrence;
mod recurring;
mod sentence;
mod undated;
mod vocabulary;
mod when;
mod words;
mod years;

#[cfg(test)]
mod tests;

pub use calendar::{Span, day_words, long_day_words, month_short, month_words};
pub use period::Period;
pub use quarter::Quarter;
pub use reader::{parse_day, read};
pub use reading::{Kind, Reading};
pub use recurrence::Recurrence;
pub use sentence::{Found, find_dates};
pub use when::When;
