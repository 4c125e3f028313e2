//! The choice of a status: the plan's scheme in a row, one of it chosen. It is one stop of the Tab key; the arrows go
//! on from there.

use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::model::{ActionId, Status, StatusId};
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::Outbox;
use crate::ui::widgets::paint_shape;

const HEIGHT: f32 = 28.0;
const PADDING: f32 = 7.0;
const MARK: f32 = 5.0;
const GAP: f32 = 6.0;

/// Shows the choice. Gives back the status that was pressed. `name` is what a screen reader says it is the status of.
pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    scheme: &[Status],
    (action, chosen): (ActionId, Option<StatusId>),
    name: &str,
    outbox: &mut Outbox,
) -> Option<StatusId> {
    let stop = scheme.iter().position(|status| Some(status.id) == chosen).unwrap_or(0);
    let mut pressed = None;
    for (place, status) in scheme.iter().enumerate() {
        let is_chosen = Some(status.id) == chosen;
        let response = one(ui, palette, (place, status), id(action, status.id), (is_chosen, place == stop), name);
        if response.clicked() {
            pressed = Some(status.id);
        }
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            let by = arrows(ui);
            if by != 0
                && let Some(other) = place.checked_add_signed(by).and_then(|place| scheme.get(place))
            {
                pressed = Some(other.id);
                outbox.focus(id(action, other.id));
            }
        }
    }
    pressed
}

fn id(action: ActionId, status: StatusId) -> Id {
    Id::unique(("round-status", action, status))
}

/// How many places the arrows go to the right.
fn arrows(ui: &Ui) -> isize {
    ui.input_mut(|input| {
        isize::from(input.consume_key(Modifiers::NONE, Key::ArrowRight))
            - isize::from(input.consume_key(Modifiers::NONE, Key::ArrowLeft))
    })
}

fn one(
    ui: &mut Ui,
    palette: &Palette,
    (place, status): (usize, &Status),
    id: Id,
    (is_chosen, is_stop): (bool, bool),
    name: &str,
) -> Response {
    let font = if is_chosen { theme::semibold(text::SMALL + 0.3) } else { theme::regular(text::SMALL + 0.3) };
    let ink = palette.status_ink(status.colour);
    let word = if is_chosen { ink } else { palette.ink };
    let number = (place < 9).then(|| (place + 1).to_string());
    let number =
        number.map(|number| ui.painter().layout_no_wrap(number, theme::regular(text::SMALL - 1.0), palette.ink_faint));
    let galley = ui.painter().layout_no_wrap(status.word.clone(), font, word);
    let left = number.as_ref().map_or(0.0, |number| number.size().x + GAP);
    let width = PADDING * 2.0 + left + MARK * 2.0 + GAP + galley.size().x;
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    // Only one of them is stopped at by Tab; all can be pressed.
    let sense = if is_stop { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    let spoken = format!("{name}: {}", status.word);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, &spoken));
    let painter = ui.painter();
    if is_chosen {
        let line = Stroke::new(1.5, ink);
        painter.rect(rect, 5.0, palette.status_fill(status.colour), line, StrokeKind::Inside);
    } else {
        let fill = if response.hovered() { palette.hover } else { palette.paper };
        painter.rect(rect, 5.0, fill, Stroke::new(1.0, palette.outline), StrokeKind::Inside);
    }
    if response.has_focus() {
        painter.rect_stroke(rect.expand(1.5), 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
    }
    let middle = rect.center().y;
    let mut x = rect.left() + PADDING;
    if let Some(number) = number {
        painter.galley(pos2(x, middle - number.size().y / 2.0), number, palette.ink_faint);
        x += left;
    }
    paint_shape(painter, status.shape, pos2(x + MARK, middle), MARK, ink);
    let room = Rect::from_min_size(pos2(x + MARK * 2.0 + GAP, middle), galley.size());
    painter.galley(Align2::LEFT_CENTER.anchor_size(room.min, galley.size()).min, galley, word);
    response
}
