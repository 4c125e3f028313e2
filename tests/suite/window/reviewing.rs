//! Looking over what was made of a document, and correcting it, before it is a plan.

use std::path::PathBuf;

use egui::{Key, vec2};
use planning_grid::store;

use crate::support::window::{Setting, Window};

const TEXT: &str = "Plan 2016/17\n\nTreatment\n\nPBC1 We will help\n\nOwner\tAction\tDeadline\n\
    DAAT\tOpen the service\t31/05/16\n\tand tell people\t\nPolice\tClose the old one\tJune 2016\n\n\
    Nobody knows what this is\n\nHarm reduction\n\nPBC2 We will reduce harm\n\n\
    Owner\tAction\tDeadline\nDAAT\tGive advice\tMay 2016\n";

fn document(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name)
}

/// The window with the text dropped on it.
fn looking_over(setting: Setting) -> Window {
    let mut window = Window::start_with(setting);
    let path = window.write("plan.txt", TEXT.as_bytes());
    window.drop_files(&[path]);
    window
}

/// Clicks the line or row of the document with these words.
#[track_caller]
fn select(window: &mut Window, words: &str) {
    let names = window.names();
    let name = names.iter().find(|name| name.contains(words) && name.contains("line ")).cloned();
    let name = name.unwrap_or_else(|| panic!("nothing with {words}: {names:#?}"));
    window.click(&name);
}

fn descriptions(window: &Window) -> Vec<&str> {
    window.plan().actions().map(|action| action.description.as_str()).collect()
}

#[test]
fn a_document_is_looked_over_corrected_by_hand_opened_and_saved() {
    let mut window = looking_over(Setting::default());
    assert!(window.says("Look over “plan.txt”"));
    assert!(window.says("3 actions under 2 objectives"), "{:#?}", window.texts());
    select(&mut window, "and tell people");
    window.click("What it is: More of the action above it");
    window.click("An action");
    assert!(window.says("4 actions under"));
    select(&mut window, "Close the old one");
    window.click("Join to the row above");
    assert!(window.says("3 actions under"));
    window.ctrl(Key::Z);
    assert!(window.says("4 actions under"), "a correction is taken back by the keys");
    select(&mut window, "Close the old one");
    window.click("Move to another objective");
    window.click("PBC2 We will reduce harm");
    window.click("Open as a plan");
    assert_eq!(descriptions(&window), ["Open the service", "and tell people", "Close the old one", "Give advice"]);
    let under_second: Vec<_> = window.plan().grids.iter().flat_map(|grid| &grid.objectives).collect();
    assert_eq!(under_second[1].actions.len(), 2);
    let path = window.path("looked-over.ron");
    window.will_choose(&path);
    window.ctrl(Key::S);
    assert_eq!(store::load(&path).unwrap().plan, *window.plan());
}

#[test]
fn what_is_unsure_comes_first_and_goes_one_by_one() {
    let mut window = looking_over(Setting::default());
    let first = window.texts().into_iter().find(|text| text.contains("to look at  ·")).expect("something to look at");
    assert!(first.starts_with("1 of "), "{first}");
    assert!(window.says("found no place"), "what found no place is the most doubtful: {:#?}", window.texts());
    window.click("What it is: Say what it is");
    window.click("Not part of the plan");
    assert!(!window.says("found no place"));
    while window.has("It is right") {
        window.click("It is right");
    }
    assert!(window.says("nothing to look at"), "{:#?}", window.texts());
}

#[test]
fn a_table_is_given_other_columns_or_left_out() {
    let mut window = looking_over(Setting::default());
    let chip = window.names().into_iter().find(|name| name.starts_with("Column 1 “Owner”")).expect("a column");
    window.click(&chip);
    window.click("A column of its own: Owner");
    window.click("Leave out the whole of table 2, line 18");
    assert!(window.says("2 actions under"), "{:#?}", window.texts());
    window.click("Open as a plan");
    let plan = window.plan();
    assert!(plan.actions().all(|action| action.owners.written().is_empty()));
    assert!(plan.actions().any(|action| action.own.values().any(|words| words.contains("DAAT"))));
}

#[test]
fn a_row_is_divided_word_by_word_with_the_keyboard_or_the_pointer() {
    let mut window = looking_over(Setting::default());
    select(&mut window, "Close the old one");
    window.click("Divide the row…");
    assert!(window.has("Divide here"));
    window.click("Action: divide one word earlier");
    window.click("Action: divide one word earlier");
    window.click("Divide here");
    assert!(window.says("4 actions under"), "{:#?}", window.texts());
    window.click("Open as a plan");
    assert_eq!(descriptions(&window)[1..3], ["Close the", "old one"]);
}

#[test]
fn the_plan_that_is_open_stays_until_the_document_was_looked_over() {
    let mut window = Window::with_sample(store::Sample::Oldham);
    window.retype("Actions and milestones, action 1.1.1", "Changed here");
    window.drop_files(&[document("tower-hamlets.docx")]);
    assert!(window.says("Look over “tower-hamlets.docx”"));
    window.click("Cancel");
    assert_eq!(window.action("1.1.1").description, "Changed here");
    window.drop_files(&[document("tower-hamlets.docx")]);
    window.click("Open as a new plan");
    window.click("Cancel");
    assert!(window.says("Look over “tower-hamlets.docx”"), "nothing was decided");
    window.click("Open as a new plan");
    window.click("Don’t save");
    assert_eq!(window.plan().actions().count(), 59);
}

#[test]
fn dates_are_read_by_the_year_that_is_given() {
    let mut window = Window::start();
    let path = window.write("plan.txt", b"Owner\tAction\tDeadline\nDAAT\tOpen\tMay\nJCG\tClose\tJune\n");
    window.drop_files(&[path]);
    window.retype("Plan year", "2019/20");
    window.press(Key::Enter);
    window.click("Open as a plan");
    assert_eq!(window.plan().period.label, "2019/20");
    let due = window.plan().actions().next().unwrap().when.reading().due().unwrap();
    assert_eq!(due.to_string(), "2019-05-31");
}

#[test]
fn the_arrows_go_through_the_document_and_a_small_window_has_all_of_it() {
    for size in [vec2(1440.0, 900.0), vec2(820.0, 700.0), vec2(600.0, 480.0)] {
        let mut window = looking_over(Setting { size, ..Setting::default() });
        for _ in 0..30 {
            window.press(Key::ArrowDown);
        }
        assert!(window.says("Give advice"), "{size}: {:#?}", window.texts());
        assert!(window.has("Open as a plan") && window.has("Next"), "{size}");
    }
}

#[test]
fn another_document_waits_until_this_one_was_looked_over() {
    let mut window = looking_over(Setting::default());
    window.drop_files(&[document("oldham.docx")]);
    assert!(window.notice().contains("still being looked over"), "{}", window.notice());
    assert!(window.says("Look over “plan.txt”"));
}

#[test]
fn an_edited_copy_of_the_open_plan_comes_in_as_changes_and_not_as_doubles() {
    let mut window = looking_over(Setting::default());
    window.click("Open as a plan");
    let before = window.plan().clone();
    let edited =
        TEXT.replace("Close the old one", "Close the old one and say so").replace("Give advice", "Give more advice");
    let path = window.write("from a colleague.txt", edited.as_bytes());
    window.drop_files(&[path]);
    window.click("Bring in as changes…");
    assert!(window.says("Changes in “from a colleague.txt”"), "{:#?}", window.texts());
    window.click("Bring in 2 changes");
    assert!(!window.says("Look over"), "what was looked over is in the plan");
    let after = window.plan();
    assert_eq!(after.actions().count(), before.actions().count());
    assert!(after.actions().any(|action| action.description == "Close the old one and say so"));
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn a_row_whose_words_come_back_is_no_longer_being_divided() {
    let mut window = looking_over(Setting::default());
    for _ in 0..2 {
        select(&mut window, "Close the");
        window.click("Divide the row…");
        if window.says("4 actions under") {
            break;
        }
        window.click("Action: divide one word earlier");
        window.click("Divide here");
    }
    window.ctrl(Key::Z);
    assert!(window.says("3 actions under"), "{:#?}", window.texts());
    assert!(!window.has("Divide here"));
}
