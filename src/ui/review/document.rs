//! The document as a list: its lines, its tables and their rows, each with what it became.

use egui::{RichText, ScrollArea, Ui};

use super::pages::Piece;
use super::{Review, ReviewState, Wanted, columns, dividing, piece, stepper, tools};
use crate::intake::Block;
use crate::ui::changes::{LongList, estimated_lines};
use crate::ui::theme::{self, Palette, text};

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub(super) struct DocumentState {
    rows: LongList,
    /// How far it was scrolled to what is to be seen.
    scroll_to: Option<usize>,
}

pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    state: &mut ReviewState,
    wanted: &mut Option<Wanted>,
) {
    title(ui, palette, "The document", &stepper::told(review.pages.looks.len()));
    let selected = state.selected.as_ref().and_then(|place| review.pages.piece_at(place));
    if state.reveal {
        state.document.scroll_to = selected;
    }
    let mut rows = std::mem::take(&mut state.document.rows);
    let target = state.document.scroll_to.take();
    if let Some(target) = target {
        rows.reveal(target);
    }
    ScrollArea::vertical().id_salt("review-document").auto_shrink(false).show(ui, |ui| {
        let count = review.pages.pieces.len();
        let estimate = |at: usize, width: f32| estimated_height(review, at, width);
        rows.show(ui, "review-piece", count, estimate, |ui, at| {
            let is_selected = selected == Some(at);
            let top = ui.cursor().top();
            let clicked = match review.pages.pieces[at] {
                Piece::Head { block } => {
                    columns::show(ui, palette, review, block, wanted);
                    false
                }
                one => piece::show(ui, palette, review, (at, one), is_selected),
            };
            if clicked {
                let place = review.pages.pieces[at].place(review.source).cloned();
                state.select(place);
                // It was under the pointer, so it is in sight.
                state.reveal = false;
                state.plan.scroll_to = review.pages.part_of(at);
                ui.ctx().request_repaint();
            }
            if is_selected && !matches!(review.pages.pieces[at], Piece::Head { .. }) {
                if state.dividing.is_some() {
                    dividing::show(ui, palette, review, at, state, wanted);
                } else {
                    tools::show(ui, palette, review, at, state, wanted);
                }
            }
            if target == Some(at) {
                let whole = ui.min_rect().with_min_y(top);
                ui.scroll_to_rect(whole.expand(8.0), Some(egui::Align::Center));
            }
        });
        ui.add_space(40.0);
    });
    state.document.rows = rows;
}

/// The head of one of the two lists.
pub(super) fn title(ui: &mut Ui, palette: &Palette, title: &str, told: &str) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.add_space(20.0);
        ui.label(RichText::new(title).font(theme::semibold(text::HEADING)).color(palette.ink));
        ui.label(RichText::new(told).font(theme::regular(text::SMALL)).color(palette.ink_soft));
    });
    ui.add_space(6.0);
}

fn estimated_height(review: &Review<'_>, at: usize, width: f32) -> f32 {
    let room = (width - piece::BESIDE).max(60.0);
    let lines = match review.pages.pieces[at] {
        Piece::Head { .. } => return columns::HEIGHT,
        Piece::Line { block } => match &review.source.blocks[block] {
            Block::Line(line) => estimated_lines(&line.text, room, 1000),
            Block::Table(_) => 1,
        },
        Piece::Row { block, row } => {
            let Block::Table(table) = &review.source.blocks[block] else { return 0.0 };
            let shares = review.pages.shares.get(&block).map_or(&[][..], Vec::as_slice);
            let cells = table.rows[row].cells.iter();
            let lines = cells.map(|cell| {
                let width = piece::width_of(shares, cell.column, cell.columns) * room;
                estimated_lines(&cell.text, (width - 10.0).max(30.0), 1000)
            });
            lines.max().unwrap_or(1)
        }
    };
    #[expect(clippy::cast_precision_loss, reason = "lines of one piece")]
    let lines = lines as f32;
    lines * text::line_height(text::SMALL) + 12.0
}
