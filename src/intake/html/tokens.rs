//! HTML as a row of tags and texts, as browsers take it apart.
//!
//! Where a browser would drop the rest of a page because a mark in it never ends, the rest is text here: its words may
//! be some of the plan's. It must not know what any tag means, but for those whose content is no HTML.

use std::collections::BTreeMap;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token as Piece};
use html5gum::{Span, StringReader, Tokenizer};

/// Elements whose content is no HTML and no words: it is passed over up to their end tag.
const RAW: [&str; 7] = ["script", "style", "title", "iframe", "noembed", "noframes", "xmp"];

/// A piece of HTML. Comments and declarations are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Text, with its entities as the letters they stand for.
    Text(String),
    /// The beginning of an element.
    Start(Tag),
    /// The end of an element, by its name in small letters.
    End(String),
    /// What stands in a `style` element.
    StyleSheet(String),
}

/// The beginning of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name in small letters.
    pub(super) name: String,
    attributes: BTreeMap<String, String>,
}

impl Tag {
    /// The value of an attribute, named in small letters; an empty one where it has none.
    pub(super) fn attribute(&self, wanted: &str) -> Option<&str> {
        self.attributes.get(wanted).map(String::as_str)
    }
}

/// The tokens of a text.
#[derive(Debug)]
pub(super) struct Tokens<'html> {
    html: &'html str,
    pieces: Tokenizer<StringReader<'html>, DefaultEmitter<usize>>,
    /// The element whose content comes and is no HTML, and what of it came.
    raw: Option<(String, String)>,
    /// What comes next, where it is known already.
    next: Option<Token>,
    /// Up to where the text was handed on.
    at: usize,
}

impl<'html> Tokens<'html> {
    /// From the beginning of a text.
    pub(super) fn new(html: &'html str) -> Self {
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        Self { html, pieces: Tokenizer::new_with_emitter(html, emitter), raw: None, next: None, at: 0 }
    }

    /// How many bytes have been read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn read_to(&mut self, span: Span<usize>) {
        self.at = span.end.max(self.at);
    }

    /// A comment, of which a token is made only where it takes the rest of the page with it.
    fn comment(&mut self, text: String, span: Span<usize>) -> Option<Token> {
        let never_ends = span.end >= self.html.len() && !self.html.ends_with('>');
        self.read_to(span);
        never_ends.then_some(Token::Text(text))
    }

    fn end(&mut self, name: String) -> Token {
        match self.raw.take() {
            Some((_, content)) if name == "style" => {
                self.next = Some(Token::End(name));
                Token::StyleSheet(content)
            }
            _ => Token::End(name),
        }
    }

    /// What is left where the page ends within a mark, or in an element that never ends.
    fn rest(&mut self) -> Option<Token> {
        let raw = self.raw.take().map(|(_, content)| content).unwrap_or_default();
        let rest = self.html.get(self.at..).unwrap_or_default();
        self.at = self.html.len();
        let text = raw + rest;
        (!text.is_empty()).then_some(Token::Text(text))
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(next) = self.next.take() {
            return Some(next);
        }
        loop {
            // Reading from a text in memory never fails.
            let Some(Ok(piece)) = self.pieces.next() else { return self.rest() };
            let token = match piece {
                Piece::String(text) => {
                    self.read_to(text.span);
                    let words = written(&text.value);
                    match &mut self.raw {
                        Some((_, content)) => {
                            content.push_str(&words);
                            None
                        }
                        None => Some(Token::Text(words)),
                    }
                }
                Piece::StartTag(tag) => {
                    self.read_to(tag.span);
                    let tag = start(&tag);
                    self.raw = RAW.contains(&tag.name.as_str()).then(|| (tag.name.clone(), String::new()));
                    Some(Token::Start(tag))
                }
                Piece::EndTag(tag) => {
                    self.read_to(tag.span);
                    Some(self.end(written(&tag.name)))
                }
                Piece::Comment(text) => self.comment(written(&text.value), text.span),
                Piece::Doctype(doctype) => {
                    self.read_to(doctype.span);
                    None
                }
                Piece::Error(_) => None,
            };
            if token.is_some() {
                return token;
            }
        }
    }
}

fn start(tag: &StartTag<usize>) -> Tag {
    let attributes = tag.attributes.iter().map(|(name, value)| (written(name), written(&value.value)));
    Tag { name: written(&tag.name), attributes: attributes.collect() }
}

/// The letters of what was taken out of a text; they are whole, for marks are parted at ASCII letters only.
fn written(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
