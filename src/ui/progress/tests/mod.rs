//! Pure parts of the view: which update is this round's, who says it, how far a day is, how strong a tint.

mod due;
mod load;
mod round;
mod scene;
