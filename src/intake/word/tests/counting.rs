//! The numbers and bullets before paragraphs, and the ranks of headings.

use super::{document, lines, package, part, run, try_reading};
use crate::intake::word::numerals::written;

const NUMBERING: &str = "<w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId=\"1\">\
    <w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{F076}\"/>\
    <w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/>\
    <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>\
    <w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num>";

const STYLES: &str = "<w:style w:type=\"paragraph\" w:styleId=\"B1\"><w:name w:val=\"heading 2\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:basedOn w:val=\"B1\"/>\
    <w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Ring\"><w:basedOn w:val=\"Ring\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Grid\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>";

fn read(properties: &[&str]) -> Vec<(Option<String>, Option<u8>)> {
    let paragraph = |own| format!("<w:p><w:pPr>{own}</w:pPr>{}</w:p>", run("x"));
    let body = properties.iter().map(paragraph).collect::<Vec<_>>().concat();
    let parts = [
        document(&body),
        ("numbering", "numbering.xml", part("numbering", NUMBERING)),
        ("styles", "styles.xml", part("styles", STYLES)),
    ];
    let source = try_reading(&package(&parts)).unwrap();
    lines(&source).into_iter().map(|line| (line.label.clone(), line.heading)).collect()
}

fn labels(places: &[(u32, u32)]) -> Vec<String> {
    let own: Vec<String> = places
        .iter()
        .map(|(list, level)| format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"))
        .collect();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    read(&own).into_iter().map(|(label, _)| label.unwrap_or_default()).collect()
}

#[test]
fn lists_are_counted_as_word_counts_them() {
    assert_eq!(labels(&[(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]), ["1.", "1.a)", "1.b)", "2.", "2.a)"]);
    assert_eq!(labels(&[(1, 0), (2, 0), (2, 0), (3, 0)]), ["1.", "1.", "2.", "3."], "a list begins anew if it says so");
    assert_eq!(labels(&[(1, 1)]), ["1.a)"]);
    assert_eq!(labels(&[(4, 0), (4, 1), (0, 0), (77, 0), (1, 12)]), ["❖", "○", "", "", ""]);
}

#[test]
fn styles_give_headings_and_lists() {
    let style = |id: &str| format!("<w:pStyle w:val=\"{id}\"/>");
    let (own, ring, grid, level) = (style("Own"), style("Ring"), style("Grid"), "<w:outlineLvl w:val=\"9\"/>");
    let plain = format!("{grid}{level}");
    let found = read(&[&own, &ring, &grid, &plain, "<w:outlineLvl w:val=\"2\"/>"]);
    let bullet = Some("❖".to_owned());
    assert_eq!(found, [(bullet, Some(2)), (None, None), (None, Some(1)), (None, None), (None, Some(3))]);
}

#[test]
fn numbers_are_written_in_the_form_of_the_list() {
    let forms = [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (28, "lowerLetter", "bb"),
        (26, "upperLetter", "Z"),
        (0, "lowerLetter", "0"),
        (1994, "upperRoman", "MCMXCIV"),
        (u32::MAX, "lowerRoman", "4294967295"),
        (u32::MAX, "lowerLetter", "4294967295"),
        (22, "ordinal", "22nd"),
        (112, "ordinal", "112th"),
        (5, "none", ""),
        (5, "chicago", "5"),
    ];
    for (number, form, expected) in forms {
        assert_eq!(written(number, form), expected, "{number} {form}");
    }
}
