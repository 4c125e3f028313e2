//! What a person says of a document holds before every rule, loses no word, and can be taken back.

use std::collections::HashSet;
use std::path::Path;

use planning_grid::intake::{
    self, Became, Block, Correction, Corrections, Draft, Holds, Origin, PartIs, Row, Source, Table, plain,
    understand_corrected,
};
use planning_grid::model::{Action, RecordId, Shows, invariants};
use proptest::prelude::*;

use super::cell;
use crate::support::seeds;

const TEXT: &str = "Plan 2016/17\n\nTreatment\n\nPBC1 We will help\n\nOwner\tAction\tDeadline\n\
    DAAT\tOpen the service\t31/05/16\n\tand tell people\t\nPolice\tClose the old one\tJune 2016\n\n\
    Harm reduction\n\nPBC2 We will reduce harm\n\nOwner\tAction\tDeadline\nDAAT\tGive advice\tMay 2016\n";

fn source(text: &str) -> Source {
    plain::read(text, "text")
}

/// The draft after these corrections, in which no word is lost.
#[track_caller]
fn corrected(source: &Source, corrections: impl IntoIterator<Item = Correction>) -> Draft {
    let mut said = Corrections::default();
    corrections.into_iter().for_each(|correction| said.say(correction));
    let draft = understand_corrected(source, None, &said);
    assert_eq!(draft.lost(&said.divided(source)), Vec::<String>::new());
    assert_eq!(invariants::check(&draft.plan), Ok(()));
    draft
}

fn tables(source: &Source) -> Vec<&Table> {
    let tables = source.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Line(_) => None,
    });
    tables.collect()
}

/// The row that holds these words.
#[track_caller]
fn row<'source>(source: &'source Source, words: &str) -> &'source Row {
    let rows = tables(source).into_iter().flat_map(|table| &table.rows);
    rows.into_iter().find(|row| row.cells.iter().any(|cell| cell.text.contains(words))).expect("the row")
}

/// The place of the line with these words.
#[track_caller]
fn line(source: &Source, words: &str) -> Origin {
    let lines = source.blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some(line),
        Block::Table(_) => None,
    });
    lines.into_iter().find(|line| line.text.contains(words)).expect("the line").origin.clone()
}

fn part(place: &Origin, is: PartIs) -> Correction {
    Correction::Part { place: place.clone(), is }
}

fn descriptions(draft: &Draft) -> Vec<&str> {
    draft.plan.actions().map(|action| action.description.as_str()).collect()
}

#[test]
fn a_row_is_joined_to_the_one_above_and_parted_from_it() {
    let source = source(TEXT);
    let joined = corrected(&source, [part(&row(&source, "Close the old one").origin, PartIs::MoreOfAbove)]);
    let actions: Vec<&Action> = joined.plan.actions().collect();
    assert!(actions[0].description.ends_with("Close the old one"), "{}", actions[0].description);
    assert!(actions[0].owners.written().contains("Police") && actions[0].owners.written().contains("DAAT"));
    let parted = corrected(&source, [part(&row(&source, "and tell people").origin, PartIs::Action)]);
    assert_eq!(descriptions(&parted), ["Open the service", "and tell people", "Close the old one", "Give advice"]);
}

#[test]
fn a_row_is_divided_in_each_of_its_cells_and_again() {
    let source = source("Plan 2016/17\nPBC1 We will\nOwner\tAction\tDeadline\nDAAT JCG LBTH\tOpen Close Sell\tMay\n");
    let place = row(&source, "Open").origin.clone();
    let first = Correction::Split { place: place.clone(), at: vec![(0, 5), (1, 5)] };
    let second_part = Origin { part: Some(2), ..place };
    let second = Correction::Split { place: second_part.clone(), at: vec![(0, 4), (1, 6)] };
    let draft = corrected(&source, [first, second]);
    let cells: Vec<[String; 3]> = draft
        .plan
        .actions()
        .map(|action| [Shows::Owners, Shows::Description, Shows::When].map(|shows| cell(action, shows)))
        .collect();
    assert_eq!(
        cells,
        [["DAAT", "Open", "May"], ["JCG", "Close", ""], ["LBTH", "Sell", ""]].map(|row| row.map(str::to_owned))
    );
    assert!(draft.became.contains_key(&Origin { part: Some(3), ..second_part }));
}

#[test]
fn a_row_moves_to_another_objective() {
    let source = source(TEXT);
    let before = corrected(&source, []);
    let place_of = |draft: &Draft, grid: usize| {
        let id = draft.plan.grids.iter().flat_map(|grid| &grid.objectives).nth(grid).unwrap().id;
        draft.origins[&RecordId::Objective(id)].clone()
    };
    let down = Correction::Move { place: row(&source, "Close").origin.clone(), to: place_of(&before, 1) };
    let draft = corrected(&source, [down]);
    let rows: Vec<Vec<&str>> = draft
        .plan
        .grids
        .iter()
        .flat_map(|grid| &grid.objectives)
        .map(|objective| objective.actions.iter().map(|action| action.description.as_str()).collect())
        .collect();
    assert_eq!(rows[1], ["Close the old one", "Give advice"]);
    let up = Correction::Move { place: row(&source, "Give advice").origin.clone(), to: place_of(&before, 0) };
    assert_eq!(descriptions(&corrected(&source, [up])).last(), Some(&"Give advice"));
}

#[test]
fn columns_are_given_other_meanings_and_a_table_without_headings_gets_some() {
    let source = source("Plan 2016/17\nPBC1 We will\nWho\tWhat\tNotes\nDAAT\tOpen\tSoon\n");
    let table = tables(&source)[0].origin.clone();
    let column = |column, holds| Correction::Column { table: table.clone(), column, holds };
    let draft = corrected(&source, [column(2, Holds::Of(Shows::Progress)), column(0, Holds::Own("Partner".into()))]);
    let action = draft.plan.actions().next().unwrap();
    assert_eq!((cell(action, Shows::Progress).as_str(), action.owners.written()), ("Soon", ""));
    assert_eq!(action.own.values().collect::<Vec<_>>(), ["DAAT"]);
    let left_out = corrected(&source, [column(2, Holds::LeftOut)]);
    assert_eq!(left_out.left_out.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>(), ["Soon"]);

    let bare = plain::read("Plan 2016/17\nDAAT\tOpen\nJCG\tClose\n", "text");
    let table = tables(&bare)[0].origin.clone();
    let says = [(0, Shows::Owners), (1, Shows::Description)].map(|(column, shows)| Correction::Column {
        table: table.clone(),
        column,
        holds: Holds::Of(shows),
    });
    let draft = corrected(&bare, says);
    assert_eq!(descriptions(&draft), ["Open", "Close"]);
    assert_eq!(draft.plan.actions().next().unwrap().owners.written(), "DAAT");
}

#[test]
fn a_table_is_left_out_whole_and_its_words_are_listed() {
    let source = source(TEXT);
    let table = tables(&source)[1].origin.clone();
    let draft = corrected(&source, [Correction::SkipTable { table }]);
    assert_eq!(descriptions(&draft), ["Open the service and tell people", "Close the old one"]);
    assert!(draft.left_out.iter().any(|piece| piece.text == "Give advice"));
    assert_eq!(draft.became[&row(&source, "Give advice").origin], Became::LeftOut);
}

#[test]
fn a_line_or_row_is_what_a_person_says_it_is() {
    let source = source(TEXT);
    let theme = line(&source, "Harm reduction");
    let as_objective = corrected(&source, [part(&theme, PartIs::Objective)]);
    let statements: Vec<&str> = as_objective
        .plan
        .grids
        .iter()
        .flat_map(|grid| &grid.objectives)
        .map(|objective| objective.statement.as_str())
        .collect();
    assert!(statements.contains(&"Harm reduction"), "{statements:?}");
    let as_grid = corrected(&source, [part(&row(&source, "Close").origin, PartIs::Grid)]);
    assert!(as_grid.plan.grids.iter().any(|grid| grid.title.contains("Close the old one")));
    for is in [PartIs::Priority, PartIs::Outcome, PartIs::Action, PartIs::MoreOfAbove, PartIs::LeftOut] {
        let draft = corrected(&source, [part(&theme, is)]);
        assert!(draft.unsure.iter().all(|unsure| unsure.origin != theme), "{is:?}");
    }
    let headings = corrected(&source, [part(&row(&source, "Give advice").origin, PartIs::Headings)]);
    assert_eq!(headings.became[&row(&source, "Give advice").origin], Became::Marks);
}

#[test]
fn what_is_said_to_be_right_is_doubted_no_more() {
    let source = source(TEXT);
    let before = corrected(&source, []);
    let place = before.unsure.first().expect("a doubt").origin.clone();
    let after = corrected(&source, [Correction::Right { place: place.clone() }]);
    assert!(after.unsure.iter().all(|unsure| unsure.origin != place));
    assert_eq!(after.plan, before.plan);
}

#[test]
fn every_line_and_row_of_every_document_has_a_place_of_its_own_and_became_something() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let mut documents = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Ok(source) = intake::open(&path, &|_| std::ops::ControlFlow::Continue(())) else { continue };
        let draft = corrected(&source, []);
        let mut places = HashSet::new();
        for block in &source.blocks {
            let origins: Vec<&Origin> = match block {
                Block::Line(line) => vec![&line.origin],
                Block::Table(table) => table.rows.iter().map(|row| &row.origin).collect(),
            };
            for origin in origins {
                assert!(places.insert(origin.clone()), "{}: twice {origin}", path.display());
                assert!(draft.became.contains_key(origin), "{}: {origin}", path.display());
            }
        }
        documents += 1;
    }
    assert!(documents >= 10, "{documents}");
}

fn any_correction() -> impl Strategy<Value = (usize, usize, usize)> {
    (0..100_usize, 0..200_usize, 0..40_usize)
}

/// A correction of something that the document has.
fn of_the_document(source: &Source, (kind, at, more): (usize, usize, usize)) -> Correction {
    let mut places: Vec<Origin> = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Line(line) => places.push(line.origin.clone()),
            Block::Table(table) => places.extend(table.rows.iter().map(|row| row.origin.clone())),
        }
    }
    let place = places[at * 7 % places.len()].clone();
    let tables = tables(source);
    let table = tables[at % tables.len()].origin.clone();
    let is = [
        PartIs::Grid,
        PartIs::Priority,
        PartIs::Objective,
        PartIs::Headings,
        PartIs::Action,
        PartIs::Outcome,
        PartIs::MoreOfAbove,
        PartIs::LeftOut,
    ];
    let holds = [
        Holds::Of(Shows::Owners),
        Holds::Of(Shows::Description),
        Holds::Of(Shows::When),
        Holds::Of(Shows::Kpis),
        Holds::Of(Shows::Status),
        Holds::Objective,
        Holds::Theme,
        Holds::Own("Of its own".to_owned()),
        Holds::LeftOut,
    ];
    match kind {
        0..40 => Correction::Part { place, is: is[more % is.len()] },
        40..60 => Correction::Column { table, column: at % 6, holds: holds[more % holds.len()].clone() },
        60..65 => Correction::SkipTable { table },
        65..85 => Correction::Split { place, at: vec![(0, more), (1, more * 2), (3, 3)] },
        85..95 => Correction::Move { place, to: places[more * 5 % places.len()].clone() },
        _ => Correction::Right { place },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_correction_loses_a_word_and_each_can_be_taken_back(
        seed in prop_oneof![Just(seeds::OLDHAM), Just(seeds::TOWER_HAMLETS), Just(TEXT)],
        wishes in prop::collection::vec(any_correction(), 1..12),
    ) {
        let source = plain::read(seed, "seed");
        let mut said = Corrections::default();
        let mut before = understand_corrected(&source, None, &said);
        for wish in wishes {
            let correction = of_the_document(&source, wish);
            said.say(correction.clone());
            let draft = understand_corrected(&source, None, &said);
            prop_assert_eq!(draft.lost(&said.divided(&source)), Vec::<String>::new());
            prop_assert_eq!(invariants::check(&draft.plan), Ok(()));
            prop_assert!(draft.unplaced.iter().all(|piece| !piece.origin.to_string().is_empty()), "{:?}", correction);
            let mut back = said.clone();
            back.take_back();
            prop_assert!(understand_corrected(&source, None, &back) == before);
            before = draft;
        }
    }
}
