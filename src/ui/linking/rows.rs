//! Milestones as lists show them: the action's reference, the words, the date; and a row of one with a box to tick.
//!
//! It must not know what ticking does.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::dates::{Reading, When};
use crate::model::{ActionId, Milestone, MilestoneId, Standing};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::LinkButton;
use crate::ui::widgets::check_box::{Tick, paint_at};

/// A milestone of a list.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) milestone: MilestoneId,
    pub(super) action: ActionId,
    pub(super) reference: String,
    pub(super) words: String,
    pub(super) when: When,
}

impl Row {
    pub(super) fn of((standing, milestone): (Standing<'_>, &Milestone)) -> Self {
        Self {
            milestone: milestone.id,
            action: standing.action.id,
            reference: standing.reference(),
            words: milestone.text().split_whitespace().collect::<Vec<_>>().join(" "),
            when: milestone.when().clone(),
        }
    }

    /// Its date in quiet words.
    pub(super) fn date(&self) -> String {
        date_words(&self.when)
    }
}

/// A date as lists say it.
pub(super) fn date_words(when: &When) -> String {
    match when.reading() {
        Reading::Blank => "no date".to_owned(),
        reading => reading.describe(),
    }
}

const BOX: f32 = 28.0;
const REFERENCE: f32 = 74.0;
const DATE: f32 = 190.0;
/// Narrower than this, the date stands below the words.
const BESIDE: f32 = 540.0;
const ABOVE: f32 = 5.0;

/// What was done to a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pressed {
    /// Its box.
    pub(super) ticks: bool,
    /// Its reference.
    pub(super) goes: bool,
}

/// How a row is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    /// The box: ticked or not; no box where there is nothing to choose.
    pub(super) tick: Option<bool>,
    /// What stands at the place of the date.
    pub(super) date: &'a str,
    /// Whether the reference leads to the form.
    pub(super) leads: bool,
}

/// Shows a row. All of it but the reference can be pressed to tick it.
pub(super) fn show(ui: &mut Ui, palette: &Palette, salt: &'static str, row: &Row, look: Look<'_>) -> Pressed {
    let room = ui.available_rect_before_wrap();
    let left = room.left() + if look.tick.is_some() { BOX } else { 0.0 };
    let is_wide = room.width() >= BESIDE;
    let words_left = left + REFERENCE;
    let words_right = if is_wide { room.right() - DATE - 12.0 } else { room.right() };
    let ink = if look.tick == Some(false) { palette.ink_soft } else { palette.ink };
    let width = (words_right - words_left).max(80.0);
    let lay = |ui: &Ui, words: &str, ink, width| {
        ui.fonts_mut(|fonts| fonts.layout_job(text::wrapped(words, theme::regular(text::BODY), ink, width)))
    };
    let words = lay(ui, &row.words, ink, width);
    let date = lay(ui, look.date, palette.ink_soft, if is_wide { DATE } else { width });
    let height = if is_wide { words.size().y.max(date.size().y) } else { words.size().y + date.size().y };
    let whole = Rect::from_min_size(room.min, vec2(room.width(), height + 2.0 * ABOVE));
    let mut pressed = Pressed::default();
    let id = Id::unique((salt, row.milestone));
    if let Some(tick) = look.tick {
        let response = ui.interact(whole, id, Sense::click());
        let name = format!("{}: {}, {}", row.reference, row.words, look.date);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), tick, &name));
        if response.hovered() {
            ui.painter().rect_filled(whole, 4.0, palette.hover);
        }
        if response.gained_focus() {
            ui.scroll_to_rect(whole, None);
        }
        let middle = whole.top() + ABOVE + text::line_height(text::BODY) / 2.0;
        let tick = if tick { Tick::On } else { Tick::Off };
        paint_at(ui, palette, pos2(whole.left() + 10.0, middle), tick, &response);
        pressed.ticks = response.clicked();
    }
    let top = whole.top() + ABOVE;
    let date_place = if is_wide { pos2(room.right() - DATE, top) } else { pos2(words_left, top + words.size().y) };
    if look.tick.is_none() {
        let response = ui.interact(whole, id, Sense::hover());
        let name = format!("{}: {}, {}", row.reference, row.words, look.date);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    }
    ui.painter().galley(pos2(words_left, top), words, ink);
    ui.painter().galley(date_place, date, palette.ink_soft);
    let place = Rect::from_min_size(pos2(left, top - 1.0), vec2(REFERENCE - 8.0, 22.0));
    if look.leads {
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).scope_id(id.with("reference")));
        child.spacing_mut().button_padding = vec2(2.0, 0.0);
        child.spacing_mut().interact_size.y = 22.0;
        let name = format!("Go to {}: {}", row.reference, row.words);
        pressed.goes = LinkButton::new(&row.reference).name(&name).show(&mut child, palette).clicked();
    } else {
        let job = text::one_line(&row.reference, theme::semibold(text::SMALL), palette.ink_soft, place.width());
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter().galley(place.min + vec2(2.0, 2.0), galley, palette.ink_soft);
    }
    ui.advance_cursor_after_rect(whole);
    pressed
}
