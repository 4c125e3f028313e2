//! Plan files with damage of every kind: each is opened as a sound plan or refused in words, soon.

use std::time::{Duration, Instant};

use planning_grid::model::{IdMaker, invariants};
use planning_grid::store::{Sample, parse, to_bytes};

use super::bounds::{below, many};
use super::desk::titled;

/// A file refused or opened later than this hangs, for a person. Hundreds of times what one takes.
const HANGS: Duration = Duration::from_secs(10);

/// What is put in somewhere: what breaks readers.
const BOMBS: [&str; 22] = [
    "\0",
    "\r\n",
    "\r",
    "\u{feff}",
    "\u{2028}",
    "\"",
    "\\",
    "/*",
    "//",
    "r#\"",
    "(",
    ")",
    "[",
    "]",
    "{",
    "Some(",
    "Several([",
    "99999999999999999999999999999999999999999",
    "-1",
    "1e999999999",
    "\\u{110000}",
    "#![enable(unwrap_newtypes)]",
];

/// The names of things, so that a part can be put where another was.
const NAMES: [&str; 12] =
    ["id:", "title:", "text:", "when:", "status:", "version:", "actions: [", "grids: [", "period: (", "(", "),", "],"];

struct Damage {
    dice: IdMaker,
}

impl Damage {
    fn at(&mut self, bytes: &[u8]) -> usize {
        usize::try_from(below(&mut self.dice, bytes.len() as u64 + 1)).unwrap()
    }

    fn span(&mut self, bytes: &[u8]) -> (usize, usize) {
        let (one, two) = (self.at(bytes), self.at(bytes));
        // Mostly short: what is far from the damage must not matter.
        let end = one.max(two).min(one.min(two) + 400);
        (one.min(two), end)
    }

    fn one_of<'list>(&mut self, list: &[&'list str]) -> &'list str {
        list[usize::try_from(below(&mut self.dice, list.len() as u64)).unwrap()]
    }

    /// The start of some line.
    fn line(&mut self, bytes: &[u8]) -> usize {
        let at = self.at(bytes);
        bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)
    }

    /// Damages the file in one way, and says which.
    fn once(&mut self, bytes: &mut Vec<u8>) -> &'static str {
        match below(&mut self.dice, 14) {
            0 => {
                let at = self.at(bytes);
                let bit = below(&mut self.dice, 8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
                "a bit turned"
            }
            1 => {
                let at = self.at(bytes);
                bytes.truncate(at);
                "cut short"
            }
            2 => {
                let (from, to) = self.span(bytes);
                bytes.drain(from..to);
                "a part taken out"
            }
            3 => {
                let (from, to) = self.span(bytes);
                bytes[from..to].fill(0);
                "a part zeroed"
            }
            4 => {
                let (from, to) = self.span(bytes);
                let part = bytes[from..to].to_vec();
                let at = self.at(bytes);
                bytes.splice(at..at, part);
                "a part put in again elsewhere"
            }
            5 => {
                let (from, to) = (self.line(bytes), self.line(bytes));
                let lines = bytes[from.min(to)..from.max(to)].to_vec();
                let at = self.line(bytes);
                bytes.splice(at..at, lines);
                "lines put in again elsewhere"
            }
            6 => {
                let (first, second) = (self.line(bytes), self.line(bytes));
                bytes[first.min(second)..].rotate_left(first.abs_diff(second));
                "parts in another order"
            }
            7 => {
                let at = self.at(bytes);
                let bomb = self.one_of(&BOMBS);
                bytes.splice(at..at, bomb.bytes());
                "something put in"
            }
            8 => {
                let at = self.at(bytes);
                let bomb = self.one_of(&BOMBS).repeat(10_000);
                bytes.splice(at..at, bomb.bytes());
                "something put in ten thousand times"
            }
            9 => {
                let (old, new) = (self.one_of(&NAMES), self.one_of(&NAMES));
                let places: Vec<usize> = bytes
                    .windows(old.len())
                    .enumerate()
                    .filter(|(_, part)| *part == old.as_bytes())
                    .map(|(at, _)| at)
                    .collect();
                if !places.is_empty() {
                    let at = places[usize::try_from(below(&mut self.dice, places.len() as u64)).unwrap()];
                    bytes.splice(at..at + old.len(), new.bytes());
                }
                "a name in another's place"
            }
            10 => {
                let text = String::from_utf8_lossy(bytes).replace('\n', "\r\n");
                *bytes = text.into_bytes();
                "other line ends"
            }
            11 => {
                bytes.splice(0..0, *b"\xef\xbb\xbf");
                "a byte order mark"
            }
            12 => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let units = text.encode_utf16();
                let order = below(&mut self.dice, 2) == 0;
                *bytes = units.flat_map(|unit| if order { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect();
                "UTF-16"
            }
            _ => {
                let at = self.at(bytes);
                bytes.splice(at..at, vec![b'x'; 200_000]);
                "a very long line"
            }
        }
    }
}

/// Opens it. Gives whether it is a plan; then it is a sound one that is saved as it is.
fn is_opened(bytes: &[u8], how: &str) -> bool {
    let started = Instant::now();
    let parsed = parse(bytes, "plan.ron");
    assert!(started.elapsed() < HANGS, "{how} took {:?}", started.elapsed());
    match parsed {
        Ok(plan) => {
            assert_eq!(invariants::check(&plan), Ok(()), "{how}");
            let again = to_bytes(&plan).unwrap_or_else(|error| panic!("{how}: {error}"));
            assert_eq!(parse(&again, "plan.ron"), Ok(plan), "{how}");
            true
        }
        Err(error) => {
            let words = error.to_string();
            assert!(words.contains("\"plan.ron\"") && words.contains("Nothing in it was changed"), "{how}: {words}");
            assert!(words.chars().count() < 1_000, "{how}: {words}");
            if let Some(at) = error.cause.position() {
                let lines = bytes.split(|byte| *byte == b'\n').count();
                assert!((1..=lines + 1).contains(&at.line) && words.contains(&at.to_string()), "{how}: {words}");
            }
            false
        }
    }
}

#[test]
fn a_damaged_file_is_refused_in_words_or_opened_as_a_sound_plan() {
    let small = to_bytes(&titled("small")).unwrap();
    let whole: [(&str, &[u8], usize); 3] = [
        ("small", &small, 6_000),
        ("Oldham", Sample::Oldham.bytes(), 700),
        ("Tower Hamlets", Sample::TowerHamlets.bytes(), 500),
    ];
    let mut damage = Damage { dice: IdMaker::new(3) };
    let (mut opened, mut refused) = (0_usize, 0_usize);
    for (name, whole, count) in whole {
        for number in 0..many(count) {
            let mut bytes = whole.to_vec();
            let times = 1 + below(&mut damage.dice, 3);
            let ways: Vec<&str> = (0..times).map(|_| damage.once(&mut bytes)).collect();
            let how = format!("{name}, number {number}: {}", ways.join(", "));
            if is_opened(&bytes, &how) {
                opened += 1;
            } else {
                refused += 1;
            }
        }
    }
    println!("safety: damaged files: {} tried, {opened} opened as sound plans, {refused} refused", opened + refused);
    assert!(opened > 100 && refused > opened);
}
