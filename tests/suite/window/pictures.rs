//! Pictures of the window: the same twice, and not blank. No picture is kept: fonts may change.

use std::collections::BTreeSet;

use egui::{Key, Theme};

use crate::support::window::{Setting, Window};

fn colours(picture: &image::RgbaImage) -> usize {
    picture.pixels().map(|pixel| pixel.0).collect::<BTreeSet<_>>().len()
}

/// The start page, each view, and the plan's details.
fn all(theme: Theme) -> Vec<image::RgbaImage> {
    let setting = Setting { theme, ..Setting::default() };
    let mut pictures = vec![Window::start_with(setting).picture()];
    // Opened as a new plan: the path of a test's own file is another every time, and stands in the bar.
    let mut window = Window::start_with(setting);
    window.click("Open sample: An action plan (Tower Hamlets 2016/17)");
    for view in [Key::Num1, Key::Num2, Key::Num3] {
        window.ctrl(view);
        pictures.push(window.picture());
    }
    window.choose("Plan details…");
    pictures.push(window.picture());
    pictures
}

#[test]
fn pictures_are_the_same_twice_and_show_something() {
    let light = all(Theme::Light);
    assert_eq!(light.len(), 5);
    for picture in &light {
        assert_eq!(picture.dimensions(), (1440, 900));
        assert!(colours(picture) > 50, "{} colours", colours(picture));
    }
    assert!(light == all(Theme::Light), "the same twice");
    let dark = all(Theme::Dark);
    for (light, dark) in light.iter().zip(&dark) {
        let shade = |picture: &image::RgbaImage| u64::from(picture.get_pixel(700, 60).0[0]);
        assert!(colours(dark) > 50);
        assert!(shade(light) > shade(dark), "light is lighter");
    }
}
