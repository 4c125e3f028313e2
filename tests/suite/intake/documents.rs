//! Documents as other programs wrote them, each held against what must come out of it, cell by cell.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use planning_grid::intake::{Draft, Source};
use planning_grid::store::{Sample, parse};
use serde_json::Value;

use super::drafted_source;
use super::expected::{Expected, Score};

const ENDING: &str = ".expected.json";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

fn drafted_file(path: &Path) -> (Source, Draft) {
    let source = planning_grid::intake::open(path, &|_| ControlFlow::Continue(())).unwrap();
    let draft = drafted_source(&source);
    (source, draft)
}

/// Says what came out of a document and gives back whatever is wrong about it.
fn report(name: &str, source: &Source, draft: &Draft, score: Score, unsure: &[String]) -> Vec<String> {
    let lost = draft.lost(source);
    println!(
        "intake: {name}: {} of {} actions, {} of {} cells right, {} pieces unplaced, {} unsure, {} words lost",
        score.actions,
        score.actions_expected,
        score.cells,
        score.cells_expected,
        draft.unplaced.len(),
        draft.unsure.len(),
        lost.len()
    );
    let mut wrong = score.wrong;
    wrong.extend(draft.unplaced.iter().map(|piece| format!("unplaced at {}: {}", piece.origin, piece.text)));
    let said: Vec<&String> = draft.unsure.iter().map(|unsure| &unsure.what).collect();
    if said != unsure.iter().collect::<Vec<_>>() {
        wrong.push(format!("unsure of {said:#?} instead of {unsure:#?}"));
    }
    wrong.extend(lost.iter().map(|word| format!("lost: {word}")));
    wrong.iter().map(|what| format!("{name}: {what}")).collect()
}

#[test]
fn every_document_becomes_what_the_file_beside_it_says() {
    let names = || fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut plans: Vec<String> = names().filter_map(|name| name.strip_suffix(ENDING).map(str::to_owned)).collect();
    plans.sort();
    let (mut wrong, mut document_count) = (Vec::new(), 0);
    for plan in &plans {
        let text = fs::read_to_string(folder().join(format!("{plan}{ENDING}"))).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let expected = Expected::of_json(&value);
        let unsure = value["unsure"].as_array().into_iter().flatten().map(|what| what.as_str().unwrap().to_owned());
        let unsure: Vec<String> = unsure.collect();
        let mut documents: Vec<String> =
            names().filter(|name| name.starts_with(&format!("{plan}.")) && !name.ends_with(ENDING)).collect();
        documents.sort();
        assert!(!documents.is_empty(), "nothing beside {plan}{ENDING}");
        for name in documents {
            let (source, draft) = drafted_file(&folder().join(&name));
            let score = expected.score(&draft);
            wrong.extend(report(&name, &source, &draft, score, &unsure));
            document_count += 1;
        }
    }
    assert!(document_count >= 10, "{document_count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_plans_come_in_from_word_and_excel_with_every_cell_right() {
    let unworded = "A table without a title above it was taken as an objective without words.";
    let mut wrong = Vec::new();
    for (name, sample, unsure) in [
        ("oldham.docx", Sample::Oldham, &[][..]),
        ("oldham.xlsx", Sample::Oldham, &[]),
        ("tower-hamlets.docx", Sample::TowerHamlets, &[unworded.to_owned()]),
        ("tower-hamlets.xlsx", Sample::TowerHamlets, &[unworded.to_owned()]),
    ] {
        let expected = Expected::of_plan(&parse(sample.bytes(), "sample").unwrap());
        let (source, draft) = drafted_file(&folder().join(name));
        let score = expected.score(&draft);
        wrong.extend(report(name, &source, &draft, score, unsure));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
