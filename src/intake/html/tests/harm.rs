//! Pages made to do harm.

use std::cell::Cell;
use std::fmt::Write as _;
use std::ops::ControlFlow;

use proptest::prelude::*;

use super::super::read;
use super::{go, try_reading};
use crate::intake::{IntakeCause, Source};

/// Reads on a small stack: nothing may go as deep as a page says.
fn read_small(html: String) -> Result<Source, IntakeCause> {
    std::thread::Builder::new().stack_size(256 << 10).spawn(move || try_reading(&html)).unwrap().join().unwrap()
}

#[test]
fn two_hundred_thousand_elements_in_each_other_keep_their_words() {
    const DEEP: usize = 200_000;
    for (open, close) in [
        ("<div>", "</div>"),
        ("<table>", "</table>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<ul><li>", "</li></ul>"),
        ("<b><i><font size=1>", "</font></i></b>"),
        ("<p><span>", "</span>"),
        ("<unknown>", "</unknown>"),
        ("<svg>", "</svg>"),
        ("<td>", ""),
    ] {
        for ends in [DEEP, 0] {
            let html = format!("{}deep{}<p>End</p>", open.repeat(DEEP), close.repeat(ends));
            let read = read_small(html);
            let words: Vec<String> =
                read.as_ref().map(|source| source.words().map(str::to_owned).collect()).unwrap_or_default();
            match (open, ends) {
                ("<svg>", 0) => assert_eq!(read, Err(IntakeCause::NoText)),
                ("<svg>", _) => assert_eq!(words, ["End"]),
                _ => assert_eq!(words, ["deep", "End"], "{open}"),
            }
        }
    }
}

#[test]
fn marks_that_never_end_take_no_longer_than_others() {
    for piece in ["<!--", "<a b=\">\" ", "<a b='", "</", "<", "<!", "<script>", "</a", "<title><", "&", "&amp", "</p>"]
    {
        let html = format!("<p>words {}", piece.repeat(300_000));
        assert!(try_reading(&html).unwrap().words().any(|word| word.starts_with("words")), "{piece}");
    }
}

#[test]
fn more_cells_and_lines_than_any_plan_are_refused() {
    let cells = format!("<table><tr>{}x", "<td>".repeat(500_010));
    let lines = "<p>x".repeat(500_010);
    let merged = format!("<table><tr>{}{}", "<td rowspan=60000>x".repeat(1000), "<tr><td>y".repeat(50_000));
    let wide = format!("<table>{}", "<tr><td colspan=1000 style='mso-ignore:colspan'>x".repeat(3000));
    for html in [cells, lines, merged, wide] {
        assert_eq!(try_reading(&html).map(drop), Err(IntakeCause::Unpacks));
    }
    let large = format!("<p>{}", "x".repeat(33 << 20));
    assert!(matches!(try_reading(&large), Err(IntakeCause::TooLarge { .. })));
}

#[test]
fn a_person_is_told_how_far_it_is_and_can_stop_it() {
    let html = format!("<table>{}</table>", "<tr><td>a<td>b".repeat(20_000));
    let told = Cell::new(0.0_f32);
    let listen = |share: f32| {
        assert!(share >= told.get() && share <= 1.0);
        told.set(share);
        ControlFlow::Continue(())
    };
    assert!(read(&html, "x", &listen).is_ok() && told.get() > 0.8);
    let stop = |share: f32| if share > 0.3 { ControlFlow::Break(()) } else { go(share) };
    assert_eq!(read(&html, "x", &stop).unwrap_err().cause, IntakeCause::Cancelled);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever tags stand between words, every word that is shown is read, once and in order; only words in no cell
    /// of their table may come earlier.
    #[test]
    fn no_word_is_lost(pieces in prop::collection::vec(0..TAGS.len(), 0..60)) {
        let mut html = String::new();
        for (number, piece) in pieces.iter().enumerate() {
            let _ = write!(html, "{} w{number} ", TAGS[*piece]);
        }
        let mut found: Vec<String> = try_reading(&html)
            .map(|source| source.words().filter(|word| word.starts_with('w')).map(str::to_owned).collect())
            .unwrap_or_default();
        let mut expected: Vec<String> = (0..pieces.len()).map(|number| format!("w{number}")).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}

/// Tags that hide nothing.
const TAGS: [&str; 32] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "</th>",
    "<thead>",
    "</thead>",
    "<tbody>",
    "</tbody>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<b>",
    "</b>",
    "<h1>",
    "</h1>",
    "<br>",
    "<hr>",
    "<td rowspan=3 colspan=2>",
    "<pre>",
    "</pre>",
    "<!-- x -->",
    "<span class='a'>",
    "</span>",
];
