//! Documents brought in: a Word document of 200 pages, a workbook of 10,000 rows, and the same rows as a page.

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use criterion::Criterion;
use planning_grid::intake::open::open_bytes;
use planning_grid::intake::understand;
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::plans::plan_of;

/// Tables of the Word document, and rows of each: 200 pages as councils lay them out.
const TABLES: usize = 70;
const ROWS: usize = 40;

/// Rows of the workbook.
const LARGE: usize = 10_000;

const HEADINGS: [&str; 6] = ["Ref", "Action", "Owner", "By when", "KPI", "Progress"];

/// Rows of six cells, in the words of a generated plan.
fn rows(count: usize) -> Vec<[String; 6]> {
    let plan = plan_of(count);
    let actions = plan.actions().zip(1..);
    let row = |(action, number): (&planning_grid::model::Action, usize)| {
        let kpi = action.kpis.first().map(|kpi| kpi.text.clone()).unwrap_or_default();
        let news = action.updates.first().map(|update| update.text.clone()).unwrap_or_default();
        let description = action.description.replace('\n', " ");
        let (owners, when) = (action.owners.written().to_owned(), action.when.written().to_owned());
        [number.to_string(), description, owners, when, kpi, news]
    };
    actions.map(row).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn word(rows: &[[String; 6]]) -> Vec<u8> {
    let paragraph = |words: &str, style: &str| {
        let words = escaped(words);
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>"
        )
    };
    let cell = |words: &str| {
        format!("<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>", paragraph(words, "Normal"))
    };
    let mut body = paragraph("Drug and Alcohol Plan 2016/17", "Title");
    for (number, rows) in (1..).zip(rows.chunks(ROWS)) {
        body.push_str(&paragraph(&format!("Objective {number}: To help people recover"), "Heading2"));
        body.push_str("<w:tbl>");
        let heading: String = HEADINGS.iter().map(|words| cell(words)).collect();
        let _ = write!(body, "<w:tr><w:trPr><w:tblHeader/></w:trPr>{heading}</w:tr>");
        for row in rows {
            let _ = write!(body, "<w:tr>{}</w:tr>", row.iter().map(|words| cell(words)).collect::<String>());
        }
        body.push_str("</w:tbl>");
    }
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    write!(zip, "<w:document xmlns:w=\"{main}\"><w:body>{body}</w:body></w:document>").expect("a part");
    zip.finish().expect("a zip").into_inner()
}

fn workbook(rows: &[[String; 6]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Drug and Alcohol Plan 2016/17").expect("a cell");
    sheet.write_row(2, 0, HEADINGS).expect("a row");
    for (number, row) in (3..).zip(rows) {
        sheet.write_row(number, 0, row).expect("a row");
    }
    book.save_to_buffer().expect("a workbook")
}

fn page(rows: &[[String; 6]]) -> Vec<u8> {
    let cell = |words: &String| format!("<td width=100><p class=MsoNormal>{}<o:p></o:p></p></td>\n", escaped(words));
    let rows = rows.iter().map(|row| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>()));
    let heading = HEADINGS.map(|words| format!("<th>{words}</th>")).concat();
    format!("<html><h1>Plan 2016/17</h1><table><tr>{heading}</tr>{}</table>", rows.collect::<String>()).into_bytes()
}

pub(crate) fn measure(criterion: &mut Criterion) {
    let (few, many) = (rows(TABLES * ROWS), rows(LARGE));
    let documents = [
        ("a Word document of 200 pages", word(&few)),
        ("a workbook of 10,000 rows", workbook(&many)),
        ("a page of 10,000 rows", page(&many)),
    ];
    let mut group = criterion.benchmark_group("intake");
    group.sample_size(10);
    for (name, bytes) in &documents {
        let read = || open_bytes(black_box(bytes), "plan", &|_| ControlFlow::Continue(())).expect("a document");
        let source = read();
        let words = source.words().count();
        let actions = understand(&source, None).plan.actions().count();
        println!("= intake, {name}: {words} words, {actions} actions");
        group.bench_function(format!("{name}, read"), |bencher| bencher.iter(read));
        group.bench_function(format!("{name}, understood"), |bencher| {
            bencher.iter(|| understand(black_box(&source), None));
        });
    }
    group.finish();
}
