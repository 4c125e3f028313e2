//! One choice: where it is, what happened, the two sides as cards, and what was there before.
//!
//! It must not know of other choices.

use std::ops::Range;

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use super::card::{Card, Side as CardSide};
use super::words;
use crate::model::merge::{Conflict, ConflictKind, Side};
use crate::ui::changes::{FOLDED, Written, differences, estimated_lines, numbered, unfold_link};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::one_line;

const GAP: f32 = 12.0;
/// The space below a choice.
const BELOW: f32 = 26.0;
/// Narrower than this, the cards stand one above the other.
const BESIDE: f32 = 634.0;

/// What is shown of a choice beside itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shows<'a> {
    pub(super) them: &'a str,
    /// The words of the record, where the place tells it by a number only.
    pub(super) headline: Option<&'a str>,
    pub(super) chosen: Option<Side>,
    /// Whether long words from before are unfolded.
    pub(super) is_unfolded: bool,
    /// Whether it is to get the focus.
    pub(super) wants_focus: bool,
}

/// What the person did to a choice.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) chosen: Option<Side>,
    pub(super) has_focus: bool,
    pub(super) is_turned: bool,
}

/// How high a choice is about, in this width.
pub(super) fn estimated_height(conflict: &Conflict, width: f32) -> f32 {
    let column = if width < BESIDE { width } else { (width - GAP) / 2.0 } - 28.0;
    let lines = |side: &Option<String>| side.as_ref().map_or(1, |words| estimated_lines(words, column, 10_000));
    let (mine, theirs) = (lines(&conflict.mine), lines(&conflict.theirs));
    let (lines, cards) = if width < BESIDE { (mine + theirs, 2.0) } else { (mine.max(theirs), 1.0) };
    #[expect(clippy::cast_precision_loss, reason = "lines of one field")]
    let lines = lines as f32;
    90.0 + cards * 66.0 + lines * text::line_height(text::BODY) + BELOW
}

/// Shows the choice.
pub(super) fn show(ui: &mut Ui, palette: &Palette, conflict: &Conflict, shows: Shows<'_>) -> Done {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let mut done = Done::default();
    let width = ui.available_width();
    ui.label(text::wrapped(&conflict.place, theme::semibold(text::BODY + 0.5), palette.ink, width));
    if let Some(headline) = shows.headline.filter(|words| !words.is_empty()) {
        one_line(ui, headline, theme::regular(text::BODY), palette.ink, width);
    }
    ui.add_space(1.0);
    dialog::note(ui, &words::told(conflict, shows.them), palette.ink_soft);
    ui.add_space(8.0);
    cards(ui, palette, conflict, shows, &mut done);
    before(ui, palette, conflict, shows, &mut done);
    ui.allocate_space(vec2(width, BELOW));
    done
}

fn cards(ui: &mut Ui, palette: &Palette, conflict: &Conflict, shows: Shows<'_>, done: &mut Done) {
    let whole = ui.available_width();
    let beside = whole >= BESIDE;
    let width = if beside { ((whole - GAP) / 2.0).floor() } else { whole };
    let kind = conflict.kind();
    let marks = marks(conflict);
    let sides = [
        (Side::Mine, "Yours", "", &conflict.mine, &marks[0]),
        (Side::Theirs, "Theirs", words::beside(shows.them), &conflict.theirs, &marks[1]),
    ];
    let cards = sides.map(|(side, title, told, written, marks)| {
        let instead = words::instead(written.as_ref(), kind);
        let numbered = written.as_deref().filter(|_| kind == ConflictKind::Reordered).map(numbered);
        let words = instead.or(numbered.as_deref()).or(written.as_deref()).unwrap_or_default();
        let is_chosen = shows.chosen == Some(side);
        let card = CardSide { title, told, words, is_blank: instead.is_some(), marks, is_chosen };
        (side, title, Card::new(ui, palette, &card, width))
    });
    let tallest = cards.iter().map(|(.., card)| card.height()).fold(0.0, f32::max);
    let height = if beside { tallest } else { cards.iter().map(|(.., card)| card.height()).sum::<f32>() + GAP };
    let (room, _) = ui.allocate_exact_size(vec2(whole, height), Sense::hover());
    let mut corner = room.min;
    for (side, title, card) in cards {
        let size = vec2(width, if beside { tallest } else { card.height() });
        let place =
            (Id::unique(("merge-card", conflict.record, conflict.field, side)), Rect::from_min_size(corner, size));
        let name = format!("{title}: {}", conflict.place);
        let response = card.show(ui, palette, place, &name);
        if shows.wants_focus && side == Side::Mine {
            response.request_focus();
        }
        if response.gained_focus() {
            // With what it is about.
            ui.scroll_to_rect(response.rect.expand2(vec2(0.0, 60.0)), None);
        }
        done.has_focus |= response.has_focus();
        if response.clicked() {
            done.chosen = Some(side);
        }
        corner = if beside { pos2(room.right() - width, corner.y) } else { pos2(corner.x, corner.y + size.y + GAP) };
    }
}

/// In which words the sides differ, where both are words of one field.
fn marks(conflict: &Conflict) -> [Vec<Range<usize>>; 2] {
    match (&conflict.mine, &conflict.theirs) {
        (Some(mine), Some(theirs)) if conflict.kind() == ConflictKind::Changed => differences(mine, theirs),
        _ => Default::default(),
    }
}

fn before(ui: &mut Ui, palette: &Palette, conflict: &Conflict, shows: Shows<'_>, done: &mut Done) {
    let Some(base) = conflict.base.as_ref().filter(|base| !base.is_empty()) else { return };
    ui.add_space(8.0);
    let words = match conflict.kind() {
        ConflictKind::Reordered => format!("Before:\n{}", numbered(base)),
        _ => format!("Before: {base}"),
    };
    let lines = if shows.is_unfolded { usize::MAX } else { FOLDED };
    let written = Written::new(&words, theme::regular(text::SMALL + 0.5), palette.ink_soft);
    let galley = written.laid_out(ui, ui.available_width(), lines);
    let is_long = galley.elided || galley.rows.len() > FOLDED;
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    ui.painter().galley(rect.min, galley, palette.ink_soft);
    if is_long {
        dialog::flush(ui, |ui| {
            done.is_turned = unfold_link(ui, palette, shows.is_unfolded, &format!("{} before", conflict.place));
        });
    }
}
