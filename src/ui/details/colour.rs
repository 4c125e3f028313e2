//! Status colours: the ones offered, and whether one can be read on white paper.

use crate::model::Colour;

/// Colours that can be read as ink on white paper and told apart; the default scheme's come first.
pub(super) const READABLE: [(&str, Colour); 10] = [
    ("Blue", Colour::new(0x1f, 0x5f, 0xbf)),
    ("Green", Colour::new(0x1b, 0x7a, 0x3e)),
    ("Amber", Colour::new(0xa8, 0x5b, 0x00)),
    ("Red", Colour::new(0xb3, 0x26, 0x1e)),
    ("Grey", Colour::new(0x68, 0x70, 0x7d)),
    ("Teal", Colour::new(0x0b, 0x5c, 0x6b)),
    ("Purple", Colour::new(0x6b, 0x3f, 0xa0)),
    ("Pink", Colour::new(0xa3, 0x19, 0x5b)),
    ("Brown", Colour::new(0x7a, 0x4a, 0x1e)),
    ("Black", Colour::new(0x1c, 0x23, 0x30)),
];

/// The least contrast of words (WCAG 2.2, level AA).
pub(super) const LEAST_CONTRAST: f32 = 4.5;

/// The contrast of a colour on white paper, from 1 to 21 (WCAG 2.2).
pub(super) fn contrast_on_white(colour: Colour) -> f32 {
    let part = |value: u8| {
        let value = f32::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * part(colour.red) + 0.7152 * part(colour.green) + 0.0722 * part(colour.blue);
    1.05 / (luminance + 0.05)
}

/// Reads a colour as people type it: with or without the number sign, and space around it.
pub(super) fn read(text: &str) -> Option<Colour> {
    let text = text.trim();
    if text.starts_with('#') { Colour::parse_hex(text) } else { Colour::parse_hex(&format!("#{text}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_colour_can_be_read_on_white() {
        for (name, colour) in READABLE {
            let contrast = contrast_on_white(colour);
            assert!(contrast >= LEAST_CONTRAST, "{name} is {contrast:.2}:1");
        }
        assert!(contrast_on_white(Colour::new(255, 255, 0)) < 1.2);
    }

    #[test]
    fn a_colour_is_read_as_typed() {
        assert_eq!(read(" 1f5FBF"), Some(Colour::new(0x1f, 0x5f, 0xbf)));
        assert_eq!(read("#1F5FBF "), Some(Colour::new(0x1f, 0x5f, 0xbf)));
        assert_eq!(read("blue"), None);
    }
}
