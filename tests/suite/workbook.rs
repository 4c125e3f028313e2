//! The board pack, read back: values with calamine, print set-up from the parts inside the file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use chrono::{Datelike, NaiveDate};
use planning_grid::dates::{Kind, Reading, When};
use planning_grid::model::{
    ActionField, Edit, IdMaker, Issued, Meaning, Milestone, Parent, Place, Plan, PlanStatus, Record, Update,
};
use planning_grid::pack::{PackOptions, write_pack};
use planning_grid::store::{self, Sample};

use crate::support::figures::measured;
use crate::support::plans::plan_of;

/// A sheet's name and its cells, row by row.
pub(crate) type Sheet = (String, Vec<Vec<Data>>);

/// Every sheet of a workbook.
pub(crate) fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let cells = book.worksheet_range(&name).expect("a sheet");
            (name, cells.rows().map(<[Data]>::to_vec).collect())
        })
        .collect()
}

/// The parts inside the file, by name.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            (part.name().expect("a name").into_owned(), text)
        })
        .collect()
}

/// The worksheets' parts, in order.
pub(crate) fn sheet_parts(parts: &BTreeMap<String, String>) -> Vec<&str> {
    (1..).map_while(|number| parts.get(&format!("xl/worksheets/sheet{number}.xml"))).map(String::as_str).collect()
}

/// Both samples and a plan with more actions than either.
fn plans() -> Vec<Plan> {
    let samples = Sample::ALL.map(|sample| store::parse(sample.bytes(), sample.label()).expect("a sample"));
    samples.into_iter().chain([plan_of(300)]).collect()
}

fn as_at() -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, 7, 11).expect("a day")
}

fn pack(plan: &Plan) -> Vec<u8> {
    write_pack(plan, &PackOptions::as_at(as_at())).expect("a pack")
}

/// The rows of the register under its headings, and the headings.
fn register(sheets: &[Sheet]) -> (&[Data], &[Vec<Data>]) {
    let (_, rows) = sheets.iter().find(|(name, _)| name == "Actions").expect("a register");
    (&rows[1], &rows[2..])
}

/// Where a column of the register stands.
fn column(headings: &[Data], heading: &str) -> usize {
    headings.iter().position(|cell| cell == heading).unwrap_or_else(|| panic!("no column {heading}"))
}

/// The number that a workbook keeps for a day.
fn serial(day: NaiveDate) -> f64 {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
    f64::from(i32::try_from((day - zero).num_days()).expect("a day of our time"))
}

/// Every text that a person wrote in the plan and that belongs in a pack: of the updates, the newest.
fn texts(plan: &Plan) -> Vec<&str> {
    let mut texts = vec![plan.title.as_str(), &plan.partnership];
    texts.extend(plan.front_matter.lines());
    texts.extend(plan.meetings.iter().map(|meeting| meeting.name.as_str()));
    texts.extend(plan.columns.iter().map(|column| column.heading.as_str()));
    texts.extend(plan.notes.iter().map(|note| note.text.as_str()));
    for grid in &plan.grids {
        texts.extend([grid.reference.as_str(), &grid.title, &grid.priorities_heading]);
        texts.extend(grid.priorities.iter().map(|priority| priority.text.as_str()));
        for objective in &grid.objectives {
            texts.extend([objective.reference.as_str(), &objective.statement]);
            texts.extend(objective.outcomes.iter().map(|outcome| outcome.text.as_str()));
            for action in &objective.actions {
                texts.extend([action.description.as_str(), action.owners.written(), action.when.written()]);
                texts.extend(action.kpis.iter().map(|kpi| kpi.text.as_str()));
                texts.extend(action.milestones.iter().map(Milestone::text));
                texts.extend(action.newest_update().map(|update| update.text.as_str()));
            }
        }
    }
    texts
}

#[test]
fn every_word_of_the_plan_is_in_the_workbook() {
    for plan in plans() {
        let sheets = sheets(&pack(&plan));
        let cells: Vec<String> =
            sheets.iter().flat_map(|(_, rows)| rows.iter().flatten()).map(ToString::to_string).collect();
        // No text may be found only across the border between two cells.
        let book = cells.join("\u{1}");
        let mut wanted = texts(&plan);
        wanted.sort_unstable();
        wanted.dedup();
        for text in wanted {
            assert!(book.contains(text.trim()), "{}: not in the workbook: {text}", plan.title);
        }
    }
}

#[test]
fn the_forms_hold_every_actions_cells_in_the_plans_own_columns() {
    for plan in plans() {
        let sheets = sheets(&pack(&plan));
        for (grid_index, grid) in plan.grids.iter().enumerate() {
            let (_, rows) = &sheets[2 + grid_index];
            let headings: Vec<&str> = plan.columns.iter().map(|column| column.heading.as_str()).collect();
            let has_headings = rows.iter().any(|row| {
                let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
                headings.iter().all(|heading| cells.iter().any(|cell| cell == heading))
            });
            assert!(has_headings || grid.actions().next().is_none(), "{}: {headings:?}", plan.title);
            for action in grid.actions() {
                let [description, owners] = [action.description.trim(), action.owners.written().trim()];
                let row = rows.iter().find(|row| {
                    let has = |words: &str| row.iter().any(|cell| cell.to_string().trim() == words);
                    has(description) && (owners.is_empty() || has(owners))
                });
                assert!(row.is_some(), "{}: {description}", plan.title);
            }
        }
    }
}

#[test]
fn the_register_has_one_row_an_action_in_the_plans_order() {
    for plan in plans() {
        let sheets = sheets(&pack(&plan));
        let (headings, rows) = register(&sheets);
        let (reference, action) = (column(headings, "Ref"), column(headings, "Action"));
        let found: Vec<(String, String)> =
            rows.iter().map(|row| (row[reference].to_string(), row[action].to_string())).collect();
        let expected: Vec<(String, String)> =
            plan.standings().map(|standing| (standing.reference(), standing.action.description.clone())).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_register_is_a_table_with_filters_over_all_its_rows() {
    for plan in plans() {
        let bytes = pack(&plan);
        let parts = parts(&bytes);
        let table = roxmltree::Document::parse(&parts["xl/tables/table1.xml"]).unwrap();
        let table = table.root_element();
        let sheets = sheets(&bytes);
        let (headings, rows) = register(&sheets);
        let columns: Vec<&str> = table
            .descendants()
            .filter(|node| node.tag_name().name() == "tableColumn")
            .filter_map(|node| node.attribute("name"))
            .collect();
        assert_eq!(headings, columns.iter().map(|name| Data::String((*name).to_owned())).collect::<Vec<_>>());
        let last = char::from(b'A' + u8::try_from(headings.len() - 1).unwrap());
        let range = format!("A2:{last}{}", rows.len() + 2);
        assert_eq!([table.attribute("displayName"), table.attribute("ref")], [Some("Actions"), Some(range.as_str())]);
        let filter = table.children().find(|node| node.tag_name().name() == "autoFilter");
        assert_eq!(filter.and_then(|node| node.attribute("ref")), Some(range.as_str()));
        let sheet = sheet_parts(&parts).into_iter().find(|sheet| sheet.contains("<tableParts"));
        assert!(!sheet.expect("a sheet with the table").contains("<mergeCell"), "joined cells in a table");
    }
}

#[test]
fn a_day_is_a_real_date_and_any_other_deadline_is_its_words() {
    for plan in plans() {
        let sheets = sheets(&pack(&plan));
        let (headings, rows) = register(&sheets);
        let (by_when, due) = (column(headings, "By when"), column(headings, "Due"));
        let is_day = |cell: &Data, day: NaiveDate| match cell {
            Data::DateTime(when) => (when.as_f64() - serial(day)).abs() < 1e-9,
            _ => false,
        };
        for (action, row) in plan.actions().zip(rows) {
            let (written, reading) = (action.when.written(), action.when.reading());
            match reading {
                Reading::Day(day) => assert!(is_day(&row[by_when], *day), "{written}: {:?}", row[by_when]),
                _ if written.is_empty() => assert_eq!(row[by_when], Data::Empty),
                _ => assert_eq!(row[by_when], Data::String(written.to_owned())),
            }
            match reading.due() {
                Some(day) => assert!(is_day(&row[due], day), "{written}: {:?}", row[due]),
                None => assert_eq!(row[due], Data::Empty, "{written}"),
            }
        }
        assert!(plan.actions().any(|action| action.when.reading().kind() == Kind::Month));
    }
}

#[test]
fn every_page_says_which_plan_at_which_day_and_which_page_of_how_many() {
    for plan in plans() {
        let parts = parts(&pack(&plan));
        let sheets = sheet_parts(&parts);
        assert!(sheets.len() >= 4 + plan.grids.len());
        for sheet in sheets {
            let document = roxmltree::Document::parse(sheet).unwrap();
            let named = |name: &str| document.descendants().find(|node| node.tag_name().name() == name);
            let footer = named("oddFooter").and_then(|node| node.text()).unwrap_or_default();
            let title: String = plan.title.chars().take(30).collect();
            for expected in [title.as_str(), plan.version.as_str(), "As at 11 July 2016", "Page &P of &N"] {
                assert!(footer.contains(expected), "{expected} is not in the footer {footer}");
            }
            let setup = named("pageSetup").expect("a page set-up");
            assert_eq!([setup.attribute("orientation"), setup.attribute("paperSize")], [Some("landscape"), Some("9")]);
        }
    }
}

#[test]
fn headings_are_repeated_on_every_page_of_the_forms_the_timeline_and_the_register() {
    for plan in plans() {
        let bytes = pack(&plan);
        let book = &parts(&bytes)["xl/workbook.xml"];
        let document = roxmltree::Document::parse(book).unwrap();
        let repeated: Vec<usize> = document
            .descendants()
            .filter(|node| node.attribute("name") == Some("_xlnm.Print_Titles"))
            .filter_map(|node| node.attribute("localSheetId")?.parse().ok())
            .collect();
        for (index, (name, _)) in sheets(&bytes).iter().enumerate() {
            let wanted = !matches!(name.as_str(), "Cover" | "Summary");
            assert_eq!(repeated.contains(&index), wanted, "{}: {name}", plan.title);
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_no_other_plan_does() {
    let mut plan = plan_of(20);
    for status in PlanStatus::ALL {
        plan.status = status;
        let parts = parts(&pack(&plan));
        for sheet in sheet_parts(&parts) {
            assert_eq!(sheet.contains("DRAFT</oddHeader>"), status == PlanStatus::Draft, "{status:?}");
        }
        let says_draft = parts.values().any(|part| part.contains("DRAFT"));
        assert_eq!(says_draft, status == PlanStatus::Draft, "{status:?}");
    }
}

#[test]
fn a_marking_stands_at_the_top_and_bottom_of_every_page_where_it_is_set_and_nowhere_else() {
    const MARKING: &str = "OFFICIAL-SENSITIVE";
    let mut plan = plan_of(20);
    assert!(parts(&pack(&plan)).values().all(|part| !part.contains("OFFICIAL")));
    plan.marking = "Official-Sensitive".to_owned();
    let parts = parts(&pack(&plan));
    for sheet in sheet_parts(&parts) {
        let document = roxmltree::Document::parse(sheet).unwrap();
        for place in ["oddHeader", "oddFooter"] {
            let node = document.descendants().find(|node| node.tag_name().name() == place);
            assert!(node.and_then(|node| node.text()).is_some_and(|text| text.contains(MARKING)), "{place}");
        }
    }
}

#[test]
fn the_files_properties_name_the_plan_and_hold_no_time_but_the_day_it_speaks_for() {
    let plan = plan_of(20);
    let parts = parts(&pack(&plan));
    let properties = &parts["docProps/core.xml"];
    assert!(properties.contains(&plan.title) && properties.contains(&plan.partnership), "{properties}");
    let day = format!("{}-{:02}-{:02}T00:00:00Z", as_at().year(), as_at().month(), as_at().day());
    assert_eq!(properties.matches(&day).count(), 2, "made and changed: {properties}");
}

/// The Tower Hamlets plan with a pack issued as at 11 July 2016, and some work since.
fn issued_and_worked() -> Plan {
    let mut plan = store::parse(Sample::TowerHamlets.bytes(), "sample").unwrap();
    let mut ids = IdMaker::new(8);
    let issued = Issued::of(&plan, ids.issued(), plan.meetings.first().map(|one| one.id), as_at());
    let actions: Vec<_> = plan.actions().filter(|one| one.when.reading().due().is_some()).map(|one| one.id).collect();
    let status = |meaning| plan.statuses.iter().find(|status| status.meaning == meaning).map(|status| status.id);
    let update = Update {
        id: ids.update(),
        on: NaiveDate::from_ymd_opt(2016, 8, 30),
        by: String::new(),
        text: "The provider's staff transfer in November.".to_owned(),
        status: None,
    };
    let when = |words: &str| ActionField::When(When::read(words, &plan.period));
    let edits = [
        Edit::Action(actions[0], ActionField::Status(status(Meaning::Complete))),
        Edit::Action(actions[1], ActionField::Status(status(Meaning::OffTrack))),
        Edit::Action(actions[2], when("30/06/17")),
        Edit::Insert(Place { parent: Parent::Action(actions[2]), index: 0 }, Record::Update(update)),
        Edit::Action(actions[3], when("30/09/17")),
        Edit::Action(actions[4], ActionField::Description("In other words".to_owned())),
        Edit::remove_action(actions[5]),
    ];
    for edit in edits {
        plan.apply(edit).unwrap();
    }
    plan.issued.push(issued);
    plan
}

#[test]
fn what_changed_since_the_pack_before_stands_after_the_summary_and_on_the_cover() {
    let plan = issued_and_worked();
    let bytes = write_pack(&plan, &PackOptions::as_at(NaiveDate::from_ymd_opt(2016, 10, 3).unwrap())).unwrap();
    let sheets = sheets(&bytes);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).take(3).collect();
    assert_eq!(names, ["Cover", "Summary", "Since last board"]);
    let rows = |sheet: usize| -> Vec<Vec<String>> {
        let filled =
            |row: &Vec<Data>| row.iter().filter(|cell| **cell != Data::Empty).map(ToString::to_string).collect();
        sheets[sheet].1.iter().map(filled).collect()
    };
    let sentence = "Since DAAT Board, 11 July 2016: 1 completed, 2 slipped, 1 status changed, 1 removed, 1 text \
                    changed, 1 update since.";
    for sheet in [0, 2] {
        assert!(rows(sheet).iter().flatten().any(|cell| cell == sentence), "{:#?}", rows(sheet));
    }
    let since = rows(2);
    let titles = ["Completed (1)", "Slipped (2)", "Status changed (1)", "Removed (1)"];
    let found: Vec<&str> =
        since.iter().filter_map(|row| titles.iter().find(|title| row == &[**title])).copied().collect();
    assert_eq!(found, titles);
    let has = |words: &[&str]| since.iter().any(|row| words.iter().all(|word| row.iter().any(|cell| cell == word)));
    assert!(has(&["30 Jun 2017", "The provider's staff transfer in November."]), "{since:#?}");
    assert!(has(&["30 Sep 2017", "No reason given"]), "{since:#?}");
    assert!(has(&["No status", "↓ Worse"]) && has(&["No status", "↑ Better"]), "{since:#?}");
    assert!(since.contains(&vec!["Besides: 1 text changed, 1 update since.".to_owned()]), "{since:#?}");
}

#[test]
fn where_no_pack_is_older_nothing_is_said_of_one() {
    let plan = issued_and_worked();
    let sheets = sheets(&pack(&plan));
    assert!(sheets.iter().all(|(name, _)| name != "Since last board"));
    assert!(!sheets[0].1.iter().flatten().any(|cell| cell.to_string().starts_with("Since ")));
    assert_eq!(pack(&plan), pack(&plan));
}

/// The first sample that has indicators, with figures for four of them.
fn with_measures() -> Plan {
    measured(store::parse(Sample::TowerHamlets.bytes(), "a sample").expect("a sample"))
}

#[test]
fn figures_are_real_numbers_where_they_are_written_as_numbers() {
    let sheets = sheets(&pack(&with_measures()));
    let (_, rows) = sheets.iter().find(|(name, _)| name == "Measures").expect("the sheet");
    let headings = &rows[1];
    let [target, first, stands] = ["Target", "Q1 2016/17", "How it stands"].map(|words| column(headings, words));
    let figures: Vec<[String; 3]> =
        rows[2..6].iter().map(|row| [target, first, stands].map(|at| row[at].to_string())).collect();
    let second = "● 63 in Q2; 60 expected by then, 70 by the end: on target";
    assert_eq!(figures[0], ["0.7", "0.61", second].map(str::to_owned));
    assert!(
        matches!(rows[3][target], Data::Float(number) if (number - 35_000.0).abs() < 1e-9),
        "{:?}",
        rows[3][target]
    );
    assert_eq!(rows[4][target], Data::String("8 days".to_owned()), "words stay words");
    assert!(figures[1][2].ends_with("below target") && figures[2][2].ends_with("target reached"), "{figures:?}");
    let summary = sheets[1].1.iter().flatten().any(|cell| cell.to_string().contains("1 measure is below target."));
    assert!(summary, "the summary says so");
}

#[test]
fn measures_are_set_up_for_paper_and_a_plan_without_any_has_no_such_sheet() {
    let bytes = pack(&with_measures());
    let parts = parts(&bytes);
    assert!(parts["xl/workbook.xml"].contains("Measures!$1:$2"), "the headings are repeated");
    let at = sheets(&bytes).iter().position(|(name, _)| name == "Measures").expect("the sheet");
    let sheet = sheet_parts(&parts)[at];
    for words in ["orientation=\"landscape\"", "fitToPage=\"1\"", "As at 11 July 2016"] {
        assert!(sheet.contains(words), "{words}");
    }
    for plan in plans() {
        assert!(sheets(&pack(&plan)).iter().all(|(name, _)| name != "Measures"), "{}", plan.title);
    }
}
