//! What stands over findings: over those of a severity, its sign and their number; over those of one rule, why it
//! matters and what can be done about all of them at once.

use egui::{Align, Color32, Layout, RichText, Sense, Ui, vec2};

use crate::check::{self, Finding, Rule, Severity};
use crate::model::Shape;
use crate::ui::Command;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, PlainButton, paint_shape};

/// Narrower than this there is no room for what the keys do.
const WITH_KEYS: f32 = 640.0;

/// Over the findings of one severity. Over the first, at the right, stands what the keys do.
pub(super) fn of_severity(ui: &mut Ui, palette: &Palette, severity: Severity, count: usize, is_first: bool) {
    let (word, shape, ink) = look(palette, severity);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (mark, _) = ui.allocate_exact_size(vec2(14.0, 20.0), Sense::hover());
        paint_shape(ui.painter(), shape, mark.center(), 5.0, ink);
        ui.label(RichText::new(word).font(theme::semibold(text::BODY)).color(ink));
        let words = if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") };
        ui.label(RichText::new(words).font(theme::regular(text::BODY)).color(palette.ink_soft));
        if is_first && ui.available_width() > WITH_KEYS - 200.0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = "↑ ↓ go through them · Enter goes to it · F mends it · L leaves it";
                ui.label(RichText::new(words).font(theme::regular(text::SMALL)).color(palette.ink_soft));
            });
        }
    });
    ui.add_space(6.0);
}

/// Over the findings of one rule.
pub(super) fn of_rule(ui: &mut Ui, view: &mut View<'_>, rule: Rule, findings: &[Finding]) {
    let palette = view.palette;
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(rule.plural()).font(theme::semibold(text::HEADING)).color(palette.ink));
        let name = format!("What the help says: {}", rule.plural());
        if dialog::link(ui, &palette, LinkButton::new("What the help says").name(&name)).clicked() {
            view.outbox.command(Command::HelpOn(rule));
        }
    });
    dialog::told(ui, rule.reason(), palette.ink_soft);
    if rule == Rule::UnexpandedAcronym
        && let Some(fix) = check::add_all_known(view.plan, findings)
    {
        ui.add_space(8.0);
        let label = super::card::capitalised(&fix.label);
        let button = dialog::button(ui, &palette, PlainButton::new(&label).primary());
        let told = "The glossary is a note of the plan; one undo takes all of them out again";
        if button.on_hover_text(told).clicked() {
            view.outbox.seal();
            view.outbox.edit(fix.edit, fix.label);
            view.outbox.seal();
        }
    }
    ui.add_space(6.0);
}

/// A severity's word, shape and colour.
fn look(palette: &Palette, severity: Severity) -> (&'static str, Shape, Color32) {
    match severity {
        Severity::MustFix => ("Must fix", Shape::Diamond, palette.danger),
        Severity::ShouldFix => ("Should fix", Shape::Triangle, palette.warning),
        Severity::Advice => ("Advice", Shape::Ring, palette.ink_soft),
    }
}
