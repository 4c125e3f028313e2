//! Which way is better and how a measure is counted, under one link; and the rule it is judged by, in plain words.

use egui::{Button, RichText, Role, Ui, WidgetInfo, vec2};

use crate::model::{Counted, Direction, Edit, Kpi, Measure, MeasureField};
use crate::report::MEASURE_RULE;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{LinkButton, form_popup};

const WIDTH: f32 = 250.0;
const RULE_WIDTH: f32 = 330.0;

/// Shows how a measure is counted; a click offers the other ways. Gives the edit that was chosen.
pub(crate) fn counted_link(ui: &mut Ui, palette: &Palette, kpi: &Kpi, name: &str) -> Option<Edit> {
    let measure = &kpi.measure;
    let counted = match measure.counted {
        Counted::Level => "quarterly level",
        Counted::Total => "added up",
    };
    let words = format!("{} · {counted} ▾", measure.direction.words());
    let link = LinkButton::new(&words).name(name).quiet().show(ui, palette);
    let mut chosen = None;
    form_popup(&link).show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 2.0;
        dialog::note(ui, "Which way is better", palette.ink_soft);
        for direction in Direction::ALL {
            if choice(ui, palette, direction.words(), measure.direction == direction) {
                chosen = Some(MeasureField::Direction(direction));
            }
        }
        ui.add_space(8.0);
        dialog::note(ui, "What a quarter’s figure says", palette.ink_soft);
        for counted in Counted::ALL {
            if choice(ui, palette, counted.words(), measure.counted == counted) {
                chosen = Some(MeasureField::Counted(counted));
            }
        }
    });
    chosen.map(|field| Edit::Measure(kpi.id, field))
}

fn choice(ui: &mut Ui, palette: &Palette, words: &str, is_chosen: bool) -> bool {
    let ink = if is_chosen { palette.accent } else { palette.ink };
    let label = RichText::new(words).font(theme::regular(text::BODY)).color(ink);
    let response = ui.add(Button::selectable(is_chosen, label).min_size(vec2(WIDTH, 28.0)));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, words));
    response.clicked() && !is_chosen
}

/// A link that opens the rule.
pub(crate) fn rule_link(ui: &mut Ui, palette: &Palette, name: &str) {
    let link = LinkButton::new("How is this worked out?").name(name).quiet().show(ui, palette);
    form_popup(&link).show(|ui| {
        ui.set_width(RULE_WIDTH);
        ui.spacing_mut().item_spacing.y = 6.0;
        for sentence in MEASURE_RULE {
            dialog::told(ui, sentence, palette.ink);
        }
        dialog::note(ui, "In the small line, dashes are what is expected.", palette.ink_soft);
    });
}

/// The edit that takes all figures of a KPI out. Its sentence stays.
pub(crate) fn removal(kpi: &Kpi) -> Edit {
    let blank = Measure::default();
    let mut fields = vec![
        MeasureField::Baseline(blank.baseline),
        MeasureField::Target(blank.target),
        MeasureField::Direction(blank.direction),
        MeasureField::Counted(blank.counted),
    ];
    fields.extend(kpi.measure.actuals.keys().map(|quarter| MeasureField::Actual(*quarter, String::new())));
    Edit::Batch(fields.into_iter().map(|field| Edit::Measure(kpi.id, field)).collect())
}
