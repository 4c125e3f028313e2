//! Opening: from files good and bad, dropped, recent, from samples and templates.

use std::fs;

use egui::Key;
use planning_grid::store::{self, Sample};

use crate::support::plans::plan_of;
use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";

#[test]
fn a_bad_file_is_said_and_the_open_plan_stays() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "Mine");
    window.ctrl(Key::S);
    let before = window.plan().clone();
    let good = Sample::Oldham.bytes();
    let newer = String::from_utf8(good.to_vec()).unwrap().replacen("version: 1", "version: 99", 1);
    let cases: [(&str, Vec<u8>); 7] = [
        ("empty.ron", Vec::new()),
        ("cut.ron", good[..good.len() / 2].to_vec()),
        ("word.ron", b"PK\x03\x04 word/document.xml".to_vec()),
        ("zeros.ron", vec![0; 1 << 20]),
        ("newer.ron", newer.into_bytes()),
        ("latin.ron", b"( title: \"Caf\xe9\" )".to_vec()),
        ("deep.ron", b"(".repeat(1 << 16)),
    ];
    for (name, bytes) in cases {
        let path = window.write(name, &bytes);
        window.try_open(&path);
        assert!(window.notice().contains(name), "{}", window.notice());
        assert_eq!(*window.plan(), before, "{name}");
    }
    window.try_open(&window.path("is not there.ron"));
    assert!(window.notice().contains("is not there.ron"));
    window.click("Put this notice away");
    window.retype(FIRST, "Still mine");
    window.ctrl(Key::S);
    assert_eq!(store::load(&window.path("plan.ron")).unwrap().plan, *window.plan());
}

#[test]
fn a_bad_file_on_the_start_page_is_said_too() {
    let mut window = Window::start();
    let path = window.write("bad.ron", b"not a plan");
    window.try_open(&path);
    assert!(window.notice().contains("bad.ron"));
    let good = window.write("plan.ron", Sample::Oldham.bytes());
    window.will_choose(&good);
    window.click("Open another…");
    assert_eq!(window.notices(), [""; 0]);
    assert_eq!(window.plan().actions().count(), 68);
}

#[test]
fn a_plan_dropped_on_the_window_opens() {
    let mut window = Window::start();
    let path = window.write("plan.ron", Sample::TowerHamlets.bytes());
    window.drop_files(&[path]);
    assert_eq!(window.plan().actions().count(), 59);
}

#[test]
fn a_plan_dropped_on_unsaved_changes_asks_first() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "Mine");
    let path = window.write("other.ron", Sample::TowerHamlets.bytes());
    window.drop_files(std::slice::from_ref(&path));
    assert!(window.says("Save the changes to"));
    window.click("Cancel");
    assert_eq!(window.action("1.1.1").description, "Mine");
    window.drop_files(&[path]);
    window.click("Save");
    assert_eq!(window.plan().actions().count(), 59);
    let kept = store::load(&window.path("plan.ron")).unwrap().plan;
    assert_eq!(kept.actions().next().unwrap().description, "Mine");
}

#[test]
fn plans_that_were_open_stand_on_the_start_page_and_open() {
    let mut window = Window::with_sample(Sample::Oldham);
    let other = window.write("other.ron", Sample::TowerHamlets.bytes());
    window.open(&other);
    let mut window = window.start_again();
    let recent: Vec<String> = window
        .labels(egui::accesskit::Role::Button)
        .into_iter()
        .filter(|name| name.starts_with("Open recent plan"))
        .collect();
    assert_eq!(recent.len(), 2);
    assert!(recent[0].contains("Substance Misuse Strategy"), "the newest first: {recent:?}");
    assert!(recent[1].contains("opened 1 Sep 2016"), "{recent:?}");
    window.click(&recent[1]);
    assert_eq!(window.plan().actions().count(), 68);
}

#[test]
fn a_recent_plan_that_is_gone_is_said() {
    let window = Window::with_sample(Sample::Oldham);
    fs::remove_file(window.path("plan.ron")).unwrap();
    let mut window = window.start_again();
    let names = window.labels(egui::accesskit::Role::Button);
    let recent = names.iter().find(|name| name.starts_with("Open recent plan")).unwrap();
    window.click(recent);
    assert!(window.notice().contains("plan.ron"));
    assert!(window.harness.state().plan().is_none());
}

#[test]
fn samples_and_templates_open_as_new_plans() {
    for (button, actions) in [
        ("Open sample: A planning grid (Oldham 2010/11)", Some(68)),
        ("Open sample: An action plan (Tower Hamlets 2016/17)", Some(59)),
        ("New planning grid", None),
        ("New action plan", None),
    ] {
        let mut window = Window::start();
        window.click(button);
        if let Some(count) = actions {
            assert_eq!(window.plan().actions().count(), count);
        } else {
            assert!(window.plan().period.label.contains("2016/17"), "the year it is");
        }
        assert!(window.close_window(), "{button}: nothing was changed, so nothing is asked");
        window.ctrl(Key::S);
        assert_eq!(window.dialogs().len(), 1, "{button}: saving asks where");
        assert!(window.notice().starts_with("Not saved"));
    }
}

#[test]
fn no_file_chosen_to_open_is_said_and_a_path_can_be_typed() {
    let mut window = Window::start();
    window.ctrl(Key::O);
    assert!(window.notice().starts_with("No file was chosen"));
    window.click("Type where");
    let path = window.write("plan.ron", Sample::Oldham.bytes());
    window.retype("Path", &path.display().to_string());
    window.click("Open");
    assert_eq!(window.plan().actions().count(), 68);
    assert_eq!(window.notices(), [""; 0]);
}

#[test]
fn another_plan_brings_nothing_of_the_one_before() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click(FIRST);
    window.ctrl(Key::F);
    window.type_text("protocol");
    window.ctrl(Key::Num3);
    let other = window.write("other.ron", &store::to_bytes(&plan_of(5)).unwrap());
    window.open(&other);
    assert_eq!(window.value("Search the plan"), "");
    assert!(window.document().undo_label().is_none());
    assert!(window.says("5 actions"));
}
