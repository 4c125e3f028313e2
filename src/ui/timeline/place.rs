//! Where a row's marks and their words go: rectangles, as plain data.
//!
//! Pure: it is given a row, an axis and a way to measure words; it paints nothing and knows no colours.
//! Marks that would touch when the whole span fits stand in tracks below each other, so no two ever
//! overlap, however far one zooms in. Words go beside their mark where there is room before the next:
//! whole if they fit, else shortened, else not at all.

use egui::{Rangef, Rect, pos2};

use super::axis::Axis;
use super::tracks::{Tracks, reach};
use super::words::{Tone, Words};
use crate::report::{Drawn, Mark, Row, Side};

/// Free space between a mark and words, or between words and whatever comes next.
pub(super) const GAP: f32 = 6.0;
/// Words are never shortened below this width: less says nothing.
const LEAST_WORDS: f32 = 72.0;
/// Words keep this far from the chart's edges.
const EDGE: f32 = 5.0;
/// The height of a line of words.
pub(super) const WORDS_HEIGHT: f32 = 16.0;
/// How far words stand inside a bar.
const INSIDE: f32 = 8.0;
/// How wide the arrow is that points out of the chart.
pub(super) const ARROW_WIDTH: f32 = 9.0;

/// A mark and its words, placed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    /// Its position in the row's marks.
    pub mark: usize,
    /// All it covers, not beyond the chart.
    pub rect: Rect,
    /// What it looks like.
    pub form: Form,
    /// The words beside it, where there is room.
    pub label: Option<Label>,
}

/// What a placed mark looks like.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// A shape in the middle of its rectangle.
    Symbol,
    /// A bar; set where its first or last day is beyond the chart.
    Band {
        /// It began earlier than what is seen.
        cut_left: bool,
        /// It ends later than what is seen.
        cut_right: bool,
    },
    /// A dashed line with a tick at each of these places.
    Ticks(Vec<f32>),
    /// A bar without an end.
    Open,
    /// A bar that fades from its start.
    Fading,
    /// An arrow out of the chart.
    Arrow(Side),
}

/// Words, placed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    /// What they cover; narrower than the words where they are to be shortened.
    pub rect: Rect,
    /// The words, whole.
    pub text: String,
    /// How they sound.
    pub tone: Tone,
    /// They stand on their own mark.
    pub inside: bool,
}

/// Places everything of a row that is seen. `top` is the row's upper edge; `words` gives a mark's words,
/// `measure` how wide they are.
pub(super) fn place(
    row: &Row,
    tracks: &Tracks,
    axis: &Axis,
    top: f32,
    words: impl Fn(&Mark) -> Words,
    mut measure: impl FnMut(&Words) -> f32,
) -> Vec<Placed> {
    let mut placed: Vec<(usize, Placed)> = Vec::with_capacity(row.marks.len());
    for (index, (mark, track)) in row.marks.iter().zip(&tracks.of_mark).enumerate() {
        let Some(y) = tracks.y_of(*track) else { continue };
        let y = Rangef::new(top + y.min, top + y.max);
        if let Some((rect, form)) = figure(mark, axis, y) {
            placed.push((*track, Placed { mark: index, rect, form, label: None }));
        }
    }
    placed.sort_by(|(track, one), (other_track, other)| {
        track.cmp(other_track).then(one.rect.left().total_cmp(&other.rect.left()))
    });
    for neighbours in placed.chunk_by_mut(|(one, _), (other, _)| one == other) {
        label_track(neighbours, row, axis, &words, &mut measure);
    }
    placed.into_iter().map(|(_, placed)| placed).collect()
}

/// The rectangle and the look of a mark in a track; nothing where it is out of sight.
fn figure(mark: &Mark, axis: &Axis, y: Rangef) -> Option<(Rect, Form)> {
    let whole = |height: f32| {
        let middle = y.center();
        Rangef::new(middle - height / 2.0, middle + height / 2.0)
    };
    if let Some(side) = mark.outside {
        let x = match side {
            Side::Before => Rangef::new(axis.x.min, axis.x.min + ARROW_WIDTH),
            Side::After => Rangef::new(axis.x.max - ARROW_WIDTH, axis.x.max),
        };
        return Some((Rect::from_x_y_ranges(x, whole(12.0)), Form::Arrow(side)));
    }
    let x = reach(mark, axis);
    if x.max <= axis.x.min || x.min >= axis.x.max {
        return None;
    }
    let seen = Rangef::new(x.min.max(axis.x.min), x.max.min(axis.x.max));
    let deadline = is_deadline(mark);
    Some(match &mark.drawn {
        Drawn::Point(_) => (Rect::from_x_y_ranges(x, whole(x.span())), Form::Symbol),
        Drawn::Band(_) => {
            let form = Form::Band { cut_left: x.min < axis.x.min, cut_right: x.max > axis.x.max };
            (Rect::from_x_y_ranges(seen, whole(if deadline { 16.0 } else { 12.0 })), form)
        }
        Drawn::Ticks(days) => {
            // The words stand above the line, the line low in the track.
            let line = Rangef::new(y.max - 11.0, y.max);
            let ticks = days.iter().map(|day| axis.middle_of(*day)).filter(|x| axis.x.contains(*x)).collect();
            (Rect::from_x_y_ranges(axis.x, line), Form::Ticks(ticks))
        }
        Drawn::Open(_) => (Rect::from_x_y_ranges(axis.x, whole(if deadline { 16.0 } else { 14.0 })), Form::Open),
        Drawn::Fading(_) => (Rect::from_x_y_ranges(seen, whole(if deadline { 16.0 } else { 14.0 })), Form::Fading),
    })
}

/// Whether a mark is its action's deadline.
#[must_use]
pub(super) fn is_deadline(mark: &Mark) -> bool {
    mark.of == crate::report::MarkOf::Deadline
}

/// Gives words to the marks of one track, which are sorted from left to right. Deadlines choose first.
fn label_track(
    track: &mut [(usize, Placed)],
    row: &Row,
    axis: &Axis,
    words: &impl Fn(&Mark) -> Words,
    measure: &mut impl FnMut(&Words) -> f32,
) {
    let edges: Vec<Rangef> = track.iter().map(|(_, one)| one.rect.x_range()).collect();
    // The free space before, between and after the marks; words take from its ends.
    let mut free: Vec<Rangef> = (0..=edges.len())
        .map(|index| {
            let left = index.checked_sub(1).and_then(|index| edges.get(index)).map_or(axis.x.min, |x| x.max + GAP);
            let right = edges.get(index).map_or(axis.x.max, |x| x.min - GAP);
            Rangef::new(left.max(axis.x.min + EDGE), right.min(axis.x.max))
        })
        .collect();
    let mut order: Vec<usize> = (0..track.len()).collect();
    order.sort_by_key(|index| !track.get(*index).and_then(|(_, one)| row.marks.get(one.mark)).is_some_and(is_deadline));
    for index in order {
        let Some((_, one)) = track.get_mut(index) else { continue };
        let Some(mark) = row.marks.get(one.mark) else { continue };
        let words = words(mark);
        let wanted = measure(&words).ceil();
        let middle = one.rect.center().y;
        let (x, y, inside) = if matches!(one.form, Form::Ticks(_)) {
            let left = axis.x.min + EDGE;
            let above = one.rect.top() - WORDS_HEIGHT / 2.0;
            (Some(Rangef::new(left, (left + wanted).min(axis.x.max))), above, false)
        } else if matches!(one.form, Form::Open | Form::Fading) {
            (inside_bar(one.rect, wanted), middle, true)
        } else {
            match beside(&mut free, index, wanted) {
                Some(x) => (Some(x), middle, false),
                None if matches!(one.form, Form::Band { .. }) => (inside_bar(one.rect, wanted), middle, true),
                None => (None, middle, false),
            }
        };
        one.label = x.map(|x| Label {
            rect: Rect::from_min_max(pos2(x.min, y - WORDS_HEIGHT / 2.0), pos2(x.max, y + WORDS_HEIGHT / 2.0)),
            text: words.text,
            tone: words.tone,
            inside,
        });
    }
}

/// Room in a bar for words at its left end.
fn inside_bar(bar: Rect, wanted: f32) -> Option<Rangef> {
    let room = bar.width() - 2.0 * INSIDE;
    (room >= wanted.min(LEAST_WORDS)).then(|| Rangef::new(bar.left() + INSIDE, bar.left() + INSIDE + wanted.min(room)))
}

/// Takes room beside the mark at `index`: to its right, else to its left, else where more of the words fit.
fn beside(free: &mut [Rangef], index: usize, wanted: f32) -> Option<Rangef> {
    let room = |free: &[Rangef], at: usize| free.get(at).map_or(0.0, |x| x.span().max(0.0));
    let (left, right) = (room(free, index), room(free, index + 1));
    let to_the_right = right >= wanted || (left < wanted && right >= left);
    let width = wanted.min(if to_the_right { right } else { left });
    if width < wanted.min(LEAST_WORDS) {
        return None;
    }
    if to_the_right {
        let space = free.get_mut(index + 1)?;
        let taken = Rangef::new(space.min, space.min + width);
        space.min = taken.max + GAP * 2.0;
        Some(taken)
    } else {
        let space = free.get_mut(index)?;
        let taken = Rangef::new(space.max - width, space.max);
        space.max = taken.min - GAP * 2.0;
        Some(taken)
    }
}
