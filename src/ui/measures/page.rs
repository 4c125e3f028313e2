//! The page of all measures: what is listed, in what order, of which year; and the table.

use egui::{Align, Button, Layout, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use super::rows::{Order, Rows};
use super::{how, table};
use crate::dates::Quarter;
use crate::model::Shows;
use crate::report::quarters_of;
use crate::ui::changes::LongList;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::icon_button;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct MeasuresState {
    order: Order,
    /// Also KPIs without figures; `None` until somebody says so.
    shows_all: Option<bool>,
    /// The financial year whose quarters are shown, where the plan has several.
    year: Option<i32>,
    pub(super) rows: Rows,
    pub(super) list: LongList,
    /// The pass in which the page was last shown.
    shown_in: Option<u64>,
}

/// Shows the page in all the room there is.
pub fn page(ui: &mut Ui, view: &mut View<'_>, state: &mut MeasuresState) {
    let pass = ui.ctx().cumulative_pass_nr();
    if state.shown_in.is_none_or(|before| pass > before + 1) {
        // Who comes back finds the rows in their order again.
        state.rows.forget();
    }
    state.shown_in = Some(pass);
    let has_some = || view.plan.actions().flat_map(|action| &action.kpis).any(|kpi| !kpi.measure.is_blank());
    let shows_all = *state.shows_all.get_or_insert_with(|| !has_some());
    state.rows.refresh(view.plan, view.revision, view.as_at, state.order, shows_all);
    let quarters = YearShown::of(view, state.year);
    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
    head(ui, view, state, &quarters);
    ui.add_space(8.0);
    if state.rows.listed.is_empty() {
        nothing(ui, view);
    } else {
        table::show(ui, view, state, &quarters.shown);
    }
}

/// The quarters of the plan that are shown: four of a financial year, or as many of them as the period has.
#[derive(Clone, Debug)]
pub(crate) struct YearShown {
    /// The financial year, by the calendar year it starts in.
    pub(crate) year: i32,
    /// Its quarters.
    pub(crate) shown: Vec<Quarter>,
    years: Vec<i32>,
}

impl YearShown {
    /// The year that was chosen; without one that of the as-at day, or the nearest there is.
    pub(crate) fn of(view: &View<'_>, chosen: Option<i32>) -> Self {
        let quarters = quarters_of(&view.plan.period);
        let mut years: Vec<i32> = quarters.iter().map(Quarter::financial_year).collect();
        years.dedup();
        let (first, last) = (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default());
        let year = chosen.unwrap_or_else(|| Quarter::of(view.as_at).financial_year()).clamp(first, last);
        let shown = quarters.into_iter().filter(|quarter| quarter.financial_year() == year).collect();
        Self { year, shown, years }
    }

    /// Shows the year with a way to the one before and the one after, where there are several.
    pub(crate) fn choose(&self, ui: &mut Ui, palette: &Palette, name: &str, chosen: &mut Option<i32>) {
        if self.years.len() < 2 {
            return;
        }
        let words = format!("{}/{:02}", self.year, (self.year + 1).rem_euclid(100));
        ui.add_enabled_ui(self.years.first() != Some(&self.year), |ui| {
            if icon_button(ui, palette, "◂", &format!("The year before{name}")).clicked() {
                *chosen = Some(self.year - 1);
            }
        });
        ui.label(RichText::new(words).font(theme::medium(text::SMALL)).color(palette.ink_soft));
        ui.add_enabled_ui(self.years.last() != Some(&self.year), |ui| {
            if icon_button(ui, palette, "▸", &format!("The year after{name}")).clicked() {
                *chosen = Some(self.year + 1);
            }
        });
    }
}

fn head(ui: &mut Ui, view: &View<'_>, state: &mut MeasuresState, quarters: &YearShown) {
    let palette = view.palette;
    let (with_figures, all) = (state.rows.with_figures, state.rows.all);
    let shows_all = state.shows_all.unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let told = RichText::new(told(with_figures, state.rows.below)).font(theme::medium(text::BODY));
        ui.label(told.color(palette.ink));
        ui.add_space(10.0);
        let mut order = state.order;
        for (words, one) in [("Plan order", Order::Plan), ("Below target first", Order::BelowFirst)] {
            if choice(ui, &palette, words, order == one) {
                order = one;
            }
        }
        ui.add_space(10.0);
        let mut all_wanted = shows_all;
        if with_figures < all {
            if choice(ui, &palette, &format!("With figures {with_figures}"), !shows_all) {
                all_wanted = false;
            }
            if choice(ui, &palette, &format!("All {all}"), shows_all) {
                all_wanted = true;
            }
        }
        if (order, all_wanted) != (state.order, shows_all) {
            (state.order, state.shows_all) = (order, Some(all_wanted));
            state.rows.forget();
            state.list.forget();
            ui.ctx().request_repaint();
        }
        quarters.choose(ui, &palette, "", &mut state.year);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            how::rule_link(ui, &palette, "How is this worked out?");
        });
    });
}

fn told(with_figures: usize, below: usize) -> String {
    let counted = match with_figures {
        0 => return "No measure has figures yet".to_owned(),
        1 => "1 measure".to_owned(),
        many => format!("{many} measures"),
    };
    match below {
        0 => format!("{counted}, none below target"),
        below => format!("{counted}, {below} below target"),
    }
}

fn choice(ui: &mut Ui, palette: &Palette, words: &str, is_chosen: bool) -> bool {
    let (font, ink) = if is_chosen {
        (theme::semibold(text::BODY), palette.accent)
    } else {
        (theme::medium(text::BODY), palette.ink)
    };
    let (fill, line) = if is_chosen { (palette.selected, palette.accent) } else { (palette.paper, palette.outline) };
    let label = RichText::new(words).font(font).color(ink);
    let button = Button::new(label).min_size(vec2(0.0, 30.0)).corner_radius(5.0).fill(fill);
    let response = ui.add(button.stroke(Stroke::new(1.0, line)));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, words));
    response.clicked() && !is_chosen
}

fn nothing(ui: &mut Ui, view: &View<'_>) {
    let palette = view.palette;
    let heading = view.plan.heading_of(Shows::Kpis);
    ui.add_space(30.0);
    ui.vertical_centered(|ui| {
        ui.label(RichText::new("Nothing to count yet").font(theme::semibold(text::HEADING)).color(palette.ink));
        ui.add_space(4.0);
        let told = format!("An action gets its first under “{heading}” at the right of the forms.");
        ui.label(RichText::new(told).font(theme::regular(text::BODY)).color(palette.ink_soft));
    });
}
