//! What needs a look in a plan that was brought in from a document: what found no place, and what may have
//! been understood wrongly, each with where it stands in the document.
//!
//! *Architecture invariant:* it shows what it is told; it knows no document.

use egui::{Context, RichText, ScrollArea, Ui, vec2};

use super::changes::LongList;
use super::dialog;
use super::theme::{self, Palette, text};
use super::widgets::PlainButton;

const LARGEST: egui::Vec2 = vec2(760.0, 640.0);
const FOOT: f32 = 48.0;
/// How many letters of a finding are on a line, for estimating heights.
const LETTERS_A_LINE: f32 = 95.0;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands in the document: "page 3, table 2, row 5".
    pub place: String,
    /// What is to be known of it, as a sentence.
    pub what: String,
    /// The words themselves, or nothing.
    pub text: String,
}

/// Runtime state of the list.
#[derive(Debug, Default)]
pub struct ListState {
    rows: LongList,
}

/// Shows the list. `false` once it was put away.
pub fn show(context: &Context, palette: &Palette, findings: &[Finding], state: &mut ListState) -> bool {
    let title = "What needs a look";
    let shown = dialog::large(context, palette, ("brought-in", title), LARGEST, |ui, rect| {
        let mut stay = true;
        dialog::inside(ui, rect.shrink(dialog::MARGIN), |ui| {
            ui.label(RichText::new(title).font(theme::semibold(text::TITLE)).color(palette.ink));
            ui.add_space(2.0);
            let told = "Where it stands in the document, and what was made of it. Nothing of the document is lost: \
                        what found no place is in the plan’s notes (Plan details).";
            dialog::told(ui, told, palette.ink_soft);
            ui.add_space(10.0);
            let room = (ui.available_height() - FOOT).max(60.0);
            ScrollArea::vertical().max_height(room).auto_shrink(false).show(ui, |ui| {
                let estimate = |index: usize, _: f32| estimated_height(&findings[index]);
                state.rows.show(ui, "findings", findings.len(), estimate, |ui, index| {
                    finding(ui, palette, &findings[index]);
                });
            });
            ui.add_space(12.0);
            stay = !dialog::button(ui, palette, PlainButton::new("Close").primary()).clicked();
        });
        stay
    });
    shown.inner && !shown.is_escaped
}

fn estimated_height(finding: &Finding) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let lines = (finding.text.len() as f32 / LETTERS_A_LINE).ceil();
    50.0 + 19.0 * lines
}

fn finding(ui: &mut Ui, palette: &Palette, finding: &Finding) {
    dialog::told(ui, &finding.what, palette.ink);
    if !finding.text.is_empty() {
        dialog::told(ui, &finding.text, palette.ink_soft);
    }
    dialog::note(ui, &finding.place, palette.ink_faint);
    ui.add_space(12.0);
}
