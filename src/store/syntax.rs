//! The RON parser's errors in the terms of a plan file.

use ron::Error;
use ron::error::{Position as RonPosition, SpannedError};

use super::load_error::LoadCause;
use super::position::Position;

/// How many letters of what was found are shown.
const SHOWN: usize = 40;

/// What a parser's error says of the file with this text.
pub(super) fn cause_of(error: &SpannedError, text: &str) -> LoadCause {
    let (start, here) = (position(error.span.start), position(error.span.end));
    let end = || Position::of_byte(text, text.trim_end().len());
    match &error.code {
        Error::ExceededRecursionLimit => return LoadCause::TooDeep { at: here },
        Error::ExpectedStringEnd => return LoadCause::CutShort { at: end(), open: Some(start) },
        Error::Eof | Error::UnclosedBlockComment | Error::UnclosedLineComment => {
            return LoadCause::CutShort { at: end(), open: None };
        }
        _ if text[here.offset_in(text)..].trim().is_empty() => return LoadCause::CutShort { at: end(), open: None },
        _ => {}
    }
    let (at, found, expected) = match &error.code {
        Error::NoSuchStructField { expected, found, .. } => {
            (start, format!("the field \"{found}\""), one_of("one of the fields", expected))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => (start, format!("\"{found}\""), one_of("one of", expected)),
        Error::MissingStructField { field, .. } => {
            (here, "the end of a record".to_owned(), format!("its field \"{field}\", which is missing"))
        }
        Error::DuplicateStructField { field, .. } => {
            (start, format!("the field \"{field}\" a second time"), "each field only once".to_owned())
        }
        Error::InvalidValueForType { expected, found } => (start, found.clone(), expected.clone()),
        Error::IntegerOutOfBounds => (start, shown(text, start), "a smaller number".to_owned()),
        Error::InvalidEscape(_) => {
            let before = text[..here.offset_in(text)].rfind('\\');
            let at = before.map_or(here, |offset| Position::of_byte(text, offset));
            (at, shown(text, at), r#"one of \n \r \t \" \\ \u{…} for every backslash"#.to_owned())
        }
        Error::TrailingCharacters => {
            (here, shown(text, here), "nothing after the bracket that closes the plan".to_owned())
        }
        other => (here, shown(text, here), expectation(other)),
    };
    LoadCause::Unexpected { at: Some(at), found, expected }
}

fn position(ron: RonPosition) -> Position {
    Position { line: ron.line, column: ron.col }
}

fn one_of(what: &str, names: &[&str]) -> String {
    format!("{what} {}", names.join(", "))
}

fn expectation(error: &Error) -> String {
    match error {
        Error::ExpectedArray => "a list in square brackets [ ]",
        Error::ExpectedArrayEnd => "a comma, or the bracket ] that closes the list",
        Error::ExpectedComma => "a comma before the next field or record",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "a record in brackets ( )",
        Error::ExpectedStructLikeEnd => "a comma, or the bracket ) that closes the record",
        Error::ExpectedMapColon => "a colon after the name of the field",
        Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_) => {
            "the name of a field, or the bracket ) that closes the record"
        }
        Error::ExpectedInteger => "a number",
        Error::ExpectedString => "text in double quotes",
        other => return format!("what a plan has there ({other})"),
    }
    .to_owned()
}

/// What stands at a place, shortened: the word and what follows on its line.
pub(super) fn shown(text: &str, at: Position) -> String {
    let rest = text[at.offset_in(text)..].trim_start();
    let line = rest.lines().next().unwrap_or_default();
    if line.is_empty() {
        return "the end of the file".to_owned();
    }
    let mut letters: String = line.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect();
    if line.chars().count() > SHOWN {
        letters.push('…');
    }
    format!("`{letters}`")
}
