//! What an element's class and style say of it, as Word, Excel, LibreOffice and web pages write them.
//!
//! Of the language of styles only so much is read as decides which words are shown, and as what.

use std::collections::HashMap;

use super::tokens::Tag;

/// Classes of a style sheet that are kept.
const MOST_CLASSES: usize = 10_000;

/// What a style says of words, as far as it says anything.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any of them may hold together")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// They are not shown.
    pub(super) is_hidden: bool,
    /// They are the bullet or number that Word writes out before a paragraph of a list.
    pub(super) is_label: bool,
    /// They are blanks in place of a tabulator.
    pub(super) is_tab: bool,
    /// They are the blanks that part a bullet from what follows, where Word does not say which is the bullet.
    pub(super) is_gap: bool,
    /// They are a paragraph of one of Word's lists.
    pub(super) is_of_list: bool,
    /// They are a colleague's comment.
    pub(super) is_comment: bool,
    /// They are the mark of a comment in the text.
    pub(super) is_comment_mark: bool,
    /// They were struck out in a tracked change.
    pub(super) is_struck_out: bool,
    /// Their line ends are kept.
    pub(super) is_preformatted: bool,
    /// A list puts nothing before its points.
    pub(super) has_no_marks: bool,
    /// They flow over the columns to the right, which are not merged.
    pub(super) flows_over: bool,
    /// Their rank as a heading.
    pub(super) heading: Option<u8>,
    /// How the points of a list are numbered, by Word's name of it.
    pub(super) numbers: Option<&'static str>,
    /// The font of signs they are written in; an empty name for any other font.
    pub(super) font: Option<&'static str>,
}

/// What the classes of a page's style sheets say.
#[derive(Debug, Default)]
pub(super) struct Classes {
    known: HashMap<String, Manner>,
}

impl Classes {
    /// Reads a style sheet. Rules that hold only for some screens are passed over.
    pub(super) fn read(&mut self, sheet: &str) {
        let mut rest = sheet;
        while let Some((selectors, after)) = rest.split_once('{') {
            let selectors = selectors.rsplit_once("*/").map_or(selectors, |(_, selectors)| selectors);
            let Some((declarations, after)) = after.split_once('}') else { return };
            rest = after;
            let mut manner = Manner::default();
            manner.declare(declarations);
            if manner == Manner::default() {
                continue;
            }
            for selector in selectors.split(',').filter(|selector| !selector.contains('@')) {
                let class = selector.trim().rsplit_once('.').map(|(_, class)| class);
                let is_name = |class: &&str| {
                    class.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
                };
                if let Some(class) = class.filter(is_name).filter(|_| self.known.len() < MOST_CLASSES) {
                    self.known.insert(class.to_ascii_lowercase(), manner.clone());
                }
            }
        }
    }

    /// What an element's attributes say of it.
    pub(super) fn manner(&self, tag: &Tag) -> Manner {
        let mut manner = Manner::default();
        for class in tag.attribute("class").unwrap_or_default().split_ascii_whitespace() {
            let class = class.to_ascii_lowercase();
            if let Some(known) = self.known.get(&class) {
                manner.join(known);
            }
            manner.of_class(&class);
        }
        manner.declare(tag.attribute("style").unwrap_or_default());
        manner.is_hidden |= tag.attribute("hidden").is_some();
        manner.font = tag.attribute("face").map(sign_font).or(manner.font);
        if tag.attribute("role") == Some("heading") {
            manner.heading = tag.attribute("aria-level").and_then(rank);
        }
        manner
    }
}

impl Manner {
    fn declare(&mut self, declarations: &str) {
        for (property, value) in declarations.split(';').filter_map(|declaration| declaration.split_once(':')) {
            let (property, value) = (property.trim().to_ascii_lowercase(), value.trim());
            let says = |wanted: &str| value.get(..wanted.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(wanted));
            match property.as_str() {
                "display" => self.is_hidden = says("none"),
                "mso-hide" => self.is_hidden = says("all"),
                "mso-list" if says("ignore") => self.is_label = true,
                "mso-list" => self.is_of_list = true,
                "mso-tab-count" => self.is_tab = true,
                "mso-element" if says("comment-list") => {}
                "mso-element" => self.is_comment = says("comment"),
                "mso-ignore" => self.flows_over = says("colspan"),
                "mso-outline-level" => self.heading = rank(value),
                "white-space" => self.is_preformatted = says("pre"),
                "list-style" | "list-style-type" => {
                    self.has_no_marks = says("none");
                    let named = NUMBERS.iter().find(|(name, _)| says(name));
                    self.numbers = named.map(|(_, form)| *form);
                }
                "font" | "font-family" => {
                    self.font = Some(sign_font(value));
                    // The usual writing of Word where it leaves out what would tell the bullet.
                    self.is_gap |= property == "font" && says("7.0pt");
                }
                _ => {}
            }
        }
    }

    fn of_class(&mut self, class: &str) {
        match class {
            "msodel" => self.is_struck_out = true,
            "msocomanchor" | "msocomoff" => self.is_comment_mark = true,
            _ if class.starts_with("msolist") => self.is_of_list = true,
            _ => {
                if let Some(level) = class.strip_prefix("msoheading") {
                    self.heading = rank(level);
                }
            }
        }
    }

    /// Takes over what another says.
    fn join(&mut self, other: &Self) {
        self.is_hidden |= other.is_hidden;
        self.is_preformatted |= other.is_preformatted;
        self.has_no_marks |= other.has_no_marks;
        self.heading = other.heading.or(self.heading);
        self.numbers = other.numbers.or(self.numbers);
        self.font = other.font.or(self.font);
    }
}

fn rank(level: &str) -> Option<u8> {
    level.trim().parse().ok().filter(|rank| (1..=9).contains(rank))
}

/// How lists are numbered, and what Word calls it.
const NUMBERS: [(&str, &str); 7] = [
    ("decimal-leading-zero", "decimalZero"),
    ("decimal", "decimal"),
    ("lower-alpha", "lowerLetter"),
    ("lower-latin", "lowerLetter"),
    ("upper-alpha", "upperLetter"),
    ("lower-roman", "lowerRoman"),
    ("upper-roman", "upperRoman"),
];

/// The font of signs that the first of these fonts is; an empty name if it is none. A size may stand before it.
fn sign_font(fonts: &str) -> &'static str {
    let first = fonts.split(',').next().unwrap_or_default().to_ascii_lowercase();
    let bare = first.trim().trim_matches(|letter| matches!(letter, '"' | '\''));
    let is_named = |font: &str| bare.starts_with(font) || bare.ends_with(&format!("pt {font}"));
    ["wingdings", "symbol"].into_iter().find(|font| is_named(font)).unwrap_or_default()
}
