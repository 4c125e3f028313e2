//! Where things go: nothing ever covers anything else.

use egui::{Rangef, Rect};
use proptest::prelude::*;

use super::{day, span};
use crate::dates::{Reading, Span};
use crate::model::{ActionId, MilestoneId};
use crate::report::{Drawn, LanesBy, Mark, MarkOf, Row, Side, lanes};
use crate::ui::timeline::axis::{Axis, Window};
use crate::ui::timeline::flags::place_flags;
use crate::ui::timeline::place::{Form, Placed, place};
use crate::ui::timeline::rules::pieces;
use crate::ui::timeline::stack::{Holds, Stack};
use crate::ui::timeline::tracks::tracks;
use crate::ui::timeline::words::beside;

fn year() -> Span {
    span(day(2016, 4, 1), day(2017, 3, 31))
}

fn row_of(drawn: Vec<Drawn>) -> Row {
    let mark = |(at, drawn): (usize, Drawn)| {
        let (from, to) = match &drawn {
            Drawn::Point(day) => (*day, *day),
            Drawn::Band(days) => (days.from, days.to),
            Drawn::Fading(day) => (*day, year().to.max(*day)),
            Drawn::Ticks(_) | Drawn::Open(_) => (year().from, year().to),
        };
        let outside = if to < year().from { Some(Side::Before) } else { (from > year().to).then_some(Side::After) };
        let of = if at == 0 { MarkOf::Deadline } else { MarkOf::Milestone(MilestoneId::new(at as u64).unwrap()) };
        let words = ["Launch", "Award contract to new services June 2016", "New services implemented"][at % 3];
        Mark {
            of,
            words: words.to_owned(),
            date_words: "June 2016".to_owned(),
            reading: Reading::Blank,
            drawn,
            outside,
        }
    };
    Row {
        action: ActionId::new(1).unwrap(),
        reference: "T1.1".to_owned(),
        label: "Launch".to_owned(),
        status: None,
        marks: drawn.into_iter().enumerate().map(mark).collect(),
    }
}

fn placed(row: &Row, window: Window, x: Rangef) -> Vec<Placed> {
    let fit = Axis::new(year(), Window::default(), x);
    let axis = Axis::new(year(), window, x);
    let measure =
        |words: &crate::ui::timeline::words::Words| f32::from(u16::try_from(words.text.chars().count()).unwrap()) * 6.3;
    place(row, &tracks(row, &fit), &axis, 100.0, |mark| beside(mark, "year", None), measure)
}

fn overlap(one: Rect, other: Rect) -> bool {
    let shared = one.intersect(other);
    shared.width() > 0.05 && shared.height() > 0.05
}

fn any_drawn() -> impl Strategy<Value = Drawn> {
    let any_day = (-200..600_i64).prop_map(|days| day(2016, 4, 1) + chrono::TimeDelta::days(days));
    let length = prop_oneof![Just(0_i64), Just(29), 0..400_i64];
    prop_oneof![
        4 => any_day.clone().prop_map(Drawn::Point),
        4 => (any_day.clone(), length).prop_map(|(from, days)| {
            Drawn::Band(span(from, from + chrono::TimeDelta::days(days)))
        }),
        1 => any_day.clone().prop_map(Drawn::Fading),
        1 => prop::collection::vec(any_day, 0..20).prop_map(Drawn::Ticks),
        1 => Just(Drawn::Open(year())),
    ]
}

proptest! {
    #[test]
    fn nothing_in_a_row_covers_anything_else(
        drawn in prop::collection::vec(any_drawn(), 0..9),
        zoom in 1.0..20.0_f64,
        first_day in 0.0..360.0_f64,
        width in 150.0..1400.0_f32,
    ) {
        let row = row_of(drawn);
        let x = Rangef::new(300.0, 300.0 + width);
        let fit = Axis::new(year(), Window::default(), x);
        let height = tracks(&row, &fit).height;
        for window in [Window::default(), Window { zoom, first_day }] {
            let placed = placed(&row, window, x);
            for (at, one) in placed.iter().enumerate() {
                prop_assert!(one.rect.top() >= 100.0 && one.rect.bottom() <= 100.0 + height, "{one:?}");
                if let Some(label) = &one.label {
                    prop_assert!(label.rect.left() >= x.min && label.rect.right() <= x.max + 0.01, "{label:?}");
                    prop_assert!(label.rect.top() >= 100.0 && label.rect.bottom() <= 100.0 + height, "{label:?}");
                    let within = one.rect.x_range().contains(label.rect.left())
                        && one.rect.x_range().contains(label.rect.right());
                    prop_assert!(if label.inside { within } else { !overlap(label.rect, one.rect) }, "{one:?}");
                }
                for other in &placed[at + 1..] {
                    prop_assert!(!overlap(one.rect, other.rect), "{one:?} {other:?}");
                    let (words, other_words) = (one.label.as_ref(), other.label.as_ref());
                    if let Some(words) = words {
                        prop_assert!(!overlap(words.rect, other.rect), "{one:?} {other:?}");
                    }
                    if let Some(other_words) = other_words {
                        prop_assert!(!overlap(one.rect, other_words.rect), "{one:?} {other:?}");
                    }
                    if let (Some(words), Some(other_words)) = (words, other_words) {
                        prop_assert!(!overlap(words.rect, other_words.rect), "{one:?} {other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn with_the_whole_year_in_sight_every_mark_is_placed(drawn in prop::collection::vec(any_drawn(), 0..9)) {
        let row = row_of(drawn);
        let placed = placed(&row, Window::default(), Rangef::new(0.0, 700.0));
        let mut marks: Vec<usize> = placed.iter().map(|one| one.mark).collect();
        marks.sort_unstable();
        let expected: Vec<usize> = (0..row.marks.len()).collect();
        prop_assert_eq!(marks, expected);
    }

    #[test]
    fn no_flag_covers_another(
        flags in prop::collection::vec((0.0..800.0_f32, 20.0..200.0_f32), 0..12),
        rows in 1..3_usize,
    ) {
        let rooms = place_flags(&flags, Rangef::new(0.0, 800.0), rows);
        prop_assert_eq!(rooms.len(), flags.len());
        let rooms: Vec<_> = rooms.into_iter().flatten().collect();
        for (at, one) in rooms.iter().enumerate() {
            prop_assert!(one.x.min >= 0.0 && one.x.max <= 800.01);
            for other in rooms[at + 1..].iter().filter(|other| other.row == one.row) {
                prop_assert!(one.x.max <= other.x.min || other.x.max <= one.x.min, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn looking_closer_holds_the_day_under_the_pointer(zoom in 1.0..8.0_f64, part in 0.0..1.0_f32) {
        let x = Rangef::new(100.0, 900.0);
        let middle = Window { zoom: 3.0, first_day: 100.0 };
        let day_at = |window: Window| {
            let axis = Axis::new(year(), window, x);
            (x.min + part * x.span() - axis.start_of(year().from)) / axis.day_width()
        };
        let zoomed = middle.zoomed(zoom / 3.0_f64.max(zoom) * 1.2 + 1.0, f64::from(part), year());
        prop_assert!((day_at(middle) - day_at(zoomed)).abs() < 0.1);
        let back = Window { zoom, first_day: 400.0 }.within(year());
        prop_assert!(back.first_day >= 0.0 && back.first_day + 365.0 / back.zoom <= 365.001);
    }
}

#[test]
fn words_flip_to_the_left_at_the_right_edge() {
    let row = row_of(vec![Drawn::Point(day(2017, 3, 31))]);
    let placed = placed(&row, Window::default(), Rangef::new(0.0, 700.0));
    let label = placed[0].label.as_ref().unwrap();
    assert!(label.rect.right() < placed[0].rect.left());
    assert_eq!(label.text, "June 2016");
}

#[test]
fn a_date_outside_the_year_is_an_arrow_with_all_its_words() {
    let row = row_of(vec![Drawn::Point(day(2016, 3, 31))]);
    for window in [Window::default(), Window { zoom: 6.0, first_day: 300.0 }] {
        let placed = placed(&row, window, Rangef::new(0.0, 700.0));
        assert_eq!(placed[0].form, Form::Arrow(Side::Before));
        assert_eq!(placed[0].label.as_ref().unwrap().text, "June 2016 is before the plan’s year");
    }
}

#[test]
fn the_same_month_twice_is_two_bars_below_each_other() {
    let june = || Drawn::Band(span(day(2016, 6, 1), day(2016, 6, 30)));
    let row = row_of(vec![june(), june()]);
    let placed = placed(&row, Window::default(), Rangef::new(0.0, 700.0));
    assert_eq!(placed.len(), 2);
    assert!(placed[0].rect.bottom() < placed[1].rect.top());
}

#[test]
fn an_upright_line_is_interrupted_by_words_only() {
    let words = Rect::from_min_max(egui::pos2(10.0, 4.0), egui::pos2(50.0, 20.0));
    let y = Rangef::new(0.0, 36.0);
    assert_eq!(pieces(30.0, y, &[words]), [Rangef::new(0.0, 4.0), Rangef::new(20.0, 36.0)]);
    assert_eq!(pieces(60.0, y, &[words]), [y]);
}

#[test]
fn only_the_lines_in_sight_are_looked_at() {
    let lanes = lanes(&super::large(10_000), LanesBy::Objective);
    let folded = [(LanesBy::Objective, "nothing".to_owned())].into();
    let stack = Stack::new(&lanes, LanesBy::Objective, &folded, Rangef::new(0.0, 800.0));
    assert_eq!(stack.lines.len(), 10_020);
    let seen = stack.seen(Rangef::new(5_000.0, 5_700.0));
    assert!(seen.len() < 22, "{seen:?}");
    assert!(stack.lines[seen.start].top <= 5_000.0 && stack.lines[seen.end - 1].bottom() >= 5_700.0);
    let above = stack.heading_above(seen.start).unwrap();
    assert!(matches!(stack.lines[above].holds, Holds::Heading(_)));
    let folded = [(LanesBy::Objective, "A theme of the plan".to_owned())].into();
    assert_eq!(Stack::new(&lanes, LanesBy::Objective, &folded, Rangef::new(0.0, 800.0)).lines.len(), 20);
}
