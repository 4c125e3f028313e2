//! Nothing is ever missing from the lanes.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::dates::{Period, Recurrence};
use crate::model::{Grid, IdMaker, Milestone, Objective, Owner, Owners};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn any_reading(ids: &mut IdMaker, depth: u32) -> Reading {
    let from = day(2015, 6, 1) + TimeDelta::days(i64::try_from(ids.next_number() % 1_000).unwrap());
    let days = Span::new(from, from + TimeDelta::days(i64::try_from(ids.next_number() % 120).unwrap())).unwrap();
    match ids.next_number() % if depth < 2 { 15 } else { 14 } {
        0 => Reading::Blank,
        1 => Reading::Placeholder,
        2 => Reading::Unread,
        3 => Reading::Ongoing,
        4 => Reading::Recurring(Recurrence::Quarterly),
        5 => Reading::Recurring(Recurrence::Other),
        6 | 7 => Reading::Day(from),
        8 => Reading::Month(days),
        9 => Reading::Quarter(days),
        10 => Reading::Range(days),
        11 => Reading::From(from),
        12 => Reading::Event(None),
        13 => Reading::Event(Some(days)),
        _ => Reading::Several((0..ids.next_number() % 4).map(|_| any_reading(ids, depth + 1)).collect()),
    }
}

fn any_plan(seed: u64) -> Plan {
    let mut ids = IdMaker::new(seed);
    let period = Period::financial_year(2016);
    let mut plan = Plan::blank("Any", period.clone(), &mut ids);
    let also = vec!["TH DAAT".to_owned()];
    plan.directory.push(Owner { id: ids.owner(), name: "LBTH DAAT".to_owned(), also, email: String::new() });
    for _ in 0..ids.next_number() % 4 {
        let mut grid = Grid::blank(ids.grid());
        for _ in 0..ids.next_number() % 4 {
            let mut objective = Objective::blank(ids.objective());
            for _ in 0..ids.next_number() % 5 {
                let mut action = Action::blank(ids.action());
                action.when = When::overrule("words", any_reading(&mut ids, 0));
                for _ in 0..ids.next_number() % 4 {
                    let beside = Some(When::overrule("", any_reading(&mut ids, 0)));
                    action.milestones.push(Milestone::read(ids.milestone(), "A step", beside, &period));
                }
                let names = ["", "TH DAAT", "th daat / CRC", "lbth daat, TH DAAT"];
                let written = names[usize::try_from(ids.next_number() % 4).unwrap()];
                action.owners = Owners::read(written, &plan.directory);
                let status = usize::try_from(ids.next_number() % 7).unwrap();
                action.status = plan.statuses.get(status).map(|status| status.id);
                objective.actions.push(action);
            }
            grid.objectives.push(objective);
        }
        plan.grids.push(grid);
    }
    plan
}

/// How many dates there are to be drawn or to be said to be missing, by action and what they are of.
fn expected(plan: &Plan) -> HashMap<(ActionId, MarkOf), usize> {
    let mut expected = HashMap::new();
    for action in plan.actions() {
        for (of, _, when) in dated_things(action) {
            let mut parts = 0;
            visit_parts(when.reading(), &mut |_| parts += 1);
            expected.insert((action.id, of), parts.max(1));
        }
    }
    expected
}

fn assert_nothing_is_missing(plan: &Plan) {
    for by in LanesBy::ALL {
        let lanes = lanes(plan, by);
        let mut found: HashMap<(ActionId, MarkOf), usize> = HashMap::new();
        let mut rows: HashMap<ActionId, &Row> = HashMap::new();
        for row in lanes.groups.iter().flat_map(|group| &group.rows) {
            if let Some(same) = rows.insert(row.action, row) {
                assert_eq!(same, row, "one action, one row, wherever it stands");
                assert_eq!(by, LanesBy::Owner, "only by owner an action may stand twice");
            } else {
                row.marks.iter().for_each(|mark| *found.entry((row.action, mark.of)).or_default() += 1);
            }
        }
        lanes.undated.iter().for_each(|one| *found.entry((one.action, one.of)).or_default() += 1);
        assert_eq!(found, expected(plan), "{by:?}");
        assert_eq!(rows.len(), plan.actions().count(), "{by:?}: every action has a row");
        for mark in rows.values().flat_map(|row| &row.marks) {
            let wholly = match (mark.reading.from(), mark.reading.to()) {
                (_, Some(to)) if to < lanes.span.from => Some(Side::Before),
                (Some(from), _) if from > lanes.span.to => Some(Side::After),
                _ => None,
            };
            assert_eq!(mark.outside, wholly, "{mark:?}");
            assert!(!mark.date_words.is_empty());
        }
    }
}

#[test]
fn nothing_is_missing_from_any_plan() {
    (0..300).for_each(|seed| assert_nothing_is_missing(&any_plan(seed)));
}

#[test]
fn nothing_is_missing_from_the_samples() {
    for sample in crate::store::Sample::ALL {
        let plan = crate::store::parse(sample.bytes(), "sample").unwrap();
        assert!(plan.actions().count() > 50);
        assert_nothing_is_missing(&plan);
    }
}

fn plan_of(actions: &[(&str, &str, &str)]) -> Plan {
    let mut ids = IdMaker::new(1);
    let mut plan = Plan::blank("A plan", Period::financial_year(2016), &mut ids);
    let also = vec!["TH DAAT".to_owned()];
    plan.directory.push(Owner { id: ids.owner(), name: "LBTH DAAT".to_owned(), also, email: String::new() });
    let mut objective = Objective::blank(ids.objective());
    objective.reference = "PBC1".to_owned();
    for (description, when, owners) in actions {
        let mut action = Action::blank(ids.action());
        action.description = (*description).to_owned();
        action.when = When::read(*when, &plan.period);
        action.owners = Owners::read(*owners, &plan.directory);
        objective.actions.push(action);
    }
    let mut grid = Grid::blank(ids.grid());
    grid.reference = "Planning grid 1".to_owned();
    grid.title = "Access".to_owned();
    grid.objectives.push(objective);
    plan.grids.extend([grid, Grid::blank(ids.grid())]);
    plan
}

#[test]
fn by_objective_every_grid_is_a_group() {
    let lanes = lanes(&plan_of(&[("Do it", "30/11/16", ""), ("Do more", "", "")]), LanesBy::Objective);
    let headings: Vec<&str> = lanes.groups.iter().map(|group| group.heading.as_str()).collect();
    assert_eq!(headings, ["Planning grid 1: Access", "Untitled"]);
    let references: Vec<&str> = lanes.groups[0].rows.iter().map(|row| row.reference.as_str()).collect();
    assert_eq!(references, ["PBC1.1", "PBC1.2"]);
    assert_eq!(lanes.span, Span::new(day(2016, 4, 1), day(2017, 3, 31)).unwrap());
}

#[test]
fn an_action_of_two_owners_stands_under_both_by_the_directorys_names() {
    let actions = [("A", "", "TH DAAT / CRC"), ("B", "", "crc"), ("C", "", ""), ("D", "", "TH DAAT, LBTH daat")];
    let lanes = lanes(&plan_of(&actions), LanesBy::Owner);
    let groups: Vec<(&str, String)> = lanes
        .groups
        .iter()
        .map(|group| (group.heading.as_str(), group.rows.iter().map(|row| row.label.as_str()).collect()))
        .collect();
    let expected = [("CRC", "AB"), ("LBTH DAAT", "AD"), ("No owner", "C")];
    assert_eq!(groups, expected.map(|(heading, rows)| (heading, rows.to_owned())));
}

#[test]
fn by_status_the_groups_stand_in_the_schemes_order() {
    let mut plan = plan_of(&[("A", "", ""), ("B", "", ""), ("C", "", "")]);
    let (second, last) = (plan.statuses[1].id, plan.statuses[4].id);
    plan.grids[0].objectives[0].actions[0].status = Some(last);
    plan.grids[0].objectives[0].actions[2].status = Some(second);
    let lanes = lanes(&plan, LanesBy::Status);
    let headings: Vec<&str> = lanes.groups.iter().map(|group| group.heading.as_str()).collect();
    assert_eq!(headings, ["On track", "Not started", "No status"]);
}

#[test]
fn each_kind_of_date_is_drawn_as_what_it_is() {
    let drawn_of = |written: &str| {
        let marks = lanes(&plan_of(&[("A", written, "")]), LanesBy::Objective).groups.remove(0).rows.remove(0).marks;
        marks.into_iter().map(|mark| (mark.drawn, mark.outside)).collect::<Vec<_>>()
    };
    let band = |from, to| Drawn::Band(Span::new(from, to).unwrap());
    assert_eq!(drawn_of("30/11/16"), [(Drawn::Point(day(2016, 11, 30)), None)]);
    assert_eq!(drawn_of("31/03/16"), [(Drawn::Point(day(2016, 3, 31)), Some(Side::Before))]);
    assert_eq!(drawn_of("Oct 17"), [(band(day(2017, 10, 1), day(2017, 10, 31)), Some(Side::After))]);
    assert_eq!(drawn_of("March 2017"), [(band(day(2017, 3, 1), day(2017, 3, 31)), None)]);
    let quarter_ends = [day(2016, 6, 30), day(2016, 9, 30), day(2016, 12, 31), day(2017, 3, 31)];
    assert_eq!(drawn_of("Quarterly"), [(Drawn::Ticks(quarter_ends.to_vec()), None)]);
    let year = Span::new(day(2016, 4, 1), day(2017, 3, 31)).unwrap();
    assert_eq!(drawn_of("Ongoing"), [(Drawn::Open(year), None)]);
    assert_eq!(drawn_of("Plan developed by 31/07/16 and delivered by 31/03/16").len(), 2);
    assert_eq!(drawn_of("xxxx"), []);
}

#[test]
fn a_label_is_cut_between_words() {
    assert_eq!(label("Short\nand more"), "Short");
    assert_eq!(label(" \n  second line"), "second line");
    assert_eq!(label(""), "No description");
    let long = "Deliver visible launch of new treatment services with comprehensive messages regarding help";
    assert_eq!(label(long), "Deliver visible launch of new treatment services with…");
    assert_eq!(label(&"é".repeat(80)), format!("{}…", "é".repeat(60)));
    assert_eq!(label(&"x".repeat(60)), "x".repeat(60));
}
