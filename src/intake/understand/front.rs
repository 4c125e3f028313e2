//! What stands before the first grid: the title, the period, how far the plan has come.

use crate::dates::Period;
use crate::model::PlanStatus;

/// What the front matter says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    /// The title; empty where no line is one.
    pub(super) title: String,
    /// Whose plan it is, where a line says so.
    pub(super) partnership: String,
    /// The first period named.
    pub(super) period: Option<Period>,
    /// How far the plan has come, where it says so.
    pub(super) status: Option<PlanStatus>,
}

/// Reads the lines before the first grid.
pub(super) fn read(lines: &[String]) -> Front {
    let title_at = lines.iter().position(|line| is_title(line));
    let title = title_at.map(|at| {
        let (title, _) = without_draft(&lines[at]);
        // A year on the next line belongs to the title.
        match lines.get(at + 1).filter(|next| period_in(title).is_none() && Period::parse(next).is_some()) {
            Some(year) => format!("{title} {}", year.trim()),
            None => title.to_owned(),
        }
    });
    let is_draft =
        lines.iter().any(|line| line.split(|letter: char| !letter.is_alphabetic()).any(|word| word == "DRAFT"));
    Front {
        title: title.unwrap_or_default(),
        partnership: lines.iter().find(|line| is_partnership(line)).cloned().unwrap_or_default(),
        period: lines.iter().find_map(|line| period_in(line)),
        status: is_draft.then_some(PlanStatus::Draft),
    }
}

/// The words of a line that speaks of a plan as a whole and is no sentence.
fn is_title(line: &str) -> bool {
    let plain = line.to_lowercase();
    let names_a_plan = plain
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| matches!(word, "plan" | "strategy" | "programme" | "framework"));
    names_a_plan && !line.trim_end().ends_with(['.', ':', ';'])
}

fn without_draft(line: &str) -> (&str, bool) {
    let line = line.trim();
    match line.strip_suffix("DRAFT").or_else(|| line.strip_suffix("Draft")) {
        Some(title) => (title.trim_end_matches([' ', '-', '–', '(', '\u{a0}']), true),
        None => (line, false),
    }
}

fn is_partnership(line: &str) -> bool {
    let plain = line.trim().to_lowercase();
    let is_short = plain.split_whitespace().count() <= 8;
    is_short
        && (plain.ends_with(" partnership") || plain.starts_with("london borough of ") || plain.ends_with(" council"))
}

/// A title stands among this many lines, or there is none: asked of every line, more would take long.
const MOST_TITLE_PAGE: usize = 40;

/// Whether a line after these lines, right above a table, is no longer front matter: the plan has its title, and the
/// line names no body, date or version.
pub(super) fn ends_before(lines: &[String], line: &str) -> bool {
    let plain = line.to_lowercase();
    let is_about_plan = ["draft", "version", "official"].iter().any(|word| plain.contains(word));
    let has_figures = plain.contains(|letter: char| letter.is_ascii_digit());
    !is_about_plan
        && !has_figures
        && !is_title(line)
        && !is_partnership(line)
        && lines.iter().take(MOST_TITLE_PAGE).any(|line| is_title(line))
}

/// A period of two years named in a text: "2016/17", "2016–2019".
pub(super) fn period_in(text: &str) -> Option<Period> {
    let is_mark = |letter: char| matches!(letter, '(' | ')' | ',' | '.' | ':' | ';' | '"');
    text.split_whitespace()
        .map(|word| word.trim_matches(is_mark))
        .filter(|word| word.len() > "2016".len() && word.starts_with(|digit: char| digit.is_ascii_digit()))
        .find_map(Period::parse)
}

/// The financial year that most dates lie in, of any from 1990 to 2099: days ("31/03/17"), and years by themselves,
/// which are those of a month where one stands before them ("March 2017").
pub(super) fn likely_period<'text>(words: impl Iterator<Item = &'text str>) -> Option<Period> {
    let mut counts = std::collections::BTreeMap::<i32, usize>::new();
    let mut before = "";
    for word in words {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if let Some(year) = year_of_day(bare).or_else(|| year_of(bare).map(|year| year - ends_a_financial_year(before)))
        {
            *counts.entry(year).or_default() += 1;
        }
        before = bare;
    }
    // Of two named equally often the earlier: a plan's later dates lie in the year after its first.
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(year, _)| Period::financial_year(year))
}

fn year_of(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1990..2100).contains(year))
}

/// The year in which the financial year of a day in figures begins.
fn year_of_day(word: &str) -> Option<i32> {
    let mut parts = word.split(['/', '.', '-']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next().filter(|_| parts.next().is_none())?);
    let year = if year.len() == 2 { year.parse::<i32>().ok()? + 2000 } else { year_of(year)? };
    let in_range = |figures: &str, most: u32| figures.parse().is_ok_and(|number| (1..=most).contains(&number));
    let is_day = in_range(day, 31) && in_range(month, 12);
    is_day.then(|| year - i32::from(month.parse::<u32>().is_ok_and(|month| month <= 3)))
}

/// 1 for the months that belong to the financial year begun the year before, and 0 else.
fn ends_a_financial_year(month: &str) -> i32 {
    let month = month.to_lowercase();
    i32::from(["jan", "feb", "mar"].iter().any(|begin| month.starts_with(begin)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(lines: &[&str]) -> Front {
        read(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_title_takes_its_year_and_leaves_the_word_draft() {
        let oldham = front(&["Partnership name", "Treatment plan", "2010/11", "Planning grids"]);
        assert_eq!((oldham.title.as_str(), oldham.partnership.as_str()), ("Treatment plan 2010/11", ""));
        assert_eq!(oldham.period, Period::parse("2010/11"));
        let tower = front(&["Action Plan 2016/17 DRAFT", "A REVISED VERSION"]);
        assert_eq!((tower.title.as_str(), tower.status), ("Action Plan 2016/17", Some(PlanStatus::Draft)));
        assert_eq!(front(&["Safer Leeds Partnership"]).partnership, "Safer Leeds Partnership");
        assert_eq!(front(&[]), Front::default());
    }

    #[test]
    fn without_a_period_the_year_that_most_dates_lie_in_is_taken() {
        let words = "31/03/2017 June 2016 2016 12345".split(' ');
        assert_eq!(likely_period(words).map(|period| period.label), Some("2016/17".to_owned()));
        let label = |text: &str| likely_period(text.split(' ')).map(|period| period.label);
        assert_eq!(label("by 01/04/16, or 31.03.17;"), Some("2016/17".to_owned()));
        assert_eq!(label("End March 2019 (Feb 2019)"), Some("2018/19".to_owned()));
        assert_eq!(label("A&E 1/2 45/13/16 and 1234"), None);
    }
}
