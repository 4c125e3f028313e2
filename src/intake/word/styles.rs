//! What a paragraph's style says of it: its rank as a heading, and its list.

use std::collections::HashMap;

use super::xml::{self, Node};

/// How many styles may rest on each other. Word allows eleven; a ring of them must end.
const MAX_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

#[derive(Debug)]
struct Style {
    based_on: Option<String>,
    heading: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
}

impl Styles {
    pub(super) fn read(part: Node<'_>) -> Self {
        let mut styles = Self::default();
        for style in xml::elements(part).filter(|style| xml::name(*style) == "style") {
            let Some(id) = xml::attribute(style, "styleId") else { continue };
            if !matches!(xml::attribute(style, "type"), Some("paragraph") | None) {
                // A list of its own ("numbering" style) is found by the same name.
                if xml::attribute(style, "type") != Some("numbering") {
                    continue;
                }
            } else if matches!(xml::attribute(style, "default"), Some("1" | "true" | "on")) {
                styles.usual = Some(id.to_owned());
            }
            styles.styles.insert(id.to_owned(), Style::read(style));
        }
        styles
    }

    /// The rank as a heading that a style gives, 1 for the highest.
    pub(super) fn heading(&self, style: Option<&str>) -> Option<u8> {
        self.chain(style).find_map(|style| style.heading).filter(|rank| *rank <= 9)
    }

    /// The list that a style puts its paragraphs in, and how deep in it.
    pub(super) fn list<'styles>(&'styles self, style: Option<&str>) -> Option<(&'styles str, Option<usize>)> {
        let list = self.chain(style).find_map(|style| style.list.as_deref())?;
        Some((list, self.chain(style).find_map(|style| style.level)))
    }

    /// A style and those it rests on.
    fn chain<'styles>(&'styles self, style: Option<&str>) -> impl Iterator<Item = &'styles Style> + use<'styles> {
        let first = style.or(self.usual.as_deref()).and_then(|id| self.styles.get(id));
        let below = move |style: &&'styles Style| style.based_on.as_ref().and_then(|id| self.styles.get(id));
        std::iter::successors(first, below).take(MAX_CHAIN)
    }
}

impl Style {
    fn read(style: Node<'_>) -> Self {
        let name = xml::value(style, &["name"]).unwrap_or_default().to_ascii_lowercase();
        let named = name.strip_prefix("heading ").and_then(|rank| rank.trim().parse().ok());
        Self {
            based_on: xml::value(style, &["basedOn"]).map(str::to_owned),
            heading: outline_rank(xml::child(style, "pPr")).or(named.filter(|rank| (1..=9).contains(rank))),
            list: xml::value(style, &["pPr", "numPr", "numId"]).map(str::to_owned),
            level: xml::number(style, &["pPr", "numPr", "ilvl"]),
        }
    }
}

/// The rank that a paragraph's properties give; beyond 9 they say that it is no heading.
pub(super) fn outline_rank(properties: Option<Node<'_>>) -> Option<u8> {
    xml::number::<u8>(properties?, &["outlineLvl"]).map(|level| level.saturating_add(1))
}
