//! Dates outside the plan's period, with the year that was likely meant.
//!
//! The readings are those of the plan. Words are read again only to make sure of a fix before it is offered.

use chrono::{Datelike, NaiveDate};

use super::finding::{Field, Finding, Fix};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{Token, tokens};
use crate::dates::{Period, Reading, When, day_words};
use crate::model::{Action, ActionField, Edit, MilestoneField, RecordId};

/// Looks at the deadline and the milestones of an action.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let period = &desk.plan.period;
    if is_outside(action.when.reading(), period) {
        let spot = Spot::new(here, Field::When, RecordId::Action(action.id));
        let written = action.when.written();
        let mended = with_year_in_period(written, action.when.is_overruled(), period, &|text| {
            When::read(text, period).reading().clone()
        });
        let set = |text: String| Edit::Action(action.id, ActionField::When(When::read(text, period)));
        find(desk, spot, written, action.when.reading(), mended, set);
    }
    for (item, milestone) in action.milestones.iter().enumerate() {
        if !is_outside(milestone.when().reading(), period) {
            continue;
        }
        let spot = Spot::new(here, Field::Milestones, RecordId::Milestone(milestone.id)).item(item);
        let beside = milestone.beside();
        let is_fixed = beside.is_some();
        let mended = with_year_in_period(milestone.text(), is_fixed, period, &|text| {
            When::in_sentence(text, period).reading().clone()
        });
        let set = |text: String| Edit::Milestone(milestone.id, MilestoneField::Text(text));
        find(desk, spot, milestone.text(), milestone.when().reading(), mended, set);
    }
}

/// Whether it speaks of days, and one of its dates has none in the period.
pub(super) fn is_outside(reading: &Reading, period: &Period) -> bool {
    match reading {
        Reading::Several(parts) => parts.iter().any(|part| is_outside(part, period)),
        Reading::Year(_) => false,
        _ => outside_day(reading, period).is_some(),
    }
}

/// Whether all of its days lie in the period.
fn is_inside(reading: &Reading, period: &Period) -> bool {
    let is_in = |day: Option<NaiveDate>| day.is_none_or(|day| period.contains(day));
    is_in(reading.from()) && is_in(reading.to())
}

/// A day of the reading that shows that it lies outside.
fn outside_day(reading: &Reading, period: &Period) -> Option<NaiveDate> {
    if let Reading::Several(parts) = reading {
        return parts.iter().find_map(|part| outside_day(part, period));
    }
    let from = reading.from()?;
    let to = reading.to().unwrap_or(from);
    (to < period.from || to > period.to).then_some(to)
}

fn find(
    desk: &mut Desk<'_>,
    spot: Spot,
    text: &str,
    reading: &Reading,
    mended: Option<Mended>,
    set: impl FnOnce(String) -> Edit,
) {
    let period = &desk.plan.period;
    let day = outside_day(reading, period).map(day_words).unwrap_or_default();
    let message = format!("{day} is not in the plan's period, {}.", period.label);
    let (suggestion, fix) = match mended {
        Some(Mended { text, year, old }) => {
            let label = format!("change to {year}");
            let fix = Fix { label, edit: set(text), replaces: Some(old) };
            (format!("Probably {year} is meant. If not, accept this and say why."), Some(fix))
        }
        None => ("Mend the date; or accept this and say why it is meant.".to_owned(), None),
    };
    let label = period.label.clone();
    let finding: &mut Finding = desk.find(Rule::DateOutsidePeriod, spot, text, message, suggestion);
    finding.words = crate::model::Fingerprint::of_all([text, &label]);
    finding.fix = fix.map(Box::new);
}

/// A text with another year in it.
#[derive(Debug, PartialEq, Eq)]
struct Mended {
    text: String,
    year: i32,
    /// The figures that were there.
    old: String,
}

/// The text with the one year changed that brings its dates into the period; `None` where no change of one year does,
/// or where the date does not come from the words.
fn with_year_in_period(
    text: &str,
    is_given_beside: bool,
    period: &Period,
    read: &dyn Fn(&str) -> Reading,
) -> Option<Mended> {
    if is_given_beside {
        return None;
    }
    let years = period.from.year()..=period.to.year();
    let before = read(text);
    let words = tokens(text);
    let years_written = words.iter().filter_map(|token| Some((token, written_year(token)?)));
    // Of several the last: dates end in their year.
    years_written
        .filter_map(|(token, old)| {
            years.clone().find_map(|year| {
                if year == old {
                    return None;
                }
                let figures = if token.word.len() == 2 { format!("{:02}", year % 100) } else { year.to_string() };
                let mended = format!("{}{figures}{}", &text[..token.start], &text[token.end()..]);
                let after = read(&mended);
                let is_better = after.kind() == before.kind() && is_inside(&after, period);
                is_better.then(|| Mended { text: mended, year, old: token.word.to_owned() })
            })
        })
        .last()
}

/// The year that a word can be.
fn written_year(token: &Token<'_>) -> Option<i32> {
    let figures = token.word.bytes().all(|byte| byte.is_ascii_digit());
    match token.word.len() {
        4 if figures => token.word.parse().ok().filter(|year| (1900..2200).contains(year)),
        2 if figures => token.word.parse::<i32>().ok().map(|short| 2000 + short),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::super::{Finding, check};
    use super::*;
    use crate::model::Plan;

    fn outside(plan: &Plan) -> Vec<Finding> {
        let as_at = NaiveDate::from_ymd_opt(2016, 7, 11).unwrap();
        check(plan, as_at).into_iter().filter(|one| one.rule == Rule::DateOutsidePeriod).collect()
    }

    #[test]
    fn last_years_date_is_found_and_this_years_offered() {
        for (when, mended) in [
            ("31/03/16", "31/03/17"),
            ("November 2015", "November 2016"),
            ("Oct 17", "Oct 16"),
            (
                "Plan developed by 31/07/16 and delivered by 31/03/16",
                "Plan developed by 31/07/16 and delivered by 31/03/17",
            ),
        ] {
            let mut plan = plan_of(&[Row { when, milestones: &["Agreed 30/06/16"], ..Row::sound() }]);
            let findings = outside(&plan);
            assert_eq!(findings.len(), 1, "{when}");
            let fix = findings[0].fix.clone().unwrap();
            plan.apply(fix.edit).unwrap();
            assert_eq!(plan.actions().next().unwrap().when.written(), mended);
            assert_eq!(outside(&plan), []);
        }
        let mut plan = plan_of(&[Row { milestones: &["Training completed 28/02/16 by all"], ..Row::sound() }]);
        let fix = outside(&plan).remove(0).fix.unwrap();
        assert_eq!((fix.label.as_str(), fix.replaces.as_deref()), ("change to 2017", Some("16")));
        plan.apply(fix.edit).unwrap();
        assert_eq!(plan.actions().next().unwrap().milestones[0].text(), "Training completed 28/02/17 by all");
    }

    #[test]
    fn dates_in_the_period_and_years_in_names_are_not() {
        for when in [
            "31/03/17",
            "1 April 2016",
            "Q3",
            "2016/17",
            "Ongoing",
            "July 2016 DAAT Board",
            "during May 2016",
            "from June 2016",
        ] {
            assert_eq!(found(&plan_of(&[Row { when, ..Row::sound() }]), Rule::DateOutsidePeriod), [""; 0], "{when}");
        }
        for text in [
            "Strategy for 2016-19 published",
            "Launch Best Bar None 2016/17 – July 2016",
            "Compared to 2015/16 numbers",
        ] {
            let plan = plan_of(&[Row { milestones: &[text], ..Row::sound() }]);
            assert_eq!(found(&plan, Rule::DateOutsidePeriod), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_date_that_no_change_of_year_brings_in_has_no_fix() {
        let plan = plan_of(&[Row { when: "March 2015 to May 2015", ..Row::sound() }]);
        assert_eq!(outside(&plan)[0].fix, None);
    }
}
