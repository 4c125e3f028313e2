//! The head of the chart: quarters, months, the as-at flag and the names of board meetings.
//!
//! It must not know the rows below it.

use chrono::{Datelike, Months, NaiveDate};
use egui::{Align2, Color32, CornerRadius, FontId, Painter, Rangef, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

use super::axis::Axis;
use super::flags::place_flags;
use super::rules::Rules;
use crate::dates::{Quarter, day_words, month_short};
use crate::ui::View;
use crate::ui::theme::{self, Palette, text};

/// Its height.
pub const HEIGHT: f32 = 72.0;
/// The top rows, from the upper edge: quarters, months, flags.
const QUARTERS: Rangef = Rangef { min: 4.0, max: 25.0 };
const MONTHS: Rangef = Rangef { min: 25.0, max: 45.0 };
const FLAGS: Rangef = Rangef { min: 48.0, max: 67.0 };
const PADDING: f32 = 7.0;
/// Below this width a month has no name of its own.
const LEAST_MONTH: f32 = 13.0;

/// Paints the head into `rect`, which reaches over the labels as well as the axis.
pub fn show(ui: &Ui, view: &View<'_>, axis: &Axis, rules: &Rules, rect: Rect) {
    let palette = &view.palette;
    let painter = &ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let row = |row: Rangef| Rangef::new(rect.top() + row.min, rect.top() + row.max);
    rules.paint_shades(painter, palette, rect.y_range());
    rules.paint_quarters(painter, palette, rect.y_range(), &[]);
    let soft = (theme::regular(text::SMALL), palette.ink_soft);
    let strong = (theme::semibold(text::BODY), palette.ink);
    if axis.day_width() * 30.0 >= LEAST_MONTH {
        let quarters = (3, |day, first| quarter_names(day, first));
        names(painter, axis, row(QUARTERS), quarters.0, &strong, quarters.1);
        names(painter, axis, row(MONTHS), 1, &soft, |day, _| month_names(day));
    } else {
        names(painter, axis, row(QUARTERS), 12, &strong, |day, _| year_names(day));
        names(painter, axis, row(MONTHS), 3, &soft, |day, _| quarter_names(day, false));
    }
    if axis.day_width() >= 7.0 {
        mondays(painter, palette, axis, row(MONTHS));
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, palette.hairline));
    flags(ui, painter, view, axis, rules, row(FLAGS));
}

/// Writes the first name that fits over every `months`th month; the leftmost stays while its time is seen.
fn names(
    painter: &Painter,
    axis: &Axis,
    y: Rangef,
    months: u32,
    (font, ink): &(FontId, Color32),
    words: impl Fn(NaiveDate, bool) -> Vec<String>,
) {
    for (index, day) in axis.months(months).enumerate() {
        let next = day.checked_add_months(Months::new(months));
        let end = next.map_or(axis.x.max, |next| axis.start_of(next)).min(axis.x.max);
        let left = axis.start_of(day).max(axis.x.min) + PADDING.min(axis.day_width() * 30.0 * 0.2);
        for name in words(day, index == 0) {
            let galley = painter.layout_no_wrap(name, font.clone(), *ink);
            if left + galley.size().x + 3.0 <= end {
                let corner = pos2(left, y.center() - galley.size().y / 2.0);
                painter.galley(corner, galley, *ink);
                break;
            }
        }
    }
}

/// The year stands beside the first quarter of a year and beside the first that is seen.
fn quarter_names(day: NaiveDate, first: bool) -> Vec<String> {
    let quarter = Quarter::of(day);
    let short = format!("Q{}", quarter.number());
    if first || quarter.number() == 1 { vec![quarter.label(), short] } else { vec![short] }
}

fn year_names(day: NaiveDate) -> Vec<String> {
    let year = Quarter::of(day).financial_year();
    vec![format!("{year}/{:02}", (year + 1) % 100), year.to_string(), format!("{:02}", year % 100)]
}

fn month_names(day: NaiveDate) -> Vec<String> {
    let name = month_short(day);
    let part = |letters: usize| name.chars().take(letters).collect();
    vec![part(3), part(1)]
}

fn mondays(painter: &Painter, palette: &Palette, axis: &Axis, y: Rangef) {
    for day in axis.mondays() {
        let x = axis.start_of(day);
        let month_end = axis.end_of(day) + axis.day_width() * f32::from(u8::try_from(month_days_left(day)).unwrap_or(0));
        // Not where the month has its name, nor over the edge of the month.
        let month = axis.start_of(day.with_day(1).unwrap_or(day)).max(axis.x.min);
        if x < month + 40.0 || x + 16.0 > month_end.min(axis.x.max) {
            continue;
        }
        painter.vline(x, Rangef::new(y.max - 5.0, y.max), egui::Stroke::new(1.0, palette.outline));
        let at = pos2(x + 3.0, y.center());
        let words = day.day().to_string();
        painter.text(at, Align2::LEFT_CENTER, words, theme::regular(text::SMALL - 1.0), palette.ink_faint);
    }
}

fn month_days_left(day: NaiveDate) -> u32 {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    let last = next.and_then(|next| next.pred_opt()).map_or(day.day(), |last| last.day());
    last.saturating_sub(day.day())
}

/// The as-at flag first, then the meetings, none over another.
fn flags(ui: &Ui, painter: &Painter, view: &View<'_>, axis: &Axis, rules: &Rules, y: Rangef) {
    let palette = &view.palette;
    let as_at = AsAt::new(view.as_at, axis, rules);
    let font = theme::semibold(text::SMALL);
    let small = theme::medium(text::SMALL - 0.5);
    let width = |words: &str, font: &FontId| painter.layout_no_wrap(words.to_owned(), font.clone(), palette.ink).size().x;
    let mut wishes = vec![(as_at.x, width(&as_at.words, &font) + 16.0)];
    wishes.extend(rules.meetings.iter().map(|meeting| (meeting.x, width(&meeting.name, &small) + 2.0)));
    let mut rooms = place_flags(&wishes, axis.x).into_iter();

    if let Some(x) = rooms.next().flatten() {
        let rect = Rect::from_x_y_ranges(x, y);
        painter.rect_filled(rect, CornerRadius::same(3), palette.danger);
        let ink = if palette.dark { palette.ground } else { palette.paper };
        painter.text(rect.center(), Align2::CENTER_CENTER, &as_at.words, font, ink);
        as_at.paint_arrow(painter, palette, rect);
        let name = format!("as at {}", day_words(view.as_at));
        told(ui, rect, ("as at", 0), &name);
    }
    for (index, (meeting, room)) in rules.meetings.iter().zip(rooms).enumerate() {
        let line = Rect::from_x_y_ranges(Rangef::new(meeting.x - 5.0, meeting.x + 5.0), y);
        let rect = room.map_or(line, |x| Rect::from_x_y_ranges(x, y));
        if let Some(room) = room {
            let job = text::one_line(&meeting.name, small.clone(), palette.accent, room.span() + 1.0);
            let galley = painter.layout_job(job);
            painter.galley(rect.center() - galley.size() / 2.0, galley, palette.accent);
        } else {
            painter.circle_filled(line.center(), 3.0, palette.accent);
        }
        told(ui, rect, ("meeting", index), &format!("{}, {}", meeting.name, meeting.when));
    }
}

/// Whole words on hover and for screen readers.
fn told(ui: &Ui, rect: Rect, id: (&str, usize), words: &str) {
    let response = ui.interact(rect, ui.scope_id().with(id), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    response.on_hover_text(words);
}

/// The flag of the as-at day: at its line, or at the edge beyond which it lies.
struct AsAt {
    x: f32,
    words: String,
    beyond: Option<f32>,
}

impl AsAt {
    fn new(day: NaiveDate, axis: &Axis, rules: &Rules) -> Self {
        let words = day_words(day);
        let without_year = words.rsplit_once(' ').map_or(words.as_str(), |(rest, _)| rest);
        let x = axis.middle_of(day);
        match rules.as_at {
            Some(x) => Self { x, words: format!("as at {without_year}"), beyond: None },
            None if x < axis.x.min => Self { x: axis.x.min, words: format!("   as at {words}"), beyond: Some(-1.0) },
            None => Self { x: axis.x.max, words: format!("as at {words}   "), beyond: Some(1.0) },
        }
    }

    fn paint_arrow(&self, painter: &Painter, palette: &Palette, flag: Rect) {
        let Some(way) = self.beyond else { return };
        let tip = pos2(if way < 0.0 { flag.left() + 5.0 } else { flag.right() - 5.0 }, flag.center().y);
        let points = vec![tip, tip + vec2(-6.0 * way, -4.0), tip + vec2(-6.0 * way, 4.0)];
        let ink = if palette.dark { palette.ground } else { palette.paper };
        painter.add(Shape::convex_polygon(points, ink, egui::Stroke::NONE));
    }
}
