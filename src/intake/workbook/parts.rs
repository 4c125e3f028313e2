//! The parts of a zipped document. All are unpacked once and counted, so that no file of a few kilobytes that unpacks
//! to gigabytes reaches a reader that would believe it.
//!
//! It must not know what the parts mean.

use std::io::{Cursor, Read};

use roxmltree::Document;
use zip::ZipArchive;

use super::{Progress, go_on};
use crate::intake::intake_error::IntakeCause;
use crate::intake::word::xml::parse;

/// Bytes that one part may unpack to: twenty times the largest plan seen.
const MOST_OF_A_PART: u64 = 64 << 20;
/// Bytes that all may unpack to.
const MOST_OF_ALL: u64 = 250 << 20;
/// Parts there may be.
const MOST_PARTS: usize = 10_000;

/// The parts of a zipped document, none of them larger than a document's.
#[derive(Debug)]
pub(in crate::intake) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Parts<'a> {
    /// Opens a zipped document and unpacks all of it once, keeping nothing.
    pub(in crate::intake) fn open(bytes: &'a [u8], progress: Progress<'_>) -> Result<Self, IntakeCause> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| spoiled(&error))?;
        if archive.len() > MOST_PARTS {
            return Err(IntakeCause::Unpacks);
        }
        let mut all = 0;
        for index in 0..archive.len() {
            if index % 64 == 0 {
                go_on(progress, 0.0)?;
            }
            let part = archive.by_index(index).map_err(|error| spoiled(&error))?;
            let size = std::io::copy(&mut part.take(MOST_OF_A_PART + 1), &mut std::io::sink())
                .map_err(|error| spoiled(&error))?;
            all += size;
            if size > MOST_OF_A_PART || all > MOST_OF_ALL {
                return Err(IntakeCause::Unpacks);
            }
        }
        go_on(progress, 0.1)?;
        Ok(Self { archive })
    }

    /// The text of a part, if there is one of that name, in whatever capitals.
    pub(in crate::intake) fn text(&mut self, path: &str) -> Option<String> {
        let index = (0..self.archive.len()).find(|&index| {
            let found = self.archive.name_for_index(index).and_then(Result::ok);
            found.is_some_and(|found| found.replace('\\', "/").eq_ignore_ascii_case(path))
        })?;
        let mut bytes = Vec::new();
        self.archive.by_index(index).ok()?.take(MOST_OF_A_PART).read_to_end(&mut bytes).ok()?;
        let (text, _, _) = encoding_rs::UTF_8.decode(&bytes);
        Some(text.into_owned())
    }

    /// Whether it says of itself that it is an `OpenDocument` spreadsheet.
    pub(in crate::intake) fn is_open_spreadsheet(&mut self) -> bool {
        self.text("mimetype").is_some_and(|kind| kind.contains("opendocument.spreadsheet"))
    }
}

fn spoiled(error: &dyn std::fmt::Display) -> IntakeCause {
    IntakeCause::Spoiled(format!("its parts do not unpack: {error}"))
}

/// A part as XML, within the limits that hold for Word's parts too.
pub(super) fn xml(text: &str) -> Result<Document<'_>, IntakeCause> {
    parse(text)
}
