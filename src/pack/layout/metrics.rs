//! How wide and how high text is: the advance widths of Liberation Sans, which are those of Arial.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use crate::pack::PackError;

static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/LiberationSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../../assets/fonts/LiberationSans-Bold.ttf");

/// The font the whole pack is written in. Every Windows and Mac has it, and wherever it is missing
/// Liberation Sans, of the same widths, stands in.
pub(crate) const FONT_NAME: &str = "Arial";

/// The weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Regular.
    Regular,
    /// Bold.
    Bold,
}

/// The weight and size of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    /// The weight.
    pub(crate) face: Face,
    /// The size in points.
    pub(crate) size_pt: f32,
}

/// Arial's ascent and descent in parts of its size.
const ASCENT_EM: f32 = 0.905;
const DESCENT_EM: f32 = 0.212;

impl Type {
    /// The size in whole pixels, as Excel draws on a screen.
    #[must_use]
    pub(crate) fn size_px(self) -> f32 {
        (self.size_pt * 96.0 / 72.0).round().max(1.0)
    }

    /// The height of one line as Excel draws it on a screen, which is a little more than on paper.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a font size is small")]
    pub(crate) fn line_px(self) -> u32 {
        let size = self.size_px();
        (ASCENT_EM * size).ceil() as u32 + (DESCENT_EM * size).ceil() as u32 + 1
    }
}

/// A width by both ways Excel has of adding letters up: exactly, as on paper, and letter by letter in whole
/// pixels, as on many screens. Text has room only where it has room by both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Width {
    /// Exactly.
    pub(crate) exact_px: f32,
    /// With every letter rounded to a pixel.
    pub(crate) rounded_px: f32,
}

impl std::ops::AddAssign for Width {
    fn add_assign(&mut self, other: Self) {
        self.exact_px += other.exact_px;
        self.rounded_px += other.rounded_px;
    }
}

impl std::ops::Add for Width {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

/// What an em is in pixels, by both ways of adding up.
#[derive(Clone, Copy)]
struct Scale {
    exact_px: f32,
    rounded_px: f32,
}

impl Scale {
    fn of(set_in: Type) -> Self {
        Self { exact_px: set_in.size_pt * 96.0 / 72.0, rounded_px: set_in.size_px() }
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a letter is some pixels wide")]
    fn width(self, em: f32) -> Width {
        // Advances are positive, so this rounds; `f32::round` is ten times as slow.
        Width { exact_px: em * self.exact_px, rounded_px: (em * self.rounded_px + 0.5) as i32 as f32 }
    }
}

/// The advance widths of one font.
struct Advances {
    units_per_em: f32,
    ascii: [f32; 128],
    charmap: Charmap<'static>,
    glyphs: GlyphMetrics<'static>,
}

impl Advances {
    fn read(font: &'static [u8]) -> Result<Self, PackError> {
        let font = FontRef::new(font).map_err(|error| PackError::Font(error.to_string()))?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let mut advances = Self {
            units_per_em: f32::from(metrics.units_per_em.max(1)),
            ascii: [0.0; 128],
            charmap: font.charmap(),
            glyphs: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
        };
        for (code, advance) in (0_u8..128).zip(0..128_usize) {
            advances.ascii[advance] = advances.look_up(char::from(code));
        }
        Ok(advances)
    }

    /// The advance in parts of the size. A letter the font lacks comes from some other font: a full em is
    /// about the widest it can be.
    fn look_up(&self, letter: char) -> f32 {
        let known = self.charmap.map(letter).and_then(|glyph| self.glyphs.advance_width(glyph));
        known.map_or(1.0, |units| units / self.units_per_em)
    }

    fn em(&self, letter: char) -> f32 {
        match self.ascii.get(letter as usize) {
            Some(advance) => *advance,
            None => self.look_up(letter),
        }
    }
}

/// Measures text in the pack's font.
pub(crate) struct Ruler {
    regular: Advances,
    bold: Advances,
}

impl Ruler {
    /// Reads the fonts inside the program.
    ///
    /// # Errors
    /// Where a font cannot be read, which only a broken build can cause.
    pub(crate) fn new() -> Result<Self, PackError> {
        Ok(Self { regular: Advances::read(REGULAR)?, bold: Advances::read(BOLD)? })
    }

    /// The width of one letter.
    #[must_use]
    pub(crate) fn letter(&self, letter: char, set_in: Type) -> Width {
        let advances = match set_in.face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        };
        let em = advances.em(letter);
        let scale = Scale::of(set_in);
        scale.width(em)
    }

    /// As [`Ruler::letter`], for many letters of one type.
    pub(crate) fn letters(&self, set_in: Type) -> impl Fn(char) -> Width {
        let advances = match set_in.face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        };
        let scale = Scale::of(set_in);
        move |letter| scale.width(advances.em(letter))
    }

    /// The width of a text on one line.
    #[must_use]
    pub(crate) fn text(&self, text: &str, set_in: Type) -> Width {
        text.chars().fold(Width::default(), |sum, letter| sum + self.letter(letter, set_in))
    }
}
