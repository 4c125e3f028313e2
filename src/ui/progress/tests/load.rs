//! What clumps, and that every number can be read on its tint.

use egui::Color32;

use super::scene::plan;
use crate::report::load;
use crate::ui::Palette;
use crate::ui::progress::load::cell::tint;
use crate::ui::progress::load::words::clump;

fn told(due: [&str; 4]) -> String {
    let plan = plan(due);
    clump(&load(&plan), &plan.period)
}

#[test]
fn the_sentence_says_what_clumps() {
    assert_eq!(
        told(["31/03/17", "31/03/17", "June 2016", "Ongoing"]),
        "2 of 3 deadlines are on 31 March 2017, the last day of the plan. 1 action has no day to be late by."
    );
    assert_eq!(
        told(["30/11/16", "01/12/16", "June 2016", "31/03/17"]),
        "2 of 4 deadlines fall in Q3 2016/17, the busiest quarter."
    );
    assert_eq!(told(["31/03/15"; 4]), "None of 4 deadlines falls in the plan's period.");
    assert_eq!(told(["TBC"; 4]), "No open action has a deadline with a day. 4 actions have no day to be late by.");
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: Color32) -> f32 {
    let part = |value: u8| {
        let value = f32::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
}

#[test]
fn every_number_can_be_read_on_its_tint() {
    for palette in [Palette::LIGHT, Palette::DARK, Palette::HIGH_CONTRAST] {
        for count in 0..=20 {
            let (ink, fill) = (luminance(palette.ink) + 0.05, luminance(tint(&palette, count, 20)) + 0.05);
            assert!((ink / fill).max(fill / ink) >= 4.5, "{count} of 20, dark: {}", palette.dark);
        }
    }
}
