//! The page by its labels: what each card asks for.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{Recent, show};
use crate::ui::command::Command;
use crate::ui::theme::{self, Palette};
use crate::ui::view::{Outbox, Wish};

/// The outbox, and whether the fonts are there yet: they come with the frame after.
type State = (Outbox, bool);

fn page(recents: Vec<Recent>) -> Harness<'static, State> {
    let mut harness = Harness::builder().with_size([1024.0, 700.0]).build_ui_state(
        move |ui, (outbox, installed): &mut State| {
            if *installed {
                show(ui, &Palette::LIGHT, &recents, outbox);
            } else {
                theme::install(ui.ctx());
                *installed = true;
            }
        },
        (Outbox::default(), false),
    );
    harness.run();
    harness
}

fn wishes_after(harness: &mut Harness<'static, State>, label: &str) -> Vec<Wish> {
    harness.get_by_label_contains(label).click();
    harness.run();
    harness.state_mut().0.take()
}

#[test]
fn every_card_asks_for_its_command() {
    let recent = Recent {
        title: "Oldham young people’s treatment plan".to_owned(),
        place: r"P:\Commissioning\Plans".to_owned(),
        told: "opened 3 Jul 2016".to_owned(),
        reachable: Some(false),
    };
    let mut harness = page(vec![recent]);
    let expected = [
        ("Open recent plan: Oldham", Command::OpenRecent(0)),
        ("Open a plan", Command::Open),
        ("New planning grid", Command::NewPlanningGrid),
        ("New action plan", Command::NewActionPlan),
        ("Open sample: A planning grid", Command::OpenOldhamSample),
        ("Open sample: An action plan", Command::OpenTowerHamletsSample),
    ];
    for (label, command) in expected {
        assert_eq!(wishes_after(&mut harness, label), [Wish::Command(command)], "{label}");
    }
}

#[test]
fn a_drive_that_cannot_be_reached_is_told_to_a_screen_reader_too() {
    let recent = Recent {
        title: "Plan".to_owned(),
        place: r"\\share\plans".to_owned(),
        told: String::new(),
        reachable: Some(false),
    };
    let harness = page(vec![recent]);
    harness.get_by_label_contains("drive not reachable now");
}
