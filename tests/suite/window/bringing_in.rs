//! Bringing in a document: dropped, chosen or pasted, it opens as a new plan, and nothing of it is lost.

use std::path::PathBuf;

use egui::{Event, Key};
use planning_grid::store;

use crate::support::window::Window;

fn document(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name)
}

#[test]
fn a_word_document_dropped_on_the_window_is_a_new_plan_that_can_be_saved() {
    let mut window = Window::start();
    window.drop_files(&[document("oldham.docx")]);
    window.click("Open as a plan");
    assert_eq!(window.plan().actions().count(), 68);
    assert!(window.document().has_unsaved_changes(), "it is in no plan file yet");
    assert!(window.notice().contains("68 actions from 18 tables"), "{}", window.notice());
    assert!(window.notice().contains("Every word of it found a place"), "{}", window.notice());
    let path = window.path("brought-in.ron");
    window.will_choose(&path);
    window.ctrl(Key::S);
    assert_eq!(store::load(&path).unwrap().plan, *window.plan());
}

#[test]
fn what_found_no_place_is_listed_and_kept_in_the_notes() {
    let mut window = Window::start();
    let text = "Plan 2016/17\n\nAction\tBy when\tOwner\nWrite it\tQ1\tDAAT\n\nNobody knows what this line is\n";
    let path = window.write("plan.txt", text.as_bytes());
    window.drop_files(&[path]);
    window.click("Open as a plan");
    assert_eq!(window.plan().actions().count(), 1);
    let words: Vec<&str> = window.plan().notes.iter().map(|note| note.text.as_str()).collect();
    let somewhere = store::to_bytes(window.plan()).unwrap();
    assert!(String::from_utf8_lossy(&somewhere).contains("Nobody knows what this line is"), "{words:?}");
    if window.has("Show what needs a look") {
        window.click("Show what needs a look");
        assert!(window.has("What needs a look"));
        window.press(Key::Escape);
        assert!(!window.has("What needs a look"));
    }
}

#[test]
fn a_table_pasted_on_the_start_page_is_a_new_plan() {
    let mut window = Window::start();
    let rows = "Action\tBy when\tBy whom\nWrite the agreement\tJune 2010\tDAAT\nSign it\tQ2\tJCG\n";
    window.at_once([Event::Paste(rows.to_owned())]);
    window.click("Open as a plan");
    let written: Vec<_> = window.plan().actions().map(|action| action.description.clone()).collect();
    assert_eq!(written, ["Write the agreement", "Sign it"]);
}

#[test]
fn a_table_pasted_with_its_html_has_its_merged_cells_and_lists() {
    let mut window = Window::start();
    window.has_copied(
        "<h2>Objective 1: To help</h2><table><tr><th>Action<th>Milestones<th>By whom<tr><td>Open<td><ul><li>Plans by \
         May 2016<li>Doors in June 2016</ul><td>DAAT</table>",
    );
    let text = "Objective 1: To help\nAction\tMilestones\tBy whom\nOpen\tPlans by May 2016\nDoors in June 2016\tDAAT\n";
    window.at_once([Event::Paste(text.to_owned())]);
    window.click("Open as a plan");
    let action = window.plan().actions().next().unwrap();
    assert_eq!((action.description.as_str(), action.milestones.len()), ("Open", 2));
    assert_eq!(action.owners.written(), "DAAT");
}

#[test]
fn what_was_copied_in_between_is_not_pasted() {
    let mut window = Window::start();
    window.has_copied("<table><tr><td>Something<td>else<tr><td>quite<td>other</table>");
    window.at_once([Event::Paste("Action\tBy when\tBy whom\nSign it\tQ2\tJCG\n".to_owned())]);
    window.click("Open as a plan");
    let written: Vec<_> = window.plan().actions().map(|action| action.description.clone()).collect();
    assert_eq!(written, ["Sign it"]);
}

#[test]
fn a_document_that_is_none_says_what_to_do() {
    let mut window = Window::start();
    let path = window.write("plan.docx", b"%PDF-1.7 nothing");
    window.drop_files(&[path]);
    assert!(window.notice().contains("it is a PDF"), "{}", window.notice());
    assert!(window.has("Bring in a document"), "the start page is still there");
}

#[test]
fn a_document_is_chosen_from_the_menu_after_the_question_about_what_is_open() {
    let mut window = Window::with_sample(store::Sample::Oldham);
    window.retype("Actions and milestones, action 1.1.1", "Changed here");
    window.will_choose(&document("oldham.xlsx"));
    window.choose("Bring in a document…");
    window.click("Open as a new plan");
    window.click("Don’t save");
    assert_eq!(window.plan().actions().count(), 68);
    assert_ne!(window.action("1.1.1").description, "Changed here");
}

#[test]
fn hidden_rows_are_told_and_what_was_said_of_the_document_is_kept_in_the_notes() {
    let mut window = Window::start();
    window.drop_files(&[document("hidden.xlsx")]);
    window.click("Open as a plan");
    let notes: Vec<&str> = window.plan().notes.iter().map(|note| note.text.as_str()).collect();
    assert!(
        notes.iter().any(|note| note.contains("hidden.xlsx") && note.to_lowercase().contains("hidden")),
        "{notes:?}"
    );
    window.click("Show what needs a look");
    assert!(window.has("What needs a look"));
    window.click("Close");
    assert!(!window.has("What needs a look"));
}
