//! The window, driven as a person drives it: with keys and pointer, by the names things have on screen.

mod as_at;
mod closing;
mod dates;
mod focus;
mod large;
mod lists;
mod names;
mod opening;
mod pictures;
mod rest;
mod rows;
mod saving;
mod search;
mod sizes;
mod slow;
mod typing;
