//! A number the way its cell shows it: "5%", "35,000", "£1,200.50".
//!
//! It knows the plain formats: digits, thousands, decimals, a percent sign, a currency and words around them. Where a
//! format says more (fractions, powers of ten, conditions), the number is written plainly: shown otherwise, but whole.

/// A number in a number format of Excel's. Without one, as plainly as it can be.
pub(super) fn shown(value: f64, format: Option<&str>) -> String {
    format.and_then(Pattern::read).map_or_else(|| plainly(value), |pattern| pattern.write(value))
}

/// The number as a person would write it: no ".0", and none of the noise behind the fifteenth digit.
fn plainly(value: f64) -> String {
    tidy(value).to_string()
}

/// To fifteen digits, which is what Excel keeps.
fn tidy(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

#[derive(Debug, Default)]
struct Pattern {
    before: String,
    after: String,
    /// Digits before the point that are there even if they are noughts.
    whole: usize,
    /// Digits behind the point: at least, and at most.
    least_decimals: usize,
    most_decimals: usize,
    thousands: bool,
    percent: bool,
}

impl Pattern {
    /// The pattern for numbers above nought; none if it is beyond the plain ones.
    fn read(format: &str) -> Option<Self> {
        let mut pattern = Self::default();
        let (mut digits, mut decimals) = (false, false);
        let mut letters = format.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '0' | '#' if decimals => {
                    pattern.most_decimals += 1;
                    pattern.least_decimals += usize::from(letter == '0');
                }
                '0' | '#' => {
                    digits = true;
                    pattern.whole += usize::from(letter == '0');
                }
                '.' if !decimals => decimals = true,
                ',' if digits && !decimals && matches!(letters.peek(), Some('0' | '#')) => pattern.thousands = true,
                '%' => {
                    pattern.percent = true;
                    pattern.word(digits, "%");
                }
                '"' => pattern.word(digits, &letters.by_ref().take_while(|next| *next != '"').collect::<String>()),
                '\\' => pattern.word(digits, &String::from(letters.next()?)),
                // A gap as wide as a letter, and a letter that fills the cell.
                '_' | '*' => drop(letters.next()),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|next| *next != ']').collect();
                    match inside.strip_prefix('$') {
                        Some(currency) => pattern.word(digits, currency.split('-').next().unwrap_or_default()),
                        // A colour.
                        None if inside.chars().all(char::is_alphabetic) => {}
                        None => return None,
                    }
                }
                ' ' | '-' | '+' | '(' | ')' | '£' | '$' | '€' => pattern.word(digits, &String::from(letter)),
                _ => return None,
            }
        }
        // Without a place for digits the number would not be seen at all. 30 decimals are more than Excel has.
        (digits && pattern.most_decimals <= 30 && pattern.whole <= 30).then_some(pattern)
    }

    fn word(&mut self, behind: bool, word: &str) {
        let side = if behind { &mut self.after } else { &mut self.before };
        side.push_str(word);
    }

    fn write(&self, value: f64) -> String {
        let size = tidy(value.abs() * if self.percent { 100.0 } else { 1.0 });
        // Halves go up, as in Excel; writing alone would take 28.5 to 28.
        let scale = 10_f64.powi(i32::try_from(self.most_decimals).unwrap_or_default());
        let size = tidy(size * scale).round() / scale;
        let written = format!("{size:.*}", self.most_decimals);
        let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
        let needed = decimals.trim_end_matches('0').len().max(self.least_decimals).min(decimals.len());
        let mut number = format!("{whole:0>least$}", least = self.whole);
        if self.thousands {
            number = thousands(&number);
        }
        if needed > 0 {
            number = format!("{number}.{}", &decimals[..needed]);
        }
        let minus = if value < 0.0 { "-" } else { "" };
        format!("{minus}{}{number}{}", self.before, self.after).trim().to_owned()
    }
}

fn thousands(digits: &str) -> String {
    let mut parted = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}
