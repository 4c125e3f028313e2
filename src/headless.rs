//! What needs no window: a view as a picture, and files written whole.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use egui::vec2;

use crate::app::clipboard::NoHtml;
use crate::app::picker::{Answer, Picker, Request};
use crate::app::{App, World};
use crate::jobs::Runner;
use crate::model::Plan;
use crate::picture::{self, PictureError};
use crate::ui::ViewKind;
use crate::ui::progress::Section;
use crate::ui::theme::{self, Appearance, Palette};

/// What a picture shows and how.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureOptions {
    /// The view.
    pub view: ViewKind,
    /// The section of it, where it is the Progress view.
    pub section: Section,
    /// The day it speaks for.
    pub as_at: NaiveDate,
    /// Light ink on dark paper.
    pub dark: bool,
    /// Width and height in points.
    pub size: [f32; 2],
    /// Pixels per point.
    pub pixels_per_point: f32,
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self {
            view: ViewKind::Grids,
            section: Section::default(),
            as_at: NaiveDate::default(),
            dark: false,
            size: [1440.0, 900.0],
            pixels_per_point: 1.0,
        }
    }
}

/// Nobody is there to ask.
struct NoPicker;

impl Picker for NoPicker {
    fn ask(&self, _request: Request) -> Answer {
        Box::new(|| None)
    }
}

/// A view of a plan as a PNG, as it is on screen, with no screen and no GPU.
///
/// # Errors
/// If the size is none that a picture can have.
pub fn picture(plan: Plan, options: &PictureOptions) -> Result<Vec<u8>, PictureError> {
    let midnight = options.as_at.and_time(chrono::NaiveTime::MIN);
    let world = World {
        today: options.as_at,
        now: Box::new(move || midnight),
        seed: 0,
        user: String::new(),
        machine: String::new(),
        folders: None,
        settings_file: None,
        picker: Box::new(NoPicker),
        clipboard: Box::new(NoHtml),
        runner: Runner::AtOnce,
    };
    let appearance = if options.dark { Appearance::Dark } else { Appearance::Light };
    let mut app = App::new(world);
    app.set_appearance(appearance);
    app.show_for_picture(plan);
    app.show_view(options.view);
    app.show_section(options.section);
    let context = egui::Context::default();
    theme::install(&context);
    appearance.apply(&context);
    let background = if options.dark { Palette::DARK.ground } else { Palette::LIGHT.ground };
    let [width, height] = options.size;
    let picture = picture::render(&context, vec2(width, height), options.pixels_per_point, background, |ui| {
        app.frame(ui);
    });
    picture.to_png()
}

/// Whether two paths lead to one file that is there.
#[must_use]
pub fn is_same_file(one: &Path, two: &Path) -> bool {
    matches!((one.canonicalize(), two.canonicalize()), (Ok(one), Ok(two)) if one == two)
}

/// Writes a file that is no plan (a pack, a picture): beside, then in its place, so that nobody ever opens
/// half of one.
///
/// # Errors
/// Those of the drive.
pub fn write_file(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        // A pipe or a device takes the bytes as they come and must not be replaced by a file.
        return std::fs::write(path, bytes);
    }
    // What a link points at is replaced, not the link.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut beside = tempfile::Builder::new()
        .prefix(".planning-grid-")
        .tempfile_in(folder)
        .map_err(|error| std::io::Error::new(error.kind(), plain(&error)))?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    let file = beside.persist(path).map_err(|error| error.error)?;
    readable_by_others(&file)
}

/// The system's words without the temporary name nobody has heard of.
fn plain(error: &std::io::Error) -> String {
    let words = error.to_string();
    words.split(" at path ").next().unwrap_or_default().to_owned()
}

/// A temporary file is for its owner alone; a board pack on a share is not.
#[cfg(unix)]
fn readable_by_others(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    match file.set_permissions(std::fs::Permissions::from_mode(0o644)) {
        // Shares that know no permissions refuse this; the file is written all the same.
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Windows takes the permissions from the folder.
#[cfg(not(unix))]
fn readable_by_others(_file: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}
