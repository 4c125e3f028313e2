//! Who has a plan open: a note beside the plan that people can read, and the program too.
//!
//! Notes are advice, never what keeps data safe: anybody may write, spoil or delete one at any time. What is
//! read from one is cut to a harmless length and to harmless letters, and what cannot be read says only
//! that there is somebody.
//!
//! It must not decide whether who wrote a note is still there; [`mod@super::watch`] does, over time.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::drive::Drive;
use super::fingerprint::Fingerprint;
use super::session::Session;

/// The most bytes that are read of a note.
const MAX_BYTES: u64 = 4 * 1024;
/// The most notes that are read beside one plan.
const MAX_NOTES: usize = 50;
/// The most letters of a person's or a machine's name.
const MAX_NAME: usize = 100;
/// The most bytes of the plan's own name in a note's, and of the person's: with what stands between them
/// the whole stays below the 255 that file systems allow.
const MAX_STEM: usize = 150;
const MAX_PERSON: usize = 48;

const OPENED_BY: &str = ".opened-by-";
const ENDING: &str = ".txt";
const TIME: &str = "%Y-%m-%d %H:%M:%S";

/// What a run of the program says of itself beside a plan it has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The person, or nothing.
    pub name: String,
    /// Their computer, or nothing.
    pub machine: String,
    /// Since when they have it open, by their clock, to the second. `None` where it could not be read.
    pub since: Option<NaiveDateTime>,
    /// Counts up for as long as they have it open.
    pub beat: u64,
    /// The run.
    pub session: Session,
    /// The SHA-256 in hexadecimal of what they saved last, and when by their clock.
    pub saved: Option<(String, NaiveDateTime)>,
}

/// A note that was found.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub(super) path: PathBuf,
    pub(super) presence: Presence,
}

/// Writes a note beside the plan, or writes the one there is anew.
///
/// # Errors
/// Those of the drive.
pub fn put(drive: &dyn Drive, plan: &Path, presence: &Presence) -> io::Result<()> {
    let target = target(drive, plan);
    let path = path_of(&target, presence);
    let mut file = match drive.open_over(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => drive.create_new(&path)?,
        result => result?,
    };
    file.write_all(text_of(&target, presence).as_bytes())?;
    file.cut_off()
}

/// Takes a note away.
///
/// # Errors
/// Those of the drive. A note that is not there is no error.
pub fn remove(drive: &dyn Drive, plan: &Path, presence: &Presence) -> io::Result<()> {
    match drive.remove(&path_of(&target(drive, plan), presence)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Takes the notes of runs away that are known to be dead. What cannot be removed stays: it is seen to be stale
/// by its heartbeat.
pub fn clear(drive: &dyn Drive, plan: &Path, dead: &[Session]) {
    for note in notes(drive, plan).unwrap_or_default() {
        if dead.contains(&note.presence.session) {
            let _ = drive.remove(&note.path);
        }
    }
}

/// Who else left a note beside the plan, in order of their sessions.
///
/// # Errors
/// If the folder cannot be listed.
pub fn others(drive: &dyn Drive, plan: &Path, own: Option<Session>) -> io::Result<Vec<Presence>> {
    let notes = notes(drive, plan)?.into_iter().map(|note| note.presence);
    Ok(notes.filter(|presence| Some(presence.session) != own).collect())
}

/// Every note beside the plan, one a session, in order of the sessions.
pub(super) fn notes(drive: &dyn Drive, plan: &Path) -> io::Result<Vec<Note>> {
    let target = target(drive, plan);
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let before = before_person(&target).to_lowercase();
    let mut found: Vec<(Session, PathBuf)> = drive
        .list(folder)?
        .into_iter()
        .filter_map(|path| {
            // Windows does not tell large letters from small ones, and people type paths.
            let name = path.file_name()?.to_str()?.to_lowercase();
            let (_, session) = name.strip_prefix(&before)?.strip_suffix(ENDING)?.rsplit_once('-')?;
            Some((session.parse().ok()?, path))
        })
        .collect();
    found.sort();
    found.dedup_by_key(|(session, _)| *session);
    found.truncate(MAX_NOTES);
    Ok(found.into_iter().filter_map(|(session, path)| read(drive, session, path)).collect())
}

/// `None` if it was taken away meanwhile.
fn read(drive: &dyn Drive, session: Session, path: PathBuf) -> Option<Note> {
    let mut bytes = Vec::new();
    match drive.open(&path).and_then(|file| file.take(MAX_BYTES).read_to_end(&mut bytes)) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        // Half of it, or nothing: somebody.
        _ => Some(Note { path, presence: understand(&String::from_utf8_lossy(&bytes), session) }),
    }
}

/// The file itself: who opens a plan through a link is told of those who do not.
fn target(drive: &dyn Drive, plan: &Path) -> PathBuf {
    drive.real_path(plan).unwrap_or_else(|_| plan.to_path_buf())
}

fn path_of(target: &Path, presence: &Presence) -> PathBuf {
    let person = for_file_name(&presence.name);
    target.with_file_name(format!("{}{person}-{}{ENDING}", before_person(target), presence.session))
}

/// What the name of every note beside a plan begins with. A plan whose name cannot be told in full is told
/// by a few digits of it, so that two plans never share their notes.
fn before_person(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    match name.to_str() {
        Some(whole) if whole.len() <= MAX_STEM => format!("{whole}{OPENED_BY}"),
        _ => {
            let digits = Fingerprint::of(name.as_encoded_bytes()).to_string();
            format!("{}~{digits:.8}{OPENED_BY}", shortened(&name.to_string_lossy(), MAX_STEM))
        }
    }
}

/// A person's name with only such letters as every file system takes.
fn for_file_name(name: &str) -> String {
    let letters = name.replace(|letter: char| !letter.is_alphanumeric(), " ");
    let words: Vec<&str> = letters.split_whitespace().collect();
    let joined = words.join("-");
    let short = shortened(&joined, MAX_PERSON).trim_end_matches('-');
    if short.is_empty() { "somebody".to_owned() } else { short.to_owned() }
}

fn shortened(text: &str, max_bytes: usize) -> &str {
    let mut end = text.len().min(max_bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A name on one line, without letters that turn the writing round or cannot be seen.
fn plain(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let breaks = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    let letters = text.chars().filter(|letter| !turns(*letter)).take(4 * MAX_NAME);
    let one_line: String = letters.map(|letter| if breaks(letter) { ' ' } else { letter }).collect();
    let words: Vec<&str> = one_line.split_whitespace().collect();
    words.join(" ").chars().take(MAX_NAME).collect::<String>().trim_end().to_owned()
}

/// A note: a sentence for people, then lines for the program. The beat is the last of them, so that a note
/// that is being written over changes nowhere else.
fn text_of(target: &Path, presence: &Presence) -> String {
    let (name, machine) = (plain(&presence.name), plain(&presence.machine));
    let person = if name.is_empty() { "Somebody" } else { &name };
    let plan = plain(&target.file_name().unwrap_or_default().to_string_lossy());
    let on = if machine.is_empty() { String::new() } else { format!(" on {machine}") };
    let since = presence.since.map(|since| since.format(" since %-d %b %Y %H:%M").to_string()).unwrap_or_default();
    let mut lines = vec![
        format!(
            "{person} has \"{plan}\" open{on}{since}. You can open it too: what you both change is joined when you \
             save. This note goes away when the plan is closed; if the program was cut off, it can be deleted."
        ),
        String::new(),
        format!("name: {name}"),
        format!("machine: {machine}"),
        format!("session: {}", presence.session),
    ];
    lines.extend(presence.since.map(|since| format!("since: {}", since.format(TIME))));
    if let Some((fingerprint, at)) = &presence.saved {
        lines.push(format!("saved-fingerprint: {}", plain(fingerprint)));
        lines.push(format!("saved-at: {}", at.format(TIME)));
    }
    lines.push(format!("beat: {}", presence.beat));
    lines.push(String::new());
    // Line ends of Windows: any editor shows them.
    lines.join("\r\n")
}

/// What a note says; what is missing or spoiled is unknown. The session is that in the file's name.
fn understand(text: &str, session: Session) -> Presence {
    let (mut name, mut machine, mut since, mut beat) = (String::new(), String::new(), None, 0);
    let (mut fingerprint, mut saved_at) = (None, None);
    let time = |value: &str| NaiveDateTime::parse_from_str(value, TIME).ok();
    // The first line is for people, and names in it may look like anything.
    for (key, value) in text.lines().skip(1).filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match key.trim() {
            "name" => name = plain(value),
            "machine" => machine = plain(value),
            "since" => since = time(value),
            "beat" => beat = value.parse().unwrap_or(0),
            "saved-fingerprint" => {
                let is_whole = value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
                fingerprint = is_whole.then(|| value.to_ascii_lowercase());
            }
            "saved-at" => saved_at = time(value),
            _ => {}
        }
    }
    Presence { name, machine, since, beat, session, saved: fingerprint.zip(saved_at) }
}
