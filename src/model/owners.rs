//! Owners: the cell as written, the names read from it, and the plan's directory.
//!
//! The words in the cell are the commissioner's and stay. The names are a reading beside them, made
//! anew whenever the cell or the directory changes, unless the reader was overruled.

use super::ids::OwnerId;

/// A body or person that owns actions, under one name and any others it is written as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Its id.
    pub id: OwnerId,
    /// The name to show for it.
    pub name: String,
    /// Other ways it is written.
    pub also: Vec<String>,
    /// An e-mail address, or nothing.
    pub email: String,
}

impl Owner {
    /// Whether `name` is one of the ways this owner is written, whatever the case.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.names().any(|own| same_name(own, name))
    }

    /// All the ways it is written, its own name first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.also.iter().map(String::as_str))
    }
}

/// Names are compared without case and without regard to spacing.
#[must_use]
pub fn same_name(left: &str, right: &str) -> bool {
    let mut left_words = left.split_whitespace();
    let mut right_words = right.split_whitespace();
    loop {
        match (left_words.next(), right_words.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if left.to_lowercase() == right.to_lowercase() => {}
            _ => return false,
        }
    }
}

/// The "by whom" cell of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owners {
    written: String,
    names: Vec<String>,
    overruled: bool,
}

impl Owners {
    /// Reads the names in a cell. Names in the directory are kept whole even where they hold a comma,
    /// a slash or an "and" ("Trading Standards, LBTH").
    #[must_use]
    pub fn read(written: impl Into<String>, directory: &[Owner]) -> Self {
        let written = written.into();
        let names = split_names(&written, directory);
        Self { written, names, overruled: false }
    }

    /// The cell with names a person gave instead of the reading.
    #[must_use]
    pub fn overrule(written: impl Into<String>, names: Vec<String>) -> Self {
        Self { written: written.into(), names, overruled: true }
    }

    /// The same words read again, for when the directory changed. An overruling is kept.
    #[must_use]
    pub fn reread(&self, directory: &[Owner]) -> Self {
        if self.overruled { self.clone() } else { Self::read(self.written.clone(), directory) }
    }

    /// The cell, word for word.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The names in it, as written, in order.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a person said what the names are.
    #[must_use]
    pub fn is_overruled(&self) -> bool {
        self.overruled
    }
}

/// Where one name may end and the next begin.
const SEPARATORS: [&str; 6] = ["/", ",", ";", "\n", " and ", " & "];

fn split_names(written: &str, directory: &[Owner]) -> Vec<String> {
    let mut known: Vec<&str> = directory
        .iter()
        .flat_map(Owner::names)
        .filter(|name| SEPARATORS.iter().any(|separator| name.contains(separator)))
        .collect();
    // The longest first, so that a name inside a longer one does not part it.
    known.sort_by_key(|name| std::cmp::Reverse(name.len()));

    let mut names = Vec::new();
    let mut rest = written;
    let mut end = 0;
    while let Some(here) = rest.get(end..).filter(|here| !here.is_empty()) {
        let at_start = rest[..end].trim().is_empty();
        if let Some(length) = at_start.then(|| whole_name_at(here, &known)).flatten() {
            end += length;
        } else if let Some(separator) = SEPARATORS.iter().find(|mark| here.starts_with(**mark)) {
            push_name(&mut names, &rest[..end]);
            rest = &here[separator.len()..];
            end = 0;
        } else {
            end += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    push_name(&mut names, rest);
    names
}

/// The length in bytes of a known name that stands whole at the start of `text`.
fn whole_name_at(text: &str, known: &[&str]) -> Option<usize> {
    known.iter().find_map(|name| {
        let found = text.get(..name.len())?;
        let after = &text[name.len()..];
        let ends = after.trim_start().is_empty()
            || SEPARATORS.iter().any(|mark| after.starts_with(mark) || after.trim_start().starts_with(mark));
        (found.eq_ignore_ascii_case(name) && ends).then_some(name.len())
    })
}

fn push_name(names: &mut Vec<String>, name: &str) {
    let name = name.trim().trim_start_matches(['•', '\u{f0b7}', '-']).trim();
    if !name.is_empty() && !names.iter().any(|known| same_name(known, name)) {
        names.push(name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory(names: &[&str]) -> Vec<Owner> {
        names
            .iter()
            .zip(1..)
            .filter_map(|(name, number)| {
                let id = OwnerId::new(number)?;
                Some(Owner { id, name: (*name).to_owned(), also: Vec::new(), email: String::new() })
            })
            .collect()
    }

    #[test]
    fn several_owners_in_one_cell_are_told_apart() {
        let cases: [(&str, &[&str]); 8] = [
            ("LBTH DAAT / CRC", &["LBTH DAAT", "CRC"]),
            ("NPS / CRC/ LBTH DAAT", &["NPS", "CRC", "LBTH DAAT"]),
            ("TH YPSM and CAMHS", &["TH YPSM", "CAMHS"]),
            (
                "DAAT, JCG and Young people substance misuse service",
                &["DAAT", "JCG", "Young people substance misuse service"],
            ),
            ("DAAT\nService provider", &["DAAT", "Service provider"]),
            ("Brook Staff", &["Brook Staff"]),
            ("  ", &[]),
            ("DAAT / daat", &["DAAT"]),
        ];
        for (written, expected) in cases {
            let owners = Owners::read(written, &[]);
            assert_eq!(owners.names(), expected, "{written}");
            assert_eq!(owners.written(), written);
        }
    }

    #[test]
    fn a_name_in_the_directory_stays_whole() {
        let directory = directory(&["Trading Standards, LBTH", "Safer Communities, LBTH"]);
        let owners = Owners::read("Trading Standards, LBTH / CRC", &directory);
        assert_eq!(owners.names(), ["Trading Standards, LBTH", "CRC"]);
        let owners = Owners::read("CRC, trading standards, lbth", &directory);
        assert_eq!(owners.names(), ["CRC", "trading standards, lbth"]);
        let owners = Owners::read("Trading Standards, LBTHX", &directory);
        assert_eq!(owners.names(), ["Trading Standards", "LBTHX"]);
    }

    #[test]
    fn an_overruling_outlives_a_new_directory() {
        let owners = Owners::overrule("a / b", vec!["a / b".to_owned()]);
        assert_eq!(owners.reread(&directory(&["a"])), owners);
    }

    #[test]
    fn letters_beyond_ascii_do_no_harm() {
        assert_eq!(Owners::read("Siân / Zoë ❖", &directory(&["Café, Ltd"])).names(), ["Siân", "Zoë ❖"]);
    }
}
