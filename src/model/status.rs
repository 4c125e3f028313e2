//! The status scheme: a plan owns what its RAG words mean, because boards differ.

use super::ids::{IdMaker, StatusId};

/// A mark that tells a status without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A filled square.
    Square,
    /// A filled disc.
    Disc,
    /// A filled triangle, point up.
    Triangle,
    /// A filled diamond.
    Diamond,
    /// A ring.
    Ring,
}

impl Shape {
    /// Every shape, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Square, Self::Disc, Self::Triangle, Self::Diamond, Self::Ring];

    /// The character nearest the shape, for places that hold only text (a workbook cell).
    #[must_use]
    pub fn character(self) -> char {
        match self {
            Self::Square => '■',
            Self::Disc => '●',
            Self::Triangle => '▲',
            Self::Diamond => '◆',
            Self::Ring => '○',
        }
    }
}

/// A colour as red, green and blue, 0 to 255 each, in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// The colour of these three parts.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// As `#1F5FBF`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }

    /// Reads `#1F5FBF`.
    #[must_use]
    pub fn parse_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self::new(part(0)?, part(2)?, part(4)?))
    }
}

/// What a status says of an action, whatever word the board uses. Counting and lateness go by this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Done: never late.
    Complete,
    /// Going as planned.
    OnTrack,
    /// May miss.
    AtRisk,
    /// Will miss or has missed.
    OffTrack,
    /// Nothing done yet.
    NotStarted,
}

impl Meaning {
    /// Every meaning, best first.
    pub const ALL: [Self; 5] = [Self::Complete, Self::OnTrack, Self::AtRisk, Self::OffTrack, Self::NotStarted];
}

/// One status of the scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its id.
    pub id: StatusId,
    /// The word, as the board says it.
    pub word: String,
    /// One letter for narrow places.
    pub letter: String,
    /// Its colour on white paper; at least 4.5:1 against white in the default scheme.
    pub colour: Colour,
    /// Its mark.
    pub shape: Shape,
    /// What it means.
    pub meaning: Meaning,
}

/// The scheme a new plan starts with: Complete, On track, At risk, Off track, Not started.
#[must_use]
pub fn default_scheme(ids: &mut IdMaker) -> Vec<Status> {
    [
        ("Complete", "B", Colour::new(0x1f, 0x5f, 0xbf), Shape::Square, Meaning::Complete),
        ("On track", "G", Colour::new(0x1b, 0x7a, 0x3e), Shape::Disc, Meaning::OnTrack),
        ("At risk", "A", Colour::new(0xa8, 0x5b, 0x00), Shape::Triangle, Meaning::AtRisk),
        ("Off track", "R", Colour::new(0xb3, 0x26, 0x1e), Shape::Diamond, Meaning::OffTrack),
        ("Not started", "N", Colour::new(0x68, 0x70, 0x7d), Shape::Ring, Meaning::NotStarted),
    ]
    .into_iter()
    .map(|(word, letter, colour, shape, meaning)| Status {
        id: ids.status(),
        word: word.to_owned(),
        letter: letter.to_owned(),
        colour,
        shape,
        meaning,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_reads_back() {
        let colour = Colour::new(0x1f, 0x05, 0xbf);
        assert_eq!(Colour::parse_hex(&colour.hex()), Some(colour));
        for text in ["", "#12345", "#1234567", "1F5FBF", "#12é45", "#+12345"] {
            assert_eq!(Colour::parse_hex(text), None, "{text}");
        }
    }
}
