//! The finished pixels, and PNG.

use std::{error, fmt};

use egui::Color32;

/// The most pixels a picture may have from side to side, or from top to bottom.
pub const MAX_SIDE_PX: u32 = 16_384;

/// The most pixels a picture may have in all (half a gigabyte of them).
pub const MAX_PIXELS: u32 = 1 << 27;

/// Pixels, row by row from the top, four bytes each: red, green, blue, alpha.
///
/// Colours are sRGB as a screen shows them. [`super::Rasterizer`] makes opaque ones only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from side to side; 0 in a picture that could not be made.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// `width * height * 4` bytes.
    pub rgba: Vec<u8>,
}

/// Why a picture could not be written.
#[derive(Debug)]
pub enum PictureError {
    /// A side is 0 or more than [`MAX_SIDE_PX`], there are more than [`MAX_PIXELS`], or there are
    /// not four bytes a pixel.
    Size {
        /// [`Picture::width`].
        width: u32,
        /// [`Picture::height`].
        height: u32,
        /// Length of [`Picture::rgba`].
        bytes: usize,
    },
    /// The PNG encoder failed.
    Encode(png::EncodingError),
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { width, height, bytes } => write!(
                f,
                "cannot write a picture of {width} by {height} pixels with {bytes} bytes: each \
                 side must be 1 to {MAX_SIDE_PX}, at most {MAX_PIXELS} pixels in all"
            ),
            Self::Encode(error) => write!(f, "cannot write the picture as PNG: {error}"),
        }
    }
}

impl error::Error for PictureError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Size { .. } => None,
            Self::Encode(error) => Some(error),
        }
    }
}

impl Picture {
    /// One pixel, or nothing outside the picture.
    #[must_use]
    pub fn pixel(&self, x: u32, y: u32) -> Option<Color32> {
        let inside = x < self.width && y < self.height;
        let index = y as usize * self.width as usize + x as usize;
        let (pixels, _) = self.rgba.as_chunks::<4>();
        let &[red, green, blue, alpha] = pixels.get(index).filter(|_| inside)?;
        Some(Color32::from_rgba_premultiplied(red, green, blue, alpha))
    }

    /// The picture as a PNG file, without alpha if it is opaque. No time, no program name: the same
    /// pixels give the same bytes (with the same version of the encoder).
    ///
    /// # Errors
    /// [`PictureError::Size`] for a picture that is empty, too large or not the size it says.
    pub fn to_png(&self) -> Result<Vec<u8>, PictureError> {
        let sides = 1..=MAX_SIDE_PX;
        let fits = sides.contains(&self.width)
            && sides.contains(&self.height)
            && self.width * self.height <= MAX_PIXELS
            && self.rgba.len() == self.width as usize * self.height as usize * 4;
        if !fits {
            return Err(PictureError::Size { width: self.width, height: self.height, bytes: self.rgba.len() });
        }
        let (pixels, _) = self.rgba.as_chunks::<4>();
        let opaque = pixels.iter().all(|pixel| pixel[3] == 255);
        let mut bytes = Vec::new();
        self.encode(&mut bytes, opaque).map_err(PictureError::Encode)?;
        Ok(bytes)
    }

    fn encode(&self, bytes: &mut Vec<u8>, opaque: bool) -> Result<(), png::EncodingError> {
        let mut encoder = png::Encoder::new(bytes, self.width, self.height);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_color(if opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
        encoder.set_compression(png::Compression::Balanced);
        // Screens are flat colours and repeated rows: a filter that guesses at gradients costs both
        // time and size here.
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        if opaque {
            let (pixels, _) = self.rgba.as_chunks::<4>();
            let rgb: Vec<u8> = pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect();
            writer.write_image_data(&rgb)?;
        } else {
            writer.write_image_data(&self.rgba)?;
        }
        writer.finish()
    }
}
