//! Where a row is to be divided: in each of its cells the words from one word on belong to the second row.

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Role, Sense, Ui, WidgetInfo, vec2};

use super::pages::Piece;
use super::{Review, ReviewState, Wanted};
use crate::intake::{Block, Correction, Row};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{PlainButton, icon_button};

/// The row at hand.
#[derive(Debug)]
pub(super) struct Dividing {
    cells: Vec<Divided>,
}

#[derive(Debug)]
struct Divided {
    column: usize,
    /// The byte from which on words belong to the second row; the end of the text where none do.
    at: usize,
    /// Where words begin, and the end.
    begins: Vec<usize>,
}

impl Dividing {
    /// The second line of a cell is the most likely beginning of the second row.
    pub(super) fn new(row: &Row) -> Self {
        let cells = row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).map(|cell| {
            let begins = begins(&cell.text);
            let line = cell.text.find('\n').and_then(|end| begins.iter().copied().find(|begin| *begin > end));
            Divided { column: cell.column, at: line.unwrap_or(cell.text.len()), begins }
        });
        Self { cells: cells.collect() }
    }
}

/// The bytes at which the words of a text begin, and its end.
fn begins(text: &str) -> Vec<usize> {
    let mut after_space = true;
    let mut begins: Vec<usize> = text
        .char_indices()
        .filter_map(|(byte, letter)| {
            let begins = after_space && !letter.is_whitespace();
            after_space = letter.is_whitespace();
            begins.then_some(byte)
        })
        .collect();
    begins.push(text.len());
    begins
}

pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    at: usize,
    state: &mut ReviewState,
    wanted: &mut Option<Wanted>,
) {
    let Piece::Row { block, row } = review.pages.pieces[at] else { return };
    let Block::Table(table) = &review.source.blocks[block] else { return };
    let row = &table.rows[row];
    let Some(dividing) = &mut state.dividing else { return };
    let mut is_over = false;
    egui::Frame::NONE
        .fill(palette.selected)
        .inner_margin(egui::Margin { left: 20, right: 16, top: 6, bottom: 12 })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let told = "In each cell, click the word with which the second row begins. What is marked goes to the \
                        second row.";
            dialog::told(ui, told, palette.ink);
            let ready = dividing.cells.iter().any(|cell| cell.begins.last() != Some(&cell.at));
            ui.horizontal(|ui| {
                let button = PlainButton::new("Divide here").primary().enabled(ready && !review.is_working);
                if dialog::button(ui, palette, button).clicked() {
                    let at = dividing.cells.iter().map(|cell| (cell.column, cell.at)).collect();
                    *wanted = Some(Wanted::Say(vec![Correction::Split { place: row.origin.clone(), at }]));
                    is_over = true;
                }
                if dialog::button(ui, palette, PlainButton::new("Leave it whole")).clicked() {
                    is_over = true;
                }
            });
            let read = review.draft.columns.get(&table.origin).map_or(&[][..], Vec::as_slice);
            for divided in &mut dividing.cells {
                let Some(cell) = row.cells.iter().find(|cell| cell.column == divided.column) else { continue };
                let heading = read.iter().find(|read| read.column == cell.column).map(|read| read.heading.as_str());
                let heading = heading.map_or_else(|| format!("Column {}", cell.column + 1), str::to_owned);
                one_cell(ui, palette, (&heading, &cell.text), divided);
            }
        });
    if is_over {
        state.dividing = None;
    }
}

fn one_cell(ui: &mut Ui, palette: &Palette, (heading, words): (&str, &str), divided: &mut Divided) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        dialog::note(ui, heading, palette.ink_soft);
        ui.add_space(8.0);
        let here = divided.begins.iter().position(|begin| *begin >= divided.at).unwrap_or_default();
        if icon_button(ui, palette, "←", &format!("{heading}: divide one word earlier")).clicked() {
            divided.at = divided.begins[here.saturating_sub(1)];
        }
        if icon_button(ui, palette, "→", &format!("{heading}: divide one word later")).clicked() {
            divided.at = divided.begins[(here + 1).min(divided.begins.len() - 1)];
        }
    });
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let format = text::format(theme::regular(text::BODY), palette.ink);
    let marked = TextFormat { color: palette.on_accent, background: palette.accent, ..format.clone() };
    job.append(&words[..divided.at], 0.0, format);
    job.append(&words[divided.at..], 0.0, marked);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let response = ui.interact(rect, Id::unique(("review-divide", divided.column)), Sense::click());
    let (first, second) = words.split_at(divided.at);
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(second.trim().to_owned()),
        ..WidgetInfo::labeled(Role::Label, true, format!("{heading}: {}", first.trim()))
    });
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let letter = galley.cursor_from_pos(pointer - rect.min).index;
        let byte = words.char_indices().nth(letter.into()).map_or(words.len(), |(byte, _)| byte);
        divided.at = divided.begins.iter().copied().rfind(|begin| *begin <= byte).unwrap_or_default();
    }
    ui.painter().galley(rect.min, galley, palette.ink);
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}
