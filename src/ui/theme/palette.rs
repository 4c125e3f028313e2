//! The colours of the window: a light, a dark and a high-contrast set.

use egui::Color32;

use crate::model::Colour;

/// Which set of colours the person wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Appearance {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// Black on white with strong lines.
    HighContrast,
}

impl Appearance {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
            Self::HighContrast => "High contrast",
        }
    }
}

/// Colours by what they are for. Every ink has at least 4.5:1 against the surfaces it stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Whether ink is lighter than paper.
    pub dark: bool,
    /// Behind the paper.
    pub ground: Color32,
    /// What is written on.
    pub paper: Color32,
    /// A field inside paper: search, as-at.
    pub field: Color32,
    /// Thin lines.
    pub hairline: Color32,
    /// Lines around things that can be pressed or typed in.
    pub outline: Color32,
    /// Heading bands of tables.
    pub band: Color32,
    /// A row or button under the pointer.
    pub hover: Color32,
    /// The selected row or entry.
    pub selected: Color32,
    /// Words.
    pub ink: Color32,
    /// Words beside the words: readings, labels.
    pub ink_soft: Color32,
    /// Numbers and marks that are hardly needed; 4.5:1 all the same.
    pub ink_faint: Color32,
    /// The one accent: the active tab, links, focus.
    pub accent: Color32,
    /// Ink on the accent.
    pub on_accent: Color32,
    /// Late, overdue: a quiet warning.
    pub warning: Color32,
    /// Wrong, lost, failed.
    pub danger: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

impl Palette {
    /// Dark ink on warm light paper.
    pub const LIGHT: Self = Self {
        dark: false,
        ground: rgb(0x00F6_F5F2),
        paper: rgb(0x00FF_FFFF),
        field: rgb(0x00FF_FFFF),
        hairline: rgb(0x00DE_DBD4),
        outline: rgb(0x00C9_C5BC),
        band: rgb(0x00EF_F2F2),
        hover: rgb(0x00EC_EBE6),
        selected: rgb(0x00E3_EFF1),
        ink: rgb(0x001C_2330),
        ink_soft: rgb(0x0055_5E6C),
        ink_faint: rgb(0x005F_6672),
        accent: rgb(0x000B_5C6B),
        on_accent: rgb(0x00FF_FFFF),
        warning: rgb(0x0096_5000),
        danger: rgb(0x00B3_261E),
    };

    /// Light ink on dark paper.
    pub const DARK: Self = Self {
        dark: true,
        ground: rgb(0x0016_191E),
        paper: rgb(0x001D_2027),
        field: rgb(0x0016_191E),
        hairline: rgb(0x0034_3941),
        outline: rgb(0x004A_505A),
        band: rgb(0x0026_2B31),
        hover: rgb(0x002A_2F37),
        selected: rgb(0x0017_3138),
        ink: rgb(0x00E8_EAED),
        ink_soft: rgb(0x00AC_B3BD),
        ink_faint: rgb(0x0095_9DA8),
        accent: rgb(0x006C_C6D2),
        on_accent: rgb(0x0010_2328),
        warning: rgb(0x00F2_B45A),
        danger: rgb(0x00FF_8A80),
    };

    /// Black on white, every line drawn.
    pub const HIGH_CONTRAST: Self = Self {
        dark: false,
        ground: rgb(0x00FF_FFFF),
        paper: rgb(0x00FF_FFFF),
        field: rgb(0x00FF_FFFF),
        hairline: rgb(0x0060_6060),
        outline: rgb(0x0000_0000),
        band: rgb(0x00EC_ECEC),
        hover: rgb(0x00E0_E0E0),
        selected: rgb(0x00CF_E8FF),
        ink: rgb(0x0000_0000),
        ink_soft: rgb(0x0020_2020),
        ink_faint: rgb(0x0038_3838),
        accent: rgb(0x0000_3C8F),
        on_accent: rgb(0x00FF_FFFF),
        warning: rgb(0x0073_3600),
        danger: rgb(0x0099_0000),
    };

    /// A status colour of the plan as ink on this paper.
    #[must_use]
    pub fn status_ink(&self, colour: Colour) -> Color32 {
        let ink = Color32::from_rgb(colour.red, colour.green, colour.blue);
        if !self.dark {
            return ink;
        }
        // The same hue, light enough for dark paper.
        let mut light = egui::epaint::HsvaGamma::from(ink);
        light.s *= 0.6;
        light.v = light.v.max(0.94);
        light.into()
    }

    /// The fill of a chip in a status colour.
    #[must_use]
    pub fn status_fill(&self, colour: Colour) -> Color32 {
        let strength = if self.dark { 0.18 } else { 0.1 };
        self.paper.lerp_to_gamma(self.status_ink(colour), strength)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: Color32) -> f32 {
        let part = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    fn contrast(one: Color32, two: Color32) -> f32 {
        let (one, two) = (luminance(one) + 0.05, luminance(two) + 0.05);
        (one / two).max(two / one)
    }

    #[test]
    fn every_ink_can_be_read_on_every_surface() {
        for palette in [Palette::LIGHT, Palette::DARK, Palette::HIGH_CONTRAST] {
            let surfaces =
                [palette.ground, palette.paper, palette.field, palette.band, palette.selected, palette.hover];
            let inks =
                [palette.ink, palette.ink_soft, palette.ink_faint, palette.accent, palette.warning, palette.danger];
            for surface in surfaces {
                for ink in inks {
                    let contrast = contrast(ink, surface);
                    assert!(contrast >= 4.5, "{ink:?} on {surface:?} is {contrast:.2}:1");
                }
            }
            assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
        }
    }

    #[test]
    fn every_default_status_can_be_read_on_its_chip() {
        let scheme = crate::model::status::default_scheme(&mut crate::model::IdMaker::new(1));
        for palette in [Palette::LIGHT, Palette::DARK, Palette::HIGH_CONTRAST] {
            for status in &scheme {
                let ink = palette.status_ink(status.colour);
                let chip = contrast(ink, palette.status_fill(status.colour));
                assert!(chip >= 4.2, "{} is {chip:.2}:1 on its chip", status.word);
                assert!(contrast(ink, palette.paper) >= 4.5, "{} on paper", status.word);
            }
        }
    }
}
