//! Numbers as lists write them: "3", "03", "c", "III".

/// Up to here numbers have a form in letters; beyond it Word has none worth the paper.
const MAX_LETTERS: u32 = 780;
/// Up to here numbers have a Roman form.
const MAX_ROMAN: u32 = 3999;

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// A number in a list's form, by Word's name of it. A form that is not known here is written in digits.
pub(in crate::intake) fn written(number: u32, form: &str) -> String {
    match form {
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => letters(number).unwrap_or_else(|| number.to_string()),
        "upperLetter" => letters(number).map_or_else(|| number.to_string(), |text| text.to_uppercase()),
        "lowerRoman" => roman(number).unwrap_or_else(|| number.to_string()),
        "upperRoman" => roman(number).map_or_else(|| number.to_string(), |text| text.to_uppercase()),
        "ordinal" => format!("{number}{}", ending(number)),
        _ => number.to_string(),
    }
}

/// After "z" comes "aa", then "bb".
fn letters(number: u32) -> Option<String> {
    if !(1..=MAX_LETTERS).contains(&number) {
        return None;
    }
    let letter = u8::try_from((number - 1) % 26).ok().map(|place| char::from(b'a' + place))?;
    Some((0..=(number - 1) / 26).map(|_| letter).collect())
}

fn roman(number: u32) -> Option<String> {
    if !(1..=MAX_ROMAN).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut text = String::new();
    for (size, sign) in ROMAN {
        while left >= size {
            text.push_str(sign);
            left -= size;
        }
    }
    Some(text)
}

fn ending(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}
