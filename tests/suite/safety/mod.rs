//! That no word is lost, proved by trying to lose one: processes killed while they save, drives that are
//! full, closed or lie, files replaced under the program, and several people saving at once.
//!
//! Each test prints its figures on lines that begin "safety:" (`cargo test safety -- --nocapture`). The
//! environment variable `PLANNING_GRID_SAFETY` makes the long ones that many times longer. What the system
//! does not let a test do (mount a drive, be another user) the test says, and does nothing else.

mod bounds;
mod damaged;
mod desk;
mod edited;
#[cfg(target_os = "linux")]
mod full;
#[cfg(unix)]
mod journal;
#[cfg(unix)]
mod killed;
mod memory;
#[cfg(unix)]
mod not_allowed;
mod replaced;
mod saver;
#[cfg(target_os = "linux")]
mod share;
mod together;
mod words;
