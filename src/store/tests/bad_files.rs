//! Files that are no plans: each gets its own cause, its place, and words a person understands.

use std::time::{Duration, Instant};

use super::small_plan;
use crate::store::{LoadCause, LooksLike, MAX_BYTES, Position, parse, to_bytes};

fn cause(bytes: &[u8]) -> LoadCause {
    let started = Instant::now();
    let error = parse(bytes, "plan.ron").expect_err("it is no plan");
    assert!(started.elapsed() < Duration::from_secs(5), "{error}");
    let words = error.to_string();
    assert!(words.contains("\"plan.ron\"") && words.contains("Nothing in it was changed"), "{words}");
    if let Some(at) = error.cause.position() {
        assert!(words.contains(&at.to_string()), "{words}");
    }
    error.cause
}

fn at(line: usize, column: usize) -> Position {
    Position { line, column }
}

/// The small plan with `old` replaced once by `new`.
fn changed(old: &str, new: &str) -> String {
    let text = String::from_utf8(to_bytes(&small_plan()).unwrap()).unwrap();
    assert!(text.contains(old), "{old} is not in {text}");
    text.replacen(old, new, 1)
}

#[track_caller]
fn unexpected(text: &str, line: usize, column: usize, found_part: &str, expected_part: &str) {
    let LoadCause::Unexpected { at: place, found, expected } = cause(text.as_bytes()) else {
        panic!("{:?}", cause(text.as_bytes()));
    };
    assert_eq!(place, Some(at(line, column)), "found {found}; expected {expected}");
    assert!(found.contains(found_part), "found {found}");
    assert!(expected.contains(expected_part), "expected {expected}");
}

#[test]
fn files_of_other_kinds_are_named() {
    let zip = |name: &str| [b"PK\x03\x04\x14\0\x06\0\x08\0\0\0", name.as_bytes(), &[7; 9000]].concat();
    let kinds: [(Vec<u8>, LoadCause); 15] = [
        (Vec::new(), LoadCause::Empty),
        (b" \r\n\n".to_vec(), LoadCause::Empty),
        (vec![0; 3_000_000], LoadCause::Zeros { at: None }),
        (zip("[Content_Types].xml"), LoadCause::NoPlan(LooksLike::Office)),
        (zip("[Content_Types].xml word/document.xml"), LoadCause::NoPlan(LooksLike::Word)),
        (zip("xl/workbook.xml"), LoadCause::NoPlan(LooksLike::Excel)),
        (zip("photos/1.jpg"), LoadCause::NoPlan(LooksLike::Archive)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(), LoadCause::NoPlan(LooksLike::OldOffice)),
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), LoadCause::NoPlan(LooksLike::Pdf)),
        (b"\x89PNG\r\n\x1a\n".to_vec(), LoadCause::NoPlan(LooksLike::Picture)),
        (b"\xff\xd8\xff\xe0".to_vec(), LoadCause::NoPlan(LooksLike::Picture)),
        (b"{\\rtf1".to_vec(), LoadCause::NoPlan(LooksLike::Word)),
        (b"<!DOCTYPE html><title>Sign in</title>".to_vec(), LoadCause::NoPlan(LooksLike::WebPage)),
        (b"\xff\xfe(\0v\0".to_vec(), LoadCause::Utf16),
        (b"\xfe\xff\0(\0v".to_vec(), LoadCause::Utf16),
    ];
    for (bytes, expected) in kinds {
        assert_eq!(cause(&bytes), expected);
    }
}

#[test]
fn text_that_is_no_plan_is_named_with_its_beginning() {
    for (text, line, column, found) in [
        ("Dear all,\nplease find", 1, 1, "`Dear all,`"),
        ("{\"version\": 1}", 1, 1, "`{\"version\": 1}`"),
        ("// hello\n(title: \"x\")", 2, 2, "`title: \"x\")`"),
        ("(version: one)", 1, 11, "`one)`"),
        ("(version: 0, plan: ())", 1, 1, "the version 0"),
    ] {
        assert_eq!(cause(text.as_bytes()), LoadCause::NoVersion { at: at(line, column), found: found.to_owned() });
    }
}

#[test]
fn a_newer_version_is_named_whatever_else_is_in_the_file() {
    for (text, version) in [
        (&b"(version: 2, plan: (title: \"x\", period: ()))"[..], 2),
        (b"// A plan.\r\n/* v7 */ #![enable(implicit_some)]\nPlan (\n  version : 7,\n  @@@ {{{ \xff", 7),
        (b"\xef\xbb\xbf(version:99999999999999999999999,", u64::MAX),
    ] {
        assert_eq!(cause(text), LoadCause::Newer { version });
    }
    let words = parse(b"(version: 7, ", "plan.ron").unwrap_err().to_string();
    assert!(words.contains("a newer version of Planning Grid"), "{words}");
}

#[test]
fn a_file_cut_short_anywhere_says_so_or_is_still_whole() {
    let whole = to_bytes(&small_plan()).unwrap();
    for length in 1..whole.len() {
        let cut = &whole[..length];
        match parse(cut, "plan.ron") {
            Ok(plan) => assert_eq!((plan, &whole[length..]), (small_plan(), &b"\n"[..])),
            Err(error) => match error.cause {
                LoadCause::CutShort { at, .. } => {
                    let text = String::from_utf8_lossy(cut);
                    let text = text.trim_end().trim_end_matches('\u{fffd}');
                    assert_eq!(at, Position::after(text), "cut at {length}");
                }
                // Within the opening comment's first letters nothing tells it from another text.
                LoadCause::NoVersion { .. } if length < 2 => {}
                other => panic!("cut at {length}: {other:?}"),
            },
        }
    }
}

#[test]
fn a_file_whose_end_was_never_written_says_where_the_zeros_begin() {
    let mut bytes = to_bytes(&small_plan()).unwrap();
    let half = bytes.len() / 2;
    let before = String::from_utf8_lossy(&bytes[..half]).into_owned();
    bytes[half..].fill(0);
    assert_eq!(cause(&bytes), LoadCause::Zeros { at: Some(Position::after(&before)) });
}

#[test]
fn the_place_of_a_byte_that_is_not_utf_8_is_given() {
    let text = changed("To write", "Café \u{1}X write");
    let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xe9 } else { byte }).collect();
    let line = text.lines().position(|line| line.contains('\u{1}')).unwrap() + 1;
    let column = text.lines().nth(line - 1).unwrap().chars().position(|letter| letter == '\u{1}').unwrap() + 1;
    assert_eq!(cause(&bytes), LoadCause::NotUtf8 { at: at(line, column), byte: 0xe9 });
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_accepted() {
    let text = String::from_utf8(to_bytes(&small_plan()).unwrap()).unwrap();
    assert_eq!(parse(format!("\u{feff}{text}").as_bytes(), ""), Ok(small_plan()));
    assert_eq!(parse(text.replace('\n', "\r\n").as_bytes(), ""), Ok(small_plan()));
    // A text broken over lines by hand has the same break on every machine.
    let by_hand = changed("Planning grid 2016/17", "Plan\r\n2016/17");
    assert_eq!(parse(by_hand.as_bytes(), "").unwrap().title, "Plan\n2016/17");
}

#[test]
fn what_was_found_and_expected_is_said_with_its_place() {
    unexpected(
        &changed("status: Draft", "state: Draft"),
        7,
        5,
        "the field \"state\"",
        "title, partnership, period, status",
    );
    unexpected(&changed("status: Draft", "status: Darft"), 7, 13, "\"Darft\"", "Draft, ForDecision, Agreed, Closed");
    unexpected(&changed("    status: Draft,\n", ""), 46, 3, "the end of a record", "\"status\", which is missing");
    unexpected(
        &changed("status: Draft,", "status: Draft,\n    status: Draft,"),
        8,
        5,
        "\"status\" a second time",
        "only once",
    );
    unexpected(&changed("status: Draft,", "status: Draft"), 8, 5, "`headings: (`", "a comma");
    unexpected(&changed("title: \"Planning grid 2016/17\"", "title: Planning"), 5, 12, "`Planning,`", "double quotes");
    unexpected(&changed("title: ", "title "), 5, 11, "Planning grid", "a colon");
    unexpected(&changed("columns: [", "columns: ("), 13, 14, "`(`", "square brackets");
    unexpected(&changed("2016-04-01", "2016-4-1"), 6, 39, "\"2016-4-1\"", "2016-07-11");
    unexpected(&changed("2017-03-31", "2015-03-31"), 6, 57, "2015-03-31", "not before");
    unexpected(&changed("#1F5FBF", "blue"), 20, 66, "\"blue\"", "#1F5FBF");
    unexpected(&changed("Planning grid 2016", "Planning \\grid 2016"), 5, 22, "`\\grid", "backslash");
    unexpected(&changed("shows: When", "shows: Description"), 15, 38, "a second time", "only once");
    let text = changed("  ),\n)\n", "  ),\n)\n)\n");
    unexpected(&text, text.lines().count(), 1, "`)`", "nothing after");
}

#[test]
fn ids_and_statuses_are_checked_with_their_places() {
    let text = String::from_utf8(to_bytes(&small_plan()).unwrap()).unwrap();
    let line_of = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    let action = small_plan().grids[0].objectives[0].actions[0].id.to_string();

    let grown = text.replacen("actions: [\n", &format!("actions: [\n              (id: \"{action}\"),\n"), 1);
    let first = line_of("actions: [") + 1;
    let expected = LoadCause::SharedId { at: Some(at(first + 2, 22)), id: action.clone(), first: Some(at(first, 21)) };
    assert_eq!(cause(grown.as_bytes()), expected);

    let grown = text.replacen(&format!("id: \"{action}\",\n"), &format!("id: \"{action}\", status: \"q1\",\n"), 1);
    let column = 22 + action.len() + "\", status: \"".len();
    assert_eq!(
        cause(grown.as_bytes()),
        LoadCause::UnknownStatus { at: Some(at(line_of(&format!("id: \"{action}\"")), column)), id: "q1".to_owned() }
    );

    unexpected(
        &text.replacen(&format!("id: \"{action}\""), "id: \"Lou\"", 1),
        line_of(&action),
        22,
        "\"Lou\"",
        "an id",
    );
}

#[test]
fn deep_nesting_is_refused_before_the_stack_ends() {
    let deep = format!("soon\", when_read_as: {}", "Several([".repeat(10_000));
    let text = changed("heading: \"By when", &format!("heading: \"{deep}\n"));
    assert!(matches!(cause(text.as_bytes()), LoadCause::Unexpected { .. }));
    let id = small_plan().grids[0].objectives[0].actions[0].id;
    let text =
        changed(&format!("id: \"{id}\",\n"), &format!("id: \"{id}\", when_read_as: {}", "Several([".repeat(10_000)));
    assert!(matches!(cause(text.as_bytes()), LoadCause::TooDeep { .. }));
    for bracket in ["(", "[", "{", "/*", "Some(", "((version:1,", "\"\\"] {
        cause(format!("(version: 1, plan: {}", bracket.repeat(10_000)).as_bytes());
        cause(bracket.repeat(100_000).as_bytes());
    }
}

#[test]
fn more_than_any_plan_is_refused() {
    let text = format!("(version: 1, plan: (grids: [{}", "(id:\"1\"),".repeat(1_100_000));
    assert_eq!(cause(text.as_bytes()), LoadCause::TooManyRecords);
    let text = changed(
        "Planning grid 2016/17\",",
        &format!("\", meetings: [(id: \"1\", when_read_as: Several([{}", "Blank,".repeat(6_000_000)),
    );
    assert_eq!(cause(text.as_bytes()), LoadCause::TooManyRecords);
    let large = vec![b'x'; usize::try_from(MAX_BYTES).unwrap() + 1];
    assert_eq!(cause(&large), LoadCause::TooLarge { bytes: MAX_BYTES + 1 });
}

#[test]
fn figures_and_issued_packs_that_cannot_be_are_placed() {
    let mut plan = small_plan();
    let mut ids = crate::model::IdMaker::new(77);
    let mut kpi = crate::model::Kpi::of(ids.kpi(), "IBAs");
    let quarter = crate::dates::Quarter::of(plan.period.from);
    kpi.measure.actuals = [quarter, quarter.next()].map(|one| (one, "70".to_owned())).into();
    plan.grids[0].objectives[0].actions[0].kpis = vec![kpi];
    let text = String::from_utf8(to_bytes(&plan).unwrap()).unwrap();
    let (first, second) = (quarter.label(), quarter.next().label());
    for (old, new, expected) in [(&second, &first, "only one figure"), (&first, &"Q5 2016/17".to_owned(), "a quarter")]
    {
        let LoadCause::Unexpected { at, expected: words, .. } = cause(text.replace(old, new).as_bytes()) else {
            panic!("{old} as {new} was read");
        };
        assert!(words.contains(expected) && at.is_some(), "{words}");
    }
    let issued = crate::model::Issued::of(&plan, ids.issued(), None, plan.period.to);
    let said = std::sync::Arc::new(crate::model::Plan { issued: vec![issued.clone()], ..plan.clone() });
    plan.issued.push(crate::model::Issued { id: ids.issued(), said, ..issued });
    let LoadCause::Unexpected { expected, .. } = cause(&to_bytes(&plan).unwrap()) else { panic!("it was read") };
    assert!(expected.contains("no issued packs inside"), "{expected}");
}
