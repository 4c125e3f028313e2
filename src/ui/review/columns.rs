//! What stands above a table: its place, what its columns hold, and whether it is part of the plan at all.

use egui::{
    Align, Id, Layout, Popup, PopupCloseBehavior, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::{Review, Wanted, piece};
use crate::intake::{Became, Block, ColumnRead, Correction, Holds, Origin, Table};
use crate::model::Shows;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::LinkButton;

/// How high it is, in points.
pub(super) const HEIGHT: f32 = 72.0;
const LEFT: f32 = 20.0;
const CHIP: f32 = 24.0;

/// The parts of an action that a column can hold, with the words for them.
const PARTS: [(Shows, &str); 7] = [
    (Shows::Description, "Action"),
    (Shows::Owners, "Owner"),
    (Shows::When, "By when"),
    (Shows::Kpis, "KPI"),
    (Shows::Milestones, "Milestones"),
    (Shows::Progress, "Progress"),
    (Shows::Status, "Status"),
];

pub(super) fn show(ui: &mut Ui, palette: &Palette, review: &Review<'_>, block: usize, wanted: &mut Option<Wanted>) {
    let Some(Block::Table(table)) = review.source.blocks.get(block) else { return };
    let width = ui.available_width();
    let (whole, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let is_skipped = table.rows.iter().all(|row| review.draft.became.get(&row.origin) == Some(&Became::LeftOut));
    let first = Rect::from_min_max(whole.min + vec2(LEFT, 14.0), pos2(whole.right() - 16.0, whole.top() + 40.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(first).layout(Layout::left_to_right(Align::Center)), |ui| {
        let place = told(&table.origin);
        ui.label(RichText::new(&place).font(theme::semibold(text::BODY)).color(palette.ink));
        if is_skipped {
            ui.label(RichText::new("not part of the plan").font(theme::regular(text::SMALL)).color(palette.ink_soft));
        } else {
            let name = format!("Leave out the whole of {}", place.to_lowercase());
            let link = LinkButton::new("Leave out the whole table").name(&name);
            if dialog::link(ui, palette, link).clicked() {
                *wanted = Some(Wanted::Say(vec![Correction::SkipTable { table: table.origin.clone() }]));
            }
        }
    });
    if !is_skipped {
        let room = (width - piece::BESIDE).max(60.0);
        let shares = review.pages.shares.get(&block).map_or(&[][..], Vec::as_slice);
        let read = review.draft.columns.get(&table.origin).map_or(&[][..], Vec::as_slice);
        for (column, columns, holds) in columns(table, read, shares.len()) {
            let left = whole.left() + LEFT + shares.iter().take(column).sum::<f32>() * room;
            let width = piece::width_of(shares, column, columns) * room;
            let corner = pos2(left, whole.top() + 43.0);
            let rect = Rect::from_min_size(corner, vec2((width - 4.0).max(20.0), CHIP));
            chip(ui, palette, review, (&table.origin, column), rect, holds, wanted);
        }
    }
}

/// "Table 3, page 2", or as the place is told.
fn told(place: &Origin) -> String {
    let words = place.to_string();
    let mut letters = words.chars();
    letters.next().map_or_else(|| "A table".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// The columns of a table, each with where it begins, how many it covers, and what it holds where that is known.
/// A column of which nothing is known and that holds nothing is not there.
fn columns<'read>(
    table: &Table,
    read: &'read [ColumnRead],
    count: usize,
) -> Vec<(usize, usize, Option<&'read ColumnRead>)> {
    let mut columns: Vec<_> = read.iter().map(|column| (column.column, column.width, Some(column))).collect();
    for column in 0..count {
        let is_read = read.iter().any(|read| (read.column..read.column + read.width).contains(&column));
        let has_words = || {
            table
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .any(|cell| cell.column == column && cell.columns <= 1 && !cell.text.trim().is_empty())
        };
        if !is_read && has_words() {
            columns.push((column, 1, None));
        }
    }
    columns.sort_by_key(|(column, ..)| *column);
    columns
}

fn words(holds: &Holds) -> &str {
    match holds {
        Holds::Of(shows) => PARTS.iter().find(|(part, _)| part == shows).map_or("Reference", |(_, words)| words),
        Holds::Objective => "Objective",
        Holds::Theme => "Grid or theme",
        Holds::Own(heading) => heading,
        Holds::LeftOut => "Left out",
    }
}

/// The column, and those of other tables that were read alike under the same heading: what is wrong in one is wrong
/// in all of them.
fn alike(review: &Review<'_>, own: (&Origin, usize), read: Option<&ColumnRead>) -> Vec<(Origin, usize)> {
    let Some(read) = read else { return vec![(own.0.clone(), own.1)] };
    let is_alike = |other: &&ColumnRead| other.heading == read.heading && other.holds == read.holds;
    let tables = review.draft.columns.iter();
    let columns = tables
        .flat_map(|(table, columns)| columns.iter().filter(is_alike).map(move |other| (table.clone(), other.column)));
    columns.collect()
}

/// What a column holds, as a button that opens the choices.
fn chip(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    (table, column): (&Origin, usize),
    rect: Rect,
    read: Option<&ColumnRead>,
    wanted: &mut Option<Wanted>,
) {
    let holds = read.map(|read| &read.holds);
    let shown = holds.map_or("Not known", words);
    let response = ui.interact(rect, Id::unique(("review-column", table, column)), Sense::click());
    let heading = read.map_or(String::new(), |read| format!(" “{}”", read.heading));
    let name = format!("Column {}{heading} of {table} holds: {shown}", column + 1);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let fill = if response.hovered() { palette.hover } else { palette.band };
    let line = if response.has_focus() { Stroke::new(2.0, palette.accent) } else { Stroke::new(1.0, palette.outline) };
    ui.painter().rect(rect, 4.0, fill, line, StrokeKind::Inside);
    let is_plain = matches!(holds, Some(Holds::Of(_) | Holds::Objective | Holds::Theme));
    let ink = if is_plain { palette.ink } else { palette.accent };
    let room = rect.width() - 22.0;
    if room > 8.0 {
        let galley =
            ui.fonts_mut(|fonts| fonts.layout_job(text::one_line(shown, theme::medium(text::SMALL), ink, room)));
        let middle = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(rect.left() + 6.0, middle), galley, ink);
    }
    let sign = pos2(rect.right() - 9.0, rect.center().y);
    ui.painter().text(sign, egui::Align2::CENTER_CENTER, "▾", theme::regular(text::SMALL), palette.ink_soft);
    let response = response.on_hover_text(&name);
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).gap(2.0).show(|ui| {
        ui.set_min_width(170.0);
        let alike = alike(review, (table, column), read);
        if alike.len() > 1 {
            let words = format!("In all {} tables with this heading", alike.len());
            ui.label(RichText::new(words).font(theme::regular(text::SMALL)).color(palette.ink_soft));
        }
        let own = Holds::Own(read.map_or_else(|| format!("Column {}", column + 1), |read| read.heading.clone()));
        let own_words = match &own {
            Holds::Own(heading) => format!("A column of its own: {heading}"),
            _ => String::new(),
        };
        let parts = PARTS.iter().map(|(shows, words)| (Holds::Of(*shows), *words));
        let others = [
            (Holds::Objective, "The objective of the row"),
            (Holds::Theme, "The grid or theme of the row"),
            (own, own_words.as_str()),
            (Holds::LeftOut, "Nothing: leave it out"),
        ];
        for (choice, words) in parts.chain(others) {
            let is_chosen = holds == Some(&choice);
            if super::tools::entry(ui, palette, words, is_chosen).clicked() && !is_chosen {
                let say = |(table, column): &(Origin, usize)| Correction::Column {
                    table: table.clone(),
                    column: *column,
                    holds: choice.clone(),
                };
                *wanted = Some(Wanted::Say(alike.iter().map(say).collect()));
            }
        }
    });
}
