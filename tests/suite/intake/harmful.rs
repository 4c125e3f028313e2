//! Documents made to do harm, written piece by piece: what they unpack to is never in memory here.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A part of a zipped document: it begins and ends so, with the same so many times in between.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) begin: String,
    pub(super) piece: String,
    pub(super) times: usize,
    pub(super) end: &'static str,
}

impl Part {
    fn new(name: &'static str, begin: &str, piece: &str, times: usize, end: &'static str) -> Self {
        Self { name, begin: begin.to_owned(), piece: piece.to_owned(), times, end }
    }

    fn whole(name: &'static str, text: &str) -> Self {
        Self::new(name, text, "", 0, "")
    }

    fn write(&self, zip: &mut ZipWriter<Cursor<Vec<u8>>>) {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(self.name, options.compression_level(Some(1))).unwrap();
        zip.write_all(self.begin.as_bytes()).unwrap();
        let many = self.piece.repeat(self.times.min(1_000));
        for _ in 0..self.times / 1_000 {
            zip.write_all(many.as_bytes()).unwrap();
        }
        zip.write_all(self.piece.repeat(self.times % 1_000).as_bytes()).unwrap();
        zip.write_all(self.end.as_bytes()).unwrap();
    }
}

pub(super) fn zipped(parts: &[Part]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        part.write(&mut zip);
    }
    zip.finish().unwrap().into_inner()
}

/// A zip with one file of this name and text.
pub(super) fn one_file(name: &'static str, text: &str) -> Vec<u8> {
    zipped(&[Part::whole(name, text)])
}

/// A Word document whose body is the same over and over.
pub(super) fn word(piece: &str, times: usize, is_whole: bool) -> Vec<u8> {
    let begin = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>";
    let begin = if piece.starts_with("<w:tr>") { begin } else { begin.trim_end_matches("<w:tbl>") };
    let end = match (is_whole, piece.starts_with("<w:tr>")) {
        (false, _) => "",
        (true, true) => "</w:tbl></w:body></w:document>",
        (true, false) => "</w:body></w:document>",
    };
    zipped(&[Part::new("word/document.xml", begin, piece, times, end)])
}

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A relationship of a workbook.
pub(super) fn relation(id: &str, kind: &str, target: &str, more: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"{more}/>")
}

/// A workbook of one sheet whose rows are the same over and over, and of a text that its cells share.
pub(super) fn workbook(rows: &str, times: usize, shared: (&str, usize), relations: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let all = |relations: &str| format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>");
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{TYPES}\"><sheets><sheet name=\"Plan\" sheetId=\"1\" r:id=\"r1\"/></sheets>\
         </workbook>"
    );
    let parts = relation("r1", "worksheet", "worksheets/sheet1.xml", "")
        + &relation("r2", "sharedStrings", "sharedStrings.xml", "")
        + relations;
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>");
    zipped(&[
        Part::whole("_rels/.rels", &all(&relation("r1", "officeDocument", "xl/workbook.xml", ""))),
        Part::whole("xl/workbook.xml", &book),
        Part::whole("xl/_rels/workbook.xml.rels", &all(&parts)),
        Part::new("xl/sharedStrings.xml", &format!("<sst xmlns=\"{main}\">"), shared.0, shared.1, "</sst>"),
        Part::new("xl/worksheets/sheet1.xml", &sheet, rows, times, "</sheetData></worksheet>"),
    ])
}

/// An `OpenDocument` sheet whose rows are the same over and over.
pub(super) fn open_sheet(piece: &str, times: usize, is_whole: bool) -> Vec<u8> {
    let begin =
        "<o:document-content xmlns:o=\"o\" xmlns:t=\"t\" xmlns:x=\"x\"><o:body><o:spreadsheet><t:table t:name=\"P\">";
    let end = if is_whole { "</t:table></o:spreadsheet></o:body></o:document-content>" } else { "" };
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    zipped(&[Part::whole("mimetype", kind), Part::new("content.xml", begin, piece, times, end)])
}

/// Cells of a row, each with this text.
pub(super) fn row(texts: &[&str]) -> String {
    let mut row = "<row>".to_owned();
    for text in texts {
        let _ = write!(row, "<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    }
    row + "</row>"
}

type Document = (&'static str, Vec<u8>);

/// Those called Word documents.
pub(super) fn of_word() -> Vec<Document> {
    const GIGABYTE: usize = 1 << 30;
    let spaces = " ".repeat(1024);
    let parts: Vec<u8> = {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..60_000 {
            zip.start_file(format!("part{number}"), options).unwrap();
        }
        zip.start_file("word/document.xml", options).unwrap();
        zip.finish().unwrap().into_inner()
    };
    let mut numbered = String::new();
    for number in 0..990_000 {
        let _ = write!(numbered, "<w:p><w:t>{number}</w:t></w:p>");
    }
    let unasked = [Part::whole("word/document.xml", "<document/>"), Part::new("x", "", &spaces, GIGABYTE >> 10, "")];
    vec![
        ("a Word part of a gigabyte", word(&spaces, GIGABYTE >> 10, false)),
        ("a part of a gigabyte that nobody asks for", zipped(&unasked)),
        ("sixty thousand parts", parts),
        ("a million elements in each other in Word", word("<w:p>", 1_000_000, false)),
        ("as many numbered paragraphs as go", word(&numbered, 1, true)),
        ("as many paragraphs as go", word("<w:p><w:r><w:t>x</w:t></w:r></w:p>", 480_000, true)),
        (
            "as many rows of Word as go",
            word("<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>", 250_000, true),
        ),
    ]
}

/// Those called workbooks.
pub(super) fn of_sheets() -> Vec<Document> {
    let spaces = " ".repeat(1024);
    let six = row(&["x"; 6]);
    let lone = "<row><c t=\"s\"><v>0</v></c></row>";
    let short = "<si><t>x</t></si>";
    let many_words = format!("<si><t>{}</t></si>", "word ".repeat(20_000));
    let shared = |cells: usize| format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(cells));
    let cell = "<t:table-row><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>";
    let attributes = "<t:a b=\"\" c=\"\" d=\"\" e=\"\" f=\"\" g=\"\"/>";
    vec![
        ("a sheet of a gigabyte", workbook(&spaces, 1 << 20, (short, 1), "")),
        ("a million elements in each other in a sheet", workbook("<row hidden=\"1\">", 1_000_000, (short, 1), "")),
        ("as many cells as go", workbook(&six, 83_000, (short, 1), "")),
        ("more cells than go", workbook(&six, 250_000, (short, 1), "")),
        ("as many rows as go", workbook(lone, 499_000, (short, 1), "")),
        ("as many shared texts as go", workbook(lone, 1, (short, 3_900_000), "")),
        ("a long text shared by as many cells as go", workbook(&shared(6), 82, (&many_words, 1), "")),
        ("a long text shared by more cells than go", workbook(&shared(100), 2_000, (&many_words, 1), "")),
        ("a million elements in each other in an .ods", open_sheet("<t:table-row>", 1_000_000, false)),
        ("as many cells of an .ods as go", open_sheet(cell, 490_000, true)),
        ("as many attributes of an .ods as go", open_sheet(attributes, 660_000, true)),
    ]
}

/// Texts and pages.
pub(super) fn of_text() -> Vec<Document> {
    let texts = [
        ("as many lines of text as go", "x\n".repeat(499_000)),
        ("lines of text without end", "x\n".repeat(40 << 20)),
        ("as many rows of text as go", "a\tb\tc\td\n".repeat(124_000)),
        ("as long a line as goes", "word ".repeat(6 << 20)),
        ("as many cells of text as go", "\t".repeat(999_000)),
        ("as many cells between bars as go", "|".repeat(999_000)),
        ("as many cells in prose as go", format!("prose\n\n{}", "x\t".repeat(999_000))),
        ("as many cells of a page as go", format!("<table>{}", "<tr><td>x<td>y<td>z".repeat(124_000))),
        ("as many lines of a page as go", format!("<html>{}", "<p>x".repeat(499_000))),
        ("a page of tables in each other", format!("<html>{}x", "<table><tr><td>".repeat(2 << 20))),
        ("a page of words", format!("<p>{}", "word ".repeat(6 << 20))),
    ];
    texts.map(|(what, text)| (what, text.into_bytes())).into()
}
