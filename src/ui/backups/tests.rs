//! The window by its labels: the list by keys, what differs, and what the buttons ask for.

use egui::{Key, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{BackupsAnswer, BackupsPage, BackupsState, Differences, Entry, show};
use crate::model::merge::{Change, Field, Joined, Subject};
use crate::ui::theme::{self, Palette};

const PLACE: &str = r"C:\Users\jsmith\AppData\Local\Planning Grid\backups";

/// The window, and what the app would do with its answers.
struct Desk {
    entries: Vec<Entry>,
    selected: Option<usize>,
    differences: Differences,
    state: BackupsState,
    answers: Vec<BackupsAnswer>,
    installed: bool,
}

impl Desk {
    fn frame(&mut self, ui: &egui::Ui) {
        if !self.installed {
            // The fonts come with the frame after.
            theme::install(ui.ctx());
            self.installed = true;
            return;
        }
        let page = BackupsPage {
            name: "A plan",
            entries: &self.entries,
            selected: self.selected,
            differences: &self.differences,
            place: PLACE,
            kept: "the last 20 saves, and one a day for a month",
        };
        if let Some(answer) = show(ui.ctx(), &Palette::LIGHT, &page, &mut self.state) {
            if let BackupsAnswer::Select(index) = answer {
                self.selected = Some(index);
            }
            self.answers.push(answer);
        }
    }
}

fn entries() -> Vec<Entry> {
    [("Today", "10:02", "saved"), ("Today", "9:41", "found on the drive"), ("Yesterday", "16:55", "not saved")]
        .map(|(day, time, kind)| Entry { day: day.to_owned(), time: time.to_owned(), kind, size: "142 KB".to_owned() })
        .into()
}

fn changes() -> Differences {
    Differences::Changes(vec![Joined {
        record: Subject::Plan,
        field: Field::Title,
        change: Change::Changed,
        place: "The plan, title".to_owned(),
        before: Some("A".to_owned()),
        after: Some("A plan".to_owned()),
    }])
}

fn desk_of(entries: Vec<Entry>, differences: Differences, size: [f32; 2]) -> Harness<'static, Desk> {
    let selected = (!entries.is_empty()).then_some(0);
    let (state, answers) = (BackupsState::default(), Vec::new());
    let desk = Desk { entries, selected, differences, state, answers, installed: false };
    let mut harness = Harness::builder()
        .with_max_steps(12)
        .with_size(size)
        .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
    harness.run();
    harness
}

fn desk(differences: Differences) -> Harness<'static, Desk> {
    desk_of(entries(), differences, [1440.0, 900.0])
}

fn press(harness: &mut Harness<'static, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

#[test]
fn arrow_keys_go_through_the_list() {
    let mut harness = desk(changes());
    assert!(harness.get_by_label("Today, 10:02, saved, 142 KB").is_focused());
    for (key, index) in [(Key::ArrowDown, 1), (Key::ArrowDown, 2), (Key::ArrowUp, 1)] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().selected, Some(index));
    }
    assert!(harness.get_by_label("Today, 9:41, found on the drive, 142 KB").is_focused());
    harness.key_press(Key::ArrowUp);
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(harness.state().selected, Some(0), "the list ends there");
    press(&mut harness, "Yesterday, 16:55, not saved, 142 KB");
    assert_eq!(harness.state().selected, Some(2));
}

#[test]
fn the_selected_one_is_looked_at_and_restored() {
    let mut harness = desk(changes());
    harness.get_by_label("From this backup to now: 1 change");
    harness.get_by_label("Changed: The plan, title. Was: A Now: A plan");
    for label in ["Look at it", "Restore it", "Open the folder", "Close"] {
        press(&mut harness, label);
    }
    let expected =
        [BackupsAnswer::LookAt(0), BackupsAnswer::Restore(0), BackupsAnswer::OpenFolder, BackupsAnswer::Close];
    assert_eq!(harness.state().answers, expected);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().answers.last(), Some(&BackupsAnswer::Close));
}

#[test]
fn nothing_is_restored_from_what_is_not_read_or_the_same() {
    let why = "This backup cannot be read: its end is missing.";
    let cases = [
        (Differences::Reading, "Reading…", true),
        (Differences::Unreadable(why.to_owned()), why, true),
        (Differences::Changes(Vec::new()), "From this backup to now: no changes", false),
    ];
    for (differences, said, unread) in cases {
        let harness = desk(differences);
        harness.get_by_label(said);
        assert!(harness.get_by_label("Restore it").accesskit_node().is_disabled(), "{said}");
        assert_eq!(harness.get_by_label("Look at it").accesskit_node().is_disabled(), unread, "{said}");
    }
}

#[test]
fn an_empty_list_says_what_will_come() {
    let mut harness = desk_of(Vec::new(), Differences::Reading, [1440.0, 900.0]);
    harness.get_by_label("No backups yet");
    harness.get_by_label(PLACE);
    assert!(harness.query_by_label("Restore it").is_none());
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().answers, [BackupsAnswer::Close]);
}

#[test]
fn all_of_it_is_within_reach_in_a_small_window() {
    for size in [[1440.0, 900.0], [700.0, 500.0], [600.0, 400.0]] {
        let mut harness = desk_of(entries(), changes(), size);
        let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(size[0], size[1]));
        for label in ["Today, 10:02, saved, 142 KB", "Restore it", "Look at it", "Open the folder", "Close", PLACE] {
            let rect = harness.get_by_label(label).rect();
            assert!(window.shrink(16.0).contains_rect(rect), "{label} at {rect:?} in {size:?}");
        }
        for _ in 0..2 {
            harness.key_press(Key::ArrowDown);
            harness.run();
        }
        let row = harness.get_by_label("Yesterday, 16:55, not saved, 142 KB").rect();
        let head = harness.get_by_label("From this backup to now: 1 change").rect();
        assert!(row.bottom() <= head.top() || row.right() < head.left(), "{row:?} is scrolled to in {size:?}");
    }
}
