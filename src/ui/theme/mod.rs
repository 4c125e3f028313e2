//! The look, in one place: colours, typefaces, text styles and egui's own style set from them.
//!
//! It must not know what a plan is.

mod fonts;
mod palette;
mod style;
pub mod text;

pub use fonts::{definitions, medium, regular, semibold};
pub use palette::{Appearance, Palette};
pub use style::install;
