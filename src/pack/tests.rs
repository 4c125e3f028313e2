//! Workbooks read back: values with calamine, print set-up and styles from the parts in the zip.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;

use super::*;
use crate::dates::{Period, When};
use crate::model::{
    Column, Grid, IdMaker, Kpi, Meeting, Milestone, Note, Objective, Outcome, Owners, PlanStatus, Priority, Shows,
    Update,
};

fn day(year: i32, month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, date).unwrap()
}

fn options() -> PackOptions {
    PackOptions::as_at(day(2016, 7, 11))
}

/// A plan with something of everything.
fn plan(action_count: usize) -> Plan {
    let mut ids = IdMaker::new(1);
    let mut plan = Plan::blank("Substance & alcohol plan", Period::financial_year(2016), &mut ids);
    plan.partnership = "Tower Hamlets".to_owned();
    plan.version = "v0.3".to_owned();
    plan.marking = "Official-Sensitive".to_owned();
    plan.front_matter = "A REVISED VERSION WILL FOLLOW".to_owned();
    let when = When::read("11/07/16", &plan.period);
    plan.meetings.push(Meeting { id: ids.meeting(), name: "DAAT Board".to_owned(), when });
    plan.notes.push(Note { id: ids.note(), text: "Kept as found".to_owned() });
    plan.columns = [Shows::Owners, Shows::Description, Shows::When, Shows::Kpis, Shows::Milestones]
        .map(|shows| Column { shows, heading: format!("Own heading of {}", shows.default_heading()) })
        .to_vec();
    let mut grid = Grid::blank(ids.grid());
    grid.title = "Prevention/behaviour [change]: the whole of it".to_owned();
    grid.priorities.push(Priority { id: ids.priority(), text: "Work together".to_owned() });
    let mut objective = Objective::blank(ids.objective());
    objective.reference = "PBC1".to_owned();
    objective.statement = "We will support people".to_owned();
    objective.outcomes.push(Outcome { id: ids.outcome(), text: "Healthier people".to_owned() });
    for index in 0..action_count {
        let mut action = Action::blank(ids.action());
        action.description = format!("=Action number {index} with some words to wrap in its cell, ❖ and more");
        action.owners = Owners::read("LBTH DAAT / CRC", &[]);
        action.when = When::read(["30/11/16", "March 2017", "Ongoing", "xxxx", "31/03/16"][index % 5], &plan.period);
        action.status = plan.statuses.get(index % 6).map(|status| status.id);
        action.kpis.push(Kpi::of(ids.kpi(), "+5% referrals"));
        let step = "New services implemented 01/10/16";
        action.milestones.push(Milestone::read(ids.milestone(), step, None, &plan.period));
        if index % 2 == 0 {
            let on = Some(day(2016, 7, 1));
            let text = "Going well".to_owned();
            action.updates.push(Update { id: ids.update(), on, by: String::new(), text, status: None });
        }
        objective.actions.push(action);
    }
    grid.objectives.push(objective);
    grid.objectives.push(Objective::blank(ids.objective()));
    plan.grids.push(grid);
    plan.grids.push(Grid::blank(ids.grid()));
    plan
}

fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        })
        .collect()
}

fn all_text(bytes: &[u8]) -> String {
    let cells = sheets(bytes).into_iter().flat_map(|(_, rows)| rows.into_iter().flatten());
    cells.map(|cell| cell.to_string()).collect::<Vec<_>>().join("\n")
}

fn parts(bytes: &[u8]) -> HashMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            // Every part must be XML that can be read.
            roxmltree::Document::parse(&text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = plan(12);
    assert_eq!(write_pack(&plan, &options()).unwrap(), write_pack(&plan, &options()).unwrap());
}

#[test]
fn every_word_of_the_plan_is_in_the_workbook() {
    let text = all_text(&write_pack(&plan(12), &options()).unwrap());
    for words in [
        "Substance & alcohol plan",
        "Tower Hamlets",
        "A REVISED VERSION WILL FOLLOW",
        "DAAT Board",
        "Kept as found",
        "Own heading of By when",
        "Prevention/behaviour [change]: the whole of it",
        "Work together",
        "We will support people",
        "=Action number 11 with some words to wrap in its cell, ❖ and more",
        "LBTH DAAT / CRC",
        "30/11/16",
        "March 2017",
        "xxxx",
        "+5% referrals",
        "New services implemented 01/10/16",
        "Going well",
        "Healthier people",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn samples_are_in_the_workbook_word_for_word() {
    for sample in crate::store::Sample::ALL {
        let plan = crate::store::parse(sample.bytes(), sample.label()).unwrap();
        let text = all_text(&write_pack(&plan, &PackOptions::as_at(plan.period.from)).unwrap());
        let objectives = || plan.grids.iter().flat_map(|grid| &grid.objectives);
        let words = plan
            .actions()
            .flat_map(|action| {
                let kpis = action.kpis.iter().map(|kpi| kpi.text.as_str());
                let milestones = action.milestones.iter().map(Milestone::text);
                [action.description.as_str(), action.owners.written(), action.when.written()]
                    .into_iter()
                    .chain(kpis)
                    .chain(milestones)
            })
            .chain(objectives().map(|objective| objective.statement.as_str()))
            .chain(objectives().flat_map(|objective| objective.outcomes.iter().map(|one| one.text.as_str())))
            .chain(plan.notes.iter().map(|note| note.text.as_str()));
        for words in words {
            assert!(text.contains(words.trim()), "{}: {words}", sample.label());
        }
    }
}

#[test]
fn days_are_real_dates_and_formula_like_text_stays_text() {
    let bytes = write_pack(&plan(12), &options()).unwrap();
    let sheets = sheets(&bytes);
    let (_, register) = sheets.iter().find(|(name, _)| name == "Actions").unwrap();
    assert_eq!(register[1][5].to_string(), "By when");
    let due = |row: usize, column: usize| match &register[row][column] {
        Data::DateTime(when) => when.as_f64(),
        other => panic!("{other:?}"),
    };
    // 30 November 2016.
    assert!((due(2, 5) - 42_704.0).abs() < 0.1 && (due(2, 6) - 42_704.0).abs() < 0.1);
    assert_eq!(register[3][5], Data::String("March 2017".to_owned()));
    assert!((due(3, 6) - 42_825.0).abs() < 0.1);
    assert_eq!(register[4][6], Data::Empty);
    assert!(register[2][3].to_string().starts_with("=Action number 0"));
    assert!(parts(&bytes).iter().all(|(_, text)| !text.contains("<f>")));
}

#[test]
fn the_register_is_a_named_table_with_filters_and_no_joined_cells() {
    let parts = parts(&write_pack(&plan(12), &options()).unwrap());
    let table = &parts["xl/tables/table1.xml"];
    assert!(table.contains(r#"displayName="Actions""#) && table.contains("<autoFilter"));
    assert!(table.contains(r#"ref="A2:O14""#), "{table}");
    let register = &parts["xl/worksheets/sheet6.xml"];
    assert!(register.contains("<tableParts") && !register.contains("<mergeCell"));
}

#[test]
fn every_sheet_is_set_up_for_the_printer() {
    let parts = parts(&write_pack(&plan(40), &options()).unwrap());
    let sheets: Vec<&String> =
        parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).map(|(_, text)| text).collect();
    assert_eq!(sheets.len(), 7);
    for sheet in sheets {
        for expected in [
            r#"orientation="landscape""#,
            r#"paperSize="9""#,
            r#"<pageSetUpPr fitToPage="1"/>"#,
            r#"fitToHeight="0""#,
            "Substance &amp;&amp; alcohol plan · DRAFT v0.3",
            "As at 11 July 2016",
            "Page &amp;P of &amp;N",
            "OFFICIAL-SENSITIVE</oddFooter>".trim_end_matches("</oddFooter>"),
            "DRAFT</oddHeader>",
        ] {
            assert!(sheet.contains(expected), "{expected}");
        }
    }
    let book = &parts["xl/workbook.xml"];
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), 5, "every sheet but the cover and the summary");
    assert!(parts["xl/worksheets/sheet3.xml"].contains("<rowBreaks"));
    let properties = &parts["docProps/core.xml"];
    assert!(properties.contains("Substance &amp; alcohol plan") && properties.contains("2016-07-11T00:00:00Z"));
}

#[test]
fn a_plan_that_is_no_draft_does_not_say_so() {
    let mut plan = plan(3);
    plan.status = PlanStatus::Agreed;
    plan.marking = String::new();
    let bytes = write_pack(&plan, &options()).unwrap();
    assert!(parts(&bytes).values().all(|part| !part.contains("DRAFT") && !part.contains("OFFICIAL")));
}

/// Row heights and breaks of a sheet, in points and from 0.
fn heights_and_breaks(sheet: &str) -> (Vec<f64>, Vec<usize>) {
    let document = roxmltree::Document::parse(sheet).unwrap();
    let named = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
    let of = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap_or("0").parse::<f64>().unwrap();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let heights = named("row").map(|row| of(row, "ht")).collect::<Vec<_>>();
    let heights = if heights.is_empty() {
        document.descendants().filter(|node| node.has_tag_name((main, "row"))).map(|row| of(row, "ht")).collect()
    } else {
        heights
    };
    let breaks = document.descendants().filter(|node| node.has_tag_name((main, "brk")));
    let breaks = breaks.map(|one| one.attribute("id").unwrap().parse().unwrap()).collect();
    (heights, breaks)
}

#[test]
fn no_row_is_split_over_two_pages() {
    let parts = parts(&write_pack(&plan(60), &options()).unwrap());
    // Cover, summary, grids and timeline print at full scale: what is between two breaks must fit a page.
    for number in [1, 2, 3, 4, 5, 7] {
        let (heights, breaks) = heights_and_breaks(&parts[&format!("xl/worksheets/sheet{number}.xml")]);
        let repeated: f64 = match number {
            1 | 2 => 0.0,
            5 => heights[..3].iter().sum(),
            7 => heights[..2].iter().sum(),
            _ => heights[0],
        };
        let mut start = 0;
        for end in breaks.into_iter().chain([heights.len()]) {
            let again = if start == 0 { 0.0 } else { repeated };
            let page: f64 = heights[start..end].iter().sum::<f64>() + again;
            // 210 mm less the margins, in points.
            assert!(page <= 595.28 - (0.65 + 0.7) * 72.0, "sheet {number}, rows {start} to {end}: {page} pt");
            start = end;
        }
    }
}

#[test]
fn rows_grow_with_their_text() {
    let mut plan = plan(3);
    let height = |plan: &Plan| {
        let parts = parts(&write_pack(plan, &options()).unwrap());
        heights_and_breaks(&parts["xl/worksheets/sheet3.xml"]).0.iter().sum::<f64>()
    };
    let short = height(&plan);
    plan.grids[0].objectives[0].actions[0].description = "Some words to wrap in their cell. ".repeat(30);
    assert!(height(&plan) > short + 100.0);
}

#[test]
fn a_text_too_long_for_a_row_is_carried_on() {
    let mut plan = plan(2);
    let long = (0..8_000).map(|index| format!("w{index}")).collect::<Vec<_>>().join(" ");
    assert!(long.len() > 40_000);
    plan.grids[0].objectives[0].actions[0].description.clone_from(&long);
    plan.grids[0].objectives[0].statement.clone_from(&long);
    plan.notes[0].text = "x".repeat(40_000);
    let bytes = write_pack(&plan, &options()).unwrap();
    let sheets = sheets(&bytes);
    let (_, grid) = &sheets[2];
    let column: Vec<String> = grid.iter().map(|row| row.get(2).map(ToString::to_string).unwrap_or_default()).collect();
    let joined = column.join(" ");
    assert!(joined.contains("(continued)"));
    let words: Vec<&str> = joined.split_whitespace().filter(|word| word.starts_with('w') && word.len() > 4).collect();
    assert!(long.split_whitespace().filter(|word| word.len() > 4).all(|word| words.contains(&word)));
    let notes: String = sheets.last().unwrap().1.iter().flatten().map(ToString::to_string).collect();
    assert_eq!(notes.matches('x').count(), 40_000);
    for (name, part) in parts(&bytes).iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        assert!(heights_and_breaks(part).0.iter().all(|height| *height <= 409.5), "{name}");
    }
}

#[test]
fn a_plan_with_nothing_in_it_still_makes_a_pack() {
    let plan = Plan::blank("", Period::financial_year(2016), &mut IdMaker::new(1));
    let bytes = write_pack(&plan, &options()).unwrap();
    let names: Vec<String> = sheets(&bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Cover", "Summary", "Timeline", "Actions"]);
    assert!(all_text(&bytes).contains("The plan has no actions yet."));
    assert!(!parts(&bytes).keys().any(|name| name.contains("chart")));
}

#[test]
fn there_is_a_chart_with_words_for_those_who_cannot_see_it() {
    let with_status = parts(&write_pack(&plan(6), &options()).unwrap());
    assert!(with_status["xl/drawings/drawing1.xml"].contains("descr=\"Bar chart of the actions"));
    assert!(with_status["xl/charts/chart1.xml"].contains("1F5FBF"));
    let mut plan = plan(6);
    for action in &mut plan.grids[0].objectives[0].actions {
        action.status = None;
    }
    let without = parts(&write_pack(&plan, &options()).unwrap());
    assert!(without["xl/drawings/drawing1.xml"].contains("by the quarter of their deadline"));
}

#[test]
fn odd_titles_make_legal_sheet_names() {
    let mut plan = plan(1);
    let mut ids = IdMaker::new(3);
    for title in
        ["''", "Same", "Same", "[]:*?/\\", "A title that is a great deal longer than thirty-one letters", "\u{1}"]
    {
        let mut grid = Grid::blank(ids.grid());
        grid.title = title.to_owned();
        plan.grids.push(grid);
    }
    let bytes = write_pack(&plan, &options()).unwrap();
    let names: Vec<String> = sheets(&bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[2], "1 Prevention behaviour change…");
    assert!(names.iter().all(|name| name.chars().count() <= 31));
}

#[test]
fn the_meeting_is_the_one_chosen_or_the_next() {
    let mut plan = plan(1);
    let mut ids = IdMaker::new(4);
    let later =
        Meeting { id: ids.meeting(), name: "Health Board".to_owned(), when: When::read("01/09/16", &plan.period) };
    plan.meetings.push(later.clone());
    let cover = |options: &PackOptions| {
        let sheets = sheets(&write_pack(&plan, options).unwrap());
        sheets[0].1.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join("|")
    };
    assert!(cover(&options()).contains("DAAT Board"));
    assert!(cover(&PackOptions::as_at(day(2016, 7, 12))).contains("Health Board"));
    assert!(cover(&PackOptions { meeting: Some(later.id), ..options() }).contains("1 September 2016"));
    let unknown = PackOptions { meeting: Some(ids.meeting()), ..options() };
    assert!(matches!(write_pack(&plan, &unknown), Err(PackError::NoSuchMeeting)));
}

#[test]
fn a_cell_says_its_status_in_shape_and_word() {
    let text = all_text(&write_pack(&plan(12), &options()).unwrap());
    for chip in ["■ Complete", "● On track", "▲ At risk", "◆ Off track", "○ Not started"] {
        assert!(text.contains(chip), "{chip}");
    }
}
