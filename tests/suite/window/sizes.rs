//! Windows from the smallest to the largest, text from 80 to 200 per cent.

use egui::{Key, Modifiers, Rect, Vec2, vec2};
use planning_grid::store::Sample;

use crate::support::window::{Setting, Window};

const SIZES: [Vec2; 4] = [vec2(760.0, 480.0), vec2(1024.0, 700.0), vec2(1440.0, 900.0), vec2(2560.0, 1440.0)];
const ZOOMS: [f32; 5] = [0.8, 1.0, 1.25, 1.5, 2.0];
const ESSENTIAL: [&str; 8] =
    ["Grids", "Timeline", "Actions", "Progress", "Save", "Plan menu", "Search the plan", "As at 1 September 2016"];

fn each(mut test: impl FnMut(&mut Window, &str)) {
    for size in SIZES {
        for zoom in ZOOMS {
            // The smallest window is for the usual size of text.
            if size.x / zoom < 500.0 {
                continue;
            }
            let setting = Setting { size, zoom, ..Setting::default() };
            let mut window = Window::with_sample_in(Sample::TowerHamlets, setting);
            test(&mut window, &format!("{size:?} at {zoom}"));
        }
    }
}

#[test]
fn the_essential_controls_are_on_screen_and_apart_at_every_size() {
    each(|window, at| {
        for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num5] {
            window.ctrl(view);
            let mut places: Vec<(&str, Rect)> = Vec::new();
            for name in ESSENTIAL {
                assert!(window.is_on_screen(name), "{name} in {view:?}, {at}");
                let place = window.control(name).rect();
                for (other, taken) in &places {
                    assert!(!taken.shrink(1.0).intersects(place.shrink(1.0)), "{name} on {other}, {at}");
                }
                places.push((name, place));
            }
        }
    });
}

#[test]
fn the_title_does_not_run_into_the_search() {
    each(|window, at| {
        let title = window.control(&window.plan().title.clone()).rect();
        let search = window.control("Search the plan").rect();
        assert!(title.right() <= search.left(), "{at}: the title ends at {}, {search:?}", title.right());
    });
}

#[test]
fn a_long_path_does_not_run_into_the_rest_of_the_bar() {
    for size in SIZES {
        let mut window = Window::start_with(Setting { size, ..Setting::default() });
        let name = format!("{}.ron", "a plan with a name that is long ".repeat(7));
        let path = window.write(&name, Sample::Oldham.bytes());
        window.open(&path);
        let place = window.control(&path.display().to_string()).rect();
        let position = window.control("18 objectives · 68 actions").rect();
        assert!(place.right() <= position.left(), "{size:?}: {place}, {position}");
    }
}

#[test]
fn there_is_room_for_the_words_of_undo_and_redo() {
    each(|window, at| {
        window.retype("Reference of objective 1.1", "P1");
        window.press(Key::Tab);
        window.type_text("x");
        window.ctrl(Key::Z);
        if window.harness.ctx.content_rect().width() < 600.0 {
            // Very large text in a very small window: the keys and the tooltip's words have to do.
            return;
        }
        let tab = window.control("Actions").rect();
        let undo = window.labels(egui::accesskit::Role::Button).into_iter().find(|name| name.contains("Undo:"));
        let undo = undo.unwrap_or_else(|| panic!("nothing to undo, {at}; focused {}", window.focused()));
        assert!(window.is_on_screen(&undo), "{at}");
        assert!(window.control(&undo).rect().left() >= tab.right(), "{at}: undo stands on the tabs");
    });
}

#[test]
fn a_cell_can_be_typed_in_at_every_size() {
    each(|window, at| {
        window.ctrl(Key::Num3);
        window.retype("Action, action PBC1.1", "Short");
        assert_eq!(window.action("PBC1.1").description, "Short", "{at}");
    });
}

#[test]
fn every_entry_of_the_menu_can_be_reached_in_a_small_window() {
    let setting = Setting { size: vec2(760.0, 480.0), ..Setting::default() };
    let mut window = Window::with_sample_in(Sample::Oldham, setting);
    window.click("Plan menu");
    let last = "Usual text size Ctrl+0";
    window.bring_into_sight(last);
    assert!(window.is_on_screen(last));
}

#[test]
fn the_list_of_keys_can_be_put_away_with_the_pointer_in_a_small_window() {
    let setting = Setting { size: vec2(760.0, 480.0), ..Setting::default() };
    let mut window = Window::with_sample_in(Sample::Oldham, setting);
    let menu = window.control("Plan menu").rect();
    window.choose("Keyboard shortcuts");
    assert!(window.has("Close"), "{menu:?}");
    window.bring_into_sight("Close");
    assert!(window.is_on_screen("Close"));
}

#[test]
fn the_text_grows_and_shrinks_with_its_keys_and_the_bar_says_so() {
    let mut window = Window::with_sample(Sample::Oldham);
    let agree = |window: &Window, words: &str| {
        assert!(window.has(words), "{words}: {:?}", window.texts());
        format!("{} %", (window.harness.ctx.zoom_factor() * 100.0).round())
    };
    window.ctrl(Key::Plus);
    assert_eq!(agree(&window, "110 %"), "110 %");
    window.ctrl(Key::Minus);
    window.ctrl(Key::Minus);
    assert_eq!(agree(&window, "90 %"), "90 %");
    window.ctrl(Key::Num0);
    assert_eq!(agree(&window, "100 %"), "100 %");
    // The same key as plus, without Shift: what most people press.
    window.ctrl(Key::Equals);
    assert_eq!(agree(&window, "110 %"), "110 %");
    for _ in 0..20 {
        window.ctrl(Key::Plus);
    }
    assert_eq!(agree(&window, "200 %"), "200 %");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Plus);
    for _ in 0..20 {
        window.ctrl(Key::Minus);
    }
    assert_eq!(agree(&window, "80 %"), "80 %");
}
