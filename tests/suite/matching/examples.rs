//! What a person would say of a document beside the plan, case by case.

use planning_grid::dates::When;
use planning_grid::intake::understand;
use planning_grid::model::matching::{Change, Kind, Matching, Part};
use planning_grid::model::{Action, Column, Grid, IdMaker, Kpi, Objective, Owners, Plan, Shows, Update};
use planning_grid::store::{self, Sample};

use super::colleague::document_of;
use super::{compared, with};
use crate::support::plans::plan_of;

/// A plan of one grid: objectives, each of rows with an owner.
fn plan_with(objectives: &[&[(&str, &str)]]) -> Plan {
    let ids = &mut IdMaker::new(70);
    let mut plan = Plan::blank("A plan", planning_grid::dates::Period::financial_year(2016), ids);
    plan.columns = [(Shows::Description, "Action"), (Shows::Owners, "Lead"), (Shows::When, "Deadline")]
        .map(|(shows, heading)| Column { shows, heading: heading.to_owned() })
        .to_vec();
    let mut grid = Grid::blank(ids.grid());
    "Prevention".clone_into(&mut grid.title);
    for (number, rows) in (1..).zip(objectives) {
        let mut objective = Objective::blank(ids.objective());
        objective.reference = format!("P{number}");
        objective.statement = format!("What is wanted, number {number}");
        for (description, owner) in *rows {
            let mut action = Action::blank(ids.action());
            (*description).clone_into(&mut action.description);
            action.owners = Owners::read(*owner, &[]);
            objective.actions.push(action);
        }
        grid.objectives.push(objective);
    }
    plan.grids.push(grid);
    plan
}

fn row(document: &mut Plan, objective: usize, action: usize) -> &mut Action {
    &mut document.grids[0].objectives[objective].actions[action]
}

/// Each change as "kind place: words".
fn told(matching: &Matching) -> Vec<String> {
    let words = |words: &Option<String>| words.clone().unwrap_or_else(|| "nothing".to_owned());
    let one = |change: &Change| {
        format!("{:?} {}: {} -> {}", change.kind, change.place, words(&change.before), words(&change.after))
    };
    matching.changes.iter().map(one).collect()
}

#[test]
fn alike_rows_are_told_apart_by_their_neighbours_and_owners() {
    let rows: &[(&str, &str)] = &[
        ("Report to the board", "Police"),
        ("Open the clinic", "Public Health"),
        ("Report to the board", "Probation"),
        ("Report to the board", "Public Health"),
    ];
    let plan = plan_with(&[rows]);
    let mut document = document_of(&plan);
    // The middle one is gone, and the last has another day.
    document.grids[0].objectives[0].actions.remove(2);
    let period = document.period.clone();
    row(&mut document, 0, 2).when = When::read("31/03/17", &period);
    let matching = compared(&plan, &document);
    assert_eq!(
        told(&matching),
        [
            "Missing Action P1.3: Report to the board\nLead: Probation -> nothing",
            "Changed Action P1.4, Deadline:  -> 31/03/17",
        ]
    );
    assert_eq!(matching.changes[1].known_by, "Report to the board");
}

#[test]
fn a_rewritten_row_between_the_same_neighbours_is_the_same_row() {
    let rows: &[(&str, &str)] =
        &[("Open the clinic", "Public Health"), ("POLICE ACTIONS", "Police"), ("Train", "DAAT")];
    let plan = plan_with(&[rows]);
    let mut document = document_of(&plan);
    "Police actions: test on arrest in both custody suites and refer to treatment"
        .clone_into(&mut row(&mut document, 0, 1).description);
    let matching = compared(&plan, &document);
    assert_eq!(matching.changes.len(), 1, "{:?}", told(&matching));
    assert_eq!(matching.changes[0].kind, Kind::Changed);
    assert_eq!(matching.same, 2);
}

#[test]
fn how_a_cell_is_laid_out_is_no_change() {
    let mut plan = plan_with(&[&[("Agree it\nSign it", "DAAT / CRC")]]);
    let ids = &mut IdMaker::new(8);
    plan.columns.push(Column { shows: Shows::Kpis, heading: "KPI".to_owned() });
    for text in ["120 staff trained", "waits below three weeks"] {
        row(&mut plan, 0, 0).kpis.push(Kpi::of(ids.kpi(), text));
    }
    let mut document = document_of(&plan);
    "• Agree  it\r\n• Sign it".clone_into(&mut row(&mut document, 0, 0).description);
    row(&mut document, 0, 0).owners = Owners::read("DAAT /\nCRC", &[]);
    let kpis = &mut row(&mut document, 0, 0).kpis;
    kpis.truncate(1);
    "• 120 staff trained\n• waits below three weeks".clone_into(&mut kpis[0].text);
    assert_eq!(told(&compared(&plan, &document)), [""; 0]);
}

#[test]
fn points_of_a_cell_that_stay_are_the_points_they_were() {
    let plan = plan_of(4);
    let mut document = document_of(&plan);
    let known: Vec<_> = plan.actions().flat_map(|action| &action.kpis).collect();
    document.grids[0].objectives[0].actions[0].kpis[0].text.push_str(", by June");
    let all = with(&compared(&plan, &document), true);
    let kept: Vec<_> = all.actions().flat_map(|action| &action.kpis).collect();
    assert_eq!(kept.iter().map(|kpi| kpi.id).collect::<Vec<_>>(), known.iter().map(|kpi| kpi.id).collect::<Vec<_>>());
    assert!(kept[0].text.ends_with(", by June"));
}

#[test]
fn what_was_said_of_progress_stays_and_news_is_the_newest() {
    let plan = plan_of(30);
    let dated = plan.actions().position(|action| action.updates.len() > 1 || action.newest_update().is_some());
    let at = dated.expect("an action with news");
    let mut document = document_of(&plan);
    let rows = document.grids.iter_mut().flat_map(|grid| &mut grid.objectives).flat_map(|one| &mut one.actions);
    for (number, row) in rows.enumerate() {
        row.updates.clear();
        if number == at {
            let id = IdMaker::new(4).update();
            let text = "The clinic is open.".to_owned();
            row.updates.push(Update { id, on: None, by: String::new(), text, status: None });
        }
    }
    let matching = compared(&plan, &document);
    assert_eq!(matching.changes.len(), 1, "nothing said is no change: {:?}", told(&matching));
    let all = with(&matching, true);
    let (before, after) = (plan.actions().nth(at).unwrap(), all.actions().nth(at).unwrap());
    assert_eq!(after.updates[..before.updates.len()], before.updates);
    assert_eq!(after.newest_update().map(|update| update.text.as_str()), Some("The clinic is open."));
}

#[test]
fn a_new_column_is_one_change_with_its_cells() {
    let plan = plan_with(&[&[("Open the clinic", "Police"), ("Train", "DAAT")]]);
    let mut document = document_of(&plan);
    let funding = IdMaker::new(44).column();
    document.columns.insert(1, Column { shows: Shows::Own(funding), heading: "Funding".to_owned() });
    row(&mut document, 0, 1).own.insert(funding, "Grant".to_owned());
    let matching = compared(&plan, &document);
    assert_eq!(told(&matching), ["Added Column Funding: nothing -> Funding\nP1.2: Grant"]);
    let all = with(&matching, true);
    let headings: Vec<&str> = all.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Action", "Funding", "Lead", "Deadline"]);
    assert_eq!(all.actions().nth(1).unwrap().own.values().collect::<Vec<_>>(), ["Grant"]);
    assert_eq!(compared(&all, &document).changes, []);
}

#[test]
fn a_column_of_references_that_the_plan_works_out_itself_is_none() {
    let plan = plan_with(&[&[("Open the clinic", "Police"), ("Train", "DAAT")]]);
    let mut document = document_of(&plan);
    let reference = IdMaker::new(44).column();
    document.columns.insert(0, Column { shows: Shows::Own(reference), heading: "No.".to_owned() });
    for (at, text) in ["P1.1", "P1.2"].into_iter().enumerate() {
        row(&mut document, 0, at).own.insert(reference, text.to_owned());
    }
    assert_eq!(told(&compared(&plan, &document)), [""; 0]);
}

#[test]
fn a_bare_table_of_actions_says_nothing_of_where_they_stand() {
    let plan = plan_with(&[&[("Open the clinic", "Police"), ("Train", "DAAT")], &[("Tell the public", "DAAT")]]);
    let mut document = document_of(&plan);
    let ids = &mut IdMaker::new(5);
    let rows: Vec<Action> = document.grids[0].objectives.drain(..).flat_map(|one| one.actions).collect();
    let mut only = Objective::blank(ids.objective());
    only.actions = rows;
    let mut new = Action::blank(ids.action());
    "Buy a bus".clone_into(&mut new.description);
    only.actions.push(new);
    document.grids[0].objectives.push(only);
    document.grids[0].title.clear();
    let matching = compared(&plan, &document);
    assert_eq!(told(&matching), ["Added Action in Objective P2: nothing -> Buy a bus"]);
    let all = with(&matching, true);
    assert_eq!(all.grids[0].objectives[1].actions[1].description, "Buy a bus");
    assert_eq!(all.grids[0].objectives[0].actions.len(), 2);
}

#[test]
fn what_moves_into_a_new_objective_needs_it() {
    let plan =
        plan_with(&[&[("Open the clinic", "Police"), ("Train the staff of all wards", "DAAT")], &[("Tell", "A")]]);
    let mut document = document_of(&plan);
    let ids = &mut IdMaker::new(5);
    let mut new = Objective::blank(ids.objective());
    "Another aim altogether".clone_into(&mut new.statement);
    new.actions.push(document.grids[0].objectives[0].actions.remove(1));
    for words in ["Ask", "Listen", "Answer"] {
        let mut action = Action::blank(ids.action());
        words.clone_into(&mut action.description);
        new.actions.push(action);
    }
    document.grids[0].objectives.push(new);
    let matching = compared(&plan, &document);
    let kinds: Vec<Kind> = matching.changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [Kind::Added, Kind::Moved], "{:?}", told(&matching));
    assert_eq!(matching.changes[1].needs, Some(0));
    assert_eq!(matching.changes[1].part, Part::Place);
    assert_eq!(matching.accept(&[false, true]), plan, "there is nothing to move into");
    let only_new = matching.accept(&[true, false]);
    assert_eq!(only_new.grids[0].objectives[0].actions.len(), 2);
    assert_eq!(only_new.grids[0].objectives[2].actions.len(), 3);
}

#[test]
fn an_objective_that_goes_takes_nothing_with_it_that_stays() {
    let rows: &[(&str, &str)] = &[("Open the clinic in the north", "Police"), ("Train the staff of all wards", "DAAT")];
    let plan = plan_with(&[rows, &[("Tell the public about it all", "A")]]);
    let mut document = document_of(&plan);
    let mut gone = document.grids[0].objectives.remove(0);
    document.grids[0].objectives[0].actions.push(gone.actions.remove(1));
    let matching = compared(&plan, &document);
    let kinds: Vec<Kind> = matching.changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [Kind::Missing, Kind::Moved], "{:?}", told(&matching));
    let stays = matching.accept(&[true, false]);
    assert_eq!(stays.grids[0].objectives[0].actions.len(), 1, "the one that was to move");
    let all = matching.accept(&[true, true]);
    assert_eq!(all.grids[0].objectives.len(), 1);
    assert_eq!(all.actions().count(), 2);
}

#[test]
fn the_text_of_a_sample_read_twice_is_the_same_plan() {
    for seed in ["oldham-2010-11.txt", "tower-hamlets-2016-17.txt"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/seeds").join(seed);
        let source = planning_grid::intake::open(&path, &|_| std::ops::ControlFlow::Continue(())).unwrap();
        let plan = understand(&source, None).plan;
        let matching = compared(&plan, &understand(&source, None).plan);
        assert_eq!(matching.changes, [], "{seed}");
        assert_eq!(matching.same, plan.actions().count());
    }
}

#[test]
fn another_document_altogether_takes_nothing_of_the_plan() {
    let plan = store::parse(Sample::Oldham.bytes(), "oldham.ron").unwrap();
    let other = document_of(&store::parse(Sample::TowerHamlets.bytes(), "tower.ron").unwrap());
    let matching = compared(&plan, &other);
    let first: Vec<bool> = matching.changes.iter().map(|change| change.kind.is_taken_at_first()).collect();
    let made = matching.accept(&first);
    let words: Vec<&str> = made.actions().map(|action| action.description.as_str()).collect();
    let lost: Vec<&str> =
        plan.actions().map(|action| action.description.as_str()).filter(|text| !words.contains(text)).collect();
    assert!(lost.len() <= 2, "rows that were taken for others: {lost:#?}");
}
