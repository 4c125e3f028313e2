//! The typefaces: Inter in four weights, with a face for symbols behind it.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.ttf");
const MEDIUM: &[u8] = include_bytes!("../../../assets/fonts/Inter-Medium.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf");
/// What Inter lacks: shapes, dingbats, arrows, other alphabets.
const SYMBOLS: &[u8] = include_bytes!("../../../assets/fonts/PlanningGridSymbols-Regular.ttf");

/// Names of the families beside the proportional one, which is the regular weight.
const MEDIUM_FAMILY: &str = "medium";
const SEMIBOLD_FAMILY: &str = "semibold";

/// The fonts to give to [`egui::Context::set_fonts`].
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces = [("Inter", REGULAR), ("Inter Medium", MEDIUM), ("Inter SemiBold", SEMIBOLD), ("Symbols", SYMBOLS)];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, "Inter"),
        (FontFamily::Monospace, "Inter"),
        (FontFamily::Name(MEDIUM_FAMILY.into()), "Inter Medium"),
        (FontFamily::Name(SEMIBOLD_FAMILY.into()), "Inter SemiBold"),
    ];
    for (family, face) in families {
        fonts.families.insert(family, vec![face.to_owned(), "Symbols".to_owned()]);
    }
    fonts
}

/// Running text.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Labels and buttons.
#[must_use]
pub fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(MEDIUM_FAMILY.into()))
}

/// Headings.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD_FAMILY.into()))
}
