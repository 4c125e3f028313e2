//! The commands that need no window, run as a script would run them.

mod dates;
mod export;
mod picture;
mod refusals;
mod shape;
mod usage;
mod written_dates;

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::samples::sample_path;

/// The two samples.
const SAMPLES: [&str; 2] = ["oldham-2010-11.ron", "tower-hamlets-2016-17.ron"];

/// What a command did.
#[derive(Debug)]
struct Ran {
    /// The exit status.
    status: i32,
    stdout: Vec<u8>,
    stderr: String,
}

impl Ran {
    /// What it printed, after making sure that it was done and complained of nothing.
    #[track_caller]
    fn printed(&self) -> &str {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""));
        std::str::from_utf8(&self.stdout).expect("output in UTF-8")
    }

    /// What it complained of, after making sure that it was not done and printed nothing else.
    #[track_caller]
    fn complaint(&self, status: i32) -> &str {
        let stdout = String::from_utf8_lossy(&self.stdout);
        assert_eq!((self.status, stdout.as_ref()), (status, ""), "{}", self.stderr);
        assert!(!self.stderr.trim().is_empty(), "not a word about why");
        &self.stderr
    }
}

/// Runs the program with these arguments and this on its standard input.
fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, input: &[u8]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planning-grid"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // No test may open a window on the screen of whoever runs it.
    for screen in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(screen);
    }
    let mut child = command.spawn().expect("the program starts");
    // A command that does not read its input may be gone already.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    Ran {
        status: output.status.code().expect("an exit status, not a crash"),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).expect("errors in UTF-8"),
    }
}

/// Runs a command about a plan file.
fn run_on(command: &str, plan: &Path, more: &[&OsStr]) -> Ran {
    run([OsStr::new(command), plan.as_os_str()].into_iter().chain(more.iter().copied()), b"")
}

/// What `show --json` prints of a sample.
pub(crate) fn show(sample: &str) -> Value {
    let ran = run_on("show", &sample_path(sample), &[OsStr::new("--json")]);
    serde_json::from_str(ran.printed()).expect("JSON")
}

/// The names in a folder, sorted.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
