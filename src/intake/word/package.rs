//! The file as a package: a zip of parts, and the relationships that say which part is which.
//!
//! Everything is counted while it is unpacked; what the zip claims of itself is not believed. Nothing outside the
//! package is ever looked at.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use encoding_rs::{Encoding, UTF_8};
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml;
use crate::intake::IntakeCause;

/// How many bytes a part may unpack to.
const MAX_PART: u64 = 64 << 20;
/// How many bytes all parts that are read may unpack to.
const MAX_ALL: u64 = 200 << 20;
/// How many times its size in the file a part may unpack to, once it is [`RATIO_FROM`] bytes.
const MAX_RATIO: u64 = 400;
/// Below this size a part may be as dense as it likes: the same few words in a thousand rows are no attack.
const RATIO_FROM: u64 = 16 << 20;
/// How many parts a package may have.
const MAX_ENTRIES: usize = 10_000;

/// The mark at the beginning of each entry of a zip's directory.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// A zip of parts.
pub(super) struct Package<'file> {
    zip: ZipArchive<Cursor<&'file [u8]>>,
    /// How many bytes the file has.
    size: u64,
    /// Where each part stands in the zip, by its name in small letters: names of parts know no capitals.
    places: HashMap<String, usize>,
    /// How many bytes more may be unpacked.
    left: u64,
}

/// What one part has to do with another.
pub(super) struct Relation {
    /// The last word of its type: "styles", "footnotes".
    pub(super) kind: String,
    /// The other part's name.
    pub(super) part: String,
}

impl<'file> Package<'file> {
    /// Opens the zip; no part is unpacked yet.
    pub(super) fn open(bytes: &'file [u8]) -> Result<Self, IntakeCause> {
        if memchr::memmem::find_iter(bytes, DIRECTORY_ENTRY).take(MAX_ENTRIES + 1).count() > MAX_ENTRIES {
            return Err(IntakeCause::Unpacks);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(cause)?;
        let places = (0..zip.len())
            .filter_map(|place| {
                let name = zip.name_for_index(place)?.ok()?;
                Some((name.replace('\\', "/").to_ascii_lowercase(), place))
            })
            .collect();
        Ok(Self { zip, size: bytes.len() as u64, places, left: MAX_ALL })
    }

    /// The text of a part, or `None` if there is no such part.
    pub(super) fn text(&mut self, part: &str) -> Result<Option<String>, IntakeCause> {
        let Some(place) = self.places.get(&part.to_ascii_lowercase()) else { return Ok(None) };
        let entry = self.zip.by_index(*place).map_err(cause)?;
        let packed = entry.compressed_size().min(self.size);
        let limit = MAX_PART.min(self.left).min(RATIO_FROM.max(packed.saturating_mul(MAX_RATIO)));
        let mut bytes = Vec::new();
        entry.take(limit + 1).read_to_end(&mut bytes).map_err(|error| IntakeCause::Spoiled(error.to_string()))?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(IntakeCause::Unpacks);
        }
        self.left -= size;
        Ok(Some(text_of(bytes)?))
    }

    /// What a part has to do with others, in the order it says so. An empty name asks for the package's own.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, IntakeCause> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(text) = self.text(&format!("{folder}{slash}_rels/{file}.rels"))? else { return Ok(Vec::new()) };
        let document = xml::parse(&text)?;
        let relations = xml::elements(document.root_element()).filter_map(|relation| {
            let is_outside = xml::attribute(relation, "TargetMode") == Some("External");
            let kind = xml::attribute(relation, "Type").filter(|_| !is_outside)?;
            let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
            Some(Relation { kind, part: resolved(folder, xml::attribute(relation, "Target")?) })
        });
        Ok(relations.collect())
    }
}

/// A target as a part's name: from the package's root, or from the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." => {}
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// Parts are UTF-8 or, rarely, UTF-16 with its mark.
fn text_of(bytes: Vec<u8>) -> Result<String, IntakeCause> {
    let spoiled = || IntakeCause::Spoiled("its letters are not what they should be".to_owned());
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            text.map(std::borrow::Cow::into_owned).ok_or_else(spoiled)
        }
        _ => String::from_utf8(bytes).map_err(|_| spoiled()),
    }
}

fn cause(error: ZipError) -> IntakeCause {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => IntakeCause::Encrypted,
        other => IntakeCause::Spoiled(other.to_string()),
    }
}
