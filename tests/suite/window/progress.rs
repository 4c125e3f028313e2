//! The Progress view: a round of updates by keyboard, the lists that lead to the forms, and the load.

use egui::{Event, Key, Modifiers, Vec2, vec2};
use planning_grid::dates::{Period, When};
use planning_grid::model::{Action, Column, Grid, IdMaker, Issued, Objective, Owners, Plan, Shows, Update};
use planning_grid::store::{self, Sample};

use crate::support::plans::plan_of;
use crate::support::window::{Setting, Window, day, today};

const FIELD: &str = "Update, action T1.1";

/// Five actions: three of Public Health (one with the Police), one of the Police, one that is complete.
fn plan() -> Plan {
    let mut ids = IdMaker::new(41);
    let mut plan = Plan::blank("Action plan", Period::financial_year(2016), &mut ids);
    plan.columns = [Shows::Owners, Shows::Description, Shows::When, Shows::Progress]
        .map(|shows| Column { shows, heading: shows.default_heading().to_owned() })
        .to_vec();
    let rows = [
        ("Agree the joint protocol", "Public Health", "31/07/16", None),
        ("Open the recovery service", "Public Health / Police", "15/09/16", Some(1)),
        ("Custody screening", "Police", "31/03/17", Some(4)),
        ("Write the needs assessment", "Public Health", "31/03/17", None),
        ("Sign the contract", "Public Health", "30/06/16", Some(0)),
    ];
    let mut objective = Objective::blank(ids.objective());
    "T1".clone_into(&mut objective.reference);
    for (description, owners, when, status) in rows {
        let mut action = Action::blank(ids.action());
        description.clone_into(&mut action.description);
        action.owners = Owners::read(owners, &[]);
        action.when = When::read(when, &plan.period);
        action.status = status.map(|place: usize| plan.statuses[place].id);
        objective.actions.push(action);
    }
    let june = |text: &str, ids: &mut IdMaker| Update {
        id: ids.update(),
        on: Some(day(2016, 6, 3)),
        by: "Public Health".to_owned(),
        text: text.to_owned(),
        status: None,
    };
    objective.actions[0].updates = vec![june("A first version is written.", &mut ids), june("It is shared.", &mut ids)];
    let mut grid = Grid::blank(ids.grid());
    "Treatment".clone_into(&mut grid.title);
    grid.objectives.push(objective);
    plan.grids.push(grid);
    plan
}

/// The window on the view.
fn looking_in(plan: &Plan, size: Vec2, zoom: f32) -> Window {
    let mut window = Window::start_with(Setting { size, zoom, ..Setting::default() });
    let path = window.write("plan.ron", &store::to_bytes(plan).unwrap());
    window.open(&path);
    window.ctrl(Key::Num5);
    window
}

fn looking(plan: &Plan) -> Window {
    looking_in(plan, vec2(1440.0, 900.0), 1.0)
}

fn choose_owner(window: &mut Window, name: &str) {
    window.click("Owner whose updates are entered");
    window.click(name);
}

/// What was said of an action today.
fn said<'window>(window: &'window Window, reference: &str) -> Vec<&'window Update> {
    window.action(reference).updates.iter().filter(|update| update.on == Some(today())).collect()
}

/// The words of the action's status.
fn status<'window>(window: &'window Window, reference: &str) -> &'window str {
    let status = window.plan().status_of(window.action(reference).status);
    status.map_or("", |status| status.word.as_str())
}

fn alt(window: &mut Window, key: Key) {
    window.press_with(Modifiers::ALT, key);
}

#[test]
fn a_round_for_one_owner_is_typed_by_keyboard_and_taken_back_step_by_step() {
    let mut window = looking(&plan());
    assert!(window.has("0 of 4 said"), "{:#?}", window.texts());
    choose_owner(&mut window, "Public Health");
    let before = window.plan().clone();
    assert_eq!(window.focused(), FIELD, "the cursor is in the first field");
    window.type_text("Agreed by all.");
    alt(&mut window, Key::Num1);
    window.ctrl(Key::Enter);
    assert_eq!(window.focused(), "Update, action T1.2");
    window.type_text("Opens in October.");
    alt(&mut window, Key::Num3);
    window.ctrl(Key::Enter);
    assert_eq!(window.focused(), "Update, action T1.4", "the Police's own action is not asked about");
    window.press(Key::Tab);
    window.press(Key::Tab);
    assert_eq!(window.focused(), "No change, action T1.4");
    window.press(Key::Space);
    assert!(window.has("3 of 3 said"), "{:#?}", window.texts());

    let first = said(&window, "T1.1");
    assert_eq!(first.len(), 1);
    assert_eq!((first[0].text.as_str(), first[0].by.as_str()), ("Agreed by all.", "Public Health"));
    assert_eq!(first[0].status, window.action("T1.1").status, "the status then is the status now");
    assert_eq!((status(&window, "T1.1"), status(&window, "T1.2")), ("Complete", "At risk"));
    assert_eq!(said(&window, "T1.2")[0].text, "Opens in October.");
    assert_eq!(said(&window, "T1.4")[0].text, "No change since the last update.");
    assert_eq!(window.action("T1.1").updates.len(), 3, "what was said before stays");

    // Words and status of the first two, the words of the third.
    for left in (0..5).rev() {
        assert!(*window.plan() != before, "{left} steps are left");
        window.ctrl(Key::Z);
    }
    assert_eq!(*window.plan(), before);
    for _ in 0..5 {
        window.ctrl(Key::Y);
    }
    assert_eq!(said(&window, "T1.1")[0].text, "Agreed by all.");
    assert_eq!(said(&window, "T1.4")[0].text, "No change since the last update.");
}

#[test]
fn what_comes_in_one_frame_goes_to_the_field_it_was_typed_for() {
    let mut window = looking(&plan());
    let key = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let text = |text: &str| Event::Text(text.to_owned());
    window.at_once([
        text("One"),
        key(Key::Enter, Modifiers::COMMAND),
        text("Two"),
        key(Key::ArrowDown, Modifiers::ALT),
        text("Three"),
        key(Key::Num2, Modifiers::ALT),
        text("2"),
        key(Key::ArrowUp, Modifiers::ALT),
        text("!"),
    ]);
    assert_eq!(said(&window, "T1.1")[0].text, "One");
    assert_eq!(said(&window, "T1.2")[0].text, "Two!");
    assert_eq!(said(&window, "T1.3")[0].text, "Three", "a digit pressed with Alt is no letter");
    assert_eq!(status(&window, "T1.3"), "On track");
}

#[test]
fn a_status_by_key_is_one_step_and_counts_as_said() {
    let mut window = looking(&plan());
    let before = window.plan().clone();
    alt(&mut window, Key::Num4);
    assert_eq!(status(&window, "T1.1"), "Off track");
    let update = said(&window, "T1.1")[0];
    assert_eq!((update.text.as_str(), update.status), ("", window.action("T1.1").status));
    assert!(window.has("1 of 4 said"));
    window.ctrl(Key::Enter);
    assert_eq!(said(&window, "T1.1").len(), 1, "a status without words stays");
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
    assert_eq!(window.focused(), FIELD, "what was taken back is shown");
}

#[test]
fn the_arrows_choose_a_status_where_tab_stopped() {
    let mut window = looking(&plan());
    alt(&mut window, Key::ArrowDown);
    window.press(Key::Tab);
    assert_eq!(window.focused(), "Status, action T1.2: On track");
    window.press(Key::ArrowRight);
    assert_eq!((status(&window, "T1.2"), window.focused().as_str()), ("At risk", "Status, action T1.2: At risk"));
    window.press(Key::ArrowLeft);
    assert_eq!(status(&window, "T1.2"), "On track");
}

#[test]
fn an_update_without_words_does_not_stay_behind() {
    let mut window = looking(&plan());
    let before = window.plan().clone();
    window.type_text("Hm");
    window.press(Key::Backspace);
    window.press(Key::Backspace);
    assert_eq!(said(&window, "T1.1").len(), 1, "not while the cursor is in it");
    window.ctrl(Key::Enter);
    assert_eq!(*window.plan(), before);
    // The same by leaving the view.
    window.type_text("H");
    window.press(Key::Backspace);
    window.ctrl(Key::Num1);
    assert_eq!(*window.plan(), before);
}

#[test]
fn what_went_to_a_board_is_not_written_over() {
    let mut plan = plan();
    let mut ids = IdMaker::new(77);
    let told = Update {
        id: ids.update(),
        on: Some(today()),
        by: String::new(),
        text: "Told the board.".to_owned(),
        status: None,
    };
    plan.grids[0].objectives[0].actions[0].updates.push(told);
    plan.issued.push(Issued::of(&plan, ids.issued(), None, today()));
    let mut window = looking(&plan);
    assert_eq!(window.value(FIELD), "");
    assert!(window.has("Told the board."));
    window.type_text("Since then, signed.");
    let words: Vec<_> = said(&window, "T1.1").iter().map(|update| update.text.as_str()).collect();
    assert_eq!(words, ["Told the board.", "Since then, signed."]);
}

#[test]
fn what_was_completed_in_the_round_stays_in_the_list() {
    let mut window = looking(&plan());
    assert!(!window.says("Sign the contract"));
    alt(&mut window, Key::Num1);
    alt(&mut window, Key::ArrowDown);
    assert!(window.has("Enter an update: T1.1 · Agree the joint protocol"), "{:#?}", window.names());
    window.click("Complete actions too");
    assert!(window.has("Enter an update: T1.5 · Sign the contract"));
}

#[test]
fn all_that_was_said_before_is_one_click_away() {
    let mut window = looking(&plan());
    assert!(window.has("It is shared.") && !window.has("A first version is written."));
    window.click("Show 1 earlier update, action T1.1");
    assert!(window.has("A first version is written."));
    window.ctrl(Key::Num1);
    window.click("1 earlier update, Progress update, action T1.1");
    assert!(window.has("A first version is written."), "{:#?}", window.names());
}

#[test]
fn a_card_comes_to_hand_with_a_click() {
    let mut window = looking(&plan());
    window.click("Enter an update: T1.3 · Custody screening");
    assert_eq!(window.focused(), "Update, action T1.3");
    window.type_text("Begun.");
    assert_eq!(said(&window, "T1.3")[0].by, "Police");
}

#[test]
fn rows_lead_to_their_forms_and_to_their_updates() {
    let mut window = looking(&plan());
    window.click("Overdue: 1");
    window.click("Write an update: T1.1");
    assert_eq!(window.focused(), FIELD);
    window.click("Due soon: 1");
    let row = named(&window, "Go to T1.2");
    assert!(row.contains("due 15/09/16, in 14 days, On track"), "{row}");
    window.click(&row);
    assert!(window.has("Action, action T1.2"), "{:#?}", window.names());
}

/// A control whose name begins so.
#[track_caller]
fn named(window: &Window, start: &str) -> String {
    let names = window.names();
    names.iter().find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no {start}: {names:#?}")).clone()
}

#[test]
fn a_cell_of_the_load_leads_to_its_actions() {
    let mut window = looking(&plan());
    window.click("Load");
    assert!(window.says("2 of 4 deadlines are on 31 March 2017, the last day of the plan."), "{:#?}", window.texts());
    window.click("Public Health, Q2 2016/17: 2 actions");
    window.click("Go to T1.2  Open the recovery service, due 15/09/16");
    assert!(window.has("Action, action T1.2"));
}

#[test]
fn the_load_of_several_years_scrolls_sideways() {
    let mut plan = plan();
    plan.period = Period::parse("2016-2020").expect("a period of years");
    let mut window = looking_in(&plan, vec2(1024.0, 700.0), 1.0);
    window.click("Load");
    window.click("All owners, total: 4 actions");
    assert!(window.has("Go to T1.4  Write the needs assessment, due 31/03/17"), "{:#?}", window.names());
}

#[test]
fn small_windows_and_large_text_have_all_of_it() {
    for (size, zoom) in [(vec2(1024.0, 700.0), 1.0), (vec2(760.0, 480.0), 1.0), (vec2(1024.0, 700.0), 2.0)] {
        let mut window = looking_in(&plan(), size, zoom);
        assert_eq!(window.focused(), FIELD, "{size} {zoom}");
        assert!(window.is_on_screen(FIELD), "{size} {zoom}");
        window.type_text("Yes");
        window.ctrl(Key::Enter);
        assert!(window.is_on_screen("Update, action T1.2"), "{size} {zoom}");
        for section in ["Overdue", "Load"] {
            if window.has("Section of Progress") {
                window.click("Section of Progress");
                window.click(section);
            } else {
                let entry = named(&window, section);
                window.click(&entry);
            }
            let shown = if section == "Load" { "All owners, total:" } else { "Go to T1.1: " };
            let shown = named(&window, shown);
            window.bring_into_sight(&shown);
            assert!(window.is_on_screen(&shown), "{section} at {size} {zoom}");
        }
    }
}

#[test]
fn nothing_is_shown_anew_at_rest_in_any_section() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.ctrl(Key::Num5);
    assert!(window.rests_for() >= std::time::Duration::from_mins(1));
    for section in ["Overdue", "Due soon", "No update", "Load"] {
        let entry = named(&window, section);
        window.click(&entry);
        assert!(window.rests_for() >= std::time::Duration::from_mins(1), "{section}");
    }
}

#[test]
fn no_two_controls_of_a_section_share_a_name() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.ctrl(Key::Num5);
    for section in ["Round of updates", "Overdue", "Due soon", "No update", "Load"] {
        let entry = named(&window, section);
        window.click(&entry);
        let mut names = window.labels(egui::accesskit::Role::Button);
        names.sort();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twice.is_empty(), "{section}: {twice:?}");
    }
}

#[test]
fn of_ten_thousand_actions_only_what_is_in_sight_is_laid_out() {
    let count = |actions: usize| {
        let mut window = Window::start();
        window.harness.state_mut().show_unsaved(plan_of(actions), "large.ron");
        window.ctrl(Key::Num5);
        let mut counts = vec![window.names().len()];
        alt(&mut window, Key::ArrowDown);
        window.type_text("Said");
        window.wheel(egui::pos2(900.0, 600.0), -100_000_000.0);
        counts.push(window.names().len());
        for section in ["Overdue", "Due soon", "No update", "Load"] {
            let entry = named(&window, section);
            window.click(&entry);
            counts.push(window.names().len());
        }
        counts
    };
    let (few, many) = (count(300), count(10_000));
    for (few, many) in few.iter().zip(&many) {
        assert!(many <= &(few * 2), "{few:?} of 300, {many:?} of 10,000");
    }
}

#[test]
fn what_one_owner_says_is_not_typed_behind_the_words_of_another() {
    let mut window = looking(&plan());
    choose_owner(&mut window, "Police");
    assert_eq!(window.focused(), "Update, action T1.2");
    window.type_text("Rooms are found.");
    choose_owner(&mut window, "Public Health");
    window.ctrl(Key::Enter);
    window.click("Update, action T1.2");
    assert_eq!(window.value("Update, action T1.2"), "", "it is the Police's");
    window.type_text("Staff are hired.");
    let said: Vec<[&str; 2]> = said(&window, "T1.2").iter().map(|one| [one.by.as_str(), one.text.as_str()]).collect();
    assert_eq!(said, [["Police", "Rooms are found."], ["Public Health", "Staff are hired."]]);
    choose_owner(&mut window, "Police");
    assert!(window.texts().iter().any(|text| text.contains("Staff are hired.")), "what the other said is seen");
}
