//! Pages as programs write them, written here in their manner; and such as no program writes.

mod harm;
mod lists;
mod pieces;
mod sheets;
mod tables;
mod word;

use std::fmt::Write as _;
use std::ops::ControlFlow;

use super::*;
use crate::intake::source::{Block, Row};

fn go(_: f32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn try_reading(html: &str) -> Result<Source, IntakeCause> {
    read(html, "the clipboard", &go).map_err(|error| error.cause)
}

/// A page as lines a person can compare: `= [label] words` for a line, with `#` for each rank of a heading; for a row
/// its cells between bars, `^` for one that continues, `(2)` before one over two columns, `hidden` and `heading` where
/// the row is; `! words @ place` for a remark.
#[track_caller]
fn sketch(html: &str) -> Vec<String> {
    let source = try_reading(html).unwrap();
    let mut lines = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Line(line) => {
                let rank = "#".repeat(usize::from(line.heading.unwrap_or_default()));
                let label = line.label.as_ref().map(|label| format!(" [{label}]")).unwrap_or_default();
                lines.push(format!("={rank}{label} {}", line.text));
            }
            Block::Table(table) => {
                lines.push("table".to_owned());
                lines.extend(table.rows.iter().map(row));
            }
        }
    }
    lines.extend(source.remarks.iter().map(|remark| format!("! {} @ {}", remark.text, remark.origin)));
    lines
}

fn row(row: &Row) -> String {
    let mut line = "|".to_owned();
    for cell in &row.cells {
        let span = if cell.columns > 1 { format!("({}) ", cell.columns) } else { String::new() };
        let text = if cell.continues { "^" } else { &cell.text };
        let _ = write!(line, " {span}{text} |");
    }
    line.push_str(if row.is_hidden { " hidden" } else { "" });
    line.push_str(if row.is_heading { " heading" } else { "" });
    line
}
