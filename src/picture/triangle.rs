//! Any triangle: exactly the pixels whose centre it holds, by the top-left rule.

use std::ops::Range;

use super::canvas::{Canvas, PixelRect, paint_flat, paint_fraction};
use super::gradient::Gradient;
use super::mesh::{Corner, SUBPIXELS, centre, first_pixel};
use super::texture::Texture;

/// One side of a triangle, as a whole number that is not negative at the pixel centres inside it.
#[derive(Clone, Copy)]
struct Edge {
    from: Corner,
    across: i64,
    down: i64,
    /// 1 on the sides whose points belong to the neighbour, so that 0 on them counts as outside.
    excluded: i64,
}

impl Edge {
    /// The side from `from` to `to` of a triangle that lies on its right (on screen, y down).
    fn new(from: Corner, to: Corner) -> Self {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let top_or_left = y < 0 || (y == 0 && x > 0);
        Self { from, across: -y, down: x, excluded: i64::from(!top_or_left) }
    }

    /// Narrows `columns` to those inside this side on row `y`.
    fn narrow(&self, columns: Range<i32>, y: i32) -> Range<i32> {
        // With d = distance from `from`: inside where across * dx + down * dy - excluded >= 0,
        // so where across * x >= bound, x in subpixels.
        let bound = self.across * self.from.x - self.down * (centre(y) - self.from.y) + self.excluded;
        let (start, end) = (columns.start, columns.end);
        match self.across {
            0 if bound > 0 => start..start,
            0 => columns,
            1.. => start.max(first_pixel_at(div_ceil(bound, self.across)))..end,
            // Dividing by a negative number turns the comparison round.
            _ => start..end.min(first_pixel_at((-bound).div_euclid(-self.across) + 1)),
        }
    }
}

/// Paints a triangle of any winding. One without area paints nothing.
pub(super) fn paint(canvas: &mut Canvas, clip: PixelRect, [a, b, c]: [Corner; 3], texture: &Texture) {
    let doubled_area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    let corners = match doubled_area.signum() {
        1 => [a, b, c],
        -1 => [a, c, b],
        _ => return,
    };
    if corners.iter().all(|it| it.color == egui::Color32::TRANSPARENT) {
        return;
    }
    let area = clip.intersect(bounds(&corners));
    if area.is_empty() {
        return;
    }
    let [a, b, c] = corners;
    let edges = [Edge::new(a, b), Edge::new(b, c), Edge::new(c, a)];
    let fill = Fill::new(&corners, texture);
    for y in area.top..area.bottom {
        let columns = edges.iter().fold(area.left..area.right, |columns, edge| edge.narrow(columns, y));
        if !columns.is_empty() {
            fill.paint_row(canvas, columns, y);
        }
    }
}

/// What the pixels of one triangle get.
enum Fill<'a> {
    /// One colour, on a white texel.
    Flat([u8; 4]),
    /// Colours from corner to corner, on one texel.
    Shaded { first: Corner, colors: [Gradient; 4] },
    /// Colours from corner to corner times a part of a texture.
    Textured { first: Corner, colors: [Gradient; 4], place: [Gradient; 2], texture: &'a Texture },
}

impl<'a> Fill<'a> {
    fn new(corners: &[Corner; 3], texture: &'a Texture) -> Self {
        let [first, second, third] = *corners;
        let gradient =
            |value: &dyn Fn(&Corner) -> f64| Gradient::new(corners, [value(&first), value(&second), value(&third)]);
        let one_texel = first.uv == second.uv && first.uv == third.uv;
        if !one_texel {
            return Self::Textured {
                first,
                colors: [0, 1, 2, 3].map(|i| gradient(&|it| f64::from(it.color[i]))),
                place: [0, 1].map(|i| gradient(&|it| texture.in_texels(it.uv)[i])),
                texture,
            };
        }
        let place = texture.in_texels(first.uv).map(|it| it as f32);
        let texel = texture.sample(place, texture.filter(0.0));
        let white = texel.iter().all(|&channel| channel >= 255.0);
        if white && first.color == second.color && first.color == third.color {
            return Self::Flat(first.color.to_array());
        }
        let colors = [0, 1, 2, 3].map(|i| {
            let part = f64::from(texel[i]) / 255.0;
            gradient(&|it| f64::from(it.color[i]) * part)
        });
        Self::Shaded { first, colors }
    }

    fn paint_row(&self, canvas: &mut Canvas, columns: Range<i32>, y: i32) {
        let x = columns.start;
        let pixels = canvas.row_mut(y, columns);
        match self {
            Self::Flat(color) => paint_flat(pixels, *color),
            Self::Shaded { first, colors } => {
                let color = Run::new(colors, x, y, first);
                for (step, pixel) in pixels.iter_mut().enumerate() {
                    paint_fraction(pixel, color.at(step));
                }
            }
            Self::Textured { first, colors, place, texture } => {
                let color = Run::new(colors, x, y, first);
                let texel = Run::new(place, x, y, first);
                let filter = texture.filter(place[0].steepest().max(place[1].steepest()));
                for (step, pixel) in pixels.iter_mut().enumerate() {
                    let sample = texture.sample(texel.at(step), filter);
                    let color = color.at(step);
                    let source = [0, 1, 2, 3].map(|i| color[i] * sample[i] * (1.0 / 255.0));
                    paint_fraction(pixel, source);
                }
            }
        }
    }
}

/// Values along a row of pixels: the first ones and the steps. Never summed up pixel by pixel, so
/// a long row drifts no more than a short one.
struct Run<const N: usize> {
    start: [f32; N],
    step: [f32; N],
}

impl<const N: usize> Run<N> {
    fn new(gradients: &[Gradient; N], x: i32, y: i32, first: &Corner) -> Self {
        Self { start: gradients.map(|it| it.at(x, y, first) as f32), step: gradients.map(|it| it.across() as f32) }
    }

    fn at(&self, pixels: usize) -> [f32; N] {
        std::array::from_fn(|i| self.start[i] + self.step[i] * pixels as f32)
    }
}

/// The pixels whose centres can lie inside.
fn bounds(corners: &[Corner; 3]) -> PixelRect {
    let [a, b, c] = corners;
    PixelRect {
        left: first_pixel(a.x.min(b.x).min(c.x)),
        top: first_pixel(a.y.min(b.y).min(c.y)),
        right: first_pixel(a.x.max(b.x).max(c.x) + 1),
        bottom: first_pixel(a.y.max(b.y).max(c.y) + 1),
    }
}

/// [`first_pixel`] for places that may be far outside any canvas.
fn first_pixel_at(subpixels: i64) -> i32 {
    let limit = i64::from(i32::MAX / 2) * SUBPIXELS;
    first_pixel(subpixels.clamp(-limit, limit))
}

fn div_ceil(dividend: i64, divisor: i64) -> i64 {
    -(-dividend).div_euclid(divisor)
}
