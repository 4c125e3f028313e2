//! When two milestones speak of the same thing: by the words that carry meaning, in whatever form they stand.
//!
//! "New services implemented 01/10/16" and "Implement new services" have the same; dates, numbers and small words
//! count for nothing.

use std::collections::BTreeSet;

/// Words that say nothing of what is done, and those of dates.
const SMALL: [&str; 45] = [
    "the",
    "and",
    "for",
    "with",
    "from",
    "end",
    "during",
    "until",
    "before",
    "after",
    "this",
    "that",
    "are",
    "been",
    "has",
    "have",
    "will",
    "date",
    "dates",
    "quarter",
    "year",
    "month",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// Ends by which one word is told of several persons, times and kinds, the longest first.
const ENDS: [&str; 7] = ["ations", "ation", "ings", "ing", "ed", "es", "s"];
/// What is left of a word when its end is cut off; shorter would be another word.
const SHORTEST: usize = 4;
const FEWEST_LETTERS: usize = 3;

/// The words of a milestone that carry meaning, without their ends.
pub(super) fn telling(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic() && letter != '\'' && letter != '’');
    let words = words.map(str::to_lowercase);
    let words = words.filter(|word| word.chars().count() >= FEWEST_LETTERS && !SMALL.contains(&word.as_str()));
    words.map(|word| stem(&word).to_owned()).collect()
}

fn stem(word: &str) -> &str {
    let cut = |end: &&str| word.strip_suffix(*end).filter(|rest| rest.len() >= SHORTEST);
    let stem = ENDS.iter().find_map(cut).unwrap_or(word);
    // "service" and "services" come to the same.
    stem.strip_suffix('e').filter(|rest| rest.len() >= SHORTEST).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_the_same() {
        let same = [
            ["New services implemented 01/10/16", "Implement new services 01/10/16"],
            ["Implementation of new service Oct 2016", "New services implemented by end of October"],
            ["Contracts awarded by end of June 2016", "Award contract June 2016"],
        ];
        for [one, other] in same {
            assert_eq!(telling(one), telling(other), "{one}");
        }
        assert_ne!(telling("New services implemented"), telling("New treatment services implemented"));
        assert_eq!(telling("by 31/03/17 or so").len(), 0);
    }
}
