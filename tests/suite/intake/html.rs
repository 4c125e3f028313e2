//! Both seeds as pages: as a word processor and a browser put them on the clipboard. What comes out is what comes out
//! of their texts.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use planning_grid::intake::clipboard::{self, Clipboard};
use planning_grid::intake::{Block, Cell, Source, plain};
use planning_grid::model::Shows;

use super::{cell, drafted, drafted_source};
use crate::support::seeds;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A cell as Word writes it: a paragraph a line.
fn word_cell(cell: &Cell) -> String {
    let paragraphs = cell.text.split('\n').map(|line| {
        format!("<p class=MsoNormal style='margin:0cm'><span lang=EN-GB>{}<o:p></o:p></span></p>\n", escaped(line))
    });
    format!("<td width=120 valign=top>\n{}</td>\n", paragraphs.collect::<String>())
}

/// A cell as a browser writes it: its lines broken.
fn page_cell(cell: &Cell) -> String {
    format!("<td style=\"box-sizing: border-box; padding: 8px;\">{}</td>", escaped(&cell.text).replace('\n', "<br>"))
}

/// A document as a page whose cells are written so.
fn page(source: &Source, write_cell: fn(&Cell) -> String) -> String {
    let mut page =
        "Version:1.0\r\nStartHTML:0000000001\r\nEndHTML:0000000002\r\n<html><body><!--StartFragment-->".to_owned();
    for block in &source.blocks {
        match block {
            Block::Line(line) => {
                let _ = write!(page, "<p class=MsoNormal>{}</p>\r\n", escaped(&line.text));
            }
            Block::Table(table) => {
                page.push_str("<table class=MsoNormalTable border=1 cellspacing=0><tbody>");
                for row in &table.rows {
                    let cells: String = row.cells.iter().map(write_cell).collect();
                    let _ = write!(page, "<tr style='mso-yfti-irow:0'>\r\n {cells}</tr>\r\n");
                }
                page.push_str("</tbody></table>\r\n");
            }
        }
    }
    page + "<!--EndFragment--></body></html>"
}

fn pasted(text: &str, html: String) -> Source {
    let clipboard = Clipboard { text: Some(text.to_owned()), html: Some(html) };
    clipboard::read(&clipboard, &|_| ControlFlow::Continue(())).unwrap()
}

/// All cells of all actions.
fn cells(draft: &planning_grid::intake::Draft) -> Vec<String> {
    let shown = [Shows::Description, Shows::Owners, Shows::When, Shows::Kpis, Shows::Milestones, Shows::Progress];
    draft.plan.actions().flat_map(|action| shown.map(|shows| cell(action, shows))).collect()
}

#[test]
fn both_plans_pasted_from_a_word_processor_or_a_browser_are_what_their_texts_are() {
    for (name, seed) in [("oldham", seeds::OLDHAM), ("tower hamlets", seeds::TOWER_HAMLETS)] {
        let expected = drafted(seed);
        for (from, write_cell) in [("word", word_cell as fn(&Cell) -> String), ("a browser", page_cell)] {
            let source = pasted(seed, page(&plain::read(seed, ""), write_cell));
            let tables = source.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
            let draft = drafted_source(&source);
            let (found, wanted) = (cells(&draft), cells(&expected));
            let right = found.iter().zip(&wanted).filter(|(one, other)| one == other).count();
            println!(
                "intake: {name} pasted from {from}: {} of {} actions, {right} of {} cells right, {} unplaced, {} words lost",
                draft.plan.actions().count(),
                expected.plan.actions().count(),
                wanted.len(),
                draft.unplaced.len(),
                draft.lost(&source).len(),
            );
            assert_eq!(tables, expected.tables);
            assert_eq!(found, wanted);
            assert_eq!(draft.unplaced.len(), expected.unplaced.len());
        }
    }
}

#[test]
fn a_list_of_milestones_in_a_cell_is_its_milestones() {
    let html = "<h1>Plan 2016/17</h1><h2>Objective 1: To help</h2><table><thead><tr><th>Action</th><th>Milestones</th>\
                <th>Lead</th></tr></thead><tr><td>Open</td><td><ul><li>Plans by May 2016</li><li>Doors in June 2016</li></ul>\
                </td><td>DAAT</td></tr></table>";
    let clipboard = Clipboard { text: None, html: Some(html.to_owned()) };
    let draft = drafted_source(&clipboard::read(&clipboard, &|_| ControlFlow::Continue(())).unwrap());
    let action = draft.plan.actions().next().unwrap();
    assert_eq!(action.milestones.len(), 2);
    assert_eq!(action.owners.written(), "DAAT");
}
