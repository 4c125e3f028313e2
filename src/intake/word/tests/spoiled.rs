//! Documents whose XML was changed at random: read or refused, never a panic.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use zip::ZipArchive;

use super::{try_reading, zipped};

const DOCUMENTS: [&[u8]; 3] = [
    include_bytes!("../../../../tests/documents/controls.docx"),
    include_bytes!("../../../../tests/documents/merged.docx"),
    include_bytes!("../../../../tests/documents/tracked.docx"),
];

/// The parts that are changed.
const CHANGED: [&str; 4] = ["document", "numbering", "styles", "footnotes"];

fn unzipped(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for place in 0..zip.len() {
        let mut entry = zip.by_index(place).unwrap();
        let mut text = String::new();
        if entry.read_to_string(&mut text).is_ok() {
            files.push((entry.name().unwrap().into_owned(), text));
        }
    }
    files
}

/// Swaps two tags, or one for nothing: much of it is well-formed still.
fn swapped(text: &str, from: usize, to: usize) -> String {
    let tags: Vec<(usize, &str)> = text
        .match_indices('<')
        .filter_map(|(at, _)| Some((at, &text[at..=at + text[at..].find('>')?])))
        .filter(|(_, tag)| tag.ends_with("/>"))
        .collect();
    let (Some((at, tag)), Some((_, other))) = (tags.get(from % tags.len().max(1)), tags.get(to % tags.len().max(1)))
    else {
        return text.to_owned();
    };
    format!("{}{}{}", &text[..*at], if to.is_multiple_of(5) { "" } else { other }, &text[at + tag.len()..])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn changed_xml_never_panics(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>()), 1..12),
    ) {
        let mut files = unzipped(DOCUMENTS[which]);
        for (file, from, to) in changes {
            let parts: Vec<usize> = (0..files.len())
                .filter(|place| CHANGED.iter().any(|part| files[*place].0.contains(part)))
                .collect();
            let text = &mut files[parts[file % parts.len()]].1;
            *text = swapped(text, from, to);
        }
        let _ = try_reading(&zipped(&files));
    }

    #[test]
    fn changed_bytes_never_panic(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = DOCUMENTS[which].to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = try_reading(&bytes);
        bytes.truncate(end.index(bytes.len()));
        let _ = try_reading(&bytes);
    }

    #[test]
    fn changed_letters_of_a_part_never_panic(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/\"=&; a-z0-9\u{F0B7}-]{0,3}"), 1..4),
    ) {
        let mut files = unzipped(DOCUMENTS[which]);
        let text = &mut files.iter_mut().find(|(name, _)| name == "word/document.xml").unwrap().1;
        for (place, letters) in changes {
            let mut at = place.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, &letters);
        }
        let _ = try_reading(&zipped(&files));
    }
}
