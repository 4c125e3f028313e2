//! Upright rectangles of one colour: the quick way for fills and letters, most of a frame.
//!
//! They cover exactly the pixels their two triangles would.

use egui::{Color32, pos2};

use super::canvas::{Canvas, PixelRect, Rgba, paint_flat, paint_fraction, paint_texel};
use super::mesh::{Corner, SUBPIXELS, centre, corner, first_pixel};
use super::texture::Texture;

/// How far, in texels, samples may lie from the middle of a texel and still be that texel. Graphics
/// cards do not see finer either.
const ON_TEXEL: f64 = 1.0 / 512.0;

/// A rectangle between two opposite corners, in subpixels; `near` is left of and above `far`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rectangle {
    near: Corner,
    far: Corner,
}

/// Where a sample is taken along one axis: at pixel 0's centre, and the step from pixel to pixel.
#[derive(Clone, Copy)]
struct Axis {
    origin: f64,
    step: f64,
}

impl Axis {
    fn new(from: i64, to: i64, texel_from: f64, texel_to: f64) -> Self {
        let step = (texel_to - texel_from) * SUBPIXELS as f64 / (to - from) as f64;
        let origin = texel_from + (centre(0) - from) as f64 / SUBPIXELS as f64 * step;
        Self { origin, step }
    }

    fn at(self, pixel: i32) -> f64 {
        self.origin + f64::from(pixel) * self.step
    }

    /// The texel at `first`, if from there on each of `count` pixels falls on the next texel.
    fn texel_by_texel(self, first: i32, count: usize) -> Option<i32> {
        let texel = self.at(first) - 0.5;
        let off = (texel - texel.round()).abs() + (self.step - 1.0).abs() * count as f64;
        (off < ON_TEXEL).then_some(texel.round() as i32)
    }
}

impl Rectangle {
    /// The rectangle two triangles make, if they share a diagonal, stand upright, have one colour,
    /// and each texture coordinate follows one axis.
    pub(super) fn from_triangles(corners: &[Option<Corner>], first: [u32; 3], second: [u32; 3]) -> Option<Self> {
        let tip = lone_index(first, second)?;
        let other = lone_index(second, first)?;
        let mut shared = first.into_iter().filter(|&index| index != tip);
        let (a, b) = (shared.next()?, shared.next()?);
        let [tip, other, a, b] = [tip, other, a, b].map(|index| corner(corners, index));
        let (tip, other, a, b) = (tip?, other?, a?, b?);

        let upright = (a.joins(tip, other) && b.joins(other, tip)) || (a.joins(other, tip) && b.joins(tip, other));
        let four = [tip, other, a, b];
        if !upright || four.iter().any(|it| it.color != tip.color) {
            return None;
        }
        let (left, top) = (tip.x.min(other.x), tip.y.min(other.y));
        let near = four.into_iter().find(|it| it.x == left && it.y == top)?;
        let far = four.into_iter().find(|it| it.x > left && it.y > top)?;
        Some(Self { near, far })
    }

    pub(super) fn paint(&self, canvas: &mut Canvas, clip: PixelRect, texture: &Texture) {
        let Self { near, far } = self;
        let area = clip.intersect(PixelRect {
            left: first_pixel(near.x),
            top: first_pixel(near.y),
            right: first_pixel(far.x),
            bottom: first_pixel(far.y),
        });
        if area.is_empty() || near.color == Color32::TRANSPARENT {
            return;
        }
        if near.uv == far.uv {
            self.paint_plain(canvas, area, texture);
        } else {
            self.paint_textured(canvas, area, texture);
        }
    }

    fn paint_plain(&self, canvas: &mut Canvas, area: PixelRect, texture: &Texture) {
        let color = self.near.color.to_array();
        let place = texture.in_texels(self.near.uv).map(|it| it as f32);
        let sample = texture.sample(place, texture.filter(0.0));
        let white = sample.iter().all(|&channel| channel >= 255.0);
        let source = times(color, sample);
        for y in area.top..area.bottom {
            let row = canvas.row_mut(y, area.left..area.right);
            if white {
                paint_flat(row, color);
            } else {
                for pixel in row {
                    paint_fraction(pixel, source);
                }
            }
        }
    }

    fn paint_textured(&self, canvas: &mut Canvas, area: PixelRect, texture: &Texture) {
        let Self { near, far } = self;
        let [near_u, near_v] = texture.in_texels(near.uv);
        let [far_u, far_v] = texture.in_texels(far.uv);
        let across = Axis::new(near.x, far.x, near_u, far_u);
        let down = Axis::new(near.y, far.y, near_v, far_v);
        let color = near.color.to_array();
        let width = (area.right - area.left) as usize;
        let height = (area.bottom - area.top) as usize;

        let exact = across.texel_by_texel(area.left, width).zip(down.texel_by_texel(area.top, height));
        let filter = texture.filter(across.step.abs().max(down.step.abs()));

        for y in area.top..area.bottom {
            let row = canvas.row_mut(y, area.left..area.right);
            let texels = exact.and_then(|(u, v)| {
                let v = v.saturating_add(y - area.top);
                texture.run(u, v, width)
            });
            if let Some(texels) = texels {
                for (pixel, texel) in row.iter_mut().zip(texels) {
                    paint_texel(pixel, color, texel.to_array());
                }
            } else {
                let v = down.at(y) as f32;
                for (x, pixel) in (area.left..).zip(row) {
                    let sample = texture.sample([across.at(x) as f32, v], filter);
                    paint_fraction(pixel, times(color, sample));
                }
            }
        }
    }
}

impl Corner {
    /// Whether this is the corner straight above or below `column` and level with `row`.
    fn joins(self, column: Self, row: Self) -> bool {
        self.x == column.x && self.y == row.y && self.uv == pos2(column.uv.x, row.uv.y)
    }
}

/// The one index of a triangle that `other` has not, if it is only one.
fn lone_index(triangle: [u32; 3], other: [u32; 3]) -> Option<u32> {
    let mut lone = triangle.into_iter().filter(|index| !other.contains(index));
    let index = lone.next()?;
    lone.next().is_none().then_some(index)
}

/// Vertex colour times texture, each channel from 0 to 255.
fn times(color: Rgba, sample: [f32; 4]) -> [f32; 4] {
    [0, 1, 2, 3].map(|i| f32::from(color[i]) * sample[i] * (1.0 / 255.0))
}
