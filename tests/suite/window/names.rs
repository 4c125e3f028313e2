//! Every control has a name, in every view, menu and dialog, in every look. (The harness checks that
//! whenever the window has settled, and that every letter has a face.)

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use planning_grid::app::settings::Settings;
use planning_grid::store::Sample;
use planning_grid::ui::theme::Appearance;

use crate::support::window::{Setting, Window};

#[test]
fn every_view_menu_and_dialog_has_its_names() {
    for theme in [Theme::Light, Theme::Dark] {
        Window::start_with(Setting { theme, ..Setting::default() });
        for sample in Sample::ALL {
            let mut window = Window::with_sample_in(sample, Setting { theme, ..Setting::default() });
            let row =
                window.labels(Role::MultilineTextInput).into_iter().find(|name| name.contains(", action ")).unwrap();
            window.click(&row);
            for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num1] {
                window.ctrl(view);
            }
            for opened in ["Plan menu", "As at 1 September 2016", "Choose the day from a calendar", "Status: No status"]
            {
                let before = window.labels(Role::Button).len();
                window.click(opened);
                assert!(window.labels(Role::Button).len() > before, "{opened} opens something");
                window.press(Key::Escape);
                assert_eq!(window.labels(Role::Button).len(), before, "Escape puts it away: {opened}");
            }
            window.choose("Plan details…");
            for section in window.labels(Role::Tab) {
                window.click(&section);
            }
            window.press(Key::Escape);
            window.choose("Keyboard shortcuts");
            window.press(Key::Escape);
            window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
            window.click("Type where");
            window.press(Key::Escape);
            window.type_text("x");
        }
    }
}

#[test]
fn every_look_can_be_chosen_and_is_kept() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    for (look, kept) in [
        ("Look: light", Appearance::Light),
        ("Look: dark", Appearance::Dark),
        ("Look: high contrast", Appearance::HighContrast),
        ("Look: as the system", Appearance::System),
    ] {
        window.choose(look);
        let (settings, trouble) = Settings::load(Some(&window.path("settings/PC-1/settings.ron")));
        assert_eq!((settings.appearance, trouble), (kept, None));
    }
}

#[test]
fn a_name_says_the_words_and_nothing_else() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click("Plan menu");
    for name in window.labels(Role::Button) {
        assert_eq!(name.trim(), name);
    }
}

#[test]
fn no_two_controls_of_one_kind_share_a_name() {
    // Who hears “Objective statement” eight times does not know which.
    let mut window = Window::with_sample(Sample::TowerHamlets);
    for view in [Key::Num1, Key::Num2, Key::Num3] {
        window.ctrl(view);
        for role in [Role::MultilineTextInput, Role::TextInput, Role::Button] {
            let mut names = window.labels(role);
            names.sort();
            let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
            assert!(twice.is_empty(), "{view:?}: {twice:?}");
        }
    }
}
