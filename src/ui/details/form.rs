//! Fields, labels, notes and buttons as all sections show them.

use egui::{
    Align, Button, Color32, Layout, Margin, Response, RichText, Role, ScrollArea, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};

use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::{TextCell, icon_button};

/// The space inside a field's frame.
const BOX_MARGIN: Margin = Margin::symmetric(10, 6);
/// The space round a section.
pub(super) const PAGE_MARGIN: f32 = 24.0;
/// Fields are no wider than a line that can still be read.
const WIDEST: f32 = 740.0;
/// The space between things side by side.
pub(super) const GAP: f32 = 10.0;
/// Rows narrower than this have their fields one under the other.
const SIDE_BY_SIDE: f32 = 430.0;

/// How wide the content of a section may be in this much room.
pub(super) fn page_width(room: f32) -> f32 {
    (room - 2.0 * PAGE_MARGIN - 10.0).clamp(160.0, WIDEST).floor()
}

/// A section that scrolls as a whole.
pub(super) fn page(ui: &mut Ui, salt: &'static str, content: impl FnOnce(&mut Ui)) {
    let width = page_width(ui.available_width());
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.add_space(PAGE_MARGIN);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                ui.add_space(16.0);
                content(ui);
                ui.add_space(24.0);
            });
        });
    });
}

/// The heading of a section, and a sentence on what it is for.
pub(super) fn title(ui: &mut Ui, palette: &Palette, words: &str, told: &str) {
    ui.label(RichText::new(words).font(theme::semibold(text::HEADING + 1.0)).color(palette.ink));
    ui.label(text::wrapped(told, theme::regular(text::BODY), palette.ink_soft, ui.available_width()));
    ui.add_space(6.0);
}

/// A heading inside a section.
pub(super) fn subtitle(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(16.0);
    ui.label(RichText::new(words).font(theme::semibold(text::HEADING)).color(palette.ink));
}

/// The words over a field.
pub(super) fn label(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(6.0);
    ui.label(RichText::new(words).font(theme::semibold(text::SMALL)).color(palette.ink_soft));
}

/// Small words that wrap; nothing where there are none.
pub(super) fn note(ui: &mut Ui, words: &str, color: Color32) {
    if !words.is_empty() {
        ui.label(text::wrapped(words, theme::regular(text::SMALL), color, ui.available_width()));
    }
}

/// A framed field. Gives the new words, where they changed, and ends the step of undo on leaving.
pub(super) fn field(ui: &mut Ui, view: &mut View<'_>, cell: TextCell<'_>) -> Option<String> {
    let output = cell.boxed().margin(BOX_MARGIN).show(ui, &view.palette);
    keep_in_sight(&output.response);
    if output.response.lost_focus() {
        view.outbox.seal();
    }
    output.changed
}

/// Scrolls to what the keyboard has just reached.
pub(super) fn keep_in_sight(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// A frame round what has the focus, for buttons whose own frame does not tell.
pub(super) fn focus_frame(ui: &Ui, palette: &Palette, response: &Response) {
    if response.has_focus() {
        let frame = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(response.rect, 6.0, frame, StrokeKind::Inside);
    }
}

/// Whether fields have room to stand side by side.
fn has_room(ui: &Ui) -> bool {
    ui.available_width() >= SIDE_BY_SIDE
}

/// Shows cells side by side, as wide as their weights say, or one under the other where there is little
/// room.
pub(super) fn side_by_side<const N: usize>(ui: &mut Ui, weights: [f32; N], mut cell: impl FnMut(&mut Ui, usize)) {
    if !has_room(ui) {
        (0..N).for_each(|index| cell(ui, index));
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let room = ui.available_width() - GAP * (N as f32 - 1.0);
    let whole: f32 = weights.iter().sum();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (index, weight) in weights.into_iter().enumerate() {
            let width = (room * weight / whole).floor();
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.x = 8.0;
                cell(ui, index);
            });
        }
    });
}

/// The words over the fields of all rows with [`row_buttons`]; none where the fields stand one under the
/// other.
pub(super) fn row_labels<const N: usize>(ui: &mut Ui, palette: &Palette, weights: [f32; N], words: [&str; N]) {
    let width = ui.available_width() - ROW_BUTTONS - GAP;
    if width < SIDE_BY_SIDE {
        return;
    }
    ui.scope(|ui| {
        ui.set_max_width(width);
        side_by_side(ui, weights, |ui, index| label(ui, palette, words[index]));
    });
}

/// One of a few words to choose from. `true` when it was pressed.
pub(super) fn choice(ui: &mut Ui, palette: &Palette, words: &str, name: &str, chosen: bool) -> bool {
    let (font, ink) =
        if chosen { (theme::semibold(text::BODY), palette.accent) } else { (theme::medium(text::BODY), palette.ink) };
    let (fill, line) = if chosen { (palette.selected, palette.accent) } else { (palette.paper, palette.outline) };
    let button = Button::new(RichText::new(words).font(font).color(ink))
        .min_size(vec2(0.0, 30.0))
        .corner_radius(5.0)
        .fill(fill)
        .stroke(Stroke::new(1.0, line));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, name));
    keep_in_sight(&response);
    focus_frame(ui, palette, &response);
    response.clicked() && !chosen
}

/// What a row's own buttons ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowWish {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Out of the list.
    Remove,
}

impl RowWish {
    /// Where the row at `index` goes; `None` for one that is to go out.
    pub(super) fn target(self, index: usize) -> Option<usize> {
        match self {
            Self::Up => Some(index.saturating_sub(1)),
            Self::Down => Some(index + 1),
            Self::Remove => None,
        }
    }
}

/// The width of [`row_buttons`].
pub(super) const ROW_BUTTONS: f32 = 82.0;

/// Buttons that move a row and take it out. `removable` is why it cannot be taken out now, where it cannot.
pub(super) fn row_buttons(
    ui: &mut Ui,
    palette: &Palette,
    (index, count): (usize, usize),
    name: &str,
    removable: Result<&str, &str>,
) -> Option<RowWish> {
    let mut wish = None;
    ui.allocate_ui_with_layout(vec2(ROW_BUTTONS, 32.0), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = vec2(4.0, 4.0);
        let mut button = |ui: &mut Ui, sign: &str, told: &str, enabled: bool, wished: RowWish| {
            ui.add_enabled_ui(enabled, |ui| {
                let response = icon_button(ui, palette, sign, told);
                keep_in_sight(&response);
                focus_frame(ui, palette, &response);
                if response.clicked() {
                    wish = Some(wished);
                }
            });
        };
        button(ui, "↑", &format!("Move {name} up"), index > 0, RowWish::Up);
        button(ui, "↓", &format!("Move {name} down"), index + 1 < count, RowWish::Down);
        let told = removable.unwrap_or_else(|why| why);
        button(ui, "×", told, removable.is_ok(), RowWish::Remove);
    });
    wish
}
