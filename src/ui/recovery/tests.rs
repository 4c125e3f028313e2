//! The window by its labels: what each button asks for, and what cannot be opened.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Item, ItemState, RecoveryAnswer, RecoveryState, show};
use crate::model::merge::{Change, Field, Joined, Subject};
use crate::ui::theme::{self, Palette};

#[derive(Default)]
struct Start {
    state: RecoveryState,
    answer: Option<RecoveryAnswer>,
    installed: bool,
}

fn item(name: &str, state: ItemState) -> Item {
    Item { name: name.to_owned(), place: r"P:\Plans".to_owned(), told: "22 Nov 2026, 10:02".to_owned(), state }
}

fn ready(count: usize) -> ItemState {
    let change = |number: usize| Joined {
        record: Subject::Plan,
        field: Field::Title,
        change: Change::Changed,
        place: format!("Place {number}"),
        before: Some("old".to_owned()),
        after: Some("new".to_owned()),
    };
    ItemState::Ready { changes: (0..count).map(change).collect(), title: "A plan".to_owned(), whole: true }
}

fn start_of(items: Vec<Item>, size: [f32; 2]) -> Harness<'static, Start> {
    let mut harness = Harness::builder().with_size(size).with_max_steps(12).build_ui_state(
        move |ui, start: &mut Start| {
            if start.installed {
                let answer = show(ui.ctx(), &Palette::LIGHT, &items, &mut start.state);
                start.answer = start.answer.or(answer);
            } else {
                // The fonts come with the frame after.
                theme::install(ui.ctx());
                start.installed = true;
            }
        },
        Start::default(),
    );
    harness.run();
    harness
}

fn answer_to(items: Vec<Item>, label: &str) -> Option<RecoveryAnswer> {
    let mut harness = start_of(items, [1440.0, 900.0]);
    harness.get_by_label(label).click();
    harness.run();
    harness.state().answer
}

#[test]
fn each_button_asks_for_its_own_work() {
    let items = || vec![item("one.ron", ready(2)), item("two.ron", ready(3))];
    assert_eq!(answer_to(items(), "Open it: two.ron"), Some(RecoveryAnswer::Recover(1)));
    assert_eq!(answer_to(items(), "Put it among the backups: one.ron"), Some(RecoveryAnswer::Discard(0)));
    assert_eq!(answer_to(items(), "Later"), Some(RecoveryAnswer::Later));
    assert_eq!(
        answer_to(vec![item("one.ron", ready(2))], "Put it among the backups"),
        Some(RecoveryAnswer::Discard(0))
    );
}

#[test]
fn by_keyboard_it_is_opened_with_one_key_and_escape_leaves_it() {
    let mut harness = start_of(vec![item("one.ron", ready(2))], [1440.0, 900.0]);
    assert!(harness.get_by_label("Open it").is_focused());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().answer, Some(RecoveryAnswer::Recover(0)));
    let mut harness = start_of(vec![item("one.ron", ready(2))], [1440.0, 900.0]);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().answer, Some(RecoveryAnswer::Later));
}

#[test]
fn what_cannot_be_read_is_said_and_not_opened() {
    let why = "It cannot be read: the file ends in the middle.";
    for state in [ItemState::Unreadable(why.to_owned()), ItemState::Reading] {
        let said = if state == ItemState::Reading { "Reading…" } else { why };
        let harness = start_of(vec![item("one.ron", state)], [1440.0, 900.0]);
        harness.get_by_label(said);
        assert!(harness.get_by_label("Open it").accesskit_node().is_disabled());
        assert!(harness.get_by_label("Put it among the backups").is_focused());
    }
}

#[test]
fn its_changes_are_listed_on_demand_and_the_way_out_stays_in_sight() {
    for size in [[1440.0, 900.0], [600.0, 400.0]] {
        let mut harness = start_of(vec![item("one.ron", ready(300))], size);
        harness.get_by_label("Show 300 changes since it was opened").click();
        harness.run();
        harness.get_by_label("Changed: Place 0. Was: old Now: new");
        assert!(harness.query_by_label_contains("Place 299.").is_none(), "only what is in sight is laid out");
        let later = harness.get_by_label("Later").rect();
        assert!(later.bottom() <= size[1] - 20.0, "{later:?} at {size:?}");
        harness.key_press(Key::End);
        harness.run();
        let last = harness.get_by_label_contains("Place 299.").rect();
        assert!(last.bottom() < later.top(), "{last:?} at {size:?}");
    }
}
