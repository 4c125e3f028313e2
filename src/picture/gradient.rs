//! A value that changes evenly over a triangle.

use super::mesh::{Corner, SUBPIXELS, centre};

/// The value at a triangle's first corner, and its change per pixel.
#[derive(Clone, Copy)]
pub(super) struct Gradient {
    first: f64,
    across: f64,
    down: f64,
}

impl Gradient {
    /// `values` are those at the three corners, which must not lie on one line.
    pub(super) fn new([a, b, c]: &[Corner; 3], values: [f64; 3]) -> Self {
        let px = |subpixels: i64| subpixels as f64 / SUBPIXELS as f64;
        let (to_b, to_c) = ([px(b.x - a.x), px(b.y - a.y)], [px(c.x - a.x), px(c.y - a.y)]);
        let (b_more, c_more) = (values[1] - values[0], values[2] - values[0]);
        let doubled_area = to_b[0] * to_c[1] - to_c[0] * to_b[1];
        Self {
            first: values[0],
            across: (b_more * to_c[1] - c_more * to_b[1]) / doubled_area,
            down: (c_more * to_b[0] - b_more * to_c[0]) / doubled_area,
        }
    }

    /// The value at the centre of a pixel. `first` is the corner the gradient was made from.
    pub(super) fn at(&self, x: i32, y: i32, first: &Corner) -> f64 {
        let px = |subpixels: i64| subpixels as f64 / SUBPIXELS as f64;
        self.first + self.across * px(centre(x) - first.x) + self.down * px(centre(y) - first.y)
    }

    /// Change from one pixel to the next on its right.
    pub(super) fn across(&self) -> f64 {
        self.across
    }

    /// The larger of the changes to the right and down.
    pub(super) fn steepest(&self) -> f64 {
        self.across.abs().max(self.down.abs())
    }
}
