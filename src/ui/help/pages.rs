//! Which pages there are. Those about using the program are texts in `assets/help`; those about rules are the check's
//! own.

use super::markup;
use crate::check::Rule;

/// The pages about using the program, in their order.
const GUIDES: [&str; 7] = [
    include_str!("../../../assets/help/opening-and-saving.md"),
    include_str!("../../../assets/help/dates.md"),
    include_str!("../../../assets/help/owners.md"),
    include_str!("../../../assets/help/check.md"),
    include_str!("../../../assets/help/progress.md"),
    include_str!("../../../assets/help/before-the-board.md"),
    include_str!("../../../assets/help/next-year.md"),
];

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Page {
    /// About using the program, by its position.
    Guide(usize),
    /// About a rule of the check.
    Rule(Rule),
}

/// Every page, in the order of the list.
pub(super) fn all() -> impl Iterator<Item = Page> {
    (0..GUIDES.len()).map(Page::Guide).chain(Rule::ALL.iter().copied().map(Page::Rule))
}

impl Page {
    /// What the list calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Guide(at) => markup::title(GUIDES.get(at).copied().unwrap_or_default()),
            Self::Rule(rule) => rule.plural(),
        }
    }

    /// The section it stands in.
    pub(super) fn section(self) -> &'static str {
        match self {
            Self::Guide(_) => "Using Planning Grid",
            Self::Rule(_) => "What the check looks for",
        }
    }

    /// Its words, in the markup of pages.
    pub(super) fn text(self) -> String {
        match self {
            Self::Guide(at) => GUIDES.get(at).copied().unwrap_or_default().to_owned(),
            Self::Rule(rule) => {
                let severity = match rule.severity().words() {
                    "must fix" => "A finding of this rule is one that must be fixed before the paper goes out.",
                    "should fix" => "A finding of this rule is one that should be fixed.",
                    _ => "A finding of this rule is advice.",
                };
                let after =
                    "If it is meant to be as it is, leave the finding with a reason; the reason stays with the plan.";
                let title = rule.title();
                format!(
                    "# {title}\n{}\n## What it finds\n{}\n## How much it matters\n{severity} {after}",
                    rule.reason(),
                    rule.page()
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::help::markup::{Piece, pieces, title};

    #[test]
    fn every_page_has_a_name_of_its_own_a_title_and_words() {
        let mut names: Vec<&str> = all().map(Page::name).collect();
        assert_eq!(names.len(), GUIDES.len() + Rule::ALL.len());
        assert!(names.iter().all(|name| !name.is_empty()));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), GUIDES.len() + Rule::ALL.len());
        for page in all() {
            let text = page.text();
            assert!(!title(&text).is_empty(), "{}", page.name());
            assert!(pieces(&text).filter(|piece| matches!(piece, Piece::Paragraph(_) | Piece::Bullet(_))).count() > 1);
            assert_eq!(pieces(&text).filter(|piece| matches!(piece, Piece::Title(_))).count(), 1);
        }
    }
}
