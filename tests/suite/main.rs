//! What the program promises, tried from outside: through the library's public face and as a process.
//!
//! One module a behaviour. Tests of one room's insides stand beside that room, in `src`. Everything here
//! passes on a bare machine: no screen, no graphics card, no network, nothing outside the project's folder.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

mod check;
mod commands;
mod compare;
mod intake;
mod layers;
mod matching;
mod merge;
mod properties;
mod rolling;
mod safety;
mod samples;
mod size;
mod support;
mod window;
mod workbook;
mod working_copy;
