//! The numbers and bullets that Word puts before the paragraphs of lists. They are in no paragraph's words: Word
//! counts, and so must we.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::glyphs;
use super::numerals;
use super::xml::{self, Node};

/// How deep lists go.
const LEVELS: usize = 9;
/// How many letters the pattern of a label may have: it is written once for each paragraph.
const MAX_PATTERN: usize = 64;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    patterns: HashMap<String, Pattern>,
    /// The pattern that holds the levels for a style.
    holders: HashMap<String, String>,
}

/// A list: a pattern, and what it changes in it.
#[derive(Debug)]
struct List {
    pattern: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// What lists of one kind look like.
#[derive(Debug, Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
    /// The style that holds the levels instead.
    held_by: Option<String>,
}

#[derive(Debug)]
struct Level {
    start: u32,
    form: String,
    text: String,
    font: Option<String>,
    style: Option<String>,
    /// The level, counted from 1, after which it begins anew; 0 for never.
    restart: Option<usize>,
    digits_only: bool,
}

/// How far each list has been counted.
#[derive(Debug, Default)]
pub(super) struct Counters {
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<String>,
}

impl Numbering {
    pub(super) fn read(part: Node<'_>) -> Self {
        let mut numbering = Self::default();
        for node in xml::elements(part) {
            match (xml::name(node), xml::attribute(node, "abstractNumId"), xml::attribute(node, "numId")) {
                ("abstractNum", Some(id), _) => {
                    let style = xml::value(node, &["styleLink"]).map(str::to_owned);
                    numbering.holders.extend(style.map(|style| (style, id.to_owned())));
                    numbering.patterns.insert(id.to_owned(), Pattern::read(node));
                }
                ("num", _, Some(id)) => {
                    numbering.lists.insert(id.to_owned(), List::read(node));
                }
                _ => {}
            }
        }
        numbering
    }

    /// Counts a paragraph of a list and gives what stands before it.
    pub(super) fn label(
        &self,
        counters: &mut Counters,
        list_id: &str,
        level: Option<usize>,
        style: Option<&str>,
    ) -> Option<String> {
        let list = self.lists.get(list_id)?;
        let (pattern_id, pattern) = self.pattern(&list.pattern)?;
        let own = |place: &usize| list.levels.get(place).or_else(|| pattern.levels.get(place));
        let of_style = || (0..LEVELS).find(|place| own(place).is_some_and(|level| level.is_of(style)));
        let place = level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        let counts = counters.counts.entry(pattern_id.to_owned()).or_default();
        if counters.begun.insert(list_id.to_owned()) {
            for at in list.starts.keys().filter(|at| **at < LEVELS) {
                counts[*at] = None;
            }
        }
        let start = |at: usize| list.starts.get(&at).copied().or(own(&at).map(|level| level.start)).unwrap_or(1);
        for (above, count) in counts.iter_mut().enumerate().take(place) {
            count.get_or_insert_with(|| start(above));
        }
        counts[place] = Some(counts[place].map_or_else(|| start(place), |count| count.saturating_add(1)));
        for (below, count) in counts.iter_mut().enumerate().skip(place + 1) {
            let restart = own(&below).and_then(|level| level.restart);
            if restart.is_none_or(|after| place < after) {
                *count = None;
            }
        }
        let level = own(&place)?;
        let label = if level.form == "bullet" {
            glyphs::bullet(&level.text, level.font.as_deref())
        } else {
            level.filled(|at| {
                let form = own(&at).filter(|_| !level.digits_only).map_or("decimal", |level| level.form.as_str());
                numerals::written(counts.get(at).copied().flatten().unwrap_or_else(|| start(at)), form)
            })
        };
        let label = label.trim();
        (!label.is_empty()).then(|| label.to_owned())
    }

    /// A pattern, or the one that holds its levels.
    fn pattern<'numbering>(&'numbering self, id: &'numbering str) -> Option<(&'numbering str, &'numbering Pattern)> {
        let named = self.patterns.get(id)?;
        let holder = named.held_by.as_ref().and_then(|style| {
            let id = self.holders.get(style)?;
            Some((id.as_str(), self.patterns.get(id)?))
        });
        Some(holder.unwrap_or((id, named)))
    }
}

impl Pattern {
    fn read(node: Node<'_>) -> Self {
        Self {
            levels: xml::elements(node).filter_map(Level::read).collect(),
            held_by: xml::value(node, &["numStyleLink"]).map(str::to_owned),
        }
    }
}

impl List {
    fn read(node: Node<'_>) -> Self {
        let mut starts = BTreeMap::new();
        let mut levels = BTreeMap::new();
        for change in xml::elements(node).filter(|child| xml::name(*child) == "lvlOverride") {
            let place = xml::attribute(change, "ilvl").and_then(|place| place.parse::<usize>().ok());
            let Some(place) = place else { continue };
            starts.extend(xml::number(change, &["startOverride"]).map(|start| (place, start)));
            levels.extend(xml::elements(change).filter_map(Level::read));
        }
        Self { pattern: xml::value(node, &["abstractNumId"]).unwrap_or_default().to_owned(), starts, levels }
    }
}

impl Level {
    /// A level and its place; `None` for what is no level.
    fn read(node: Node<'_>) -> Option<(usize, Self)> {
        if xml::name(node) != "lvl" {
            return None;
        }
        let place = xml::attribute(node, "ilvl")?.parse().ok()?;
        let fonts = xml::at(node, &["rPr", "rFonts"]);
        let font = fonts.and_then(|fonts| xml::attribute(fonts, "ascii").or_else(|| xml::attribute(fonts, "hAnsi")));
        Some((
            place,
            Self {
                start: xml::number(node, &["start"]).unwrap_or(0),
                form: xml::value(node, &["numFmt"]).unwrap_or("decimal").to_owned(),
                text: xml::value(node, &["lvlText"]).unwrap_or_default().chars().take(MAX_PATTERN).collect(),
                font: font.map(str::to_owned),
                style: xml::value(node, &["pStyle"]).map(str::to_owned),
                restart: xml::number(node, &["lvlRestart"]),
                digits_only: xml::is_on(node, &["isLgl"]),
            },
        ))
    }

    fn is_of(&self, style: Option<&str>) -> bool {
        style.is_some() && self.style.as_deref() == style
    }

    /// The label's pattern with each "%1" filled by the number of that level, counted from 0.
    fn filled(&self, number: impl Fn(usize) -> String) -> String {
        let mut filled = String::new();
        let mut letters = self.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let level = letters.peek().and_then(|next| next.to_digit(10)).filter(|level| *level > 0);
            match level {
                Some(level) if letter == '%' => {
                    letters.next();
                    filled.push_str(&number(level as usize - 1));
                }
                _ => filled.push(letter),
            }
        }
        filled
    }
}
