use super::super::column::{Column, Widths};
use super::super::filter::{OwnerPick, TypedDay};
use super::super::group::GroupBy;
use super::super::heights::Heights;
use super::super::hold::{Changes, Cursor, Hold, Verdict};
use super::super::next_milestone::next_milestone;
use super::super::owner_book::OwnerBook;
use super::super::rows::{Line, Query, Rows};
use super::super::sort::{Direction, Sort};
use super::super::words;
use super::{day, plan};
use crate::model::{Edit, Plan};

fn rows(plan: &Plan, query: &Query) -> Rows {
    Rows::of(plan, query, day("11/07/16"), None, None, &OwnerBook::of(plan))
}

fn shown<'plan>(plan: &'plan Plan, query: &Query) -> Vec<&'plan str> {
    let rows = rows(plan, query);
    rows.rows().map(|row| row.standing(plan).unwrap().action.description.as_str()).collect()
}

fn with(set: impl FnOnce(&mut Query)) -> Query {
    let mut query = Query::default();
    set(&mut query);
    query
}

#[test]
fn each_filter_leaves_in_what_its_words_say() {
    let plan = plan();
    let status = |index: usize| Some(Some(plan.statuses[index].id));
    let named = |name: &str| Some(OwnerPick::Named(name.to_owned()));
    let typed = |words: &str| TypedDay::read(words, &plan.period);
    let cases: [(Query, &[&str]); 10] = [
        (Query::default(), &["first", "second", "third", "fourth", "fifth", "sixth"]),
        (with(|query| query.filters.owner = named("CRC")), &["second", "third"]),
        (with(|query| query.filters.owner = Some(OwnerPick::Nobody)), &["fourth"]),
        (with(|query| query.filters.owner = named("Nobody by this name")), &[]),
        (with(|query| query.filters.status = status(1)), &["first", "sixth"]),
        (with(|query| query.filters.status = Some(None)), &["second"]),
        (with(|query| query.filters.grid = Some(plan.grids[1].id)), &["fourth", "fifth", "sixth"]),
        (with(|query| query.filters.due_before = typed("30/06/16")), &["third", "sixth"]),
        // The third is due in April too, but complete.
        (with(|query| query.filters.overdue = true), &["first", "sixth"]),
        (with(|query| query.filters.undated = true), &["second", "fifth"]),
    ];
    for (query, expected) in cases {
        assert_eq!(shown(&plan, &query), expected, "{query:?}");
    }
    let since = |words: &str| {
        with(|query| {
            query.filters.no_update = true;
            query.filters.no_update_since = typed(words);
        })
    };
    assert_eq!(shown(&plan, &since("1 July 2016")).len(), 5);
    assert_eq!(shown(&plan, &since("2 July 2016")).len(), 6);
}

#[test]
fn a_date_that_cannot_be_read_filters_nothing_and_says_so() {
    let plan = plan();
    let query = with(|query| query.filters.due_before = TypedDay::read("soonish", &plan.period));
    assert!(query.filters.due_before.is_unread());
    assert!(query.filters.can_be_cleared() && !query.filters.are_set());
    assert_eq!(shown(&plan, &query).len(), 6);
}

#[test]
fn sorting_goes_by_meaning_with_what_is_missing_last_both_ways() {
    let plan = plan();
    let sorted = |column, direction| shown(&plan, &with(|query| query.sort = Some(Sort { column, direction })));
    let cases: [(Column, [&str; 6], [&str; 6]); 4] = [
        (
            Column::When,
            ["third", "sixth", "first", "fourth", "second", "fifth"],
            ["fourth", "first", "third", "sixth", "second", "fifth"],
        ),
        (
            Column::Status,
            ["third", "first", "sixth", "fourth", "fifth", "second"],
            ["fifth", "fourth", "first", "sixth", "third", "second"],
        ),
        (
            Column::Owners,
            ["third", "first", "second", "fifth", "sixth", "fourth"],
            ["sixth", "first", "second", "fifth", "third", "fourth"],
        ),
        (
            Column::Reference,
            ["first", "second", "third", "fourth", "fifth", "sixth"],
            ["sixth", "fifth", "fourth", "third", "second", "first"],
        ),
    ];
    for (column, up, down) in cases {
        assert_eq!(sorted(column, Direction::Up), up, "{column:?}");
        assert_eq!(sorted(column, Direction::Down), down, "{column:?}");
    }
    assert_eq!(sorted(Column::Late, Direction::Down)[..2], ["sixth", "first"]);
}

#[test]
fn a_third_press_goes_back_to_the_plans_order() {
    let press = |now| Sort::after_press(now, Column::When);
    let first = press(None);
    assert_eq!(first.map(|sort| sort.direction), Some(Direction::Up));
    assert_eq!(press(first).map(|sort| sort.direction), Some(Direction::Down));
    assert_eq!(press(press(first)), None);
    assert_eq!(Sort::after_press(first, Column::Late).map(|sort| sort.direction), Some(Direction::Down));
}

#[test]
fn groups_stand_in_order_with_their_counts() {
    let plan = plan();
    let headings = |by| {
        let rows = rows(&plan, &with(|query| query.group = by));
        assert_eq!(rows.rows().count(), 6);
        rows.lines
            .iter()
            .filter_map(|line| if let Line::Heading(heading) = line { Some(heading.clone()) } else { None })
            .map(|heading| (heading.title, heading.count))
            .collect::<Vec<_>>()
    };
    let owned =
        |list: &[(&str, usize)]| list.iter().map(|(title, count)| ((*title).to_owned(), *count)).collect::<Vec<_>>();
    assert_eq!(headings(GroupBy::None), []);
    assert_eq!(headings(GroupBy::Grid), owned(&[("Grid 1", 3), ("Grid 2", 3)]));
    assert_eq!(headings(GroupBy::Owner), owned(&[("CRC", 1), ("DAAT", 3), ("NPS", 1), ("No owner", 1)]));
    assert_eq!(headings(GroupBy::Objective).len(), 3);
    assert_eq!(headings(GroupBy::Status).last(), Some(&("No status".to_owned(), 1)));
}

#[test]
fn the_search_and_the_row_typed_in_are_heeded() {
    let plan = plan();
    let ids: Vec<_> = plan.actions().map(|action| action.id).collect();
    let book = OwnerBook::of(&plan);
    let query = with(|query| query.filters.overdue = true);
    let shown = |found: Option<&[_]>, kept| {
        let rows = Rows::of(&plan, &query, day("11/07/16"), found, kept, &book);
        rows.rows().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(shown(Some(&[ids[5], ids[1]]), None), [ids[5]]);
    assert_eq!(shown(None, Some(ids[3])), [ids[0], ids[3], ids[5]]);
}

#[test]
fn rows_know_when_the_plan_moved_from_under_them() {
    let mut plan = plan();
    let rows = rows(&plan, &Query::default());
    assert!(rows.still_stand_in(&plan));
    let first = plan.actions().next().unwrap().id;
    plan.apply(Edit::remove_action(first)).unwrap();
    assert!(!rows.still_stand_in(&plan));
}

#[test]
fn owners_are_counted_once_under_one_name() {
    let book = OwnerBook::of(&plan());
    let counts: Vec<_> = book.owners().iter().map(|owner| (owner.name.to_lowercase(), owner.actions)).collect();
    assert_eq!(counts, [("crc".to_owned(), 2), ("daat".to_owned(), 3), ("nps".to_owned(), 1)]);
    assert_eq!(book.nobody(), 1);
}

#[test]
fn the_next_milestone_is_the_first_not_yet_past() {
    let plan = plan();
    let first = plan.actions().next().unwrap();
    assert_eq!(next_milestone(first, day("11/07/16")).map(|next| next.due), Some(day("01/10/16")));
    assert_eq!(next_milestone(first, day("01/01/17")).map(|next| next.due), None);
    let told = words::milestones(first, day("01/01/17"));
    assert_eq!((told.first.as_str(), told.second.as_str()), ("Last 1 Oct 2016", "2 milestones"));
    let told = words::update(first);
    assert_eq!((told.first.as_str(), told.second.as_str()), ("Going well.", "1 Jul 2016"));
}

#[test]
fn heights_are_guessed_then_known_by_id() {
    let plan = plan();
    let rows = rows(&plan, &Query::default());
    let mut heights = Heights::default();
    heights.set_lines(&rows.lines, |_| 50.0, 40.0);
    assert_eq!((heights.line_at(149.0), heights.line_at(150.0), heights.line_at(9_000.0)), (2, 3, 5));
    heights.set(1, rows.lines[1].row().map(|row| row.id), 80.0);
    heights.settle();
    assert!((heights.top(2) - 130.0).abs() < 0.01 && (heights.end() - 330.0).abs() < 0.01);
    let mut reversed = rows.lines.clone();
    reversed.reverse();
    heights.set_lines(&reversed, |_| 50.0, 40.0);
    assert!((heights.height(4) - 80.0).abs() < 0.01);
    heights.set_lines(&[], |_| 50.0, 40.0);
    assert_eq!((heights.line_at(10.0), heights.end() > 0.0), (0, false));
}

#[test]
fn rows_are_held_for_one_cursor_only() {
    let ids: Vec<_> = plan().actions().map(|action| action.id).collect();
    let (here, there) = (Some(Cursor::Row(ids[0])), Some(Cursor::Row(ids[1])));
    let none = Changes::default();
    let plan_changed = Changes { plan: true, ..none };
    let mut hold = Hold::default();
    assert_eq!(hold.decide(none, here), Verdict::AsTheyAre);
    assert_eq!(hold.decide(plan_changed, here), Verdict::Held);
    assert_eq!(hold.decide(Changes { found: true, ..plan_changed }, here), Verdict::Held);
    assert_eq!(hold.decide(plan_changed, there), Verdict::PlanChanged);
    assert_eq!(hold.decide(plan_changed, there), Verdict::Held);
    assert_eq!(hold.decide(plan_changed, None), Verdict::PlanChanged);
    assert_eq!(hold.decide(Changes { found: true, ..none }, here), Verdict::AskedAnew);
    assert_eq!(hold.decide(Changes { question: true, ..plan_changed }, here), Verdict::AskedAnew);
}

#[test]
fn columns_fill_the_width_and_never_starve() {
    for available in [300.0, 990.0, 1_440.0, 3_000.0] {
        let widths = Widths::share_out(available);
        assert!(widths.total() >= 960.0 && (widths.total() - available.max(widths.total())).abs() < 1.0);
        assert!(Column::ALL.into_iter().all(|column| widths.of(column).1 - widths.of(column).0 >= 62.0));
    }
}
