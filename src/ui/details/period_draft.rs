//! A period while it is typed: the words of its label and of its two days, and whether they can be read.

use crate::dates::{Period, long_day_words, parse_day};
use crate::model::Plan;

/// The words typed for a period.
#[derive(Clone, Debug)]
pub(super) struct PeriodDraft {
    /// The label.
    pub(super) label: String,
    /// The first day.
    pub(super) from: String,
    /// The last day.
    pub(super) to: String,
    /// How many dates the period would read anew, and for which period and revision that was counted.
    counted: Option<(Period, u64, usize)>,
}

/// A field of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodPart {
    /// Its label.
    Label,
    /// Its first day.
    From,
    /// Its last day.
    To,
}

/// Why a draft is no period, and by which field that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PeriodProblem {
    pub(super) part: PeriodPart,
    pub(super) words: &'static str,
}

impl PeriodDraft {
    /// The words of the period as it stands.
    pub(super) fn of(period: &Period) -> Self {
        Self {
            label: period.label.clone(),
            from: long_day_words(period.from),
            to: long_day_words(period.to),
            counted: None,
        }
    }

    /// The words of a part.
    pub(super) fn words(&self, part: PeriodPart) -> &str {
        match part {
            PeriodPart::Label => &self.label,
            PeriodPart::From => &self.from,
            PeriodPart::To => &self.to,
        }
    }

    /// Takes what was typed. A label that says years fills in both days.
    pub(super) fn typed(&mut self, part: PeriodPart, words: String) {
        match part {
            PeriodPart::Label => {
                if let Some(period) = Period::parse(&words) {
                    self.from = long_day_words(period.from);
                    self.to = long_day_words(period.to);
                }
                self.label = words;
            }
            PeriodPart::From => self.from = words,
            PeriodPart::To => self.to = words,
        }
    }

    /// The period it says. A day without a year takes it from `current`, the plan's period as it stands.
    pub(super) fn read(&self, current: &Period) -> Result<Period, PeriodProblem> {
        let problem = |part, words| Err(PeriodProblem { part, words });
        let label = self.label.trim();
        if label.is_empty() {
            return problem(PeriodPart::Label, "A period needs a label, such as 2016/17.");
        }
        if Period::parse(label).is_none() && looks_like_years(label) {
            let words = "These years cannot be read. Write 2016/17, or 2016–2019 for several years.";
            return problem(PeriodPart::Label, words);
        }
        let Some(from) = parse_day(&self.from, current) else {
            return problem(PeriodPart::From, "Not read as a day. Write it like 1/4/2016.");
        };
        let Some(to) = parse_day(&self.to, current) else {
            return problem(PeriodPart::To, "Not read as a day. Write it like 31/3/2017.");
        };
        if to < from {
            return problem(PeriodPart::To, "The last day is before the first.");
        }
        Ok(Period { label: label.to_owned(), from, to })
    }

    /// How many dates of the plan would be read otherwise by `period`. Counted once for each.
    pub(super) fn read_anew(&mut self, plan: &Plan, revision: u64, period: &Period) -> usize {
        if let Some((counted_for, at, count)) = &self.counted
            && counted_for == period
            && *at == revision
        {
            return *count;
        }
        let count = dates_read_anew(plan, period);
        self.counted = Some((period.clone(), revision, count));
        count
    }
}

/// Whether a label that is no period was meant for one: nothing but years and what joins them, after
/// words at most. "Year 3" and "The strategy" are labels of a person's own.
fn looks_like_years(label: &str) -> bool {
    let years = label.trim_start_matches(|letter: char| letter.is_alphabetic() || letter.is_whitespace());
    let digits = years.chars().take_while(char::is_ascii_digit).count();
    digits >= 2 && years.split_whitespace().all(|word| word == "to" || !word.contains(char::is_alphabetic))
}

/// How many dates of the plan would be read otherwise by another period.
fn dates_read_anew(plan: &Plan, period: &Period) -> usize {
    let meetings = plan.meetings.iter().filter(|meeting| meeting.when.reread(period) != meeting.when).count();
    let in_actions = plan.actions().map(|action| {
        let deadline = usize::from(action.when.reread(period) != action.when);
        let steps = action.milestones.iter().filter(|step| step.reread(period).when() != step.when()).count();
        deadline + steps
    });
    meetings + in_actions.sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(label: &str, from: &str, to: &str) -> Result<Period, PeriodPart> {
        let current = Period::financial_year(2016);
        let draft = PeriodDraft { label: label.to_owned(), from: from.to_owned(), to: to.to_owned(), counted: None };
        draft.read(&current).map_err(|problem| problem.part)
    }

    #[test]
    fn a_label_of_years_fills_in_both_days() {
        let current = Period::financial_year(2016);
        let mut draft = PeriodDraft::of(&current);
        draft.typed(PeriodPart::Label, "2017-20".to_owned());
        assert_eq!((draft.from.as_str(), draft.to.as_str()), ("1 April 2017", "31 March 2020"));
        assert_eq!(
            draft.read(&current),
            Period::parse("2017-20").ok_or(PeriodProblem { part: PeriodPart::Label, words: "" })
        );
    }

    #[test]
    fn what_is_no_period_is_said_by_its_field() {
        let (from, to) = ("1/4/16", "31/3/17");
        for label in ["", "2016/15", "2016/", "16/17", "20167", "FY 2016 to"] {
            assert_eq!(draft(label, from, to), Err(PeriodPart::Label), "{label}");
        }
        assert_eq!(draft("2016/17", "soon", to), Err(PeriodPart::From));
        assert_eq!(draft("2016/17", from, "Ongoing"), Err(PeriodPart::To));
        assert_eq!(draft("2016/17", to, from), Err(PeriodPart::To));
    }

    #[test]
    fn a_label_of_ones_own_keeps_the_days() {
        for label in ["Year 3", "The strategy", "Three-year plan from April 2016", "First half of 2016/17"] {
            let period = draft(label, "1/4/16", "30 September");
            assert_eq!(
                period.map(|period| (period.label, long_day_words(period.to))).ok(),
                Some((label.to_owned(), "30 September 2016".to_owned()))
            );
        }
    }
}
