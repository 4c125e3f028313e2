//! Which room of the program may use which. Cargo enforces no layers inside one crate, so this does.

use std::collections::BTreeSet;
use std::fmt;

use crate::support::source::{SourceFile, rust_files};

/// A room of the program and what it may know.
struct Room {
    name: &'static str,
    /// The other rooms it may use.
    may_use: &'static [&'static str],
    /// What it must not mention.
    never: &'static [&'static str],
}

/// A window, or what draws one.
const WINDOW: [&str; 3] = ["egui", "eframe", "wgpu"];
/// The file system and the system's dialogs.
const FILES: [&str; 6] = ["std::fs", "fs::", "File::", "OpenOptions", "tempfile", "rfd"];
/// The clock.
const CLOCK: [&str; 5] = ["Local", "Utc", "SystemTime", "Instant", "UNIX_EPOCH"];

const WINDOW_AND_FILES: [&str; 9] =
    ["egui", "eframe", "wgpu", "std::fs", "fs::", "File::", "OpenOptions", "tempfile", "rfd"];

/// The rooms, those that know least first. A plan's own fields are of the types of `dates`, so whoever may
/// use `model` may use `dates`.
const ROOMS: [Room; 15] = [
    Room { name: "dates", may_use: &[], never: &WINDOW_AND_FILES },
    Room { name: "model", may_use: &["dates"], never: &WINDOW_AND_FILES },
    Room { name: "document", may_use: &["model", "dates"], never: &WINDOW_AND_FILES },
    Room { name: "check", may_use: &["model", "dates"], never: &WINDOW_AND_FILES },
    Room { name: "report", may_use: &["model", "dates"], never: &WINDOW_AND_FILES },
    Room { name: "store", may_use: &["model", "dates", "document"], never: &WINDOW },
    Room { name: "intake", may_use: &["model", "dates"], never: &WINDOW },
    Room { name: "pack", may_use: &["check", "model", "dates", "report"], never: &WINDOW_AND_FILES },
    Room { name: "jobs", may_use: &[], never: &WINDOW_AND_FILES },
    Room { name: "picture", may_use: &[], never: &FILES },
    Room { name: "ui", may_use: &["check", "model", "dates", "report", "document", "intake"], never: &FILES },
    Room { name: "headless", may_use: &["app", "dates", "jobs", "model", "picture", "ui"], never: &["rfd"] },
    Room {
        name: "app",
        may_use: &[
            "check", "dates", "document", "headless", "intake", "jobs", "model", "pack", "picture", "report", "store",
            "ui",
        ],
        never: &[],
    },
    Room {
        name: "cli",
        may_use: &[
            "app", "check", "dates", "document", "headless", "intake", "jobs", "model", "pack", "picture", "report",
            "store", "ui",
        ],
        never: &["rfd"],
    },
    Room { name: "main", may_use: &["app", "cli", "jobs"], never: &FILES },
];

/// A line that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Breach {
    path: String,
    line: usize,
    rule: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.rule)
    }
}

/// The room a file belongs to and its modules within the crate: "src/ui/view.rs" is `ui`, `["ui", "view"]`.
fn room_and_modules(path: &str) -> (&str, Vec<&str>) {
    let inner = path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")).expect("a file of src");
    let modules: Vec<&str> = inner.split('/').filter(|part| *part != "mod").collect();
    (modules[0], modules)
}

fn is_name_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The names that follow a path such as `crate::`: one, or all of a group in braces.
fn first_names(after: &str) -> Vec<&str> {
    let Some(group) = after.trim_start().strip_prefix('{') else {
        let after = after.trim_start();
        return vec![&after[..after.find(|letter| !is_name_letter(letter)).unwrap_or(after.len())]];
    };
    let mut names = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            ',' | '}' if depth == 0 => {
                names.extend(first_names(&group[start..at]));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    names
}

/// Where `word` stands whole in `text`.
fn whole_words<'text>(text: &'text str, word: &'text str) -> impl Iterator<Item = usize> {
    let before = move |at: usize| !text[..at].ends_with(is_name_letter);
    let after = move |at: usize| word.ends_with(':') || !text[at + word.len()..].starts_with(is_name_letter);
    text.match_indices(word).map(|(at, _)| at).filter(move |at| before(*at) && after(*at))
}

/// The rooms that a file names, with the place in its code: through `crate::`, through the library's own
/// name, or through as many `super::` as lead out of its room.
fn rooms_named<'code>(code: &'code str, modules: &[&str]) -> Vec<(usize, &'code str)> {
    let way_out = "super::".repeat(modules.len());
    let mut named = Vec::new();
    for way in ["crate::", "planning_grid::", &way_out] {
        for (at, _) in code.match_indices(way) {
            let longer = code[..at].ends_with(is_name_letter) || code[..at].ends_with("::");
            if !longer {
                named.extend(first_names(&code[at + way.len()..]).into_iter().map(|name| (at, name)));
            }
        }
    }
    named
}

/// Every rule a file breaks.
fn breaches(file: &SourceFile) -> Vec<Breach> {
    let (name, modules) = room_and_modules(&file.path);
    let code: String = file.code_lines().flat_map(|(_, line)| [line, "\n"]).collect();
    let line_of = |at: usize| code[..at].matches('\n').count() + 1;
    let breach = |at, rule| Breach { path: file.path.clone(), line: line_of(at), rule };
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return vec![breach(0, format!("the room `{name}` has no rule here"))];
    };
    let mut found = Vec::new();
    for (at, used) in rooms_named(&code, &modules) {
        let is_room = ROOMS.iter().any(|other| other.name == used);
        if is_room && used != name && !room.may_use.contains(&used) {
            found.push(breach(at, format!("`{name}` must not use `{used}`")));
        }
    }
    let clock = if name == "main" { &[][..] } else { &CLOCK };
    for word in room.never.iter().chain(clock) {
        found.extend(whole_words(&code, word).map(|at| breach(at, format!("`{name}` must not mention `{word}`"))));
    }
    found.sort_by_key(|breach| breach.line);
    found
}

fn files() -> Vec<SourceFile> {
    // The crate's own file only names the rooms; tests may reach wherever they like.
    rust_files("src").into_iter().filter(|file| file.path != "src/lib.rs" && !file.is_test()).collect()
}

#[test]
fn every_room_uses_only_those_it_may() {
    let breaches: Vec<String> = files().iter().flat_map(breaches).map(|breach| breach.to_string()).collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_rule_is_about_a_room_that_is_there() {
    let files = files();
    let rooms: BTreeSet<&str> = files.iter().map(|file| room_and_modules(&file.path).0).collect();
    assert_eq!(rooms, ROOMS.iter().map(|room| room.name).collect());
}

#[test]
fn a_breach_is_found_by_whichever_way_it_is_written() {
    let breaches_in = |path: &str, text: &str| -> Vec<String> {
        breaches(&SourceFile { path: path.to_owned(), text: text.to_owned() }).iter().map(ToString::to_string).collect()
    };
    for (path, text, expected) in [
        ("src/dates/when.rs", "use crate::model::Plan;", "src/dates/when.rs:1: `dates` must not use `model`"),
        (
            "src/model/plan.rs",
            "\nuse crate::{dates::When, store};",
            "src/model/plan.rs:2: `model` must not use `store`",
        ),
        ("src/ui/view.rs", "let x = super::super::pack::make();", "src/ui/view.rs:1: `ui` must not use `pack`"),
        ("src/ui/mod.rs", "use super::{app};", "src/ui/mod.rs:1: `ui` must not use `app`"),
        (
            "src/ui/view.rs",
            "use crate::{\n    model,\n    app::{self, App},\n};",
            "src/ui/view.rs:1: `ui` must not use `app`",
        ),
        ("src/ui/view.rs", "std::fs::read(path)", "src/ui/view.rs:1: `ui` must not mention `std::fs`"),
        ("src/report/mod.rs", "chrono::Local::now()", "src/report/mod.rs:1: `report` must not mention `Local`"),
        ("src/attic.rs", "", "src/attic.rs:1: the room `attic` has no rule here"),
    ] {
        assert_eq!(breaches_in(path, text).first().map(String::as_str), Some(expected));
    }
    for (path, text) in [
        ("src/dates/when.rs", "// use crate::model::Plan;\nuse super::period::Period;"),
        ("src/model/plan.rs", "use super::super::dates::When;\nuse crate::dates;"),
        ("src/ui/view.rs", "let locale = Locale::new(Profile);\nuse super::command::Command;"),
        ("src/ui/view.rs", "#[cfg(test)]\nmod tests {\n    use crate::store;\n}"),
    ] {
        assert!(breaches_in(path, text).is_empty(), "{text}");
    }
}
