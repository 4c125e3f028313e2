//! The pieces views are made of. Each has a name for screen readers and looks as the theme says.
//!
//! They must not know where in a plan what they show stands.

mod button;
pub(crate) mod check_box;
mod chip;
mod form_popup;
mod one_line;
pub(crate) mod radio;
mod shape;
pub(crate) mod side_row;
mod text_cell;

pub use button::{LinkButton, PlainButton, icon_button};
pub use chip::{progress_bar, status_chip, status_chip_size};
pub use form_popup::form_popup;
pub use one_line::one_line;
pub use shape::paint_shape;
pub use text_cell::{TextCell, TextCellOutput};
