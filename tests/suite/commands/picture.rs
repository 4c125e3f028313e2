//! `picture`: a view as it is on screen, with no screen.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::{Ran, SAMPLES, names_in, run_on};
use crate::samples::sample_path;

fn picture(plan: &Path, png: &Path, more: &[&str]) -> Ran {
    let more: Vec<&OsStr> = [OsStr::new("-o"), png.as_os_str(), OsStr::new("--as-at"), OsStr::new("2016-07-11")]
        .into_iter()
        .chain(more.iter().map(OsStr::new))
        .collect();
    run_on("picture", plan, &more)
}

/// The width and height of a PNG, and the colours of its pixels.
fn decoded(bytes: &[u8]) -> ((u32, u32), Vec<[u8; 3]>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("whole");
    assert_eq!(info.color_type, png::ColorType::Rgb, "nothing shines through");
    let (colours, _) = pixels[..info.buffer_size()].as_chunks::<3>();
    ((info.width, info.height), colours.to_vec())
}

#[test]
fn every_view_in_every_theme_is_a_picture_of_the_size_asked_for_and_twice_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut seen = HashSet::new();
    for view in ["grids", "timeline", "actions"] {
        for theme in ["light", "dark"] {
            let draw = |name: &str| {
                let png = folder.path().join(name);
                let options = ["--view", view, "--theme", theme, "--size", "1000x700"];
                assert_eq!(picture(&sample_path(SAMPLES[1]), &png, &options).printed(), "");
                fs::read(png).unwrap()
            };
            let bytes = draw("one.png");
            assert!(bytes == draw("two.png"), "{view}, {theme}: two runs differ");
            let (size, pixels) = decoded(&bytes);
            assert_eq!(size, (1000, 700));
            let colours: HashSet<&[u8; 3]> = pixels.iter().collect();
            assert!(colours.len() > 50, "{view}, {theme}: only {} colours", colours.len());
            let brightness = pixels.iter().flatten().map(|part| u64::from(*part)).sum::<u64>() / (3 * 700_000);
            assert_eq!(brightness > 127, theme == "light", "{view}, {theme}: brightness {brightness}");
            assert!(seen.insert(bytes), "{view}, {theme}: the same as another");
        }
    }
    assert_eq!(names_in(folder.path()), ["one.png", "two.png"]);
}

#[test]
fn without_a_size_or_theme_it_is_1440_by_900_and_light() {
    let folder = tempfile::tempdir().unwrap();
    let [plain, asked] = ["plain.png", "asked.png"].map(|name| folder.path().join(name));
    picture(&sample_path(SAMPLES[0]), &plain, &["--view", "grids"]).printed();
    let options = ["--view", "grids", "--size", "1440x900", "--theme", "light"];
    picture(&sample_path(SAMPLES[0]), &asked, &options).printed();
    let bytes = fs::read(plain).unwrap();
    assert_eq!(decoded(&bytes).0, (1440, 900));
    assert!(bytes == fs::read(asked).unwrap());
}

#[test]
fn a_place_that_cannot_be_written_is_named_and_nothing_is_left_there() {
    let folder = tempfile::tempdir().unwrap();
    let png = folder.path().join("no such folder").join("view.png");
    let ran = picture(&sample_path(SAMPLES[0]), &png, &["--view", "actions", "--size", "300x200"]);
    assert!(ran.complaint(1).contains(&png.display().to_string()), "{}", ran.stderr);
    assert!(names_in(folder.path()).is_empty());
}
