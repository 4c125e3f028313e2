//! What can be said of the selected line or row.

use egui::{Button, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::dividing::Dividing;
use super::pages::{self, Part, Piece};
use super::{Review, ReviewState, Wanted};
use crate::intake::{Became, Block, Correction, Origin, PartIs};
use crate::model::RecordId;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;

const LEFT: f32 = 20.0;

/// What a line can be, with the words for it.
const LINE: [(PartIs, &str); 7] = [
    (PartIs::Grid, "The title of a grid or theme"),
    (PartIs::Priority, "A key priority"),
    (PartIs::Objective, "An objective or commitment"),
    (PartIs::Action, "An action"),
    (PartIs::Outcome, "An expected outcome"),
    (PartIs::MoreOfAbove, "More of what stands above it"),
    (PartIs::LeftOut, "Not part of the plan"),
];

/// What a row can be.
const ROW: [(PartIs, &str); 8] = [
    (PartIs::Action, "An action"),
    (PartIs::MoreOfAbove, "More of the action above it"),
    (PartIs::Headings, "The headings of the columns"),
    (PartIs::Grid, "The title of a grid or theme"),
    (PartIs::Objective, "An objective or commitment"),
    (PartIs::Priority, "A key priority"),
    (PartIs::Outcome, "An expected outcome"),
    (PartIs::LeftOut, "Not part of the plan"),
];

pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    at: usize,
    state: &mut ReviewState,
    wanted: &mut Option<Wanted>,
) {
    let piece = review.pages.pieces[at];
    let Some(place) = piece.place(review.source) else { return };
    let became = review.draft.became.get(place).copied();
    let is_row = matches!(piece, Piece::Row { .. });
    egui::Frame::NONE.fill(palette.selected).inner_margin(egui::Margin { left: 0, right: 12, top: 2, bottom: 8 }).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                ui.add_space(LEFT);
                kinds(ui, palette, (place, became), is_row, wanted);
                let is_action = matches!(became, Some(Became::Record(RecordId::Action(_))));
                if is_row && is_action && !is_first_row(review, piece) {
                    let told = "Its words become part of the action above";
                    let button = PlainButton::new("Join to the row above").enabled(!review.is_working);
                    if dialog::button(ui, palette, button).on_hover_text(told).clicked() {
                        say(place, PartIs::MoreOfAbove, wanted);
                    }
                }
                if is_row {
                    let button = PlainButton::new("Divide the row…").enabled(!review.is_working);
                    let told = "Make two rows of it where two actions ran into one";
                    if dialog::button(ui, palette, button).on_hover_text(told).clicked() {
                        state.dividing = row_of(review, piece).map(Dividing::new);
                    }
                }
                if is_action {
                    objectives(ui, palette, review, (place, at), wanted);
                }
            });
        },
    );
}

fn row_of<'review>(review: &Review<'review>, piece: Piece) -> Option<&'review crate::intake::Row> {
    match piece {
        Piece::Row { block, row } => match &review.source.blocks[block] {
            Block::Table(table) => table.rows.get(row),
            Block::Line(_) => None,
        },
        _ => None,
    }
}

fn is_first_row(review: &Review<'_>, piece: Piece) -> bool {
    let Piece::Row { block, row } = piece else { return true };
    let Block::Table(table) = &review.source.blocks[block] else { return true };
    // Above it there must be an action to be joined to.
    !table.rows[..row].iter().any(|row| {
        matches!(
            review.draft.became.get(&row.origin),
            Some(Became::Record(RecordId::Action(_)) | Became::MoreOf(RecordId::Action(_)))
        )
    })
}

fn say(place: &Origin, is: PartIs, wanted: &mut Option<Wanted>) {
    *wanted = Some(Wanted::Say(vec![Correction::Part { place: place.clone(), is }]));
}

fn kinds(
    ui: &mut Ui,
    palette: &Palette,
    (place, became): (&Origin, Option<Became>),
    is_row: bool,
    wanted: &mut Option<Wanted>,
) {
    let choices = if is_row { &ROW[..] } else { &LINE[..] };
    let now = kind(became, is_row);
    let words = choices.iter().find(|(is, _)| Some(*is) == now).map_or("Say what it is", |(_, words)| words);
    let label = format!("{words}  ▾");
    let response = dialog::button(ui, palette, PlainButton::new(&label));
    dialog::name(ui, &response, &format!("What it is: {words}"));
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.set_min_width(220.0);
        for (is, words) in choices {
            if entry(ui, palette, words, Some(*is) == now).clicked() {
                say(place, *is, wanted);
            }
        }
    });
}

/// What a piece was taken for.
fn kind(became: Option<Became>, is_row: bool) -> Option<PartIs> {
    match became? {
        Became::Record(RecordId::Grid(_)) => Some(PartIs::Grid),
        Became::Record(RecordId::Priority(_)) => Some(PartIs::Priority),
        Became::Record(RecordId::Objective(_)) => Some(PartIs::Objective),
        Became::Record(RecordId::Action(_)) => Some(PartIs::Action),
        Became::Record(RecordId::Outcome(_)) => Some(PartIs::Outcome),
        Became::MoreOf(_) => Some(PartIs::MoreOfAbove),
        Became::Marks if is_row => Some(PartIs::Headings),
        Became::LeftOut => Some(PartIs::LeftOut),
        Became::Marks | Became::FrontMatter | Became::NotPlaced | Became::Record(_) => None,
    }
}

/// The objectives to which the action can be moved.
fn objectives(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    (place, at): (&Origin, usize),
    wanted: &mut Option<Wanted>,
) {
    let response = dialog::button(ui, palette, PlainButton::new("Move to another objective  ▾"));
    dialog::name(ui, &response, "Move to another objective");
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.set_width(380.0);
        let own = match review.pages.part_of(at).map(|part| review.pages.parts[part]) {
            Some(Part::Action(grid, objective, _)) => Some(review.draft.plan.grids[grid].objectives[objective].id),
            _ => None,
        };
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for choice in pages::objectives(review.draft) {
                let is_own = Some(choice.id) == own;
                if entry(ui, palette, &shortened(&choice.words), is_own).clicked() && !is_own {
                    let correction = Correction::Move { place: place.clone(), to: choice.place };
                    *wanted = Some(Wanted::Say(vec![correction]));
                }
            }
        });
    });
}

/// The most letters of an objective in the menu; its whole words stand in the plan beside it.
const LONGEST: usize = 110;

fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST {
        return words;
    }
    let start: String = words.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

/// An entry of a menu.
pub(super) fn entry(ui: &mut Ui, palette: &Palette, words: &str, is_chosen: bool) -> Response {
    let ink = if is_chosen { palette.accent } else { palette.ink };
    let label = RichText::new(words).font(theme::regular(text::BODY)).color(ink);
    ui.spacing_mut().button_padding = vec2(8.0, 5.0);
    let response = ui.add(Button::selectable(is_chosen, label).wrap());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, words));
    response
}
