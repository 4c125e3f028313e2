//! The figures of a KPI in the inspector, and how it stands against its target.

use std::collections::BTreeSet;

use egui::{Frame, Margin, RichText, Stroke, Ui, vec2};

use super::fields::seal_on_leaving;
use super::note;
use crate::model::{ActionId, Kpi, KpiId};
use crate::report::measure_standing;
use crate::ui::measures::{self, Figure, YearShown, problem};
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, TextCell, icon_button};

/// Which measures are shown though they have no figure yet, and of which year.
#[derive(Clone, Debug, Default)]
pub(crate) struct MeasuresShown {
    action: Option<ActionId>,
    open: BTreeSet<KpiId>,
    year: Option<i32>,
}

impl MeasuresShown {
    /// Forgets what was opened for another action.
    pub(super) fn turn_to(&mut self, action: ActionId) {
        if self.action != Some(action) {
            *self = Self { action: Some(action), ..Self::default() };
        }
    }
}

/// Shows the measure of a KPI, or a way to begin one. `name` says which KPI.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, kpi: &Kpi, name: &str, shown: &mut MeasuresShown) {
    let palette = view.palette;
    if kpi.measure.is_blank() && !shown.open.contains(&kpi.id) {
        let spoken = format!("Inspector: add a measure to {name}");
        if LinkButton::new("+ measure").name(&spoken).quiet().show(ui, &palette).clicked() {
            shown.open.insert(kpi.id);
            view.outbox.focus(Figure::Baseline.id("inspector", kpi.id));
        }
        return;
    }
    // Whoever empties the last field still finds it.
    shown.open.insert(kpi.id);
    ui.add_space(4.0);
    let frame = Frame::NONE.stroke(Stroke::new(1.0, palette.hairline)).corner_radius(5.0);
    frame.inner_margin(Margin { left: 10, right: 6, top: 4, bottom: 6 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
        contents(ui, view, kpi, name, shown);
    });
    ui.add_space(6.0);
}

fn contents(ui: &mut Ui, view: &mut View<'_>, kpi: &Kpi, name: &str, shown: &mut MeasuresShown) {
    let palette = view.palette;
    let quarters = YearShown::of(view, shown.year);
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        ui.label(RichText::new("Measure").font(theme::semibold(text::SMALL)).color(palette.ink_soft));
        quarters.choose(ui, &palette, &format!(", {name}"), &mut shown.year);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icon_button(ui, &palette, "×", &format!("Take the measure of {name} out")).clicked() {
                shown.open.remove(&kpi.id);
                if !kpi.measure.is_blank() {
                    view.outbox.seal();
                    view.outbox.edit(measures::removal(kpi), "take a measure out");
                    view.outbox.seal();
                }
            }
        });
    });
    let actuals: Vec<Figure> = quarters.shown.iter().copied().map(Figure::Actual).collect();
    fields(ui, view, kpi, name, &[Figure::Baseline, Figure::Target]);
    ui.add_space(4.0);
    fields(ui, view, kpi, name, &actuals);
    ui.add_space(2.0);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = 2.0;
        if let Some(edit) = measures::counted_link(ui, &palette, kpi, &format!("Inspector: how {name} is counted")) {
            view.outbox.seal();
            view.outbox.edit(edit, "change how a measure is counted");
            view.outbox.seal();
        }
    });
    if !kpi.measure.is_blank() {
        let standing = measure_standing(&kpi.measure, &view.plan.period, view.as_at);
        measures::with_sentence(ui, &palette, &kpi.measure, &standing);
        ui.spacing_mut().button_padding.x = 2.0;
        measures::rule_link(ui, &palette, &format!("How is this worked out? {name}"));
    }
}

/// Fields side by side, each under its heading; below them what cannot be read.
fn fields(ui: &mut Ui, view: &mut View<'_>, kpi: &Kpi, name: &str, figures: &[Figure]) {
    let palette = view.palette;
    #[expect(clippy::cast_precision_loss, reason = "four quarters at most")]
    let count = figures.len().max(1) as f32;
    let gap = 6.0;
    let width = ((ui.available_width() - gap * (count - 1.0)) / count).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, 1.0);
        for figure in figures {
            ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(width);
                let heading = RichText::new(figure.heading()).font(theme::regular(text::SMALL));
                ui.label(heading.color(palette.ink_soft));
                field(ui, view, kpi, name, *figure);
            });
        }
    });
    for figure in figures {
        if let Some(words) = problem(figure.of(&kpi.measure)) {
            note(ui, &format!("{}: {words}", figure.heading()), palette.ink_faint);
        }
    }
}

fn field(ui: &mut Ui, view: &mut View<'_>, kpi: &Kpi, name: &str, figure: Figure) {
    let spoken = format!("Inspector: {} of {name}", figure.name());
    let id = figure.id("inspector", kpi.id);
    let cell = TextCell::new(id, figure.of(&kpi.measure), &spoken).single_line().boxed();
    let output = cell.margin(Margin::symmetric(6, 4)).show(ui, &view.palette);
    if let Some(new) = output.changed {
        view.outbox.edit(figure.edit(kpi.id, new), "change a measure");
    }
    seal_on_leaving(view, &output.response);
}
