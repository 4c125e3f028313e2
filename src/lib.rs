//! Planning Grid keeps a partnership's plan: it opens the plan from a shared drive, shows it as the
//! planning-grid forms people know and as a timeline of milestones, and writes the workbook that goes to
//! the board.
//!
//! This page is the architecture: the rooms of the code in reading order, how an edit flows, what must
//! stay true, and how to add a field.
//!
//! # The rooms
//!
//! | room | what it is for | may use |
//! |---|---|---|
//! | [`dates`] | a date as written and as read; financial years and quarters | nothing of ours |
//! | [`model`] | what a plan is; edits and their inverses; search; linked milestones; the three-way merge; a document matched with a plan; next year's plan; invariants | `dates` |
//! | [`document`] | one open plan: revision, undo and redo, save point | `model` |
//! | [`check`] | what a board would want mended, each finding with its place and, where it can, a fix | `model`, `dates` |
//! | [`report`] | what a board sees, as plain data: summary, register, timeline lanes, what changed between two states | `model`, `dates` |
//! | [`store`] | a plan as bytes on a drive: the RON form, loading, saving, backups, the journal, presence; templates and samples | `model`, `dates` |
//! | [`intake`] | Word, Excel and text documents to a draft plan that remembers where each piece came from | `model`, `dates` |
//! | [`pack`] | report to workbook | `model`, `dates`, `check`, `report` |
//! | [`picture`] | egui's output to pixels on the CPU; knows no plan | egui |
//! | [`jobs`] | work in the background: start, progress, cancel, poll | nothing of ours |
//! | [`ui`] | egui: theme, widgets, one folder a view; reads, never writes | `model`, `dates`, `check`, `report`, a draft of `intake`, egui |
//! | [`app`] | where everything meets: commands, files, dialogs, notices | all |
//! | [`headless`], [`cli`] | the commands that need no window, thin | all |
//!
//! Cargo enforces no layers inside one crate, so a test does (`tests/suite/layers.rs`).
//!
//! # How an edit flows
//!
//! 1. A view draws from `&Plan`. A [`ui::widgets::TextCell`] borrows the words and copies them only when
//!    they change; the view then puts an [`model::Edit`] into its [`ui::Outbox`]. No view has `&mut Plan`.
//! 2. At the end of the frame the app applies the outbox in order through [`document::Document::apply`].
//!    [`model::Plan::apply`] gives back the edit that takes it back, or refuses and leaves the plan as it
//!    was. Undo is two stacks of those, each step with a label.
//! 3. Typing in one field is one step until the field is left, the plan is saved, or something else is
//!    done. There are no timers.
//! 4. Widget ids come from the record ([`ui::cell_id`]), never from a row number, so sorting, filtering,
//!    moving and undo keep the cursor where it is.
//! 5. What views work out of a plan (blocks, lanes, filtered rows, heights) is cached under the document's
//!    revision and made whole again when that changes; nothing is incremental. Rows out of sight are not
//!    laid out, except the one with the cursor in it: a key pressed there must not be lost.
//! 6. Anything slower than a frame (load, save, pack, picture) is a [`jobs::Job`] on a snapshot
//!    (`Arc<Plan>`); the person types on meanwhile.
//!
//! # How a save flows
//!
//! 1. [`app`] takes a snapshot and what it believes to be on the drive, and saves in the background
//!    ([`store::save_with`]). Typing goes on.
//! 2. If somebody else saved meanwhile, theirs is read and merged with the plan as it is now, from what both
//!    came from ([`model::merge`]). Without conflicts the merged plan becomes the open one, as one step of undo,
//!    and is saved; with conflicts a person chooses first. Undoing that step puts back what was believed to be
//!    on the drive, so the next save finds theirs again.
//! 3. Meanwhile a thread looks at the file every quarter of a minute and says what it saw
//!    ([`mod@store::watch`]); and whatever is not saved is in the journal within two seconds
//!    ([`store::journal`]).
//!
//! # How a document comes in
//!
//! 1. A file or the clipboard is read to an [`intake::Source`]: lines and tables as they were found, each with its
//!    place. What kind of document it is is told by its content.
//! 2. [`intake::understand_corrected`] makes an [`intake::Draft`] of the source and of what a person said of it
//!    ([`intake::Corrections`]), and of nothing else; so any correction can be taken back. Every word of the source is
//!    in the draft's plan or among what was not placed, left out or recognised ([`intake::Draft::lost`]).
//! 3. The person looks it over ([`ui::review`]) and opens it as a new plan; or it is matched with the open one
//!    ([`model::matching`]), and what they tick is one step of undo.
//!
//! # How a year is kept
//!
//! 1. Updates, statuses, figures and the links between milestones are edits like any other; what is overdue, silent, below
//!    target or clumped is worked out by [`report`] as at a day.
//! 2. A pack for the board that was written puts a [`model::Issued`] into the plan: the plan as it was, whole, so that any
//!    later state can be compared with it word by word. Packs are kept in the plan's file because one file is what
//!    travels.
//! 3. [`report::compare`] tells what changed between two states; [`app`] keeps that up to date in the background, from the
//!    newest pack before the as-at day.
//! 4. [`model::rolling`] makes the next period's plan of this one and of what a person agreed to move, and of nothing else.
//!
//! # Invariants
//!
//! - The words a person wrote are never changed by reading, exporting or saving them. Readings of dates
//!   and owners stand beside the words and are made anew when the period or the directory changes.
//! - Every record has an id that is never reused; order is explicit.
//! - [`model::invariants::check`] holds after every edit and every load.
//! - The same plan and the same as-at date give the same bytes of workbook and picture.
//! - Only `main` reads the clock and the person's name; everything below takes them ([`app::World`]).
//! - The file has types of its own (`store::schema`); a file from a newer version is refused by name.
//! - No `unsafe`; no `unwrap` on anything a person or a file can cause. An error is handled once, and only
//!   the app and the command line turn it into words.
//! - Nothing asks for a repaint at rest.
//!
//! # Adding a field to an action
//!
//! 1. [`model::Action`] gets the field, and [`model::ActionField`] the edit that sets it; the compiler
//!    then asks for it in `Plan::apply_to_action`. If people write words in it, add it to
//!    [`model::search::words_of_action`].
//! 2. `store::schema` gets it with a default, so that old files stay readable; the compiler points at the
//!    two conversions.
//! 3. One view shows it: a new [`model::Shows`] makes the forms, the Actions table and plan details ask
//!    what to do with it.
//! 4. One sheet prints it: `pack` asks by the same [`model::Shows`]; the register has a column list.
//! 5. `cli::show` writes it as JSON.

pub mod app;
pub mod check;
pub mod cli;
pub mod dates;
pub mod document;
pub mod headless;
pub mod intake;
pub mod jobs;
pub mod model;
pub mod pack;
pub mod picture;
pub mod report;
pub mod store;
pub mod ui;
