//! Letters, through egui, from the bundled fonts.

use std::sync::Arc;

use egui::{Color32, Context, FontData, FontDefinitions, FontFamily, vec2};

use super::super::{Picture, render};
use super::tally;

/// A context with the program's own letters.
fn context() -> Context {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 2] = [
        ("inter", include_bytes!("../../../assets/fonts/Inter-Regular.ttf")),
        ("symbols", include_bytes!("../../../assets/fonts/PlanningGridSymbols-Regular.ttf")),
    ];
    for (name, bytes) in files {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let names = || files.map(|(name, _)| name.to_owned()).to_vec();
    fonts.families.insert(FontFamily::Proportional, names());
    fonts.families.insert(FontFamily::Monospace, names());
    let ctx = Context::default();
    ctx.set_fonts(fonts);
    ctx
}

fn label(ctx: &Context, text: &str, pixels_per_point: f32) -> Picture {
    let background = Color32::from_gray(27);
    render(ctx, vec2(120.0, 30.0), pixels_per_point, background, |ui| {
        ui.label(text);
    })
}

#[test]
fn letters_are_painted_the_same_each_time() {
    let ctx = context();
    let first = label(&ctx, "Action 1.2.3 – “by” ¼", 1.0);
    assert_eq!((first.width, first.height), (120, 30));
    assert!(tally(&first).len() > 20, "smooth letters have many shades");
    assert_eq!(first, label(&ctx, "Action 1.2.3 – “by” ¼", 1.0), "again");
    assert_eq!(first, label(&context(), "Action 1.2.3 – “by” ¼", 1.0), "anew");
    assert_ne!(first, label(&ctx, "Action 1.2.4 – “by” ¼", 1.0));
    let large = label(&ctx, "Action", 2.0);
    assert_eq!((large.width, large.height), (240, 60));
    assert!(tally(&large).len() > 20);
}

#[test]
fn the_bundled_letters_have_every_sign_a_plan_needs() {
    let ctx = context();
    let missing = label(&ctx, "\u{e123}", 1.0);
    let signs = "’“”–—¼½¾£€•·…▾▸↶↷⋮×✓éü❖◆●▲■○⚠←→✗☐☑\u{f0b7}\u{f0a7}\u{f0fc}";
    for sign in signs.chars() {
        let picture = label(&ctx, &sign.to_string(), 1.0);
        assert_ne!(picture, missing, "{sign:?} (U+{:04X})", u32::from(sign));
        assert!(tally(&picture).len() > 1, "{sign:?} is blank");
    }
}
