//! A plain text, as pasted or saved from another program, to a [`Source`].
//!
//! Lines with tabs are the rows of tables, and so are lines whose words stand in columns (`aligned`). It must not know
//! what any word means for a plan.

use super::source::{Block, Cell, Line, Origin, Remark, Row, Source, Table};

mod aligned;

/// Marks that begin a point of a list. Inside a cell each begins a line.
const BULLETS: [char; 12] = ['•', '❖', '▪', '●', '■', '◦', '➢', '✓', '‣', '\u{f0b7}', '\u{f0a7}', '\u{f076}'];

/// The tags that word processors leave in text.
const TAGS: [&str; 20] = [
    "ul", "ol", "li", "p", "br", "b", "i", "u", "em", "strong", "span", "div", "table", "thead", "tbody", "tr", "td",
    "th", "sup", "sub",
];

/// Said of a table whose columns and rows were told from its spaces.
const ALIGNED: &str = "Where the columns and rows of this table begin was told from its spaces alone.";

/// Reads a text. A run of lines with tabs (or between bars) is one table; blank lines do not end it if it goes
/// on with as many columns. Marks of bold type, tags and ruled lines are no words and are left out.
#[must_use]
pub fn read(text: &str, name: &str) -> Source {
    let mut reader = Reader::default();
    let mut lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let mut at = 0;
    while let Some(line) = lines.get_mut(at) {
        // The mark of a new page takes no room in a line.
        *line = line.trim_start_matches('\u{c}');
        let line = *line;
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        if let Some(table) = aligned::table(&lines[at..]) {
            reader.aligned(&table, number);
            at += table.length;
        } else {
            reader.line(line, number);
            at += 1;
        }
    }
    reader.end_table();
    Source { name: name.to_owned(), blocks: reader.blocks, remarks: reader.remarks }
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    remarks: Vec<Remark>,
    rows: Vec<Row>,
    table_count: u32,
    after_blank: bool,
}

impl Reader {
    fn line(&mut self, written: &str, number: u32) {
        if is_ruled(written) {
            return;
        }
        if written.trim().is_empty() {
            self.after_blank = true;
            return;
        }
        if let Some(cells) = cells(written) {
            let goes_on = self.rows.last().is_some_and(|last| !self.after_blank || last.cells.len() == cells.len());
            if !goes_on {
                self.end_table();
                self.table_count += 1;
            }
            self.row(&cells, number);
        } else {
            self.end_table();
            let text = without_marks(written).trim().to_owned();
            let origin = Origin { line: Some(number), ..Origin::default() };
            self.blocks.push(Block::Line(Line { text, origin, ..Line::default() }));
        }
        self.after_blank = false;
    }

    /// A table aligned by spaces whose first line has this number.
    fn aligned(&mut self, table: &aligned::Aligned, number: u32) {
        self.end_table();
        self.table_count += 1;
        for (line, cells) in &table.rows {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            self.row(&cells, number.saturating_add(u32::try_from(*line).unwrap_or(u32::MAX)));
        }
        let origin = Origin { line: Some(number), table: Some(self.table_count), ..Origin::default() };
        self.remarks.push(Remark { text: ALIGNED.to_owned(), origin });
        self.end_table();
        self.after_blank = false;
    }

    fn row(&mut self, cells: &[&str], number: u32) {
        let row = u32::try_from(self.rows.len() + 1).ok();
        let origin = Origin { line: Some(number), table: Some(self.table_count), row, ..Origin::default() };
        let cells = cells.iter().enumerate().map(|(column, cell)| Cell {
            text: with_points_apart(&without_marks(cell)),
            column,
            columns: 1,
            continues: false,
            origin: Origin { cell: Some((column + 1).to_string()), ..origin.clone() },
        });
        self.rows.push(Row { cells: cells.collect(), origin: origin.clone(), ..Row::default() });
    }

    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        if let Some(first) = rows.first() {
            let origin = Origin { row: None, ..first.origin.clone() };
            self.blocks.push(Block::Table(Table { rows, origin }));
        }
    }
}

/// The cells of a line that is a row.
fn cells(line: &str) -> Option<Vec<&str>> {
    if line.contains('\t') {
        return Some(line.split('\t').collect());
    }
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    inner.contains('|').then(|| inner.split('|').collect())
}

/// A line that was drawn and holds no words.
fn is_ruled(line: &str) -> bool {
    line.contains("--") && line.chars().all(|letter| matches!(letter, '-' | '|' | ':' | '+' | '=' | ' ' | '\t'))
}

/// The text without the marks of bold type and without tags, each of which leaves a space.
fn without_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = tag_length(rest);
        plain.push(if length == 0 { '<' } else { ' ' });
        rest = &rest[length.max(1)..];
    }
    plain.push_str(rest);
    plain.replace("**", "")
}

/// The bytes of the tag that `text` begins with; 0 if it is none.
fn tag_length(text: &str) -> usize {
    let Some(end) = text.find('>') else { return 0 };
    let inner = text[1..end].trim_start_matches('/');
    let name = inner.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    if TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)) { end + 1 } else { 0 }
}

/// A cell with each point of its list on a line of its own.
fn with_points_apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        let begins_point = BULLETS.contains(&letter) && (apart.is_empty() || apart.ends_with(char::is_whitespace));
        if begins_point && !apart.is_empty() {
            apart.truncate(apart.trim_end().len());
            apart.push('\n');
        }
        apart.push(letter);
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(source: &Source) -> Vec<String> {
        let cells = |row: &Row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("/");
        source
            .blocks
            .iter()
            .map(|block| match block {
                Block::Line(line) => line.text.clone(),
                Block::Table(table) => format!("[{}]", table.rows.iter().map(cells).collect::<Vec<_>>().join("; ")),
            })
            .collect()
    }

    #[test]
    fn lines_with_tabs_are_tables_and_blank_lines_do_not_end_one_that_goes_on() {
        let source = read("\u{feff}Title\r\na\tb\r\n\r\nc\td\n\ne\tf\tg\nText\nh\ti", "x");
        assert_eq!(shape(&source), ["Title", "[a/b; c/d]", "[e/f/g]", "Text", "[h/i]"]);
        let Block::Table(table) = &source.blocks[1] else { panic!() };
        assert_eq!(table.rows[1].cells[1].origin.to_string(), "table 1, row 2, cell 2, line 4");
    }

    #[test]
    fn marks_tags_and_ruled_lines_are_no_words() {
        let source = read("**Bold** < 5 <b>x</b> <you>\n--|---\n---\t--\na <ul style=\"x\"> ❖ one ❖ two </ul>\tb", "x");
        assert_eq!(shape(&source), ["Bold < 5  x  <you>", "[a\n❖ one\n❖ two/b]"]);
    }

    #[test]
    fn a_table_between_bars_is_a_table() {
        assert_eq!(shape(&read("| Action | Owner |\n|---|---|\n| Do | Me |", "x")), ["[Action/Owner; Do/Me]"]);
    }
}
