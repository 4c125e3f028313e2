//! HTML: what Word, Excel, LibreOffice and web pages put on the clipboard, pages that were saved, and what other
//! programs write under the name of a workbook.
//!
//! Reading order:
//! - [`tokens`]: tags and texts;
//! - [`elements`], [`manners`]: what elements, and their classes and styles, are for;
//! - [`reader`]: a page from its beginning to its end, by way of [`words`], [`lists`] and [`parts`];
//! - [`tables`]: its parts to a document.
//!
//! A page is read as it is shown. What is hidden is left out, and a remark says so and quotes it.
//!
//! *Architecture invariant:* nothing a page names is fetched, no script of it is run, and no page takes more time or
//! memory than its size explains. That is why no tree is made of it: the trees of browsers go as deep as the page says,
//! and some tags copy each other.
//!
//! It must not know what a plan is.

mod elements;
mod lists;
mod manners;
mod parts;
mod reader;
mod tables;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use encoding_rs::Encoding;

use super::intake_error::{IntakeCause, IntakeError, OtherKind};
use super::source::Source;
use elements::Element;
use reader::Reader;
use tables::Document;
use tokens::{Tag, Token, Tokens};

/// Bytes a page may have.
const MOST: usize = 32 << 20;
/// Tokens between two looks at whether to go on.
const STRETCH: usize = 10_000;
/// Bytes at the beginning of a page in which it says what it is.
const BEGINNING: usize = 4096;

/// A page as a document called `name`. `progress` is told from 0 to 1 how far it is and stops it with `Break`.
///
/// # Errors
/// When it is stopped, has no words, or has more of them than any plan.
pub fn read(html: &str, name: &str, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeError> {
    source(html, name, progress).map_err(|cause| IntakeError { name: name.to_owned(), cause })
}

fn source(html: &str, name: &str, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeCause> {
    if html.len() > MOST {
        return Err(IntakeCause::TooLarge { bytes: html.len() as u64 });
    }
    let html = without_header(html);
    let mut tokens = Tokens::new(html);
    let mut reader = Reader::default();
    let mut count: usize = 0;
    let mut has_frames = false;
    while let Some(token) = tokens.next() {
        has_frames |= matches!(&token, Token::Start(tag) if tag.name == "frameset");
        reader.take(token)?;
        count += 1;
        if count.is_multiple_of(STRETCH) && progress(share(tokens.at(), html.len())).is_break() {
            return Err(IntakeCause::Cancelled);
        }
    }
    let found = reader.finish();
    let mut document = Document::new(found.is_sheet);
    document.add(found.parts)?;
    let source = Source { name: name.to_owned(), blocks: document.blocks, remarks: document.remarks };
    if has_frames {
        Err(IntakeCause::Other(OtherKind::Frames))
    } else if source.words().next().is_some() {
        Ok(source)
    } else if found.has_pictures {
        Err(IntakeCause::PictureOnly)
    } else {
        Err(IntakeCause::NoText)
    }
}

/// How far the reading is; the rest is for putting the document together.
fn share(done: usize, all: usize) -> f32 {
    let hundredths = done * 90 / all.max(1);
    f32::from(u8::try_from(hundredths).unwrap_or(90)) / 100.0
}

/// What Windows puts before a page on its clipboard says where in it the page begins and ends.
fn without_header(html: &str) -> &str {
    let html = html.trim_start_matches('\u{feff}').trim_start();
    let begins = html.get(..8).is_some_and(|begin| begin.eq_ignore_ascii_case("version:"));
    match html.find('<') {
        Some(page) if begins && html[..page].contains("StartHTML") => &html[page..],
        _ => html,
    }
}

/// Whether a text is a page: it begins with a tag or a comment, and soon has an element that pages have.
pub(super) fn is_html(text: &str) -> bool {
    let text = without_header(text);
    let end = (0..=text.len().min(BEGINNING)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let beginning = &text[..end];
    let is_of_pages = |token: Token| match token {
        Token::Start(tag) => {
            const OF_PAGES: [&str; 8] = ["html", "body", "head", "table", "p", "div", "meta", "style"];
            OF_PAGES.contains(&tag.name.as_str())
        }
        _ => false,
    };
    beginning.starts_with('<') && Tokens::new(beginning).any(is_of_pages)
}

/// Whether a page tells more than its words: it has a table, headings or lists.
pub(super) fn has_structure(html: &str) -> bool {
    let tells = |name: &str| matches!(Element::of(name), Element::Table | Element::Heading(_) | Element::Point);
    let is_of_list = |tag: &Tag| tag.attribute("style").is_some_and(|style| style.contains("mso-list"));
    Tokens::new(html).any(|token| matches!(&token, Token::Start(tag) if tells(&tag.name) || is_of_list(tag)))
}

/// The letters a page says it is written in, where it does: for pages that are not UTF-8.
pub(super) fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]);
    let said = |tag: &Tag| {
        let content = tag.attribute("content").and_then(|content| content.split_once("charset=")).map(|(_, name)| name);
        Encoding::for_label(tag.attribute("charset").or(content)?.trim().as_bytes())
    };
    Tokens::new(&beginning).find_map(|token| match token {
        Token::Start(tag) if tag.name == "meta" => said(&tag),
        _ => None,
    })
}
