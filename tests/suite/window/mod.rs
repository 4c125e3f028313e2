//! The window, driven as a person drives it: with keys and pointer, by the names things have on screen.

mod typing;
