//! Letters of symbol fonts as the signs they show.
//!
//! Word keeps a sign of Symbol or Wingdings as a place in the font (U+F0B7), which every other font shows as an
//! empty box.

/// The first of the places a symbol font's signs have among letters.
const FIRST_PLACE: u32 = 0xF000;

/// Signs of Wingdings by their place in the font.
const WINGDINGS: [(u8, char); 44] = [
    (0x21, '✏'),
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x36, '⌛'),
    (0x46, '☞'),
    (0x4A, '☺'),
    (0x4C, '☹'),
    (0x4F, '⚐'),
    (0x6C, '●'),
    (0x6D, '❍'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA1, '○'),
    (0xA4, '◉'),
    (0xA6, '○'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xAB, '★'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xE8, '➔'),
    (0xEF, '⇦'),
    (0xF0, '⇨'),
    (0xF1, '⇧'),
    (0xF2, '⇩'),
    (0xF3, '⬄'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
    (0xFF, '⊞'),
];

/// Signs of Symbol by their place in the font, but for the Greek letters.
const SYMBOL: [(u8, char); 32] = [
    (0x2D, '−'),
    (0xA2, '′'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xA7, '♣'),
    (0xA8, '♦'),
    (0xA9, '♥'),
    (0xAA, '♠'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB2, '″'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBA, '≡'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xD2, '®'),
    (0xD3, '©'),
    (0xD4, '™'),
    (0xD6, '√'),
    (0xDE, '⇒'),
    (0xE2, '®'),
    (0xE3, '©'),
    (0xE4, '™'),
];

/// Symbol's letters from "A" to "Z" and from "a" to "z".
const GREEK: [&str; 2] = ["ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"];

/// The sign that a letter shows in a font. A letter that shows itself, or a sign nobody knows, is given back.
pub(in crate::intake) fn shown(letter: char, font: Option<&str>) -> char {
    let font = font.map(str::to_ascii_lowercase).unwrap_or_default();
    let is_symbol = font == "symbol";
    let is_wingdings = font.starts_with("wingdings");
    let code = u32::from(letter);
    let place = match u8::try_from(code.wrapping_sub(FIRST_PLACE)) {
        Ok(place) => place,
        Err(_) if is_symbol || is_wingdings => match u8::try_from(code) {
            Ok(place) => place,
            Err(_) => return letter,
        },
        Err(_) => return letter,
    };
    let known = match (is_symbol, is_wingdings) {
        (true, _) => symbol(place),
        (_, true) => find(&WINGDINGS, place),
        // Whoever copied the words lost the font; the bullets of the two fonts hardly ever share a place.
        _ => symbol(place).filter(|_| place == 0xB7).or_else(|| find(&WINGDINGS, place)).or_else(|| symbol(place)),
    };
    let printable = || Some(char::from(place)).filter(char::is_ascii_graphic);
    known.or_else(|| printable().filter(|_| !is_wingdings)).unwrap_or(letter)
}

/// The bullet of a list. What nobody knows is a round one; the hollow one, which Word makes of a letter, is a
/// sign too and not a word.
pub(in crate::intake) fn bullet(text: &str, font: Option<&str>) -> String {
    let is_hidden = |letter: char| ('\u{E000}'..='\u{F8FF}').contains(&letter);
    let shown = text.chars().map(|letter| match shown(letter, font) {
        unknown if is_hidden(unknown) => '•',
        sign => sign,
    });
    let text: String = shown.collect();
    if text.trim() == "o" { "○".to_owned() } else { text }
}

fn symbol(place: u8) -> Option<char> {
    let greek = |row: usize, first: u8| GREEK[row].chars().nth(usize::from(place - first));
    match place {
        b'A'..=b'Z' => greek(0, b'A'),
        b'a'..=b'z' => greek(1, b'a'),
        _ => find(&SYMBOL, place),
    }
}

fn find(signs: &[(u8, char)], place: u8) -> Option<char> {
    signs.iter().find(|(at, _)| *at == place).map(|(_, sign)| *sign)
}
