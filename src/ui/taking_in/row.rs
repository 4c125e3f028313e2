//! One change with its box: all of the row can be pressed.
//!
//! It must not know what ticking it does.

use egui::{Id, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::words;
use crate::model::matching::{Change, Kind};
use crate::model::merge;
use crate::ui::changes::{self, Told};
use crate::ui::dialog;
use crate::ui::theme::{Palette, text};
use crate::ui::widgets::check_box::{Tick, paint_at};

/// The column with the box.
const BOX: f32 = 34.0;
/// The space above the words of a change, as [`changes::paint`] leaves it.
const ABOVE: f32 = 10.0;

/// A change that is shown, and what the person did to it.
#[derive(Debug)]
pub(super) struct Shown {
    /// The box, as wide as the row.
    pub(super) response: Response,
    /// Whether its long words are to be unfolded, or folded again.
    pub(super) is_turned: bool,
    /// A step to the change below (1) or above (-1).
    pub(super) step: isize,
}

fn told(change: &Change) -> Told<'_> {
    Told {
        change: match change.kind {
            Kind::Changed => merge::Change::Changed,
            Kind::Added => merge::Change::Added,
            Kind::Moved => merge::Change::Moved,
            Kind::Missing => merge::Change::Deleted,
        },
        word: words::word(change.kind),
        place: &change.place,
        known_by: change.known_by.lines().next().unwrap_or_default(),
        before: change.before.as_deref(),
        after: change.after.as_deref(),
    }
}

/// How high a change is about, in this width.
pub(super) fn estimated_height(change: &Change, width: f32) -> f32 {
    changes::estimated_height(told(change), width - BOX)
}

/// Shows the change at a position, and whether it is ticked and unfolded.
pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    (change, at): (&Change, usize),
    is_ticked: bool,
    is_unfolded: bool,
) -> Shown {
    let told = told(change);
    let whole = ui.available_rect_before_wrap();
    let room = Rect::from_min_max(pos2(whole.left() + BOX, whole.top()), whole.max);
    let mut beside = ui.new_child(UiBuilder::new().max_rect(room));
    let painted = changes::paint(&mut beside, palette, told, is_unfolded, false);
    let used = beside.min_rect();
    ui.allocate_space(vec2(whole.width(), used.height()));

    let words = painted.words.rect;
    let pressable = Rect::from_min_max(pos2(whole.left(), words.top()), words.max);
    let response = ui.interact(pressable, Id::unique(("taking-in-change", at)), Sense::click());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(changes::name(told)),
        ..WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_ticked, format!("{}: {}", told.word, told.place))
    });
    let middle = words.top() + ABOVE + text::line_height(text::BODY) / 2.0;
    let tick = if is_ticked { Tick::On } else { Tick::Off };
    paint_at(ui, palette, pos2(whole.left() + 12.0, middle), tick, &response);
    let step = dialog::arrow_step(ui, &response);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    Shown { response, is_turned: painted.is_turned, step }
}
