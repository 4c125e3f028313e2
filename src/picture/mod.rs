//! Turns what egui draws into pixels, with no graphics card and no screen.
//!
//! For pictures made from the command line, the ones in the README, and the picture tests. It
//! paints egui's triangles as egui's own painters (`egui_glow`, `egui-wgpu`) do, but on the
//! processor and in arithmetic that gives the same bytes on every machine.
//!
//! It knows egui and PNG. It must not know what a plan is, what a view shows, or where a file goes.
//!
//! | file | idea |
//! |---|---|
//! | [`rasterizer`] | textures by id, and one frame of clipped meshes onto one picture |
//! | `mesh` | a mesh's vertices on the pixel grid, its triangles taken singly or as rectangles |
//! | `rectangle` | upright rectangles: the quick way for fills and letters |
//! | `triangle` | any triangle, exactly the pixels whose centre it holds |
//! | `gradient` | a value that changes evenly over a triangle |
//! | `texture` | texels and how they are sampled |
//! | `canvas` | the pixels, what may be painted now, and how a colour goes onto one |
//! | [`picture`] | the finished pixels, and PNG |
//! | [`headless`] | runs a ui until it has settled, then paints it |
//!
//! # What is the same as on screen
//! Colours are blended as they are stored (gamma space), premultiplied. A fragment is vertex colour
//! times texture, rounded once, after blending. A pixel belongs to a triangle when the triangle
//! holds its centre, by the top-left rule, with vertices snapped to 1/256 pixel as graphics cards
//! do; so triangles that share an edge neither leave a seam nor paint a pixel twice. Smooth edges
//! are not made here: they come with egui's meshes.
//!
//! # What is not
//! Dithering and mipmaps are left out, and a paint callback paints nothing, since it talks to a
//! graphics card that is not there.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels are counted in small whole numbers; float to integer casts saturate, as wanted"
)]

mod canvas;
mod gradient;
pub mod headless;
mod mesh;
#[expect(clippy::module_inception, reason = "it is what the room is named for")]
pub mod picture;
pub mod rasterizer;
mod rectangle;
#[cfg(test)]
mod tests;
mod texture;
mod triangle;

pub use headless::render;
pub use picture::{Picture, PictureError};
pub use rasterizer::Rasterizer;
