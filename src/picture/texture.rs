//! Texels and how they are sampled.

use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, ColorImage, Pos2, TextureFilter, TextureOptions, TextureWrapMode};

use super::canvas::Rgba;

/// Larger textures are refused: their coordinates would no longer be exact in an `f32`.
const MAX_SIDE_TEXELS: usize = 32_768;

/// An image that meshes are painted with. The first one egui makes holds the letters, and a white
/// texel for plain shapes.
#[derive(Clone, Debug)]
pub(super) struct Texture {
    width: i32,
    height: i32,
    texels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    /// A whole new texture; nothing if the image is empty, too large or not the size it says.
    pub(super) fn whole(delta: &ImageDelta) -> Option<Self> {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let fits = (1..=MAX_SIDE_TEXELS).contains(&width)
            && (1..=MAX_SIDE_TEXELS).contains(&height)
            && image.pixels.len() == width * height;
        fits.then(|| Self {
            width: width as i32,
            height: height as i32,
            texels: image.pixels.clone(),
            options: delta.options,
        })
    }

    /// Puts `patch` at `left`, `top`. What would fall outside is left out.
    pub(super) fn patch(&mut self, [left, top]: [usize; 2], patch: &ColorImage) {
        let width = self.width as usize;
        let columns = patch.width().min(width.saturating_sub(left));
        if columns == 0 {
            return;
        }
        let rows = self.texels.chunks_exact_mut(width).skip(top);
        for (row, patch_row) in rows.zip(patch.pixels.chunks_exact(patch.width())) {
            row[left..left + columns].copy_from_slice(&patch_row[..columns]);
        }
    }

    /// From 0 to 1 over the texture, to texels: 0.5 is the middle of the first.
    pub(super) fn in_texels(&self, uv: Pos2) -> [f64; 2] {
        [f64::from(uv.x) * f64::from(self.width), f64::from(uv.y) * f64::from(self.height)]
    }

    /// How to sample when one pixel steps over `texels_per_pixel`.
    pub(super) fn filter(&self, texels_per_pixel: f64) -> TextureFilter {
        if texels_per_pixel > 1.0 { self.options.minification } else { self.options.magnification }
    }

    /// Texels from `x`, `y` to the right, when `count` of them lie inside.
    pub(super) fn run(&self, x: i32, y: i32, count: usize) -> Option<&[Color32]> {
        if x < 0 || y < 0 || x >= self.width || y >= self.height {
            return None;
        }
        let row_start = y as usize * self.width as usize;
        let start = row_start + x as usize;
        let end = start.checked_add(count)?;
        (end <= row_start + self.width as usize).then(|| self.texels.get(start..end)).flatten()
    }

    /// The colour at a place in texels, each channel from 0 to 255.
    pub(super) fn sample(&self, [u, v]: [f32; 2], filter: TextureFilter) -> [f32; 4] {
        match filter {
            TextureFilter::Nearest => self.texel(u.floor() as i32, v.floor() as i32).map(f32::from),
            TextureFilter::Linear => {
                let (u, v) = (u - 0.5, v - 0.5);
                let (left, top) = (u.floor(), v.floor());
                let (right_part, bottom_part) = (u - left, v - top);
                let (x, y) = (left as i32, top as i32);
                let (next_x, next_y) = (x.saturating_add(1), y.saturating_add(1));
                let mix = |a: Rgba, b: Rgba| [0, 1, 2, 3].map(|i| lerp(f32::from(a[i]), f32::from(b[i]), right_part));
                let above = mix(self.texel(x, y), self.texel(next_x, y));
                let below = mix(self.texel(x, next_y), self.texel(next_x, next_y));
                [0, 1, 2, 3].map(|i| lerp(above[i], below[i], bottom_part))
            }
        }
    }

    fn texel(&self, x: i32, y: i32) -> Rgba {
        let x = wrap(x, self.width, self.options.wrap_mode);
        let y = wrap(y, self.height, self.options.wrap_mode);
        let index = y as usize * self.width as usize + x as usize;
        self.texels.get(index).map_or([0; 4], Color32::to_array)
    }
}

fn lerp(from: f32, to: f32, part: f32) -> f32 {
    from + (to - from) * part
}

/// Brings a texel number into `0..size`.
fn wrap(texel: i32, size: i32, mode: TextureWrapMode) -> i32 {
    match mode {
        TextureWrapMode::ClampToEdge => texel.clamp(0, size - 1),
        TextureWrapMode::Repeat => texel.rem_euclid(size),
        TextureWrapMode::MirroredRepeat => {
            let phase = texel.rem_euclid(2 * size);
            phase.min(2 * size - 1 - phase)
        }
    }
}
