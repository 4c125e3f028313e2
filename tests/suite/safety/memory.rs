//! Files made to take all the memory there is: each is opened or refused within a gigabyte, in a process of
//! its own that says how much it took.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use planning_grid::model::{ActionId, Plan};
use planning_grid::store::{MAX_BYTES, to_bytes};

use super::desk::titled;
use super::saver::Saver;

/// The most that opening a file may take, in kilobytes.
const MOST: u64 = 1_000_000;

/// Nearly as many bytes as a plan may have.
const LARGE: usize = 63 * 1024 * 1024;

/// Writes a file that begins and ends so, with as much of the middle in between as a plan may have, and at
/// most so many times.
fn write(path: &Path, begin: &str, middle: &str, most: usize, end: &str) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    file.write_all(begin.as_bytes()).unwrap();
    let times = ((LARGE - begin.len() - end.len()) / middle.len()).min(most);
    // In large pieces: some of these are 60 million letters.
    let piece = middle.repeat(1_000);
    for _ in 0..times / 1_000 {
        file.write_all(piece.as_bytes()).unwrap();
    }
    file.write_all(middle.repeat(times % 1_000).as_bytes()).unwrap();
    file.write_all(end.as_bytes()).unwrap();
    file.into_inner().unwrap();
}

/// What was said of a file, and the kilobytes it took.
fn opened(path: &Path, what: &str) -> (String, u64) {
    let lines = Saver::start("load", path, &[]).finish();
    let [said, kilobytes] = lines.as_slice() else { panic!("{what}: {lines:?}") };
    (said.clone(), kilobytes.strip_prefix("kilobytes ").and_then(|number| number.parse().ok()).unwrap())
}

#[test]
fn no_file_takes_more_than_a_gigabyte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = String::from_utf8(to_bytes(&titled("TITLE")).unwrap()).unwrap();
    let (before, after) = plan.split_once("TITLE").unwrap();
    let grids = "(version: 1, plan: (grids: [";
    let sound_front = format!("{}notes: [", plan.split_once("    grids: [").unwrap().0);
    let when = "(version: 1, plan: (meetings: [(id: \"1\", when: \"x\", when_read_as: Several([";
    let all = usize::MAX;
    let files: [(&str, &str, &str, usize, &str); 25] = [
        ("dates in dates", when, "Several([", 900_000, ""),
        ("round brackets", "", "(", all, ""),
        ("round brackets in a plan", "(version: 1, plan: ", "(", all, ""),
        ("square brackets in a plan", "(version: 1, plan: (grids: ", "[", all, ""),
        ("curly brackets in a plan", "(version: 1, plan: (grids: ", "{", all, ""),
        ("brackets in an unknown field", "(version: 1, plan: (other: ", "[", all, ""),
        ("closed brackets in an unknown field", "(version: 1, plan: (other: [", "[],", all, ""),
        ("comments never closed", "(version: 1, plan: ", "/*", all, ""),
        ("Some(", "(version: 1, plan: (title: ", "Some(", all, ""),
        ("a title of 63 megabytes", before, "x", all, after),
        ("a title never closed", before, "x", all, ""),
        ("a title of escapes", before, "\\n", all, after),
        ("a title of long escapes", before, "\\u{41}", all, after),
        ("a title of backslashes", before, "\\\\", all, after),
        ("a raw title", "(version: 1, plan: (title: r#\"", "\"", all, ""),
        ("a very long number", "(version: ", "9", all, ", plan: ())"),
        ("a very long name", "(version: 1, plan: (", "x", all, ": 1))"),
        ("as many grids as go", grids, "(id:\"1\"),", 999_990, "]))"),
        ("more grids than go", grids, "(id:\"1\"),", all, "]))"),
        ("as many parts of a date as go", when, "Blank,", 4_999_990, "])]))"),
        ("more parts of a date than go", when, "Blank,", all, "])]))"),
        ("as many notes as go", &sound_front, "(id:\"1\",text:\"x\"),", 999_000, "]))"),
        ("spaces", "(version: 1, plan: (", " ", all, "))"),
        ("line ends", "(version: 1, plan: (", "\r\n", all, "))"),
        ("zeros", before, "\0", all, after),
    ];
    let mut most = (0, "");
    for (what, begin, middle, times, end) in files {
        write(&path, begin, middle, times, end);
        let (said, kilobytes) = opened(&path, what);
        println!("safety: memory: {what}: {} MB; {:.90}", kilobytes / 1_000, said.replace('\n', " "));
        assert!(kilobytes < MOST, "{what}: {kilobytes} kilobytes; it said: {said:.200}");
        assert!(said.starts_with("opened ") || said.contains("Nothing in it was changed"), "{what}: {said:.200}");
        most = most.max((kilobytes, what));
    }
    println!("safety: memory: at most {} MB, for {}", most.0 / 1_000, most.1);
    // Where the system does not say, nothing was proved; Linux does.
    assert!(most.0 > 100_000 || cfg!(not(target_os = "linux")));
}

/// Records of the kinds that are many in a plan, each with an id of its own: all of them are opened.
#[test]
fn as_many_records_as_go_are_opened_within_a_gigabyte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = String::from_utf8(to_bytes(&titled("plan")).unwrap()).unwrap();
    let (before, after) = plan.split_once("actions: [").unwrap();
    let count = 980_000;
    for (what, begin, rest, end) in [
        ("actions", "actions: [", "", ""),
        ("milestones", "actions: [(id: \"zzzz\", milestones: [", ", text: \"End June 2016\"", "]),"),
        ("KPIs", "actions: [(id: \"zzzz\", kpis: [", ", text: \"x\"", "]),"),
        ("updates", "actions: [(id: \"zzzz\", updates: [", ", text: \"x\"", "]),"),
    ] {
        let mut file = BufWriter::new(File::create(&path).unwrap());
        write!(file, "{before}{begin}").unwrap();
        for number in 1..=count {
            write!(file, "(id:\"{}\"{rest}),", ActionId::new(number).unwrap()).unwrap();
        }
        write!(file, "{end}{after}").unwrap();
        let bytes = file.into_inner().unwrap().metadata().unwrap().len();
        let (said, kilobytes) = opened(&path, what);
        println!("safety: memory: {count} {what} in {} MB: {} MB; {said:.200}", bytes / 1_000_000, kilobytes / 1_000);
        assert!(said.starts_with("opened "), "{what}: {said:.300}");
        assert!(kilobytes < MOST, "{what}: {kilobytes} kilobytes");
    }
}

#[test]
fn the_largest_plan_that_can_be_saved_is_opened_within_a_gigabyte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let mut plan: Plan = crate::support::plans::plan_of(9_000);
    // The rest as words of several lines, which are laid out a line each.
    let size = to_bytes(&plan).unwrap().len();
    plan.front_matter = "a line of some words\n".repeat((LARGE - size) / 40);
    let bytes = to_bytes(&plan).unwrap();
    assert!(bytes.len() as u64 <= MAX_BYTES, "{}", bytes.len());
    std::fs::write(&path, &bytes).unwrap();
    let (said, kilobytes) = opened(&path, "the largest plan");
    println!("safety: memory: a plan of {} MB: {} MB; {said}", bytes.len() / 1_000_000, kilobytes / 1_000);
    assert_eq!(said, "opened 9000 actions");
    assert!(kilobytes < MOST, "{kilobytes}");
}
