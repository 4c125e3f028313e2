//! Paragraphs and tables one below the other: in the body, in a cell, in a text box, in a note.

use super::inline::Inline;
use super::marks;
use super::pages;
use super::reader::Reader;
use super::styles;
use super::xml::{self, Node};
use crate::intake::{Block, Line, Origin};

/// What may stand between paragraphs though it belongs into one: it is read as a paragraph of its own.
const LOOSE: [&str; 9] = ["r", "t", "hyperlink", "fldSimple", "smartTag", "oMath", "oMathPara", "dir", "bdo"];

/// What has been read of a place that holds paragraphs and tables.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    /// The words of paragraphs whose ends were struck out: they begin the next.
    open: Option<(String, Origin)>,
}

impl<'part> Reader<'part> {
    /// Everything in an element, in order.
    pub(super) fn blocks(&mut self, parent: Node<'part>) -> Vec<Block> {
        let mut flow = Flow::default();
        self.flow(parent, &mut flow);
        flow.close();
        flow.blocks
    }

    fn flow(&mut self, parent: Node<'part>, flow: &mut Flow) {
        for node in xml::elements(parent) {
            if self.progress.is_stopped() {
                return;
            }
            match xml::name(node) {
                "p" => self.paragraph(node, flow),
                "tbl" => {
                    flow.close();
                    flow.blocks.extend(self.table(node).map(Block::Table));
                    if self.depth == 0 {
                        flow.blocks.extend(self.after_table.drain(..).map(Block::Line));
                    }
                }
                "altChunk" => self.remark(marks::OTHER_DOCUMENT.to_owned()),
                "AlternateContent" => {
                    if let Some(chosen) = marks::alternative(node) {
                        self.flow(chosen, flow);
                    }
                }
                name if LOOSE.contains(&name) => {
                    let mut inline = Inline::default();
                    self.element(node, &mut inline, None);
                    self.end_paragraph(None, inline, flow);
                }
                _ if self.is_passed_over(node) => {}
                _ => self.flow(node, flow),
            }
        }
    }

    /// Whether an element holds nothing that is shown: properties, and what was struck out.
    pub(super) fn is_passed_over(&mut self, node: Node<'_>) -> bool {
        let name = xml::name(node);
        if marks::is_tracked(name) {
            self.remark_once(marks::TRACKED);
        }
        marks::is_passed_over(name)
    }

    fn paragraph(&mut self, node: Node<'part>, flow: &mut Flow) {
        self.progress.step();
        let properties = xml::child(node, "pPr");
        if self.asides == 0 && properties.is_some_and(|properties| xml::is_on(properties, &["pageBreakBefore"])) {
            self.pages.turn();
        }
        let mut inline = Inline::default();
        self.inline(node, &mut inline, None);
        self.end_paragraph(properties, inline, flow);
        if self.asides == 0 && properties.is_some_and(pages::ends_page) {
            self.pages.turn();
        }
    }

    fn end_paragraph(&mut self, properties: Option<Node<'part>>, inline: Inline, flow: &mut Flow) {
        let (words, page, boxes, notes) = inline.end();
        let mut origin = Origin { page: page.or(self.pages.page()), ..self.place.clone() };
        if self.end_is_struck_out(properties) {
            let (open, _) = flow.open.get_or_insert_with(|| (String::new(), origin));
            open.push_str(&words);
        } else {
            if self.depth == 0 && self.asides == 0 {
                self.paragraphs += 1;
                origin.line = Some(self.paragraphs);
            }
            let words = match flow.open.take() {
                Some((open, begin)) => {
                    origin.page = begin.page;
                    open + &words
                }
                None => words,
            };
            let style = properties.and_then(|properties| xml::value(properties, &["pStyle"]));
            let label = self.label(properties, style);
            let heading = match styles::outline_rank(properties) {
                Some(rank) => Some(rank).filter(|rank| *rank <= 9),
                None => self.styles.heading(style),
            };
            let text = words.trim();
            if !text.is_empty() {
                flow.blocks.push(Block::Line(Line { text: text.to_owned(), label, heading, origin }));
            }
        }
        flow.blocks.extend(boxes);
        if self.depth == 0 {
            flow.blocks.extend(notes.into_iter().map(Block::Line));
        } else {
            self.after_table.extend(notes);
        }
    }

    /// Whether the end of a paragraph was struck out, so that the next goes on in it.
    fn end_is_struck_out(&mut self, properties: Option<Node<'_>>) -> bool {
        let mark = properties.and_then(|properties| xml::child(properties, "rPr"));
        let is_struck_out =
            mark.is_some_and(|mark| xml::elements(mark).any(|own| marks::is_struck_out(xml::name(own))));
        if is_struck_out {
            self.remark_once(marks::TRACKED);
        }
        is_struck_out
    }

    /// The number or bullet of a paragraph: by its own list, or by that of its style.
    fn label(&mut self, properties: Option<Node<'_>>, style: Option<&str>) -> Option<String> {
        let own = properties.and_then(|properties| xml::child(properties, "numPr"));
        let own_level = own.and_then(|own| xml::number(own, &["ilvl"]));
        let (list, level) = match own.and_then(|own| xml::value(own, &["numId"])) {
            Some(list) => (list, Some(own_level.unwrap_or(0))),
            None => self.styles.list(style).map(|(list, level)| (list, own_level.or(level)))?,
        };
        self.numbering.label(&mut self.counters, list, level, style)
    }
}

impl Flow {
    /// Nothing follows that could go on with a paragraph whose end was struck out.
    fn close(&mut self) {
        if let Some((words, origin)) = self.open.take()
            && !words.trim().is_empty()
        {
            let text = words.trim().to_owned();
            self.blocks.push(Block::Line(Line { text, label: None, heading: None, origin }));
        }
    }
}
