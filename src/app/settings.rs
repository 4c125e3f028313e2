//! What is kept between runs: recent plans, the look, the size of text. Losing it loses no plan.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::ui::theme::Appearance;

/// How many recent plans are remembered.
const MOST_RECENT: usize = 8;

/// The settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Plans opened or saved, the newest first.
    pub recent: Vec<Recent>,
    /// The look.
    pub appearance: Appearance,
    /// The size of everything, 1 as usual, 0.8 to 2.
    pub zoom: f32,
}

/// A plan that was open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// Its title then.
    pub title: String,
    /// The day it was last opened or saved, as YYYY-MM-DD.
    pub day: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { recent: Vec::new(), appearance: Appearance::System, zoom: 1.0 }
    }
}

impl Settings {
    /// Reads the settings. What cannot be read is as it was on the first day, and said.
    #[must_use]
    pub fn load(file: Option<&Path>) -> (Self, Option<String>) {
        let Some(text) = file.and_then(|file| fs::read_to_string(file).ok()) else {
            return (Self::default(), None);
        };
        if let Ok(mut settings) = ron::from_str::<Self>(&text) {
            settings.zoom = if settings.zoom.is_finite() { settings.zoom.clamp(0.8, 2.0) } else { 1.0 };
            settings.recent.truncate(MOST_RECENT);
            (settings, None)
        } else {
            let words = "The list of recent plans could not be read and was begun anew. No plan is affected.";
            (Self::default(), Some(words.to_owned()))
        }
    }

    /// Keeps the settings. `false` if they could not be written; nothing depends on it.
    pub fn save(&self, file: Option<&Path>) -> bool {
        let Some(file) = file else { return true };
        let write = || -> Option<()> {
            let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).ok()?;
            let folder = file.parent()?;
            fs::create_dir_all(folder).ok()?;
            let mut beside = tempfile::NamedTempFile::new_in(folder).ok()?;
            beside.write_all(text.as_bytes()).ok()?;
            beside.persist(file).ok().map(drop)
        };
        write().is_some()
    }

    /// Puts a plan at the head of the recent ones.
    pub fn remember(&mut self, path: &Path, title: &str, day: chrono::NaiveDate) {
        self.recent.retain(|recent| recent.path != path);
        let recent = Recent { path: path.to_path_buf(), title: title.to_owned(), day: day.to_string() };
        self.recent.insert(0, recent);
        self.recent.truncate(MOST_RECENT);
    }
}

/// Where settings are kept on this system; `None` where it does not say.
#[must_use]
pub fn usual_file() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "Planning Grid")?;
    Some(folders.config_dir().join("settings.ron"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_spoiled_ones_do_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/settings.ron");
        let mut settings = Settings { zoom: 1.5, ..Settings::default() };
        settings.remember(Path::new("plan.ron"), "A plan", chrono::NaiveDate::from_ymd_opt(2016, 7, 11).unwrap());
        assert!(settings.save(Some(&file)));
        assert_eq!(Settings::load(Some(&file)), (settings, None));
        fs::write(&file, "(recent: [").unwrap();
        let (settings, words) = Settings::load(Some(&file));
        assert_eq!(settings, Settings::default());
        assert!(words.is_some());
    }

    #[test]
    fn a_plan_opened_again_moves_to_the_head() {
        let mut settings = Settings::default();
        let day = chrono::NaiveDate::default();
        for name in ["a", "b", "a"] {
            settings.remember(Path::new(name), name, day);
        }
        let paths: Vec<_> = settings.recent.iter().map(|recent| recent.title.as_str()).collect();
        assert_eq!(paths, ["a", "b"]);
    }
}
