//! Rows as the text that Word, Excel and web pages put on the clipboard: a line a row, a tab between cells,
//! quotes round a cell of several lines.
//!
//! What is brought in loses no word: a cell that fits no column is added to the description.

use crate::dates::When;
use crate::model::search::fold;
use crate::model::{Action, IdMaker, Kpi, Milestone, Owners, Plan, Shows, Update};

/// Whether a text holds cells and not only words: then it is pasted as rows.
pub(super) fn is_table(text: &str) -> bool {
    text.contains('\t')
}

/// An action as one line, a cell for each of the plan's columns.
pub(super) fn write(plan: &Plan, action: &Action) -> String {
    let cells: Vec<String> = plan.columns.iter().map(|column| cell(plan, action, column.shows)).collect();
    let mut writer =
        csv::WriterBuilder::new().delimiter(b'\t').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail; an empty text would only paste nothing.
    let written = writer.write_record(&cells).is_ok().then(|| writer.into_inner().ok()).flatten();
    written.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn cell(plan: &Plan, action: &Action, shows: Shows) -> String {
    match shows {
        Shows::Reference => plan.standing(action.id).map(|standing| standing.reference()).unwrap_or_default(),
        Shows::Description => action.description.clone(),
        Shows::Owners => action.owners.written().to_owned(),
        Shows::When => action.when.written().to_owned(),
        Shows::Kpis => action.kpis.iter().map(|kpi| kpi.text.as_str()).collect::<Vec<_>>().join("\n"),
        Shows::Milestones => action.milestones.iter().map(Milestone::text).collect::<Vec<_>>().join("\n"),
        Shows::Progress => action.newest_update().map(|update| update.text.clone()).unwrap_or_default(),
        Shows::Status => plan.status_of(action.status).map(|status| status.word.clone()).unwrap_or_default(),
        Shows::Own(column) => action.own.get(&column).cloned().unwrap_or_default(),
    }
}

/// Rows as actions of this plan. A first row that repeats the plan's headings is left out.
pub(super) fn read(text: &str, plan: &Plan, ids: &mut IdMaker) -> Vec<Action> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut actions = Vec::new();
    for (index, record) in reader.records().flatten().enumerate() {
        let cells: Vec<&str> = record.iter().collect();
        let blank = cells.iter().all(|cell| cell.trim().is_empty());
        if !(blank || index == 0 && repeats_headings(&cells, plan)) {
            actions.push(action(&cells, plan, ids));
        }
    }
    actions
}

fn repeats_headings(cells: &[&str], plan: &Plan) -> bool {
    cells.iter().zip(&plan.columns).all(|(cell, column)| fold(cell) == fold(&column.heading))
}

fn action(cells: &[&str], plan: &Plan, ids: &mut IdMaker) -> Action {
    let mut action = Action::blank(ids.action());
    let mut left_over = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let words = cell.trim_matches(['\r', '\n']);
        if words.trim().is_empty() {
            continue;
        }
        match plan.columns.get(index).map(|column| column.shows) {
            Some(Shows::Description) => words.clone_into(&mut action.description),
            Some(Shows::Owners) => action.owners = Owners::read(words, &plan.directory),
            Some(Shows::When) => action.when = When::read(words, &plan.period),
            Some(Shows::Kpis) => {
                action.kpis = lines(words).map(|line| Kpi::of(ids.kpi(), line)).collect();
            }
            Some(Shows::Milestones) => {
                let read = |line| Milestone::read(ids.milestone(), line, None, &plan.period);
                action.milestones = lines(words).map(read).collect();
            }
            Some(Shows::Progress) => action.updates.push(Update {
                id: ids.update(),
                on: None,
                by: String::new(),
                text: words.to_owned(),
                status: None,
            }),
            Some(Shows::Status) => {
                let known = plan
                    .statuses
                    .iter()
                    .find(|status| fold(&status.word) == fold(words) || fold(&status.letter) == fold(words));
                match known {
                    Some(status) => action.status = Some(status.id),
                    None => left_over.push(words),
                }
            }
            Some(Shows::Own(column)) => {
                action.own.insert(column, words.to_owned());
            }
            // The row gets a reference from where it now stands.
            Some(Shows::Reference) => {}
            None => left_over.push(words),
        }
    }
    for words in left_over {
        if !action.description.is_empty() {
            action.description.push('\n');
        }
        action.description.push_str(words);
    }
    action
}

/// The lines of a cell without the bullets a list brings along.
fn lines(words: &str) -> impl Iterator<Item = &str> {
    let bullets = ['•', '\u{f0b7}', '·', '▪', '-', ' ', '\t'];
    words.lines().map(move |line| line.trim().trim_start_matches(bullets)).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::{Period, Reading};
    use crate::store::Template;

    fn plan() -> Plan {
        Template::ActionPlan.plan(Period::financial_year(2016), &mut IdMaker::new(1))
    }

    #[test]
    fn rows_from_excel_come_in_with_every_word() {
        let text = "Owner\tAction\tDeadline\tKey Performance Indicator\tMilestone\tProgress update\r\n\
                    LBTH DAAT / CRC\t\"Ensure \"\"access\"\"\nto services\"\t31/03/17\t70 DRR starts\t\
                    \"• Contracts awarded June 2016\n• New services 01/10/16\"\tOn course\textra\r\n\t\t\t\t\t\r\n";
        let actions = read(text, &plan(), &mut IdMaker::new(2));
        let [action] = actions.as_slice() else { panic!("{actions:?}") };
        assert_eq!(action.description, "Ensure \"access\"\nto services\nextra");
        assert_eq!(action.owners.names(), ["LBTH DAAT", "CRC"]);
        assert!(matches!(action.when.reading(), Reading::Day(_)));
        let milestones: Vec<&str> = action.milestones.iter().map(Milestone::text).collect();
        assert_eq!(milestones, ["Contracts awarded June 2016", "New services 01/10/16"]);
        assert_eq!(action.updates[0].text, "On course");
    }

    #[test]
    fn a_row_written_reads_back() {
        let plan = plan();
        let mut ids = IdMaker::new(3);
        let first = read("CRC\t\"two\nlines\tand a tab\"\tOngoing\ta\t\"b\nc\"\td", &plan, &mut ids);
        let again = read(&write(&plan, &first[0]), &plan, &mut ids);
        assert_eq!(again[0].description, first[0].description);
        assert_eq!(again[0].milestones.len(), 2);
        assert_eq!(write(&plan, &again[0]), write(&plan, &first[0]));
    }
}
