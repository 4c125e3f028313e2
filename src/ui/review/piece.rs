//! A line of the document, or a row of a table, as it stands there; at its left whether it is to be looked at, at its
//! right what it became.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Review;
use super::pages::{Part, Piece};
use crate::intake::{Became, Block, Cell, Line, Row};
use crate::model::{Plan, RecordId, Standing};
use crate::ui::theme::{self, Palette, text};

const LEFT: f32 = 20.0;
/// The column at the right with what it became.
const TAG: f32 = 112.0;
/// Between the text and what is beside it.
const GAP: f32 = 10.0;
/// All that is beside the words.
pub(super) const BESIDE: f32 = LEFT + TAG + 2.0 * GAP;
const ABOVE: f32 = 5.0;
/// Within a cell, beside its words.
const PADDING: f32 = 5.0;

/// Shows a piece. `true` when it was clicked.
pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    (at, piece): (usize, Piece),
    is_selected: bool,
) -> bool {
    let width = ui.available_width();
    let room = (width - BESIDE).max(60.0);
    let became = piece.place(review.source).and_then(|place| review.draft.became.get(place)).copied();
    let (texts, name) = match (piece, &review.source.blocks[block_of(piece)]) {
        (Piece::Line { .. }, Block::Line(line)) => (line_texts(ui, palette, line, became, room), line.text.clone()),
        (Piece::Row { block, row }, Block::Table(table)) => {
            let shares = review.pages.shares.get(&block).map_or(&[][..], Vec::as_slice);
            (row_texts(ui, palette, &table.rows[row], became, (shares, room)), words_of(&table.rows[row]))
        }
        _ => return false,
    };
    let is_row = matches!(piece, Piece::Row { .. });
    let tag = tag(review, at, became);
    let tag_ink = if became == Some(Became::NotPlaced) { palette.danger } else { palette.ink_soft };
    let tag_galley =
        ui.fonts_mut(|fonts| fonts.layout_job(text::wrapped(&tag, theme::medium(text::SMALL), tag_ink, TAG - PADDING)));
    let tallest = texts.iter().map(|(_, galley)| galley.size().y).fold(tag_galley.size().y, f32::max);
    let (rect, _) = ui.allocate_exact_size(vec2(width, (tallest + 2.0 * ABOVE).ceil()), Sense::hover());
    let response = ui.interact(rect, Id::unique(("review-piece", at)), Sense::click());
    let place = piece.place(review.source).map(ToString::to_string).unwrap_or_default();
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(tag.clone()),
        ..WidgetInfo::selected(Role::Row, ui.is_enabled(), is_selected, format!("{place}: {name}"))
    });
    let painter = ui.painter();
    if is_selected {
        painter.rect_filled(rect, 0.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, palette.hover);
    }
    let looks = review.pages.looks_in.get(&at).copied().unwrap_or_default();
    if looks > 0 {
        let ink = if became == Some(Became::NotPlaced) { palette.danger } else { palette.warning };
        let bar = Rect::from_min_size(rect.min + vec2(6.0, 3.0), vec2(4.0, rect.height() - 6.0));
        painter.rect_filled(bar, 2.0, ink);
    }
    for (left, galley) in texts {
        painter.galley(pos2(rect.left() + LEFT + left, rect.top() + ABOVE), galley, palette.ink);
    }
    painter.galley(pos2(rect.right() - TAG - GAP, rect.top() + ABOVE), tag_galley, tag_ink);
    if is_row {
        let line = Stroke::new(1.0, palette.hairline);
        painter.hline(rect.left() + LEFT..=rect.right() - TAG - 2.0 * GAP, rect.bottom() - 0.5, line);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, palette.accent);
        painter.rect_stroke(rect.shrink(1.0), 3.0, ring, egui::StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response.clicked()
}

fn block_of(piece: Piece) -> usize {
    match piece {
        Piece::Line { block } | Piece::Head { block } | Piece::Row { block, .. } => block,
    }
}

/// Where a text begins, beside the left edge of all, and the text.
type Text = (f32, Arc<Galley>);

fn line_texts(ui: &Ui, palette: &Palette, line: &Line, became: Option<Became>, room: f32) -> Vec<Text> {
    let font = if line.heading.is_some() { theme::semibold(text::BODY) } else { theme::regular(text::SMALL) };
    let words = match &line.label {
        Some(label) => format!("{label} {}", line.text),
        None => line.text.clone(),
    };
    let ink = ink(palette, became);
    vec![(0.0, ui.fonts_mut(|fonts| fonts.layout_job(text::wrapped(&words, font, ink, room))))]
}

fn row_texts(
    ui: &Ui,
    palette: &Palette,
    row: &Row,
    became: Option<Became>,
    (shares, room): (&[f32], f32),
) -> Vec<Text> {
    let is_heading = became == Some(Became::Marks);
    let font = if is_heading { theme::semibold(text::SMALL) } else { theme::regular(text::SMALL) };
    let ink = ink(palette, became);
    let cell = |cell: &Cell| {
        let left = shares.iter().take(cell.column).sum::<f32>() * room;
        let width = (width_of(shares, cell.column, cell.columns) * room - 2.0 * PADDING).max(20.0);
        let job = text::wrapped(&cell.text, font.clone(), ink, width);
        (left, ui.fonts_mut(|fonts| fonts.layout_job(job)))
    };
    row.cells.iter().filter(|cell| !cell.text.is_empty()).map(cell).collect()
}

fn ink(palette: &Palette, became: Option<Became>) -> egui::Color32 {
    match became {
        Some(Became::LeftOut) => palette.ink_faint,
        Some(Became::Marks) => palette.ink_soft,
        _ => palette.ink,
    }
}

/// The share of some columns in the width of their table.
pub(super) fn width_of(shares: &[f32], column: usize, columns: usize) -> f32 {
    shares.iter().skip(column).take(columns.max(1)).sum()
}

fn words_of(row: &Row) -> String {
    let texts = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" | ")
}

/// What a piece became, in a word or two.
fn tag(review: &Review<'_>, at: usize, became: Option<Became>) -> String {
    let plan = &review.draft.plan;
    let name = || match review.pages.part_of(at).map(|part| review.pages.parts[part]) {
        Some(Part::Action(grid, objective, action)) => reference(plan, (grid, objective, action)),
        Some(Part::Objective(grid, objective)) => match plan.grids[grid].objectives[objective].reference.trim() {
            "" => "Objective".to_owned(),
            reference => reference.to_owned(),
        },
        Some(Part::Grid(_)) => "Grid".to_owned(),
        Some(Part::Priority(..)) => "Priority".to_owned(),
        Some(Part::Outcome(..)) => "Outcome".to_owned(),
        Some(Part::Front) | None => String::new(),
    };
    match became {
        Some(Became::Record(RecordId::Action(_))) => format!("Action {}", name()),
        Some(Became::Record(_)) => name(),
        Some(Became::MoreOf(_)) => format!("More of {}", lower_first(&name())),
        Some(Became::FrontMatter) => "Front matter".to_owned(),
        Some(Became::Marks) => "Heading".to_owned(),
        Some(Became::NotPlaced) => "Not placed".to_owned(),
        Some(Became::LeftOut) => "Left out".to_owned(),
        None => String::new(),
    }
}

/// "Objective" in the middle of a sentence; a reference stays as it is.
fn lower_first(name: &str) -> String {
    match name {
        "Objective" | "Grid" | "Priority" | "Outcome" => name.to_lowercase(),
        _ => name.to_owned(),
    }
}

/// An action's reference, as the plan works it out.
pub(super) fn reference(plan: &Plan, (grid_index, objective_index, action_index): (usize, usize, usize)) -> String {
    let grid = &plan.grids[grid_index];
    let objective = &grid.objectives[objective_index];
    let action = &objective.actions[action_index];
    Standing { grid, grid_index, objective, objective_index, action, action_index }.reference()
}
