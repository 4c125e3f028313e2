//! The list by its labels: each change is told whole, long words unfold, and little of a long list is laid
//! out.

use egui::accesskit::Role;
use egui::{Key, ScrollArea};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{ChangesState, show};
use crate::model::merge::{Change, Field, Joined, Subject};
use crate::model::{IdMaker, RecordId};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette};

#[derive(Default)]
struct Page {
    state: ChangesState,
    installed: bool,
}

fn change(ids: &mut IdMaker, change: Change, place: &str, [before, after]: [Option<&str>; 2]) -> Joined {
    let (record, field) = (Subject::Record(RecordId::Action(ids.action())), Field::Description);
    let [before, after] = [before, after].map(|words| words.map(str::to_owned));
    Joined { record, field, change, place: place.to_owned(), before, after }
}

fn page(changes: Vec<Joined>, width: f32) -> Harness<'static, Page> {
    let mut harness = Harness::builder().with_size([width, 500.0]).with_max_steps(12).build_ui_state(
        move |ui, page: &mut Page| {
            if !page.installed {
                // The fonts come with the frame after.
                theme::install(ui.ctx());
                page.installed = true;
                return;
            }
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                dialog::turn_by_keys(ui);
                show(ui, &Palette::LIGHT, &changes, &mut page.state);
            });
        },
        Page::default(),
    );
    harness.run();
    harness
}

#[test]
fn a_change_is_told_whole() {
    let ids = &mut IdMaker::new(3);
    let long = "a word ".repeat(400);
    let changes = vec![
        change(ids, Change::Changed, "Action PBC1.2, Deadline", [Some(""), Some("31/03/17")]),
        change(ids, Change::Moved, "Action T1, where it stands", [Some("PBC1 Access"), Some("PBC2 Recovery")]),
        change(ids, Change::Added, "Note 3", [None, Some(&long)]),
        change(ids, Change::Deleted, "Note 2", [Some("Ask the board\ntwice"), None]),
        change(ids, Change::Reordered, "Grid 1, order of objectives", [Some("a\nb"), Some("b\na")]),
    ];
    for width in [700.0, 320.0] {
        let harness = page(changes.clone(), width);
        harness.get_by_label("Changed: Action PBC1.2, Deadline. Was: (empty) Now: 31/03/17");
        harness.get_by_label("Moved: Action T1, where it stands. From: PBC1 Access To: PBC2 Recovery");
        harness.get_by_label(&format!("Added: Note 3. Now: {long}"));
        harness.get_by_label("Deleted: Note 2. Was: Ask the board\ntwice");
        harness.get_by_label("Reordered: Grid 1, order of objectives. Was: a\nb Now: b\na");
    }
}

#[test]
fn long_words_unfold_and_fold_again() {
    let ids = &mut IdMaker::new(3);
    let long = (0..40).map(|line| format!("line {line}")).collect::<Vec<_>>().join("\n");
    let mut harness = page(vec![change(ids, Change::Added, "Note 3", [None, Some(&long)])], 700.0);
    let height = |harness: &Harness<'_, Page>| harness.get_by_label_contains("Added: Note 3.").rect().height();
    let folded = height(&harness);
    assert!(folded < 180.0, "{folded}");
    harness.get_by_label("Show all of Note 3").click();
    harness.run();
    assert!(height(&harness) > 40.0 * 19.0);
    harness.get_by_label("Show less of Note 3").scroll_to_me();
    harness.run();
    harness.get_by_label("Show less of Note 3").click();
    harness.run();
    assert!((height(&harness) - folded).abs() < 0.5);
}

#[test]
fn little_of_ten_thousand_changes_is_laid_out_and_the_keys_reach_the_last() {
    let ids = &mut IdMaker::new(3);
    let changes = (0..10_000)
        .map(|number| {
            let words = format!("words of {number}\n").repeat(number % 5 + 1);
            change(ids, Change::Changed, &format!("Action {number}"), [Some("before"), Some(&words)])
        })
        .collect();
    let mut harness = page(changes, 700.0);
    let laid_out = harness.get_all_by_role(Role::Label).count();
    assert!(laid_out < 40, "{laid_out} of 10,000 changes are laid out");
    harness.get_by_label_contains("Action 0.");
    harness.key_press(Key::PageDown);
    harness.run();
    assert!(harness.query_by_label_contains("Action 0.").is_none(), "it is far above");
    harness.key_press(Key::End);
    harness.run();
    let last = harness.get_by_label_contains("Action 9999.").rect();
    assert!(last.bottom() <= 500.0 && last.top() > 0.0, "{last:?}");
    assert!(harness.get_all_by_role(Role::Label).count() < 40);
    assert!(harness.run() <= 1, "nothing moves at rest");
}
