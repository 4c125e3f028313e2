//! Values of cells as the words a person sees: numbers, dates, times, yes and no.
//!
//! A date is written day first, in full, whatever the machine that saved it was set to: 30/11/2016. A date that shows
//! only its month is a month: "March 2017".

use calamine::{Data, ExcelDateTime};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

pub(super) use super::number::shown as number;

/// A value and the number format of its cell, where that is known.
pub(super) fn value(value: &Data, format: Option<&str>) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(whole) => whole.to_string(),
        Data::Float(float) => number(*float, format),
        Data::Bool(yes) => boolean(*yes).to_owned(),
        Data::DateTime(moment) => date_time(moment, format),
        Data::DateTimeIso(text) => iso(text, Shows::of(format)),
        Data::Error(error) => error.to_string(),
    }
}

/// Excel's own words for yes and no.
pub(super) fn boolean(yes: bool) -> &'static str {
    if yes { "TRUE" } else { "FALSE" }
}

/// What a date's format shows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    Time,
    Day,
    DayAndTime,
    Month,
    Year,
}

impl Shows {
    /// Everything, where the format is not known.
    fn of(format: Option<&str>) -> Self {
        let Some(format) = format else { return Self::DayAndTime };
        let mut bare = String::new();
        let mut letters = format.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => letters.by_ref().take_while(|next| *next != '"').for_each(drop),
                '[' => letters.by_ref().take_while(|next| *next != ']').for_each(drop),
                '\\' | '_' | '*' => drop(letters.next()),
                other => bare.push(other.to_ascii_lowercase()),
            }
        }
        let (has_time, has_day, has_year) = (bare.contains(['h', 's']), bare.contains('d'), bare.contains('y'));
        match (has_time, has_day) {
            (true, false) if !has_year => Self::Time,
            (true, _) => Self::DayAndTime,
            (false, true) => Self::Day,
            (false, false) if bare.contains('m') => Self::Month,
            (false, false) => Self::Year,
        }
    }

    /// A moment, as much as is shown of it; a month always with its year, and a time with its day.
    pub(super) fn write(self, moment: NaiveDateTime) -> String {
        let has_time = moment.time() != NaiveTime::MIN;
        let format = match self {
            Self::Month => "%B %Y",
            Self::Year => "%Y",
            Self::Time | Self::DayAndTime if has_time => "%d/%m/%Y %H:%M",
            Self::Time | Self::DayAndTime | Self::Day => "%d/%m/%Y",
        };
        moment.format(format).to_string()
    }
}

fn date_time(moment: &ExcelDateTime, format: Option<&str>) -> String {
    let value = moment.as_f64();
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() {
        let minutes = (value * 24.0 * 60.0).round();
        return format!("{}:{:02}", (minutes / 60.0).trunc(), (minutes % 60.0).abs());
    }
    if (0.0..1.0).contains(&value) && matches!(Shows::of(format), Shows::Time | Shows::DayAndTime) {
        return format!("{hour:02}:{minute:02}");
    }
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    let whole = date.and_then(|date| date.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second)));
    // A number that is no date is no date, whatever the cell's format says.
    match whole {
        Some(whole) if (1.0..2_958_466.0).contains(&value) => Shows::of(format).write(whole),
        _ => number(value, None),
    }
}

/// A date as `OpenDocument` keeps it, or the text itself if it is none.
pub(super) fn iso(text: &str, shows: Shows) -> String {
    let day = || text.parse::<NaiveDate>().ok().map(|day| day.and_time(NaiveTime::MIN));
    let moment = text.trim_end_matches('Z').parse::<NaiveDateTime>().ok().or_else(day);
    moment.map_or_else(|| text.to_owned(), |moment| shows.write(moment))
}

/// What a date's own words show of it: "Mar-17" shows no day, unless it is that of the 17th, which may be meant.
pub(super) fn shows_of_words(iso_date: &str, words: &str) -> Shows {
    let date = iso_date.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let is_year = |run: &str| {
        let year = run.parse::<i32>().ok().zip(date);
        year.is_some_and(|(year, date)| {
            let may_be_day = i64::from(date.day()) == i64::from(year);
            year == date.year() || (run.len() == 2 && year == date.year() % 100 && !may_be_day)
        })
    };
    let mut numbers = words.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty());
    match (numbers.next(), numbers.next()) {
        (Some(year), None) if is_year(year) && words.trim_end().ends_with(year) => {
            if words.contains(char::is_alphabetic) { Shows::Month } else { Shows::Year }
        }
        _ if words.contains(':') => Shows::DayAndTime,
        _ => Shows::Day,
    }
}
