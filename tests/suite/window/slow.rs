//! Slow drives and dialogs that stay up: the person works on meanwhile, and nothing gets mixed up or lost.
#![cfg(unix)]

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::thread;

use egui::{Key, Modifiers};
use planning_grid::jobs::Runner;
use planning_grid::store::{self, Sample};

use crate::support::window::{Setting, Window};

const FIRST: &str = "Actions and milestones, action 1.1.1";
const SAVE_AS: Modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };

fn start() -> Window {
    Window::start_with(Setting { runner: Runner::Background, ..Setting::default() })
}

fn with_oldham() -> Window {
    let mut window = start();
    let path = window.write("plan.ron", Sample::Oldham.bytes());
    window.try_open(&path);
    window.wait_until("the plan is open", |window| window.harness.state().plan().is_some());
    window
}

/// Puts a pipe in a file's place: whoever reads it waits until somebody writes.
fn make_slow(path: &Path) {
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Puts these bytes where the pipe was, and gives them to whoever is waiting at it.
fn let_go(path: &Path, bytes: &[u8]) {
    let pipe = path.with_extension("pipe");
    fs::rename(path, &pipe).unwrap();
    fs::write(path, bytes).unwrap();
    // Opened for reading too, so that this does not wait where nobody came to read.
    let mut waiting = OpenOptions::new().read(true).write(true).open(&pipe).unwrap();
    let bytes = bytes.to_vec();
    // More than a pipe holds is taken up as it is read.
    thread::spawn(move || waiting.write_all(&bytes));
}

#[test]
fn what_is_changed_while_a_save_is_under_way_is_saved_before_the_window_closes() {
    let mut window = with_oldham();
    window.retype(FIRST, "Saved slowly");
    let path = window.path("plan.ron");
    make_slow(&path);
    window.ctrl(Key::S);
    window.retype("By when, action 1.1.1", "Q3");
    window.close_window();
    window.click("Save");
    let_go(&path, Sample::Oldham.bytes());
    let closes = |window: &Window| {
        let output = &window.harness.output().viewport_output[&egui::ViewportId::ROOT];
        output.commands.contains(&egui::ViewportCommand::Close)
    };
    window.wait_until("the window closes, or says why not", |window| closes(window) || !window.notices().is_empty());
    assert_eq!(window.notices(), [""; 0]);
    assert_eq!(store::load(&path).unwrap().plan, *window.plan(), "closed, with all of it saved");
}

#[test]
fn a_second_dialog_does_not_come_up_over_the_first() {
    let mut window = with_oldham();
    let answer = window.will_choose_later();
    window.press_with(SAVE_AS, Key::S);
    window.press_with(SAVE_AS, Key::S);
    window.ctrl(Key::O);
    assert_eq!(window.dialogs().len(), 1);
    drop(answer);
}

#[test]
fn an_answer_about_one_plan_does_not_save_another_under_its_name() {
    let mut window = with_oldham();
    let answer = window.will_choose_later();
    window.press_with(SAVE_AS, Key::S);
    let other = window.write("other.ron", Sample::TowerHamlets.bytes());
    window.drop_files(&[other]);
    window.wait_until("the other plan is open, or not", |window| {
        window.plan().actions().count() == 59 || !window.notices().is_empty()
    });
    let mine = window.path("oldham.ron");
    answer.send(mine.clone()).unwrap();
    window.wait_until("it is saved or said why not", |window| mine.exists() || !window.notices().is_empty());
    if mine.exists() {
        assert_eq!(store::load(&mine).unwrap().plan.actions().count(), 68, "the plan it was asked for");
    }
}

#[test]
fn another_plan_asked_for_while_one_is_being_read_opens_or_is_said_to_wait() {
    let mut window = start();
    let slow = window.path("slow.ron");
    make_slow(&slow);
    window.try_open(&slow);
    let good = window.write("plan.ron", Sample::Oldham.bytes());
    window.try_open(&good);
    window.wait_until("it is open, or something is said", |window| {
        window.harness.state().plan().is_some() || !window.notices().is_empty()
    });
    let_go(&slow, b"");
}
