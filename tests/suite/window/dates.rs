//! Deadlines: typed as people type them, read beside the words, and the reading overruled.

use egui::Key;
use planning_grid::dates::Reading;
use planning_grid::store::Sample;

use crate::support::window::Window;

const WHEN: &str = "Deadline, action PBC1.3";
const BESIDE: &str = "Inspector: Deadline, action PBC1.3";

fn window() -> Window {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.click(WHEN);
    window
}

#[test]
fn a_deadline_of_every_kind_shows_at_once_how_it_is_read() {
    let mut window = window();
    for (written, told) in [
        ("30/11/16", "30 Nov 2016"),
        ("March 2017", "by 31 Mar 2017"),
        ("end of June 2016", "by 30 Jun 2016"),
        ("Q3", "31 Dec 2016"),
        ("2016/17", "31 Mar 2017"),
        ("(Oct 16 – Mar 17)", "31 Mar 2017"),
        ("from May 2016", "May 2016"),
        ("Quarterly", "every quarter"),
        ("July 2016 DAAT Board", "event"),
        ("Plan developed by 31/07/16 and delivered by 31/03/17", "31 Jul 2016"),
        ("xxxx", "a placeholder, not a date"),
        ("purple", "not read as a date"),
    ] {
        window.retype(WHEN, written);
        assert_eq!(window.action("PBC1.3").when.written(), written);
        let reading = window.action("PBC1.3").when.reading().describe();
        assert!(reading.to_lowercase().contains(&told.to_lowercase()), "“{written}” is read as {reading}");
        assert!(window.texts().iter().any(|text| text.starts_with(&reading)), "“{written}”: {reading} in the form");
        assert_eq!(window.value(BESIDE), written);
    }
    window.retype(WHEN, "Ongoing");
    assert!(window.says("Read as: ongoing"));
    window.retype(WHEN, "");
    assert!(window.says("No deadline yet."));
}

#[test]
fn a_reading_is_overruled_kept_in_the_file_and_taken_back() {
    let mut window = window();
    window.retype(BESIDE, "as soon as we can");
    window.click("Say what the deadline means");
    window.click("Ongoing: it can never be late");
    let when = window.action("PBC1.3").when.clone();
    assert!(when.is_overruled());
    assert_eq!((when.written(), when.reading()), ("as soon as we can", &Reading::Ongoing));
    assert!(window.says("You said: ongoing"));
    window.ctrl(Key::S);
    let path = window.path("plan.ron");
    window.open(&path);
    assert_eq!(window.action("PBC1.3").when, when);
    window.click(WHEN);
    window.click("Say what the deadline means");
    window.click("As the words are read");
    assert!(!window.action("PBC1.3").when.is_overruled());
    window.ctrl(Key::Z);
    assert_eq!(window.action("PBC1.3").when, when);
}

#[test]
fn a_day_typed_says_what_the_words_mean() {
    let mut window = window();
    window.retype(BESIDE, "after the election");
    window.click("Say what the deadline means");
    window.click("The day it means");
    window.type_text("07/05/16");
    window.click("Set");
    let when = &window.action("PBC1.3").when;
    assert_eq!((when.written(), when.reading().describe()), ("after the election", "7 May 2016".to_owned()));
    assert!(window.says("You said: 7 May 2016"));
    assert!(!window.has("The day it means"), "the choice is made and put away");
}

#[test]
fn enter_takes_the_day_that_was_typed() {
    let mut window = window();
    window.retype(BESIDE, "after the election");
    window.click("Say what the deadline means");
    window.click("The day it means");
    window.type_text("07/05/16");
    window.press(Key::Enter);
    assert!(window.action("PBC1.3").when.is_overruled());
}

#[test]
fn typing_other_words_forgets_what_the_old_ones_were_said_to_mean() {
    let mut window = window();
    window.retype(BESIDE, "soon");
    window.click("Say what the deadline means");
    window.click("It is no date");
    window.retype(BESIDE, "30/11/16");
    assert!(!window.action("PBC1.3").when.is_overruled());
    assert!(window.says("Read as: 30 Nov 2016"));
}

#[test]
fn the_calendar_sets_a_day() {
    let mut window = window();
    window.retype(WHEN, "15/09/16");
    window.click("Choose the day from a calendar");
    window.click("The month after");
    window.click("14 October 2016");
    assert_eq!(window.action("PBC1.3").when.written(), "14/10/16");
    assert!(!window.has("The month after"), "the calendar is put away");
    assert!(window.says("Undo: change Deadline"));
    window.ctrl(Key::Z);
    assert_eq!(window.action("PBC1.3").when.written(), "15/09/16");
}

#[test]
fn how_late_it_is_stands_beside_it() {
    let mut window = window();
    window.retype(WHEN, "31/08/16");
    assert!(window.says("1 day late"));
    window.retype(WHEN, "22/08/16");
    assert!(window.says("10 days late"));
    window.click("Status: No status");
    window.click("Set to: Complete");
    assert!(!window.says("days late"), "what is complete is not late");
}
