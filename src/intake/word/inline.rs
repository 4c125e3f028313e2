//! The words inside a paragraph.

use super::glyphs;
use super::marks;
use super::pages;
use super::reader::Reader;
use super::xml::{self, Node};
use crate::intake::{Block, Line};

/// How much of a picture's description is told.
const MAX_DESCRIPTION: usize = 200;

/// What has been read of a paragraph.
#[derive(Default)]
pub(super) struct Inline {
    words: String,
    /// The page of its first word.
    page: Option<u32>,
    /// What stands in its text boxes.
    pub(super) boxes: Vec<Block>,
    /// Footnotes and endnotes called in it.
    pub(super) notes: Vec<Line>,
    /// Fields that have begun and not ended, the inner ones last.
    fields: Vec<Field>,
}

/// A field: first what Word is to work out, then what it worked out.
struct Field {
    is_worked_out: bool,
    /// Words where the instruction should be. They are dropped when the field turns out to be whole.
    unshown: String,
}

impl Inline {
    /// The words, the page of the first of them, the text boxes and the notes.
    pub(super) fn end(mut self) -> (String, Option<u32>, Vec<Block>, Vec<Line>) {
        for field in &self.fields {
            self.words.push_str(&field.unshown);
        }
        (self.words, self.page, self.boxes, self.notes)
    }

    fn field_begins(&mut self) {
        self.fields.push(Field { is_worked_out: false, unshown: String::new() });
    }

    fn field_is_worked_out(&mut self) {
        if let Some(field) = self.fields.last_mut() {
            field.is_worked_out = true;
            field.unshown.clear();
        }
    }
}

impl<'part> Reader<'part> {
    /// Adds the words in an element; `font` is the one around it.
    pub(super) fn inline(&mut self, parent: Node<'part>, inline: &mut Inline, font: Option<&'part str>) {
        for node in xml::elements(parent) {
            self.element(node, inline, font);
        }
    }

    /// Adds the words of an element.
    pub(super) fn element(&mut self, node: Node<'part>, inline: &mut Inline, font: Option<&'part str>) {
        match xml::name(node) {
            "r" => {
                if xml::is_on(node, &["rPr", "vanish"]) {
                    self.remark_once(marks::HIDDEN);
                }
                let fonts = xml::at(node, &["rPr", "rFonts"]);
                self.inline(node, inline, fonts.and_then(|fonts| xml::attribute(fonts, "ascii")).or(font));
            }
            "t" => self.text(node, inline, font),
            "sym" => self.symbol(node, inline),
            "tab" | "ptab" => self.put(if self.depth > 0 { " " } else { "\t" }, inline),
            "cr" => self.put("\n", inline),
            "br" => {
                self.put("\n", inline);
                if self.asides == 0 && pages::is_page_break(node) {
                    self.pages.turn();
                }
            }
            "lastRenderedPageBreak" if self.asides == 0 => self.pages.turned(),
            "noBreakHyphen" => self.put("-", inline),
            "fldChar" => self.field(node, inline),
            "footnoteReference" => self.note(node, true, inline),
            "endnoteReference" => self.note(node, false, inline),
            "commentReference" => self.comment(node),
            "AlternateContent" => {
                if let Some(chosen) = marks::alternative(node) {
                    self.inline(chosen, inline, font);
                }
            }
            "txbxContent" => {
                self.asides += 1;
                let blocks = self.blocks(node);
                self.asides -= 1;
                inline.boxes.extend(blocks);
            }
            "textpath" => {
                let words = xml::attribute(node, "string").unwrap_or_default().trim().to_owned();
                let origin = self.here();
                inline.boxes.push(Block::Line(Line { text: words, origin, ..Line::default() }));
            }
            "blip" | "imagedata" => self.picture(node),
            "chart" => self.remark("A chart was left out.".to_owned()),
            "relIds" => self.remark("A diagram was left out.".to_owned()),
            "OLEObject" => self.remark(marks::OTHER_DOCUMENT.to_owned()),
            _ if self.is_passed_over(node) => {}
            _ => self.inline(node, inline, font),
        }
    }

    fn text(&mut self, node: Node<'part>, inline: &mut Inline, font: Option<&str>) {
        let pieces = node.children().filter(roxmltree::Node::is_text).filter_map(|piece| piece.text());
        for piece in pieces {
            let is_plain = |letter: char| !letter.is_control() && !('\u{F000}'..='\u{F0FF}').contains(&letter);
            let is_of_signs = font.is_some_and(|font| font == "Symbol" || font.starts_with("Wingdings"));
            if !is_of_signs && piece.chars().all(is_plain) {
                self.put(piece, inline);
                continue;
            }
            // A line end in the XML is a blank; breaks have elements of their own.
            let letters =
                piece.chars().map(|letter| if letter.is_control() { ' ' } else { glyphs::shown(letter, font) });
            self.put(&letters.collect::<String>(), inline);
        }
    }

    fn symbol(&mut self, node: Node<'_>, inline: &mut Inline) {
        let place = xml::attribute(node, "char").and_then(|place| u32::from_str_radix(place, 16).ok());
        if let Some(letter) = place.and_then(char::from_u32).filter(|letter| !letter.is_control()) {
            let sign = glyphs::shown(letter, xml::attribute(node, "font"));
            self.put(sign.encode_utf8(&mut [0; 4]), inline);
        }
    }

    /// Adds words, or keeps them back where a field's instruction should be.
    fn put(&mut self, words: &str, inline: &mut Inline) {
        if let Some(field) = inline.fields.iter_mut().rev().find(|field| !field.is_worked_out) {
            field.unshown.push_str(words);
            return;
        }
        if !words.trim().is_empty() && self.asides == 0 {
            self.pages.read_words();
            if inline.page.is_none() {
                inline.page = self.pages.page();
            }
        }
        inline.words.push_str(words);
    }

    fn field(&mut self, node: Node<'_>, inline: &mut Inline) {
        match xml::attribute(node, "fldCharType") {
            Some("begin") => {
                if let Some(chosen) = xml::child(node, "ffData").and_then(form_value) {
                    self.put(&chosen, inline);
                }
                inline.field_begins();
            }
            Some("separate") => inline.field_is_worked_out(),
            Some("end") => {
                inline.fields.pop();
            }
            _ => {}
        }
    }

    fn picture(&mut self, node: Node<'part>) {
        self.pictures += 1;
        let drawing = node.ancestors().find(|above| matches!(xml::name(*above), "inline" | "anchor"));
        let described = drawing.and_then(|drawing| xml::child(drawing, "docPr"));
        let description = described.and_then(|described| xml::attribute(described, "descr")).unwrap_or_default().trim();
        if description.is_empty() {
            self.remark("A picture was left out.".to_owned());
        } else {
            let description: String = description.chars().take(MAX_DESCRIPTION).collect();
            self.remark(format!("A picture was left out: \"{description}\"."));
        }
    }
}

/// What a list to choose from, or a box to tick, of an old form shows: it is among its properties.
fn form_value(form: Node<'_>) -> Option<String> {
    if let Some(list) = xml::child(form, "ddList") {
        let place: usize = xml::number(list, &["result"]).or(xml::number(list, &["default"])).unwrap_or(0);
        let mut entries = xml::elements(list).filter(|entry| xml::name(*entry) == "listEntry");
        return entries.nth(place).and_then(|entry| xml::attribute(entry, "val")).map(str::to_owned);
    }
    let tick = xml::child(form, "checkBox")?;
    let is_ticked = match xml::child(tick, "checked") {
        Some(_) => xml::is_on(tick, &["checked"]),
        None => xml::is_on(tick, &["default"]),
    };
    Some(if is_ticked { "☒" } else { "☐" }.to_owned())
}
