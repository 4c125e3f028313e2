//! The table of the page: its headings, and the rows in sight.

use egui::{Rangef, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::figure::Figure;
use super::page::MeasuresState;
use super::row;
use crate::dates::Quarter;
use crate::model::Shows;
use crate::ui::changes::estimated_lines;
use crate::ui::theme::{self, text};
use crate::ui::view::View;

const REFERENCE: f32 = 76.0;
const FIGURE: f32 = 82.0;
const STANDING: f32 = 186.0;
/// The words of a KPI are no narrower; a smaller page is scrolled sideways.
const LEAST_WORDS: f32 = 220.0;
const MOST_WORDS: f32 = 560.0;
const HEAD: f32 = 30.0;

/// Where the columns of the table stand.
pub(super) struct Columns {
    pub(super) reference: Rangef,
    pub(super) words: Rangef,
    pub(super) figures: Vec<(Figure, Rangef)>,
    pub(super) standing: Rangef,
}

impl Columns {
    fn width_beside_words(quarters: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "four quarters")]
        let figures = (quarters + 2) as f32 * FIGURE;
        REFERENCE + figures + STANDING
    }

    fn new(left: f32, width: f32, quarters: &[Quarter]) -> Self {
        let words = (width - Self::width_beside_words(quarters.len())).clamp(LEAST_WORDS, MOST_WORDS);
        let mut from = left;
        let mut next = |width: f32| {
            let range = Rangef::new(from, from + width);
            from += width;
            range
        };
        let (reference, words) = (next(REFERENCE), next(words));
        let figures =
            [Figure::Baseline, Figure::Target].into_iter().chain(quarters.iter().copied().map(Figure::Actual));
        let figures = figures.map(|figure| (figure, next(FIGURE))).collect();
        Self { reference, words, figures, standing: next(STANDING) }
    }

    fn right(&self) -> f32 {
        self.standing.max
    }
}

/// Shows the table in all the room there is.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut MeasuresState, quarters: &[Quarter]) {
    let least = Columns::width_beside_words(quarters.len()) + LEAST_WORDS;
    let room = ui.available_width();
    ScrollArea::horizontal().id_salt("measures-sideways").auto_shrink(false).show(ui, |ui| {
        let width = (room - 16.0).max(least);
        ui.set_width(width + 16.0);
        let columns = Columns::new(ui.max_rect().left(), width, quarters);
        head(ui, view, &columns);
        let mut list = std::mem::take(&mut state.list);
        let rows = &state.rows.listed;
        let plan = view.plan;
        let mut wanted = None;
        ScrollArea::vertical().id_salt("measures-rows").auto_shrink(false).show(ui, |ui| {
            ui.set_width(columns.right() - columns.reference.min);
            let estimate = |at: usize, _: f32| {
                let words = rows[at].of(plan).map_or("", |(_, kpi, _)| &kpi.text);
                #[expect(clippy::cast_precision_loss, reason = "a few lines")]
                let lines = estimated_lines(words, columns.words.span() - 20.0, 12) as f32;
                lines * text::line_height(text::BODY) + 40.0
            };
            list.show(ui, "measure", rows.len(), estimate, |ui, at| {
                if let Some(figure) = row::show(ui, view, rows, at, &columns) {
                    wanted = Some(figure);
                }
            });
            ui.add_space(20.0);
        });
        if let Some((at, figure)) = wanted {
            list.reveal(at);
            row::put_cursor(ui, rows, at, figure, plan);
        }
        state.list = list;
    });
}

fn head(ui: &mut Ui, view: &View<'_>, columns: &Columns) {
    let palette = view.palette;
    let (whole, _) = ui.allocate_exact_size(vec2(columns.right() - columns.reference.min, HEAD), Sense::hover());
    ui.painter().rect_filled(whole, 0.0, palette.band);
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, palette.outline));
    let words = view.plan.heading_of(Shows::Kpis).to_owned();
    let named = [("Ref".to_owned(), columns.reference), (words, columns.words)].into_iter();
    let figures = columns.figures.iter().map(|(figure, range)| (figure.heading(), *range));
    for (words, range) in named.chain(figures).chain([("How it stands".to_owned(), columns.standing)]) {
        let rect = Rect::from_x_y_ranges(range, whole.y_range());
        let response = ui.interact(rect, ui.scope_id().with(("heading", &words)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &words));
        let job = text::one_line(&words, theme::semibold(text::SMALL), palette.ink_soft, range.span() - 12.0);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(range.min + 4.0, top), galley, palette.ink_soft);
    }
}
