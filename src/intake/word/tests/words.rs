//! The words of paragraphs and cells, element by element.

use super::{cells, document, package, paragraph, part, read, remarks, run, tables, texts, try_reading};
use crate::intake::word::marks;

fn in_paragraph(inner: &str) -> String {
    let source = read(&format!("<w:p>{inner}</w:p>"));
    texts(&source).join("|")
}

fn field(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

#[test]
fn runs_breaks_and_signs_are_read_as_shown() {
    let inner = [
        run("one"),
        "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:cr/><w:t>fo</w:t><w:softHyphen/><w:t>ur</w:t></w:r>"
            .into(),
        "<w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>ray &amp; &lt;b&gt;</w:t></w:r>".into(),
        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/><w:t>\u{F0B7}</w:t></w:r>".into(),
        "<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\u{F0A3}a</w:t></w:r>".into(),
    ];
    assert_eq!(in_paragraph(&inner.concat()), "one\ttwo\nthree\nfourx-ray & <b>☺•≤α");
}

#[test]
fn what_is_not_known_is_looked_through_for_words() {
    let inner = format!(
        "<w:smartTag>{}<w:novelty>{}</w:novelty></w:smartTag><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
        run("a "),
        run("b ")
    );
    assert_eq!(in_paragraph(&inner), "a b x=1");
    assert_eq!(texts(&read(&format!("<w:novelty>{}</w:novelty>{}", paragraph("in"), run("loose")))), ["in", "loose"]);
}

#[test]
fn ruby_gives_the_words_below() {
    let inner =
        format!("<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", run("up"), run("down"));
    assert_eq!(in_paragraph(&inner), "down");
}

#[test]
fn of_two_writings_one_is_read() {
    let both = "<w:r><AlternateContent><Choice><w:t>a</w:t></Choice>\
        <Fallback><w:t>b</w:t></Fallback></AlternateContent></w:r>";
    assert_eq!(in_paragraph(both), "a");
    let last = "<w:r><AlternateContent><Choice/><Fallback><w:t>b</w:t></Fallback></AlternateContent></w:r>";
    assert_eq!(in_paragraph(last), "b");
}

#[test]
fn fields_in_fields_give_what_was_worked_out() {
    let inner = [
        field("begin"),
        run("IF "),
        field("begin"),
        run("ASK"),
        field("separate"),
        run("no"),
        field("end"),
        field("separate"),
        run("yes"),
        field("end"),
        run("!"),
    ];
    assert_eq!(in_paragraph(&inner.concat()), "yes!");
}

#[test]
fn a_field_without_an_end_loses_no_words() {
    let source = read(&format!("<w:p>{}{}</w:p>{}", field("begin"), run("kept"), paragraph("too")));
    assert_eq!(texts(&source), ["kept", "too"]);
}

#[test]
fn forms_give_what_was_chosen() {
    let list = "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/>\
        <w:listEntry w:val=\"Red\"/><w:listEntry w:val=\"Green\"/></w:ddList></w:ffData></w:fldChar></w:r>";
    assert_eq!(in_paragraph(&(list.to_owned() + &field("end"))), "Green");
}

#[test]
fn hidden_words_are_read_and_said() {
    let source = read("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>");
    assert_eq!(texts(&source), ["secret"]);
    assert_eq!(remarks(&source), [marks::HIDDEN]);
}

#[test]
fn pictures_and_other_documents_are_said() {
    let source = read(&format!(
        "{}<w:p><w:r><w:drawing><inline><docPr descr=\"The logo\"/><blip/></inline></w:drawing><w:pict>\
         <v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p><w:altChunk/>",
        paragraph("x")
    ));
    let expected = ["A picture was left out: \"The logo\".", "A picture was left out.", marks::OTHER_DOCUMENT];
    assert_eq!(remarks(&source), expected);
}

#[test]
fn the_strict_namespace_reads_alike() {
    let strict = |text: &str| text.replace(super::MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main");
    let (kind, target, text) = document(&paragraph("strict"));
    let source = try_reading(&package(&[(kind, target, strict(&text))])).unwrap();
    assert_eq!(texts(&source), ["strict"]);
}

#[test]
fn a_cell_merged_by_the_old_way_or_downwards_keeps_every_word() {
    let cell =
        |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(words));
    let source = read(&format!(
        "<w:tbl><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        cell("<w:hMerge w:val=\"restart\"/>", "a"),
        cell("<w:hMerge/>", "b"),
        cell("<w:vMerge w:val=\"restart\"/>", "c"),
        cell("", "d"),
        cell("<w:vMerge/>", "e"),
        cell("<w:vMerge/>", "begins nowhere"),
    ));
    let table = tables(&source)[0];
    assert_eq!(cells(table), [vec!["a\nb", "c\ne"], vec!["d", ""], vec!["begins nowhere"]]);
    let shape = |row: usize| -> Vec<(usize, usize, bool)> {
        table.rows[row].cells.iter().map(|cell| (cell.column, cell.columns, cell.continues)).collect()
    };
    assert_eq!([shape(0), shape(1)], [[(0, 2, false), (2, 1, false)], [(1, 1, false), (2, 1, true)]]);
}

#[test]
fn a_note_that_calls_itself_is_read_once() {
    let call = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
    let notes = part("footnotes", &format!("<w:footnote w:id=\"1\"><w:p>{}{call}</w:p></w:footnote>", run("note")));
    let body = document(&format!("<w:p>{}{call}{call}</w:p>", run("text")));
    let source = try_reading(&package(&[body, ("footnotes", "notes.xml", notes)])).unwrap();
    assert_eq!(texts(&source), ["text", "note"]);
}

#[test]
fn a_row_over_two_pages_is_one_row_and_a_break_counts_once() {
    let rest = "<w:r><w:lastRenderedPageBreak/></w:r>";
    let cell = |words: &str| format!("<w:tc><w:p>{}{rest}{}</w:p></w:tc>", run(words), run(" goes on"));
    let moved = |words: &str| format!("<w:tc><w:p>{rest}{}</w:p></w:tc>", run(words));
    let source = read(&format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>{}",
        cell("a"),
        cell("b"),
        moved("c"),
        moved("d"),
        paragraph("after")
    ));
    let table = tables(&source)[0];
    let pages: Vec<Option<u32>> = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.origin.page).collect();
    assert_eq!(pages, [Some(1), Some(1), Some(3), Some(3)]);
    assert_eq!(super::lines(&source)[0].origin.page, Some(3));
}

#[test]
fn ten_thousand_rows_are_read_whole() {
    let row = |number: usize| {
        let cell = format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(&format!("words of row {number}")));
        format!("<w:tr>{}</w:tr>", cell.repeat(6))
    };
    let rows = (0..10_000).map(row).collect::<Vec<_>>().concat();
    let source = read(&format!("<w:tbl>{rows}</w:tbl>"));
    assert_eq!(tables(&source)[0].rows.len(), 10_000);
    assert_eq!(source.words().count(), 10_000 * 6 * 4);
}
