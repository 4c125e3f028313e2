//! One status of the scheme, with everything that can be said of it.

use egui::{
    Align, Frame, Id, Layout, Margin, Popup, PopupCloseBehavior, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::DetailsState;
use super::draft::{Draft, problem_ink};
use super::{colour, form, statuses};
use crate::model::{Colour, Meaning, Shape, Status, StatusId};
use crate::ui::theme::Palette;
use crate::ui::view::View;
use crate::ui::widgets::{PlainButton, TextCell, paint_shape, status_chip};

/// The id of a status's word field.
pub(super) fn word_id(id: StatusId) -> Id {
    Id::unique(("details-status-word", id))
}

/// The id of a status's colour field.
pub(super) fn hex_id(id: StatusId) -> Id {
    Id::unique(("details-status-hex", id))
}

/// The widths of both lines of a card, so that what stands below stands under.
const COLUMNS: [f32; 3] = [15.0, 5.0, 17.0];

/// Shows it as a card.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState, status: &Status, index: usize) {
    let palette = view.palette;
    let frame = Frame::NONE.stroke(Stroke::new(1.0, palette.hairline)).corner_radius(6.0);
    frame.inner_margin(Margin { left: 14, right: 10, top: 8, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        top(ui, view, state, status, index);
        form::side_by_side(ui, COLUMNS, |ui, column| match column {
            0 => word(ui, view, status, index),
            1 => letter(ui, view, status, index),
            _ => meaning(ui, view, status, index),
        });
        form::side_by_side(ui, COLUMNS, |ui, column| match column {
            0 => shape(ui, view, status, index),
            1 => {}
            _ => colour_field(ui, view, state, status, index),
        });
    });
}

/// How it looks, how often it is used, and its buttons.
fn top(ui: &mut Ui, view: &mut View<'_>, state: &DetailsState, status: &Status, index: usize) {
    let palette = view.palette;
    let uses = state.statuses.of(status.id).words();
    let mut wish = None;
    ui.horizontal(|ui| {
        let left = vec2(ui.available_width() - form::ROW_BUTTONS - 8.0, 32.0);
        ui.allocate_ui_with_layout(left, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(left.x);
            status_chip(ui, &palette, Some(status), "Looks like", Sense::hover());
            ui.add_space(4.0);
            let told = if uses.is_empty() { "Not used".to_owned() } else { format!("Used by {uses}") };
            form::note(ui, &told, palette.ink_soft);
        });
        let name = format!("status {}", status.word);
        let why = format!("{name} cannot be taken out: used by {uses}");
        let remove = format!("Take out {name}");
        let removable = if uses.is_empty() { Ok(remove.as_str()) } else { Err(why.as_str()) };
        wish = form::row_buttons(ui, &palette, (index, view.plan.statuses.len()), &name, removable);
    });
    if let Some(wish) = wish {
        statuses::rearrange(view, index, wish);
    }
}

fn word(ui: &mut Ui, view: &mut View<'_>, status: &Status, index: usize) {
    form::label(ui, &view.palette, "Word");
    let name = format!("Word of status {}", index + 1);
    if let Some(new) = form::field(ui, view, TextCell::new(word_id(status.id), &status.word, &name).single_line()) {
        statuses::change(view, index, "change a status word", |status| status.word = new);
    }
}

fn letter(ui: &mut Ui, view: &mut View<'_>, status: &Status, index: usize) {
    form::label(ui, &view.palette, "Letter");
    let name = format!("Letter of status {}", status.word);
    let id = Id::unique(("details-status-letter", status.id));
    if let Some(new) = form::field(ui, view, TextCell::new(id, &status.letter, &name).single_line()) {
        // For narrow places: a sign or two.
        let letter = new.trim().chars().take(2).collect();
        statuses::change(view, index, "change a status letter", |status| status.letter = letter);
    }
}

fn meaning(ui: &mut Ui, view: &mut View<'_>, status: &Status, index: usize) {
    let palette = view.palette;
    form::label(ui, &palette, "Means");
    let words = statuses::meaning_words(status.meaning);
    let button = PlainButton::new(&format!("{words}  ▾")).show(ui, &palette);
    let name = format!("What status {} means: {words}", status.word);
    button.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
    form::keep_in_sight(&button);
    form::focus_frame(ui, &palette, &button);
    let mut chosen = None;
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for meaning in Meaning::ALL {
            let words = statuses::meaning_words(meaning);
            if form::choice(ui, &palette, words, words, meaning == status.meaning) {
                chosen = Some(meaning);
            }
        }
    });
    if let Some(meaning) = chosen {
        view.outbox.seal();
        statuses::change(view, index, "change what a status means", |status| status.meaning = meaning);
        view.outbox.seal();
    }
}

fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Square => "square",
        Shape::Disc => "disc",
        Shape::Triangle => "triangle",
        Shape::Diamond => "diamond",
        Shape::Ring => "ring",
    }
}

fn shape(ui: &mut Ui, view: &mut View<'_>, status: &Status, index: usize) {
    let palette = view.palette;
    form::label(ui, &palette, "Mark");
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for shape in Shape::ALL {
            let name = format!("Mark of status {}: {}", status.word, shape_name(shape));
            let response = tile(ui, &palette, &name, shape == status.shape);
            paint_shape(ui.painter(), shape, response.rect.center(), 6.0, palette.status_ink(status.colour));
            if response.clicked() && shape != status.shape {
                chosen = Some(shape);
            }
        }
    });
    if let Some(shape) = chosen {
        view.outbox.seal();
        statuses::change(view, index, "change the mark of a status", |status| status.shape = shape);
        view.outbox.seal();
    }
}

/// A small square to choose, for a picture to be painted on.
fn tile(ui: &mut Ui, palette: &Palette, name: &str, chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(30.0, 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, name));
    form::keep_in_sight(&response);
    let (fill, line) = match (chosen, response.hovered()) {
        (true, _) => (palette.selected, palette.accent),
        (false, true) => (palette.hover, palette.outline),
        (false, false) => (palette.paper, palette.outline),
    };
    let width = if chosen { 1.5 } else { 1.0 };
    ui.painter().rect(rect, 5.0, fill, Stroke::new(width, line), StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 5.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
    }
    response
}

/// The colours offered, and the one it has in hex.
fn colour_field(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState, status: &Status, index: usize) {
    let palette = view.palette;
    form::label(ui, &palette, "Colour");
    ui.horizontal_top(|ui| {
        let name = format!("Choose the colour of status {}", status.word);
        let swatch = tile(ui, &palette, &name, false);
        ui.painter().rect_filled(swatch.rect.shrink(5.0), 3.0, palette.status_ink(status.colour));
        let swatch = swatch.on_hover_text("Colours that can be read on paper");
        let mut chosen = None;
        Popup::menu(&swatch).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
            chosen = offered(ui, &palette, status.colour);
        });
        if let Some(colour) = chosen {
            set_colour(view, index, colour);
        }
        let width = ui.available_width().min(110.0);
        ui.allocate_ui(vec2(width, 30.0), |ui| hex(ui, view, state, status, index));
    });
    match &state.draft {
        Some(Draft::Colour(id, text)) if *id == status.id && colour::read(text).is_none() => {
            form::note(ui, "Write it like #1B7A3E.", problem_ink(view, true));
        }
        _ if colour::contrast_on_white(status.colour) < colour::LEAST_CONTRAST => {
            form::note(ui, "Hard to read on white paper.", palette.warning);
        }
        _ => {}
    }
}

fn set_colour(view: &mut View<'_>, index: usize, colour: Colour) {
    view.outbox.seal();
    statuses::change(view, index, "change the colour of a status", |status| status.colour = colour);
    view.outbox.seal();
}

fn offered(ui: &mut Ui, palette: &Palette, current: Colour) -> Option<Colour> {
    let mut chosen = None;
    for row in colour::READABLE.chunks(5) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (name, colour) in row {
                let swatch = tile(ui, palette, name, *colour == current);
                ui.painter().rect_filled(swatch.rect.shrink(5.0), 3.0, palette.status_ink(*colour));
                if swatch.on_hover_text(*name).clicked() {
                    chosen = Some(*colour);
                }
            }
        });
    }
    chosen
}

/// The colour as typed: in the plan as soon as it can be read.
fn hex(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState, status: &Status, index: usize) {
    let written = status.colour.hex();
    let shown = match &state.draft {
        Some(Draft::Colour(id, text)) if *id == status.id => text.clone(),
        _ => written,
    };
    let name = format!("Colour of status {} in hex", status.word);
    let cell = TextCell::new(hex_id(status.id), &shown, &name).single_line();
    if let Some(new) = form::field(ui, view, cell) {
        if let Some(colour) = colour::read(&new) {
            statuses::change(view, index, "change the colour of a status", |status| status.colour = colour);
        }
        if !matches!(state.draft, Some(Draft::Colour(..))) {
            state.settle(view);
        }
        state.draft = Some(Draft::Colour(status.id, new));
    }
}
