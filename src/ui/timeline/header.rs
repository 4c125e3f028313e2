//! The head of the chart: quarters, months, the as-at flag and the names of board meetings.
//!
//! It must not know the rows below it.

use chrono::{Datelike, Months, NaiveDate};
use egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Rangef, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2, vec2,
};

use super::axis::Axis;
use super::flags::place_flags;
use super::rules::{Rules, pieces};
use crate::dates::{Quarter, day_words, month_short};
use crate::ui::View;
use crate::ui::theme::{self, Palette, text};

/// The top rows, from the upper edge: quarters and months. Below them are rows of flags.
const QUARTERS: Rangef = Rangef { min: 4.0, max: 25.0 };
const MONTHS: Rangef = Rangef { min: 25.0, max: 45.0 };
const FLAGS_TOP: f32 = 47.0;
const FLAG_HEIGHT: f32 = 19.0;
const BOTTOM: f32 = 6.0;
/// Names of meetings stand in this many rows if they must.
const MOST_FLAG_ROWS: usize = 2;
const PADDING: f32 = 7.0;
/// Below this width a month has no name of its own.
const LEAST_MONTH: f32 = 13.0;

/// Paints the head into `rect`, which reaches over the labels as well as the axis.
pub(super) fn show(ui: &Ui, view: &View<'_>, axis: &Axis, rules: &Rules, rect: Rect, flag_rows: usize) {
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
    if axis.day_width() >= 4.5 {
        mondays(painter, palette, axis, row(MONTHS));
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, palette.hairline));
    flags(ui, painter, view, axis, rules, rect.bottom(), flag_rows);
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
        let month_end =
            axis.end_of(day) + axis.day_width() * f32::from(u8::try_from(month_days_left(day)).unwrap_or(0));
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

/// How many rows the names of meetings need while the whole span is seen.
#[must_use]
pub(super) fn flag_rows(painter: &Painter, view: &View<'_>, fit: &Axis) -> usize {
    let rules = Rules::new(view.plan, view.as_at, fit);
    let wishes = wishes(painter, &AsAt::new(view.as_at, fit, &rules), &rules);
    let fits = |rows: usize| {
        let rooms = place_flags(&wishes, fit.x, rows);
        rooms.iter().zip(&wishes).all(|(room, (_, width))| room.is_some_and(|room| room.x.span() >= *width))
    };
    (1..MOST_FLAG_ROWS).find(|rows| fits(*rows)).unwrap_or(MOST_FLAG_ROWS)
}

/// The height of a head with so many rows of flags.
#[must_use]
pub(super) fn height(flag_rows: usize) -> f32 {
    (0..flag_rows).fold(FLAGS_TOP + BOTTOM, |height, _| height + FLAG_HEIGHT)
}

fn flag_font() -> FontId {
    theme::semibold(text::SMALL)
}

fn meeting_font() -> FontId {
    theme::medium(text::SMALL - 0.5)
}

/// The places and widths of the as-at flag and the meetings.
fn wishes(painter: &Painter, as_at: &AsAt, rules: &Rules) -> Vec<(f32, f32)> {
    let width = |words: &str, font| painter.layout_no_wrap(words.to_owned(), font, Color32::BLACK).size().x;
    let mut wishes = vec![(as_at.x, width(&as_at.words, flag_font()) + 16.0)];
    wishes.extend(rules.meetings.iter().map(|meeting| (meeting.x, width(&meeting.name, meeting_font()) + 2.0)));
    wishes
}

/// The as-at flag first, then the meetings, none over another.
fn flags(ui: &Ui, painter: &Painter, view: &View<'_>, axis: &Axis, rules: &Rules, bottom: f32, rows: usize) {
    let palette = &view.palette;
    let as_at = AsAt::new(view.as_at, axis, rules);
    let wishes = wishes(painter, &as_at, rules);
    let rects: Vec<Option<Rect>> = place_flags(&wishes, axis.x, rows)
        .into_iter()
        .map(|room| {
            let room = room?;
            let low = (0..room.row).fold(bottom - BOTTOM + 1.0, |low, _| low - FLAG_HEIGHT);
            Some(Rect::from_x_y_ranges(room.x, Rangef::new(low - FLAG_HEIGHT + 1.0, low)))
        })
        .collect();
    let names: Vec<Rect> = rects.iter().flatten().copied().collect();
    for ((x, _), rect) in wishes.iter().zip(&rects).skip(1) {
        let top = rect.map_or(bottom - BOTTOM, |rect| rect.bottom());
        for y in pieces(*x, Rangef::new(top, bottom - 1.0), &names) {
            painter.vline(*x, y, egui::Stroke::new(1.2, palette.accent));
        }
    }
    let mut rects = rects.into_iter();
    if let Some(rect) = rects.next().flatten() {
        painter.rect_filled(rect, CornerRadius::same(3), palette.danger);
        let ink = if palette.dark { palette.ground } else { palette.paper };
        painter.text(rect.center(), Align2::CENTER_CENTER, &as_at.words, flag_font(), ink);
        as_at.paint_arrow(painter, palette, rect);
        if let Some(x) = rules.as_at {
            painter.vline(x, Rangef::new(rect.bottom(), bottom), egui::Stroke::new(2.0, palette.danger));
        }
        told(ui, rect, ("as at", 0), &format!("as at {}", day_words(view.as_at)));
    }
    for (index, (meeting, rect)) in rules.meetings.iter().zip(rects).enumerate() {
        let foot = Rect::from_center_size(pos2(meeting.x, bottom - 4.0), vec2(10.0, 8.0));
        if let Some(rect) = rect {
            let job = text::one_line(&meeting.name, meeting_font(), palette.accent, rect.width() + 1.0);
            let galley = painter.layout_job(job);
            painter.galley(rect.center() - galley.size() / 2.0, galley, palette.accent);
        }
        told(ui, rect.unwrap_or(foot), ("meeting", index), &format!("{}, {}", meeting.name, meeting.when));
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
