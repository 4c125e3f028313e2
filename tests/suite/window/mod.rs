//! The window, driven as a person drives it: with keys and pointer, by the names things have on screen.

mod as_at;
mod backups;
mod bringing_in;
mod check;
mod closing;
mod dates;
mod focus;
mod issuing;
mod joining;
mod large;
mod lists;
mod names;
mod opening;
mod pictures;
mod read_only;
mod recovery;
mod rest;
mod reviewing;
mod rows;
mod saving;
mod search;
mod shared;
mod sizes;
mod slow;
mod taking_in;
mod typing;
