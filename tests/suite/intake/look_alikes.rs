//! Plans of the same kind with other headings and other columns.

use planning_grid::intake::headings::{Meaning, meaning};
use planning_grid::model::Shows;

use super::{cell, drafted};

#[test]
fn a_heading_is_told_by_its_meaning() {
    let cases: [(Option<Meaning>, &[&str]); 11] = [
        (
            Some(Meaning::Of(Shows::Owners)),
            &[
                "Owner",
                "LEAD",
                "By whom",
                "Responsible officer",
                "Accountable",
                "Who?",
                "Lead Officer(s)",
                "Owner / lead",
            ],
        ),
        (
            Some(Meaning::Of(Shows::When)),
            &[
                "By When",
                "Deadline",
                "Timescale",
                "Time-scale",
                "Target date",
                "DUE",
                "When",
                "Due date:",
                "Start date",
            ],
        ),
        (
            Some(Meaning::Of(Shows::Description)),
            &[
                "Action",
                "Activity",
                "What we will do",
                "Actions and milestones",
                "TASK",
                "Key actions",
                "Actions & Milestones",
            ],
        ),
        (
            Some(Meaning::Of(Shows::Kpis)),
            &[
                "KPI",
                "KPIs",
                "Key Performance Indicator(s)",
                "Success measure",
                "Outcome measure",
                "Measure of success",
                "How will success be measured: measures",
            ],
        ),
        (Some(Meaning::Of(Shows::Milestones)), &["Milestone", "milestone(s)", "Key Milestones", "Milestones (dates)"]),
        (
            Some(Meaning::Of(Shows::Progress)),
            &[
                "Progress",
                "Update",
                "Comments",
                "Progress update",
                "Q1 update",
                "Progress to date",
                "Update / comments",
            ],
        ),
        (Some(Meaning::Of(Shows::Status)), &["RAG", "Status", "BRAG", "RAG rating", "R.A.G.", "Current RAG"]),
        (Some(Meaning::Of(Shows::Reference)), &["Ref", "Ref.", "No.", "#", "Reference"]),
        (Some(Meaning::Objective), &["Objective", "Objectives", "Commitment"]),
        (Some(Meaning::Theme), &["Theme"]),
        (None, &["Partners", "Resources", "Funding source", "Risk", "Cost (£)", "", "Blank"]),
    ];
    let mut count = 0;
    for (expected, headings) in cases {
        for heading in headings {
            assert_eq!(meaning(heading), expected, "{heading}");
            count += 1;
        }
    }
    assert!(count >= 60, "{count}");
}

#[test]
fn three_columns_with_rag_and_no_word_for_action() {
    let text = "Recovery plan 2019/20\n\nPlanning grid 1: Treatment\nObjective 1: To help\n\
                Key milestones\tBy when\tRAG\nOpen the service\tJune\tGreen\nClose the old one\tQ3\tPurple\n";
    let draft = drafted(text);
    let headings: Vec<&str> = draft.plan.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Key milestones", "By when", "RAG", "RAG (as written)"]);
    let actions: Vec<_> = draft.plan.actions().collect();
    assert_eq!(cell(actions[0], Shows::Description), "Open the service");
    assert_eq!(draft.plan.status_of(actions[0].status).map(|status| status.word.as_str()), Some("On track"));
    // No status of the plan's scheme: it stands beside the action as it was written.
    assert_eq!((actions[1].status, cell(actions[1], draft.plan.columns[3].shows)), (None, "Purple".to_owned()));
    assert_eq!((draft.unplaced.len(), draft.unsure.len()), (0, 1));
}

#[test]
fn eight_columns_with_partners_and_resources_of_its_own() {
    let text = "Strategy 2021/22\nfirst line\nObjective 1: To help\n\
        Ref\tTask\tLead officer\tPartners\tResources\tTimescale\tMeasure of success\tComments\n\
        1.1.1\tOpen\tMrs Hill\tPolice\t£5k\tMay\tOpened\tOn the way\n\
        x\tClose\tMr Dale\t\tNone\tJune\tClosed\t\n";
    let draft = drafted(text);
    let headings: Vec<&str> = draft.plan.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(
        headings,
        ["Ref", "Task", "Lead officer", "Partners", "Resources", "Timescale", "Measure of success", "Comments"]
    );
    let first = draft.plan.actions().next().unwrap();
    let cells: Vec<String> = draft.plan.columns.iter().map(|column| cell(first, column.shows)).collect();
    assert_eq!(cells, ["1.1.1", "Open", "Mrs Hill", "Police", "£5k", "May", "Opened", "On the way"]);
    assert_eq!((draft.unplaced.len(), draft.unsure.len()), (0, 0));
}

#[test]
fn headings_in_two_rows_and_again_on_the_next_page() {
    let text = "Plan 2021/22\nT1 We will help people\n\
        Owner\tAction\tKey Performance\tProgress\n\t\tIndicator\tupdate\n\
        DAAT\tOpen\tOpened\t\n\
        OWNER\tACTION\tKey Performance Indicator\tProgress update\n\
        DAAT\tClose\tClosed\t\n";
    let draft = drafted(text);
    assert_eq!(draft.plan.columns[2].heading, "Key Performance Indicator");
    assert_eq!(draft.plan.actions().map(|action| action.description.as_str()).collect::<Vec<_>>(), ["Open", "Close"]);
    assert_eq!((draft.plan.columns.len(), draft.unplaced.len()), (4, 0));
}

#[test]
fn a_column_of_objectives_opens_each_of_them() {
    let text = "Theme\tObjective\tAction\tOwner\n\
        Housing\tObjective 1: Homes\tBuild\tA\nHousing\tObjective 1: Homes\tMend\tB\nWork\tJobs\tHire\tC\n";
    let draft = drafted(text);
    let shape: Vec<(&str, &str, usize)> = draft
        .plan
        .grids
        .iter()
        .flat_map(|grid| {
            grid.objectives.iter().map(|one| (grid.title.as_str(), one.statement.as_str(), one.actions.len()))
        })
        .collect();
    assert_eq!(shape, [("Housing", "Homes", 2), ("Work", "Jobs", 1)]);
}

#[test]
fn a_row_that_goes_on_with_the_one_above_joins_it() {
    let text =
        "Owner\tAction\tDeadline\nDAAT\tTrain staff including:\tMay 2020\n\tall new starters\t\n\tPolice actions\t\n";
    let draft = drafted(text);
    let actions: Vec<&str> = draft.plan.actions().map(|action| action.description.as_str()).collect();
    assert_eq!(actions, ["Train staff including: all new starters", "Police actions"]);
    // The year is a guess from the dates; both rows may be wrong.
    assert_eq!(draft.unsure.iter().filter(|unsure| unsure.origin.row.is_some()).count(), 2);
}

#[test]
fn a_table_without_headings_is_told_by_its_dates() {
    let draft = drafted("Plan 2020/21\nDAAT\tOpen the new service\t30/11/20\nCRC\tClose the old service\t31/12/20\n");
    let action = draft.plan.actions().next().unwrap();
    assert_eq!((action.description.as_str(), action.owners.written()), ("Open the new service", "DAAT"));
    let no_plan = drafted("Plan 2020/21\nName\tTelephone\nAnn\t01234\n");
    assert_eq!((no_plan.plan.actions().count(), no_plan.unplaced.len()), (0, 4));
}

#[test]
fn titles_in_the_column_of_references_open_what_is_below_them() {
    let draft = drafted(
        "Ref\tAction\tLead\nPreventing harm\t\t\nWe will talk to schools\t\t\n1\tWrite\tA\n2\tSend\tB\n\
         We will talk to parents\t\t\n3\tMeet\tC\n",
    );
    let objectives: Vec<_> = draft.plan.grids.iter().flat_map(|grid| &grid.objectives).collect();
    let found: Vec<_> = objectives.iter().map(|one| (one.statement.as_str(), one.actions.len())).collect();
    assert_eq!(draft.plan.grids[0].title, "Preventing harm");
    assert_eq!(found, [("We will talk to schools", 2), ("We will talk to parents", 1)]);
}

#[test]
fn a_document_without_headings_and_dates_keeps_every_word_in_its_place() {
    let text = "Some thoughts\nWe met and talked. Nothing was agreed.\nDAAT\tOpen something\nPolice\tClose something\n\
                The end of it\n";
    let draft = drafted(text);
    let unplaced: Vec<(&str, Option<u32>)> =
        draft.unplaced.iter().map(|piece| (piece.text.as_str(), piece.origin.line)).collect();
    assert_eq!(draft.plan.front_matter, "Some thoughts\nWe met and talked. Nothing was agreed.\nThe end of it");
    assert_eq!(
        unplaced,
        [("DAAT", Some(3)), ("Open something", Some(3)), ("Police", Some(4)), ("Close something", Some(4))]
    );
    let said: Vec<&str> = draft.unsure.iter().map(|unsure| unsure.what.as_str()).collect();
    assert_eq!(
        said,
        ["The document names no year. Give the plan its period.", "No title was found. Give the plan one."]
    );
}

#[test]
fn a_year_that_only_the_dates_name_is_taken_and_said_to_be_a_guess() {
    let draft = drafted("Owner\tAction\tDeadline\nDAAT\tOpen\t30/09/18\nCRC\tClose\tMarch 2019\n");
    assert_eq!(draft.plan.period.label, "2018/19");
    assert!(draft.unsure[0].what.contains("2018/19"), "{:?}", draft.unsure);
}

#[test]
fn a_status_with_more_words_is_taken_and_its_words_stay() {
    let draft = drafted("Plan 2018/19\nAction\tLead\tRAG\nOpen\tA\tGreen: two weeks early\nClose\tB\tRed\n");
    let own = draft.plan.columns[3].shows;
    let actions: Vec<_> = draft.plan.actions().collect();
    let words: Vec<_> = actions.iter().map(|one| &draft.plan.status_of(one.status).unwrap().word).collect();
    assert_eq!(words, ["On track", "Off track"]);
    assert_eq!((cell(actions[0], own).as_str(), cell(actions[1], own).as_str()), ("Green: two weeks early", ""));
}

#[test]
fn a_page_number_above_headings_that_come_again_opens_nothing() {
    let table = "Action\tLead\tBy when\nOpen\tA\tMay\nClose\tB\tJune\n";
    let text = format!("Plan 2018/19\nHomes\n{table}Page 1 of 3\n{table}Work\n{table}Schools\n{table}");
    let draft = drafted(&text);
    let objectives = draft.plan.grids.iter().flat_map(|grid| &grid.objectives);
    let found: Vec<_> = objectives.map(|one| (one.statement.as_str(), one.actions.len())).collect();
    assert_eq!(found, [("Homes", 4), ("Work", 2), ("Schools", 2)]);
    assert_eq!(draft.unplaced.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>(), ["Page 1 of 3"]);
}
