use super::*;
use crate::dates::Period;
use crate::model::{IdMaker, PlanField};

fn document() -> Document {
    let plan = Plan::blank("Plan", Period::financial_year(2016), &mut IdMaker::new(1));
    Document::opened(Arc::new(plan))
}

fn title(text: &str) -> Edit {
    Edit::Plan(PlanField::Title(text.to_owned()))
}

fn version(text: &str) -> Edit {
    Edit::Plan(PlanField::Version(text.to_owned()))
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut document = document();
    for text in ["Plans", "Plans a", "Plans ab"] {
        document.apply(title(text), "change title").unwrap();
    }
    assert_eq!(document.undo_label(), Some("change title"));
    document.undo().unwrap();
    assert_eq!(document.plan().title, "Plan");
    assert_eq!(document.undo_label(), None);
    document.redo().unwrap();
    assert_eq!(document.plan().title, "Plans ab");
}

#[test]
fn leaving_the_field_or_typing_elsewhere_begins_another_step() {
    let mut document = document();
    document.apply(title("A"), "change title").unwrap();
    document.seal();
    document.apply(title("B"), "change title").unwrap();
    document.apply(version("v1"), "change version").unwrap();
    document.apply(title("C"), "change title").unwrap();
    let mut titles = Vec::new();
    while document.undo().is_some() {
        titles.push((document.plan().title.clone(), document.plan().version.clone()));
    }
    let expected = [("B", "v1"), ("B", ""), ("A", ""), ("Plan", "")];
    assert_eq!(titles, expected.map(|(title, version)| (title.to_owned(), version.to_owned())));
}

#[test]
fn undoing_to_the_saved_state_is_no_unsaved_change() {
    let mut document = document();
    assert!(!document.has_unsaved_changes());
    document.apply(title("A"), "change title").unwrap();
    assert!(document.has_unsaved_changes());
    document.undo().unwrap();
    assert!(!document.has_unsaved_changes());
    document.redo().unwrap();
    document.mark_saved(document.state());
    assert!(!document.has_unsaved_changes());
    document.undo().unwrap();
    assert!(document.has_unsaved_changes());
}

#[test]
fn typing_on_after_a_save_is_another_step() {
    let mut document = document();
    document.apply(title("A"), "change title").unwrap();
    document.mark_saved(document.state());
    document.apply(title("AB"), "change title").unwrap();
    document.undo().unwrap();
    assert_eq!(document.plan().title, "A");
    assert!(!document.has_unsaved_changes());
}

#[test]
fn a_new_change_forgets_what_could_be_redone() {
    let mut document = document();
    document.apply(title("A"), "change title").unwrap();
    document.undo().unwrap();
    document.apply(version("v1"), "change version").unwrap();
    assert_eq!(document.redo_label(), None);
}

#[test]
fn a_snapshot_is_not_touched_by_later_changes() {
    let mut document = document();
    let snapshot = document.snapshot();
    document.apply(title("A"), "change title").unwrap();
    assert_eq!(snapshot.title, "Plan");
}
