//! What a line outside tables says, told from the line alone.

/// What a line says. Marks that part a reference from its statement are among `marks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said<'line> {
    /// "Planning grid 1: Commissioning".
    Grid { reference: &'line str, marks: &'line str, title: &'line str },
    /// "Objective 1: …", "PBC1 …".
    Objective { reference: &'line str, marks: &'line str, statement: &'line str },
    /// "Delivery Plan:".
    DeliveryPlan,
    /// "Expected outcomes:".
    Outcomes,
    /// "1. …".
    Numbered { number: &'line str, text: &'line str },
    /// Anything else.
    Text,
}

const GRIDS: [&str; 5] = ["planning grid", "theme", "strand", "priority area", "workstream"];
const OBJECTIVES: [&str; 6] = ["objective", "strategic objective", "commitment", "aim", "goal", "outcome"];
const DELIVERY_PLANS: [&str; 4] = ["delivery plan", "action plan", "delivery", "actions to deliver"];
const OUTCOMES: [&str; 5] =
    ["expected outcomes", "expected outcome", "outcomes", "intended outcomes", "outcomes expected"];

/// The most letters of a reference such as "PBC1".
const MOST_LETTERS: usize = 5;

/// Reads a line.
pub(super) fn read(line: &str) -> Said<'_> {
    let line = line.trim();
    let label = line.trim_end_matches([':', '.', ' ']).to_lowercase();
    if DELIVERY_PLANS.contains(&label.as_str()) {
        return Said::DeliveryPlan;
    }
    if OUTCOMES.contains(&label.as_str()) {
        return Said::Outcomes;
    }
    if let Some((reference, marks, title)) = numbered_word(line, &GRIDS) {
        return Said::Grid { reference, marks, title };
    }
    if let Some((reference, marks, statement)) = numbered_word(line, &OBJECTIVES).or_else(|| lettered(line)) {
        return Said::Objective { reference, marks, statement };
    }
    match numbered(line) {
        Some((number, text)) => Said::Numbered { number, text },
        None => Said::Text,
    }
}

/// The reference that a text begins with, as in "T9 We", with what follows.
pub(super) fn lettered(line: &str) -> Option<(&str, &str, &str)> {
    let end = line.find(char::is_whitespace)?;
    let reference = line[..end].trim_end_matches([':', '.', ')', '-']);
    let digits = reference.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let letters = reference.len() - digits.len();
    let has_number = digits.starts_with(|digit: char| digit.is_ascii_digit())
        && digits.len() <= MOST_LETTERS
        && digits.chars().all(|digit| digit.is_ascii_digit() || digit == '.');
    // "Q3" is a quarter.
    let is_reference = (1..=MOST_LETTERS).contains(&letters) && has_number && !reference.starts_with('Q');
    let (marks, statement) = parted(&line[reference.len()..]);
    (is_reference && !statement.is_empty()).then_some((reference, marks, statement))
}

/// "Objective 3: statement" for one of the words.
fn numbered_word<'line>(line: &'line str, words: &[&str]) -> Option<(&'line str, &'line str, &'line str)> {
    words.iter().find_map(|word| {
        let start = line.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
        let after = &line[start.len()..];
        let number = after.trim_start();
        if number.len() == after.len() {
            return None;
        }
        let length =
            number.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.').unwrap_or(number.len());
        let digits = number[..length].trim_end_matches('.');
        let is_number = digits.starts_with(|digit: char| digit.is_ascii_digit())
            || (digits.len() == 1 && digits.starts_with(|letter: char| letter.is_ascii_uppercase()));
        let end = line.len() - number.len() + digits.len();
        let (marks, rest) = parted(&line[end..]);
        is_number.then_some((&line[..end], marks, rest))
    })
}

/// The marks that part a reference from its statement, and the statement.
fn parted(rest: &str) -> (&str, &str) {
    let statement = rest.trim_start_matches([':', '.', ')', '-', '–', '—', ' ', '\u{a0}', '\n', '\t']);
    (rest[..rest.len() - statement.len()].trim(), statement.trim_end())
}

/// "1. text", "2) text".
fn numbered(line: &str) -> Option<(&str, &str)> {
    let digits = line.find(|letter: char| !letter.is_ascii_digit()).filter(|end| (1..=2).contains(end))?;
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    let text = rest.trim_start();
    (text.len() < rest.len() && !text.is_empty()).then_some((&line[..=digits], text))
}

/// Whether a text goes on from what stands before it.
pub(super) fn goes_on(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}

/// Whether a text waits for more: "… including:".
pub(super) fn is_open(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    text.ends_with([':', ';', ',', '-', '–']) || matches!(last, "and" | "or" | "the" | "of" | "to" | "with" | "for")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_told_by_its_words() {
        let grid = Said::Grid { reference: "Planning grid 2", marks: ":", title: "Access" };
        let objective = |reference, marks, statement| Said::Objective { reference, marks, statement };
        for (line, said) in [
            ("Planning grid 2: Access", grid),
            ("Planning grids", Said::Text),
            ("OBJECTIVE 1.2 – To do", objective("OBJECTIVE 1.2", "–", "To do")),
            ("Objective 4", objective("Objective 4", "", "")),
            ("PBC1 We will", objective("PBC1", "", "We will")),
            ("T10: we will", objective("T10", ":", "we will")),
            ("Q3 we will", Said::Text),
            ("PBC1", Said::Text),
            ("2010/11", Said::Text),
            ("Delivery Plan:", Said::DeliveryPlan),
            ("EXPECTED OUTCOMES", Said::Outcomes),
            ("12. To work", Said::Numbered { number: "12.", text: "To work" }),
            ("18-25 year olds", Said::Text),
            ("Outcome and more", Said::Text),
            ("é", Said::Text),
            ("", Said::Text),
        ] {
            assert_eq!(read(line), said, "{line}");
        }
    }
}
