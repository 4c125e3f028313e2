//! A page from its beginning to its end: what is open, and where words go.
//!
//! No tree is made of it. Reading takes time and memory in proportion to the page, whatever the page is: beyond
//! [`MAX_DEPTH`] a tag counts for nothing and its words stay.

use std::collections::BTreeSet;

use super::elements::Element;
use super::lists::List;
use super::manners::{Classes, Manner};
use super::parts::{CellPart, LinePart, Part, Parts};
use super::tokens::{Tag, Token};
use super::words::Words;
use crate::intake::IntakeCause;
use crate::intake::word::{glyphs, marks};

/// How deep elements may stand in each other and count. What Word writes goes twenty deep, web pages fifty.
const MAX_DEPTH: usize = 200;
/// Lines, rows and cells a page may have.
const MOST_PARTS: usize = 500_000;
/// Columns a cell may cover; browsers stop there too.
const MOST_COLUMNS: u16 = 1000;
/// Bytes a bullet or number may have where only its place tells that it is one.
const LONGEST_LABEL: usize = 12;
/// How much is told of what was left out.
const MOST_TOLD: usize = 500;
/// How much of a picture's description is told.
const MOST_DESCRIBED: usize = 200;

/// A page being read.
#[derive(Debug, Default)]
pub(super) struct Reader {
    open: Vec<Open>,
    /// Elements that are too deep to count, begun and not ended.
    too_deep: usize,
    now: Now,
    words: Words,
    /// Words that are not shown in the line: its label, hidden ones, a comment.
    aside: Words,
    label: Option<String>,
    heading: Option<u8>,
    lists: Vec<List>,
    parts: Parts,
    count: usize,
    classes: Classes,
    said: BTreeSet<String>,
    is_sheet: bool,
    pictures: usize,
}

/// What was found on a page.
#[derive(Debug)]
pub(super) struct Found {
    /// Its parts, in order.
    pub(super) parts: Vec<Part>,
    /// Its tables are sheets, or pieces of them.
    pub(super) is_sheet: bool,
    /// It has pictures.
    pub(super) has_pictures: bool,
}

/// An element that has begun.
#[derive(Debug)]
struct Open {
    name: String,
    element: Element,
    /// It puts lines and tables together; in what is not shown, nothing does.
    acts: bool,
    before: Now,
}

/// What holds for the words that come next.
#[derive(Clone, Copy, Debug, Default)]
struct Now {
    to: To,
    font: Option<&'static str>,
    heading: Option<u8>,
    is_preformatted: bool,
    is_of_list: bool,
}

/// Where words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum To {
    #[default]
    Line,
    Label,
    Hidden,
    Comment,
    Nowhere,
}

impl Reader {
    /// Takes the next piece of the page.
    pub(super) fn take(&mut self, token: Token) -> Result<(), IntakeCause> {
        match token {
            Token::Text(text) => self.text(&text),
            Token::Start(tag) => self.start(&tag),
            Token::End(name) => self.end(&name),
            Token::StyleSheet(sheet) => self.classes.read(&sheet),
        }
        if self.count > MOST_PARTS { Err(IntakeCause::Unpacks) } else { Ok(()) }
    }

    /// The page has ended.
    pub(super) fn finish(mut self) -> Found {
        self.close_to(0);
        self.end_line();
        Found { parts: self.parts.end(), is_sheet: self.is_sheet, has_pictures: self.pictures > 0 }
    }

    fn text(&mut self, text: &str) {
        let (now, words, aside) = (self.now, &mut self.words, &mut self.aside);
        let target = match now.to {
            To::Line => words,
            To::Nowhere => return,
            To::Label | To::Hidden | To::Comment => aside,
        };
        for letter in text.chars() {
            match letter {
                '\n' if now.is_preformatted => target.turn(),
                '\0'..='\u{7f}' if now.font.is_none_or(str::is_empty) => target.put(letter),
                _ => target.put(glyphs::shown(letter, now.font)),
            }
        }
        if now.to == To::Line && !self.words.is_empty() && self.heading.is_none() {
            self.heading = now.heading;
        }
    }

    fn start(&mut self, tag: &Tag) {
        let mut element = Element::of(&tag.name);
        if element.is_empty(&tag.name) {
            return self.empty(element, tag);
        }
        if self.open.len() >= MAX_DEPTH || self.too_deep > 0 {
            self.too_deep += 1;
            if element.is_block() {
                self.end_line();
            }
            return;
        }
        if self.now.to == To::Line {
            self.close_what_it_ends(element);
            if element.is_of_table() && !self.open.iter().any(|open| open.acts && open.element == Element::Table) {
                element = Element::Block;
            }
        }
        let manner = if self.now.to == To::Nowhere { Manner::default() } else { self.classes.manner(tag) };
        let acts = self.now.to == To::Line;
        if acts && element.is_block() {
            self.end_line();
        }
        self.open.push(Open { name: tag.name.clone(), element, acts, before: self.now });
        self.now.font = manner.font.or(self.now.font);
        self.now.is_preformatted |= manner.is_preformatted || element == Element::Preformatted;
        self.now.is_of_list |= manner.is_of_list;
        let rank = if let Element::Heading(rank) = element { Some(rank) } else { None };
        self.now.heading = manner.heading.or(rank).or(self.now.heading);
        if acts {
            self.act(element, tag, &manner);
            self.now.to = self.place_of(element, &manner);
        } else if is_left_out(element, &manner) {
            self.now.to = To::Nowhere;
        }
    }

    /// Ends what HTML lets end without an end tag.
    fn close_what_it_ends(&mut self, element: Element) {
        let last = |wanted: &dyn Fn(Element) -> bool, stops: &dyn Fn(Element) -> bool| {
            let found = self.open.iter().rposition(|open| wanted(open.element) || stops(open.element))?;
            wanted(self.open[found].element).then_some(found)
        };
        let is_table = |element: Element| element == Element::Table;
        let is_cell = |element: Element| matches!(element, Element::Cell { .. });
        let is_row = |element: Element| element == Element::Row;
        let ended = match element {
            Element::Rows { .. } => last(&|found| found.is_of_table() && !is_cell(found) && !is_row(found), &is_table)
                .or_else(|| last(&is_row, &is_table))
                .or_else(|| last(&is_cell, &is_table)),
            Element::Row => last(&is_row, &is_table).or_else(|| last(&is_cell, &is_table)),
            Element::Cell { .. } => last(&is_cell, &is_table),
            Element::Table => last(&is_table, &is_cell),
            Element::Point => last(&|found| found == Element::Point, &|found| {
                is_table(found) || is_cell(found) || matches!(found, Element::List { .. })
            }),
            _ => None,
        };
        if let Some(place) = ended {
            self.close_to(place);
        } else if element.is_block() {
            let is_paragraph = |found: Element| found == Element::Paragraph;
            if let Some(place) = self.last_before_cell(&is_paragraph) {
                self.close_to(place);
            }
        }
    }

    fn last_before_cell(&self, wanted: &dyn Fn(Element) -> bool) -> Option<usize> {
        let stops = |element: Element| matches!(element, Element::Cell { .. } | Element::Table | Element::Point);
        let found = self.open.iter().rposition(|open| wanted(open.element) || stops(open.element))?;
        wanted(self.open[found].element).then_some(found)
    }

    fn act(&mut self, element: Element, tag: &Tag, manner: &Manner) {
        match element {
            Element::List { counts } => self.lists.push(List::new(tag, counts, manner)),
            Element::Point => {
                let depth = self.lists.len();
                self.label = self.lists.last_mut().and_then(|list| list.label(depth, tag, manner));
            }
            Element::Table => self.parts.begin_table(),
            Element::Rows { are_heading } => self.parts.begin_rows(are_heading),
            Element::Row => {
                self.count += 1;
                self.parts.begin_row(manner.is_hidden);
            }
            Element::Cell { is_heading } => {
                self.count += 1;
                self.is_sheet = self.is_sheet || is_of_sheet(tag);
                let span = |name| tag.attribute(name).and_then(|span| span.trim().parse::<u16>().ok());
                let rows = span("rowspan").map_or(1, |rows| if rows == 0 { u16::MAX } else { rows });
                let columns = span("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
                let flows_over = manner.flows_over;
                self.parts.begin_cell(CellPart { parts: Vec::new(), columns, rows, is_heading, flows_over });
            }
            _ if manner.is_tab => {
                if self.parts.is_in_cell() {
                    self.words.put(' ');
                } else {
                    self.words.tab();
                }
            }
            _ if manner.is_gap && self.now.is_of_list && self.label.is_none() => {
                let text = self.words.text();
                if !text.is_empty() && text.len() <= LONGEST_LABEL && !text.contains(' ') {
                    self.label = Some(glyphs::bullet(&self.words.end(), None));
                }
            }
            Element::Inline if tag.name.eq_ignore_ascii_case("google-sheets-html-origin") => self.is_sheet = true,
            _ => {}
        }
    }

    /// Where the words of an element go.
    fn place_of(&mut self, element: Element, manner: &Manner) -> To {
        if element == Element::StruckOut || manner.is_struck_out {
            self.say_once(marks::TRACKED);
            To::Nowhere
        } else if is_left_out(element, manner) {
            To::Nowhere
        } else if manner.is_comment {
            To::Comment
        } else if manner.is_hidden && element != Element::Row {
            To::Hidden
        } else if manner.is_label {
            To::Label
        } else {
            To::Line
        }
    }

    fn empty(&mut self, element: Element, tag: &Tag) {
        match element {
            Element::Break if self.now.to == To::Line => self.words.turn(),
            Element::Break => self.aside.put(' '),
            Element::Block => {
                self.close_what_it_ends(element);
                self.end_line();
            }
            Element::Picture if self.now.to == To::Line => {
                self.pictures += 1;
                let described = shown(tag.attribute("alt").unwrap_or_default());
                self.say_once(&picture(&described));
            }
            Element::Field if self.now.to == To::Line => {
                let kind = tag.attribute("type").unwrap_or("text").to_ascii_lowercase();
                match kind.as_str() {
                    "checkbox" | "radio" => {
                        self.words.put(if tag.attribute("checked").is_some() { '☒' } else { '☐' });
                    }
                    "hidden" | "password" | "image" | "file" => {}
                    _ => self.text(tag.attribute("value").unwrap_or_default()),
                }
            }
            _ => {
                let content = tag.attribute("content").unwrap_or_default();
                self.is_sheet = self.is_sheet || content.starts_with("Excel.") || content.contains("Microsoft Excel");
            }
        }
    }

    fn end(&mut self, name: &str) {
        let element = Element::of(name);
        if element == Element::Break {
            return self.words.turn();
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            if element.is_block() {
                self.end_line();
            }
            return;
        }
        let stops = |open: &Open| match open.element {
            Element::Table => true,
            Element::Cell { .. } => !element.is_of_table() && element != Element::Table,
            // The end of what stands in a line ends no block that began in it.
            other => other.is_block() && !element.is_block(),
        };
        for place in (0..self.open.len()).rev() {
            if self.open[place].name.eq_ignore_ascii_case(name) {
                return self.close_to(place);
            }
            if stops(&self.open[place]) {
                return;
            }
        }
    }

    fn close_to(&mut self, place: usize) {
        while self.open.len() > place
            && let Some(open) = self.open.pop()
        {
            self.close(&open);
        }
    }

    fn close(&mut self, open: &Open) {
        if open.element.is_block() {
            self.end_line();
        }
        let ended = std::mem::replace(&mut self.now, open.before).to;
        if ended != self.now.to {
            self.end_aside(ended);
        }
        if !open.acts {
            return;
        }
        match open.element {
            Element::Table => self.parts.end_table(),
            Element::Rows { .. } => self.parts.end_rows(),
            Element::Row => self.parts.end_row(),
            Element::Cell { .. } => self.parts.end_cell(),
            Element::List { .. } => drop(self.lists.pop()),
            Element::Point => self.label = None,
            Element::Paragraph if !self.now.is_of_list && self.lists.is_empty() => self.label = None,
            _ => {}
        }
    }

    fn end_aside(&mut self, ended: To) {
        if ended == To::Nowhere {
            return;
        }
        let text = self.aside.end();
        if text.is_empty() {
            return;
        }
        match ended {
            To::Label => self.label = Some(glyphs::bullet(&text, None)),
            To::Hidden => self.say(format!("Hidden words were left out: \"{}\".", told(&text, MOST_TOLD))),
            To::Comment => self.say(format!("There is a comment: {text}")),
            To::Line | To::Nowhere => {}
        }
    }

    fn end_line(&mut self) {
        if self.now.to != To::Line {
            return self.aside.put(' ');
        }
        let (text, heading) = (self.words.end(), self.heading.take());
        if !text.is_empty() {
            self.count += 1;
            self.parts.add(Part::Line(LinePart { text, label: self.label.take(), heading }));
        }
    }

    fn say(&mut self, text: String) {
        self.count += 1;
        self.parts.add(Part::Remark(text));
    }

    fn say_once(&mut self, text: &str) {
        if self.said.len() < MOST_PARTS && self.said.insert(text.to_owned()) {
            self.say(text.to_owned());
        }
    }
}

/// Whether an element has nothing that is shown, and nothing is to be said of it.
fn is_left_out(element: Element, manner: &Manner) -> bool {
    matches!(element, Element::PassedOver | Element::StruckOut) || manner.is_comment_mark || manner.is_struck_out
}

/// An attribute's value as it is shown.
fn shown(value: &str) -> String {
    let mut words = Words::default();
    value.chars().for_each(|letter| words.put(letter));
    words.end()
}

/// Whether a cell says that it is one of Excel, LibreOffice or Google.
fn is_of_sheet(tag: &Tag) -> bool {
    ["x:num", "x:str", "sdval", "sdnum", "data-sheets-value"].iter().any(|name| tag.attribute(name).is_some())
}

fn picture(description: &str) -> String {
    if description.is_empty() {
        return "A picture was left out.".to_owned();
    }
    format!("A picture was left out: \"{}\".", told(description, MOST_DESCRIBED))
}

/// As much of a text as is told.
fn told(text: &str, most: usize) -> String {
    let mut told: String = text.chars().take(most).collect();
    if told.len() < text.len() {
        told.push('…');
    }
    told
}
