//! The colours of the pack: the palette of `interface.md` for white paper, and what can be read on what.

use crate::model::Colour;

/// Ink.
pub(super) const INK: Colour = Colour::new(0x1c, 0x23, 0x30);
/// Quieter ink, still 4.5:1 on white and on bands.
pub(super) const QUIET: Colour = Colour::new(0x52, 0x5b, 0x69);
/// The accent.
pub(super) const ACCENT: Colour = Colour::new(0x0b, 0x5c, 0x6b);
/// The accent as a wash.
pub(super) const WASH: Colour = Colour::new(0xcf, 0xe3, 0xe6);
/// Heading bands.
pub(super) const BAND: Colour = Colour::new(0xe3, 0xea, 0xea);
/// Hairlines of tables.
pub(super) const LINE: Colour = Colour::new(0xb4, 0xbe, 0xbf);
/// Fainter hairlines.
pub(super) const FAINT: Colour = Colour::new(0xde, 0xdb, 0xd4);
/// The ground of the as-at month.
pub(super) const NOW: Colour = Colour::new(0xf6, 0xf5, 0xf2);
/// Late.
pub(super) const LATE: Colour = Colour::new(0xb3, 0x26, 0x1e);
/// White.
pub(super) const WHITE: Colour = Colour::new(0xff, 0xff, 0xff);

/// Whether white can be read on it.
#[must_use]
pub(super) fn is_dark(ground: Colour) -> bool {
    contrast(WHITE, ground) >= 4.5
}

/// `part` of one colour in another.
pub(super) fn mixed(one: Colour, other: Colour, part: f32) -> Colour {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
    let mix = |one: u8, other: u8| (f32::from(one) * part + f32::from(other) * (1.0 - part)).round() as u8;
    Colour::new(mix(one.red, other.red), mix(one.green, other.green), mix(one.blue, other.blue))
}

/// The colour, darkened until it has a contrast of 4.5:1 on the ground.
pub(super) fn readable_on(ink: Colour, ground: Colour) -> Colour {
    let black = Colour::new(0, 0, 0);
    (0_u8..=20)
        .map(|step| mixed(ink, black, 1.0 - f32::from(step) * 0.05))
        .find(|darker| contrast(*darker, ground) >= 4.5)
        .unwrap_or(black)
}

/// The contrast of two colours, 1 to 21, as WCAG 2 counts it.
pub(super) fn contrast(one: Colour, other: Colour) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

pub(super) fn luminance(one: Colour) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(one.red) + 0.7152 * linear(one.green) + 0.0722 * linear(one.blue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdMaker, status};

    #[test]
    fn every_status_can_be_read_on_its_ground() {
        for status in status::default_scheme(&mut IdMaker::new(1)) {
            let tint = mixed(status.colour, WHITE, 0.10);
            assert!(contrast(readable_on(status.colour, tint), tint) >= 4.5, "{}", status.word);
        }
        let yellow = Colour::new(0xff, 0xee, 0x00);
        assert!(contrast(readable_on(yellow, WHITE), WHITE) >= 4.5);
    }

    #[test]
    fn the_palette_can_be_read() {
        for (ink, ground) in [(INK, WHITE), (QUIET, WHITE), (QUIET, BAND), (QUIET, NOW), (WHITE, ACCENT), (LATE, WHITE)]
        {
            assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}");
        }
    }
}
