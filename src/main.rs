//! The program: arguments lead to a window or to a command that needs none. The clock and the person's
//! name are read here and nowhere else.

use std::process::ExitCode;

use chrono::Local;
use clap::Parser;
use planning_grid::app::{self, App, World, clipboard::SystemClipboard, folders, picker::SystemPicker, settings};
use planning_grid::cli::{self, Arguments};
use planning_grid::jobs::Runner;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let today = Local::now().date_naive();
    if let Some(command) = arguments.command {
        return cli::run(command, today);
    }
    let make = move |context: &egui::Context| {
        let mut app = App::new(World {
            today,
            now: Box::new(|| Local::now().naive_local()),
            seed: seed(),
            user: user(),
            machine: machine(),
            folders: folders::usual_folders(),
            settings_file: settings::usual_file(),
            picker: Box::new(SystemPicker),
            clipboard: Box::new(SystemClipboard),
            runner: Runner::Background,
        });
        app.take_settings(context);
        if let Some(path) = &arguments.plan {
            app.open_or_bring_in(context, path.clone());
        }
        app
    };
    match app::run_window(&make, arguments.draw_with) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            app::tell_start_error(&error);
            ExitCode::FAILURE
        }
    }
}

/// A number no other session begins with: the time, the process, and what the system gives each hasher.
fn seed() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    let mut hasher = std::hash::RandomState::new().build_hasher();
    hasher.write_i64(Local::now().timestamp_micros());
    hasher.write_u32(std::process::id());
    hasher.finish()
}

/// Who is at the keyboard: their name where the system knows it, or what they sign in with; nothing where it
/// does not say.
fn user() -> String {
    let name = whoami::realname().ok().filter(|name| !name.trim().is_empty());
    name.or_else(|| whoami::username().ok()).unwrap_or_default()
}

/// What this machine is called; nothing where the system does not say.
fn machine() -> String {
    whoami::devicename().or_else(|_| whoami::hostname()).unwrap_or_default()
}
