//! What must hold of Word documents: made-up ones here, whole ones from `tests/documents`.

mod counting;
mod documents;
mod refused;
mod spoiled;
mod words;

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::intake::{Block, IntakeCause, Line, Source, Table};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package of parts, with the relationships that name them.
pub(super) fn package(parts: &[(&str, &str, String)]) -> Vec<u8> {
    let relation = |(kind, target, _): &(&str, &str, String)| {
        format!("<Relationship Id=\"r{target}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |parts: &[(&str, &str, String)]| {
        format!("<Relationships>{}</Relationships>", parts.iter().map(relation).collect::<String>())
    };
    let mut files = vec![("_rels/.rels".to_owned(), relations(&[("officeDocument", "word/main.xml", String::new())]))];
    files.push(("word/_rels/main.xml.rels".to_owned(), relations(&parts[1..])));
    files.extend(parts.iter().map(|(_, target, text)| (format!("word/{target}"), text.clone())));
    zipped(&files)
}

pub(super) fn zipped(files: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in files {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A part of the document's own kind.
pub(super) fn part(root: &str, inner: &str) -> String {
    format!("<w:{root} xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\" xmlns:m=\"math\" xmlns:v=\"vml\">{inner}</w:{root}>")
}

pub(super) fn document(body: &str) -> (&'static str, &'static str, String) {
    ("officeDocument", "main.xml", part("document", &format!("<w:body>{body}</w:body>")))
}

pub(super) fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

pub(super) fn paragraph(words: &str) -> String {
    format!("<w:p>{}</w:p>", run(words))
}

pub(super) fn try_reading(bytes: &[u8]) -> Result<Source, IntakeCause> {
    super::read(bytes, "plan.docx", &|_| ControlFlow::Continue(())).map_err(|error| error.cause)
}

#[track_caller]
pub(super) fn read(body: &str) -> Source {
    try_reading(&package(&[document(body)])).unwrap()
}

pub(super) fn lines<'source>(source: &'source Source) -> Vec<&'source Line> {
    let line = |block: &'source Block| if let Block::Line(line) = block { Some(line) } else { None };
    source.blocks.iter().filter_map(line).collect()
}

pub(super) fn texts(source: &Source) -> Vec<&str> {
    lines(source).into_iter().map(|line| line.text.as_str()).collect()
}

pub(super) fn tables<'source>(source: &'source Source) -> Vec<&'source Table> {
    let table = |block: &'source Block| if let Block::Table(table) = block { Some(table) } else { None };
    source.blocks.iter().filter_map(table).collect()
}

/// The words of a table's cells, row by row.
pub(super) fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

pub(super) fn remarks(source: &Source) -> Vec<&str> {
    source.remarks.iter().map(|remark| remark.text.as_str()).collect()
}
