//! A mesh's vertices on the pixel grid, and its triangles taken singly or, where two make an
//! upright rectangle, together.

use egui::{Color32, Mesh, Pos2};

use super::canvas::{Canvas, PixelRect};
use super::rectangle::Rectangle;
use super::texture::Texture;
use super::triangle;

/// Parts of a pixel a vertex is snapped to, as on graphics cards. Whole numbers make the question
/// "on which side of this edge?" exact.
pub(super) const SUBPIXELS: i64 = 256;

/// Vertices further out than this many pixels are pulled in to it. Squares of it times
/// [`SUBPIXELS`] squared must fit an `i64` with room to spare.
const MAX_DISTANCE_PX: f64 = 2_097_152.0;

/// A vertex, its place in subpixels from the top left corner of the canvas.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corner {
    pub x: i64,
    pub y: i64,
    pub uv: Pos2,
    pub color: Color32,
}

/// Paints a mesh. Triangles with a missing vertex or one that is not a number are left out.
pub(super) fn paint(canvas: &mut Canvas, clip: PixelRect, mesh: &Mesh, texture: &Texture, pixels_per_point: f32) {
    let corners: Vec<Option<Corner>> = mesh
        .vertices
        .iter()
        .map(|vertex| {
            let finite = vertex.pos.is_finite() && vertex.uv.is_finite();
            finite.then(|| Corner {
                x: subpixels(vertex.pos.x, pixels_per_point),
                y: subpixels(vertex.pos.y, pixels_per_point),
                uv: vertex.uv,
                color: vertex.color,
            })
        })
        .collect();

    let (triangles, _) = mesh.indices.as_chunks::<3>();
    let mut rest = triangles;
    while let [first, tail @ ..] = rest {
        if let [second, after @ ..] = tail
            && let Some(rectangle) = Rectangle::from_triangles(&corners, *first, *second)
        {
            rectangle.paint(canvas, clip, texture);
            rest = after;
        } else {
            if let [Some(a), Some(b), Some(c)] = first.map(|index| corner(&corners, index)) {
                triangle::paint(canvas, clip, [a, b, c], texture);
            }
            rest = tail;
        }
    }
}

/// The corner with this index in the mesh, if it is there and its numbers are.
pub(super) fn corner(corners: &[Option<Corner>], index: u32) -> Option<Corner> {
    corners.get(index as usize).copied().flatten()
}

/// The first pixel whose centre is at or right of (or below) a place in subpixels.
pub(super) fn first_pixel(subpixels: i64) -> i32 {
    // ceil((subpixels - half a pixel) / one pixel)
    (subpixels + SUBPIXELS / 2 - 1).div_euclid(SUBPIXELS) as i32
}

/// Where the centre of a pixel is, in subpixels.
pub(super) fn centre(pixel: i32) -> i64 {
    i64::from(pixel) * SUBPIXELS + SUBPIXELS / 2
}

fn subpixels(points: f32, pixels_per_point: f32) -> i64 {
    let px = (f64::from(points) * f64::from(pixels_per_point)).clamp(-MAX_DISTANCE_PX, MAX_DISTANCE_PX);
    (px * SUBPIXELS as f64).round() as i64
}
