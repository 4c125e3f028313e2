//! One change: how, where, and the words before and after.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, Galley, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::compare::differences;
use super::long_list::estimated_lines;
use super::written::{EMPTY, FOLDED, Written, numbered};
use crate::model::merge::{Change, Joined};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::LinkButton;

/// The column with the word for what was done; rows narrower than [`WITH_COLUMN`] have it above.
const KIND: f32 = 92.0;
const WITH_COLUMN: f32 = 430.0;
/// The column with the words "from" and "to".
const LABEL: f32 = 48.0;
/// The space above and below.
const PADDING: f32 = 10.0;
/// Longer than this together, two texts stand one under the other.
const ONE_LINE: usize = 80;

/// A change as it is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    /// What kind it is: this decides how its words are shown.
    pub(crate) change: Change,
    /// The word for that.
    pub(crate) word: &'static str,
    /// Where it is.
    pub(crate) place: &'a str,
    /// What the record there is known by, or nothing.
    pub(crate) known_by: &'a str,
    /// The words that were there.
    pub(crate) before: Option<&'a str>,
    /// The words that come there.
    pub(crate) after: Option<&'a str>,
}

impl<'a> From<&'a Joined> for Told<'a> {
    fn from(one: &'a Joined) -> Self {
        Self {
            change: one.change,
            word: word(one.change),
            place: &one.place,
            known_by: "",
            before: one.before.as_deref(),
            after: one.after.as_deref(),
        }
    }
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Added => "Added",
        Change::Deleted => "Deleted",
        Change::Moved => "Moved",
        Change::Reordered => "Reordered",
        Change::Changed => "Changed",
    }
}

/// The words a change is told with before and after the others, where striking through would not say it.
fn labels(change: Change) -> Option<[&'static str; 2]> {
    match change {
        Change::Moved => Some(["From", "To"]),
        Change::Reordered => Some(["Was", "Now"]),
        Change::Added | Change::Deleted | Change::Changed => None,
    }
}

/// How many lines are shown of long words. What something stands in is known by its first words.
fn folded(change: Change) -> usize {
    if change == Change::Moved { 2 } else { FOLDED }
}

/// The change for screen readers, whole.
pub(crate) fn name(one: Told<'_>) -> String {
    let mut name = format!("{}: {}.", one.word, one.place);
    if !one.known_by.is_empty() {
        name.extend([" ", one.known_by, "."]);
    }
    let labels = labels(one.change).unwrap_or(["Was", "Now"]);
    for (label, words) in labels.into_iter().zip([one.before, one.after]) {
        if let Some(words) = words {
            let words = if words.is_empty() { EMPTY } else { words };
            name.extend([" ", label, ": ", words]);
        }
    }
    name
}

/// How high a change is about, in this width.
pub(crate) fn estimated_height(one: Told<'_>, width: f32) -> f32 {
    let line = text::line_height(text::BODY);
    let (width, kind) = if width < WITH_COLUMN { (width, 1) } else { (width - KIND, 0) };
    let lines: usize = if is_on_one_line(one) {
        1
    } else {
        [one.before, one.after]
            .into_iter()
            .flatten()
            .map(|words| estimated_lines(words, width, folded(one.change)))
            .sum()
    };
    #[expect(clippy::cast_precision_loss, reason = "a dozen lines")]
    let lines = (lines + 1 + kind + usize::from(!one.known_by.is_empty())) as f32;
    2.0 * PADDING + 2.0 + lines * line
}

fn is_on_one_line(one: Told<'_>) -> bool {
    let short = |words: &str| words.len() <= ONE_LINE && !words.contains('\n');
    match (one.before, one.after) {
        (Some(before), Some(after)) => {
            one.change == Change::Changed && before.len() + after.len() <= ONE_LINE && short(before) && short(after)
        }
        _ => false,
    }
}

/// What is painted of a change: pieces of text by their distance from the corner.
#[derive(Default)]
struct Pieces {
    texts: Vec<(Vec2, Arc<Galley>)>,
    height: f32,
    /// Whether some of it is folded, or would be.
    is_long: bool,
}

impl Pieces {
    fn add(&mut self, left: f32, galley: Arc<Galley>) {
        let height = galley.size().y;
        self.texts.push((vec2(left, self.height), galley));
        self.height += height;
    }

    fn add_long(&mut self, left: f32, galley: Arc<Galley>, folded: usize) {
        self.is_long |= galley.elided || galley.rows.len() > folded;
        self.add(left, galley);
    }
}

/// Shows a change. `true` when its long words are to be unfolded, or folded again.
pub(super) fn show(ui: &mut Ui, palette: &Palette, one: &Joined, is_unfolded: bool, with_line: bool) -> bool {
    let one = Told::from(one);
    let Shown { words, is_turned } = paint(ui, palette, one, is_unfolded, with_line);
    words.widget_info(|| WidgetInfo::labeled(Role::Label, true, name(one)));
    is_turned
}

/// A change that was painted.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The part with its words. It has no name yet.
    pub(crate) words: Response,
    /// Whether its long words are to be unfolded, or folded again.
    pub(crate) is_turned: bool,
}

/// Paints a change as wide as there is room.
pub(crate) fn paint(ui: &mut Ui, palette: &Palette, one: Told<'_>, is_unfolded: bool, with_line: bool) -> Shown {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let width = ui.available_width();
    let left = if width < WITH_COLUMN { 0.0 } else { KIND };
    let kind_ink = match one.change {
        Change::Deleted => palette.danger,
        Change::Added => palette.accent,
        Change::Moved | Change::Reordered | Change::Changed => palette.ink_soft,
    };
    let kind = Written::new(one.word, theme::medium(text::SMALL), kind_ink).laid_out(ui, KIND, 1);
    let mut pieces = Pieces { height: PADDING, ..Pieces::default() };
    if left > 0.0 {
        // On the line of the words beside it, which are larger.
        let down = PADDING + (text::line_height(text::BODY) - kind.size().y) / 2.0;
        pieces.texts.push((vec2(0.0, down), kind));
    } else {
        pieces.add(0.0, kind);
    }
    let place = Written::new(one.place, theme::medium(text::BODY), palette.ink);
    pieces.add(left, place.laid_out(ui, width - left, usize::MAX));
    if !one.known_by.is_empty() {
        let known_by = Written::new(one.known_by, theme::regular(text::BODY), palette.ink_soft);
        pieces.add(left, known_by.laid_out(ui, width - left, 1));
    }
    pieces.height += 2.0;
    add_words(ui, palette, one, (left, width - left), is_unfolded, &mut pieces);

    let (rect, response) = ui.allocate_exact_size(vec2(width, pieces.height), Sense::hover());
    for (distance, galley) in pieces.texts {
        ui.painter().galley(rect.min + distance, galley, palette.ink);
    }
    if with_line {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.hairline));
    }
    let mut is_turned = false;
    if pieces.is_long {
        dialog::flush(ui, |ui| {
            ui.add_space(left);
            is_turned = unfold_link(ui, palette, is_unfolded, one.place);
        });
    }
    ui.allocate_space(vec2(width, PADDING));
    Shown { words: response, is_turned }
}

/// A link that unfolds long words, or folds them again. `true` when it was pressed.
pub(crate) fn unfold_link(ui: &mut Ui, palette: &Palette, is_unfolded: bool, place: &str) -> bool {
    let label = if is_unfolded { "Show less" } else { "Show all" };
    let name = format!("{label} of {place}");
    dialog::link(ui, palette, LinkButton::new(label).name(&name)).clicked()
}

fn add_words(
    ui: &Ui,
    palette: &Palette,
    one: Told<'_>,
    (left, width): (f32, f32),
    is_unfolded: bool,
    pieces: &mut Pieces,
) {
    let folded = folded(one.change);
    let lines = if is_unfolded { usize::MAX } else { folded };
    if let Some(labels) = labels(one.change) {
        for (label, words) in labels.into_iter().zip([one.before, one.after]) {
            let Some(words) = words else { continue };
            let words = if one.change == Change::Reordered { numbered(words) } else { words.to_owned() };
            let top = pieces.height;
            let ink = if label == labels[0] { palette.ink_soft } else { palette.ink };
            pieces.add_long(left + LABEL, body(&words, palette, ink).laid_out(ui, width - LABEL, lines), folded);
            pieces.height += 2.0;
            let label = Written::new(label, theme::regular(text::SMALL), palette.ink_soft).laid_out(ui, LABEL, 1);
            pieces.texts.push((vec2(left, top + 1.5), label));
        }
        return;
    }
    match (one.before, one.after) {
        (Some(before), Some(after)) if is_on_one_line(one) => {
            let mut job = LayoutJob::default();
            job.wrap.max_width = width;
            gone(before, palette).append_to(&mut job);
            Written::new("  →  ", theme::regular(text::BODY), palette.ink_soft).append_to(&mut job);
            body(after, palette, palette.ink).append_to(&mut job);
            pieces.add(left, ui.fonts_mut(|fonts| fonts.layout_job(job)));
        }
        (Some(before), Some(after)) => {
            let [was, is] = differences(before, after);
            let [was, is] =
                [gone(before, palette).marked(&was, palette), body(after, palette, palette.ink).marked(&is, palette)];
            pieces.add_long(left, was.laid_out(ui, width, lines), folded);
            pieces.height += 4.0;
            pieces.add_long(left, is.laid_out(ui, width, lines), folded);
        }
        (Some(before), None) => pieces.add_long(left, gone(before, palette).laid_out(ui, width, lines), folded),
        (None, Some(after)) => {
            pieces.add_long(left, body(after, palette, palette.ink).laid_out(ui, width, lines), folded);
        }
        (None, None) => {}
    }
}

fn body<'words>(words: &'words str, palette: &Palette, ink: Color32) -> Written<'words> {
    if words.is_empty() {
        return Written::new(EMPTY, theme::regular(text::BODY), palette.ink_soft);
    }
    Written::new(words, theme::regular(text::BODY), ink)
}

fn gone<'words>(words: &'words str, palette: &Palette) -> Written<'words> {
    let body = body(words, palette, palette.ink_soft);
    if words.is_empty() { body } else { body.struck() }
}
