//! What a person and a version control system see of the file.

use super::small_plan;
use crate::model::{Edit, Plan};
use crate::store::{Sample, parse, to_bytes};

fn text(plan: &Plan) -> String {
    String::from_utf8(to_bytes(plan).unwrap()).unwrap()
}

fn changed_lines(before: &str, after: &str) -> usize {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    assert_eq!(before.len(), after.len());
    before.iter().zip(&after).filter(|(one, two)| one != two).count()
}

#[test]
fn the_file_looks_like_this() {
    let expected = r#"// A plan, written by the program Planning Grid. Open it with that program.
(
  version: 1,
  plan: (
    title: "Planning grid 2016/17",
    period: (label: "2016/17", from: "2016-04-01", to: "2017-03-31"),
    status: Draft,
    headings: (
      priorities: "Identification of key priorities following needs assessment:",
      delivery_plan: "Delivery Plan:",
      outcomes: "Expected outcomes:",
    ),
    columns: [
      (shows: Description, heading: "Actions and milestones"),
      (shows: When, heading: "By when"),
      (shows: Owners, heading: "By whom"),
      (shows: Status, heading: "RAG"),
    ],
"#;
    let written = text(&small_plan());
    assert!(written.starts_with(expected), "{written}");
    let action = r#"                description: "\
                  To write the agreement.\n\
                  ❖ first\n\
                  ❖ second",
"#;
    assert!(written.contains(action), "{written}");
    assert!(written.ends_with("    ],\n  ),\n)\n"), "{written}");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for sample in Sample::ALL {
        let plan = parse(sample.bytes(), "").unwrap();
        assert_eq!(to_bytes(&plan).unwrap(), to_bytes(&plan.clone()).unwrap());
    }
}

#[test]
fn a_changed_word_changes_one_line() {
    for sample in Sample::ALL {
        let plan = parse(sample.bytes(), "").unwrap();
        let before = text(&plan);
        let ids: Vec<_> = plan.actions().map(|action| action.id).collect();
        for id in ids {
            let mut plan = plan.clone();
            let words = plan.action(id).unwrap().description.clone();
            let Some((first, rest)) = words.split_once(' ') else { continue };
            let field = crate::model::ActionField::Description(format!("{first}ly {rest}"));
            plan.apply(Edit::Action(id, field)).unwrap();
            assert_eq!(changed_lines(&before, &text(&plan)), 1);
        }
    }
}

#[test]
fn letters_nobody_can_see_are_spelled_out() {
    let mut plan = small_plan();
    "a\u{feff}b\u{2028}c\td\r\u{0}\u{200d}é'".clone_into(&mut plan.title);
    let written = text(&plan);
    assert!(written.contains("title: \"a\\u{feff}b\\u{2028}c\\td\\r\\u{0}\u{200d}é'\","), "{written}");
}
