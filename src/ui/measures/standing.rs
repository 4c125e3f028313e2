//! How a measure stands, beside the small line of its course: a shape, a word and a colour, never colour alone.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::course;
use crate::model::Measure;
use crate::report::{Against, MeasureStanding};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::paint_shape;

/// The height of the small line.
pub(crate) const LINE: f32 = 24.0;
/// How wide the course is painted at least and at most.
const COURSE: std::ops::RangeInclusive<f32> = 46.0..=110.0;
const RADIUS: f32 = 4.2;
/// What the longest word and its mark need: where there is room for them, marks stand below each other.
const WORDS: f32 = 122.0;
/// The space between the course and the mark, and between the mark and the word.
const GAPS: [f32; 2] = [9.0, 5.0];

/// The colour of how a measure stands.
fn ink(palette: &Palette, against: Against) -> Color32 {
    match against {
        Against::Below => palette.warning,
        Against::OnTarget | Against::Reached => palette.accent,
        Against::NoTarget | Against::NoFigure => palette.ink_faint,
    }
}

/// Shows the course and the word, one under the other where there is little room. Screen readers and the pointer get
/// the whole sentence.
pub(crate) fn small_line(ui: &mut Ui, palette: &Palette, measure: &Measure, standing: &MeasureStanding) {
    let response = line(ui, palette, measure, standing);
    let sentence = standing.sentence();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
    response.on_hover_text(sentence);
}

/// Shows the small line, and below it the sentence.
pub(crate) fn with_sentence(ui: &mut Ui, palette: &Palette, measure: &Measure, standing: &MeasureStanding) {
    line(ui, palette, measure, standing);
    dialog::note(ui, &standing.sentence(), palette.ink_soft);
}

fn line(ui: &mut Ui, palette: &Palette, measure: &Measure, standing: &MeasureStanding) -> Response {
    let ink = ink(palette, standing.against);
    let width = ui.available_width();
    let job = text::one_line(standing.against.words(), theme::semibold(text::SMALL), ink, width);
    let word = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let beside = width - word.size().x - 2.0 * RADIUS - GAPS[0] - GAPS[1];
    let is_beside = beside >= *COURSE.start();
    let height = if is_beside { LINE } else { LINE + word.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let course = if is_beside { beside.min((width - WORDS).max(*COURSE.start())) } else { width - GAPS[0] };
    let course = course.min(*COURSE.end());
    let course = Rect::from_min_size(rect.min + vec2(0.0, 3.0), vec2(course.max(1.0), LINE - 7.0));
    course::paint(ui.painter(), palette, course, (measure, standing), ink);
    let mark = if is_beside {
        pos2(course.right() + GAPS[0] + RADIUS, rect.top() + LINE / 2.0)
    } else {
        pos2(rect.left() + RADIUS, rect.bottom() - word.size().y / 2.0)
    };
    paint_shape(ui.painter(), standing.against.shape(), mark, RADIUS, ink);
    let place = pos2(mark.x + RADIUS + GAPS[1], mark.y - word.size().y / 2.0);
    ui.painter().galley(place, word, ink);
    response
}
