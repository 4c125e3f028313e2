//! The pixels being painted, which of them may be painted now, and how a colour goes onto one.

use std::ops::Range;

use egui::{Color32, Rect};

use super::picture::{MAX_PIXELS, MAX_SIDE_PX, Picture};

/// Red, green, blue and alpha, as stored (gamma space), premultiplied.
pub(super) type Rgba = [u8; 4];

/// What is painted on. Always opaque, so only the colour of a pixel ever changes.
pub(super) struct Canvas {
    width: i32,
    height: i32,
    pixels: Vec<Rgba>,
}

/// Whole pixels from `left`, `top` up to but without `right`, `bottom`; never outside its canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PixelRect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl PixelRect {
    pub(super) fn is_empty(self) -> bool {
        self.right <= self.left || self.bottom <= self.top
    }

    pub(super) fn intersect(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }
}

impl Canvas {
    /// A canvas of one colour, or nothing when `size_px` is not a size a picture can have.
    pub(super) fn new(size_px: [u32; 2], background: Color32) -> Option<Self> {
        let [width, height] = size_px;
        let fits =
            (1..=MAX_SIDE_PX).contains(&width) && (1..=MAX_SIDE_PX).contains(&height) && width * height <= MAX_PIXELS;
        fits.then(|| Self {
            width: width as i32,
            height: height as i32,
            pixels: vec![background.to_opaque().to_array(); (width * height) as usize],
        })
    }

    /// The pixels a clip rectangle in points leaves open, rounded as `egui_glow` rounds them.
    pub(super) fn clip(&self, clip_rect: Rect, pixels_per_point: f32) -> PixelRect {
        let px = |points: f32| (pixels_per_point * points).round() as i32;
        let left = px(clip_rect.min.x).clamp(0, self.width);
        let top = px(clip_rect.min.y).clamp(0, self.height);
        PixelRect {
            left,
            top,
            right: px(clip_rect.max.x).clamp(left, self.width),
            bottom: px(clip_rect.max.y).clamp(top, self.height),
        }
    }

    /// Pixels `columns` of row `y`. Outside the canvas there are none.
    pub(super) fn row_mut(&mut self, y: i32, columns: Range<i32>) -> &mut [Rgba] {
        if y < 0 || y >= self.height || columns.start < 0 || columns.end > self.width {
            return &mut [];
        }
        let start = y as usize * self.width as usize;
        let columns = start + columns.start as usize..start + columns.end as usize;
        self.pixels.get_mut(columns).unwrap_or_default()
    }

    pub(super) fn into_picture(self) -> Picture {
        Picture { width: self.width as u32, height: self.height as u32, rgba: self.pixels.into_flattened() }
    }
}

/// Paints one colour over a run of pixels.
pub(super) fn paint_flat(pixels: &mut [Rgba], color: Rgba) {
    let [r, g, b, alpha] = color;
    match (color, alpha) {
        (_, 255) => pixels.fill(color),
        ([0, 0, 0, 0], _) => {}
        _ => {
            let through = 255 - u32::from(alpha);
            // 255 is odd, so adding half of it, rounded down, rounds to nearest without ties.
            let over = |source: u8, below: u8| {
                let kept = (u32::from(below) * through + 127) / 255;
                (u32::from(source) + kept).min(255) as u8
            };
            for pixel in pixels {
                let [below_r, below_g, below_b, _] = *pixel;
                *pixel = [over(r, below_r), over(g, below_g), over(b, below_b), 255];
            }
        }
    }
}

/// Paints `color` times `texel` over one pixel, rounding once.
pub(super) fn paint_texel(pixel: &mut Rgba, color: Rgba, texel: Rgba) {
    const ONE: u32 = 255 * 255;
    if texel == [0; 4] {
        return;
    }
    let through = ONE - u32::from(color[3]) * u32::from(texel[3]);
    let over = |channel: usize| {
        let source = u32::from(color[channel]) * u32::from(texel[channel]) * 255;
        let sum = source + u32::from(pixel[channel]) * through;
        ((sum + ONE / 2) / ONE).min(255) as u8
    };
    *pixel = [over(0), over(1), over(2), 255];
}

/// Paints a colour in fractions of a step (0 to 255) over one pixel, rounding once.
pub(super) fn paint_fraction(pixel: &mut Rgba, source: [f32; 4]) {
    let through = 1.0 - source[3] * (1.0 / 255.0);
    // The cast saturates: below 0 is 0, above 255 is 255, not a number is 0.
    let over = |channel: usize| (source[channel] + f32::from(pixel[channel]) * through + 0.5) as u8;
    *pixel = [over(0), over(1), over(2), 255];
}
