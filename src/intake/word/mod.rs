//! Word documents (`.docx`).
//!
//! Reading order:
//! - `package`: the zip and its parts, within limits;
//! - `xml`: the XML of a part, within limits;
//! - `other_kinds`: what a file that is no such zip is;
//! - `reader`, `pages`: what is known while a document is read;
//! - `blocks`, `inline`, `tables`, `notes`: paragraphs, the words in them, tables, and what stands outside the text;
//! - `styles`, `numbering`, `numerals`, `glyphs`, `marks`: what those four ask.
//!
//! A document is read as Word would show it after all tracked changes were accepted. Whatever is not known here
//! is looked through for words, never passed over.
//!
//! *Architecture invariant:* nothing outside the file is fetched, and nothing in it is run or worked out.

mod blocks;
pub(in crate::intake) mod glyphs;
mod inline;
pub(in crate::intake) mod marks;
mod notes;
mod numbering;
pub(in crate::intake) mod numerals;
mod other_kinds;
mod package;
mod pages;
mod reader;
mod styles;
mod tables;
pub(in crate::intake) mod xml;

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use roxmltree::Document;

use package::Package;

use reader::{Notes, Progress, Reader};

use super::{IntakeCause, IntakeError, Source};

/// Where the text is, should the package not say so.
const USUAL_PART: &str = "word/document.xml";

/// The parts of a document, unpacked.
#[derive(Default)]
struct Parts {
    text: String,
    styles: Option<String>,
    numbering: Option<String>,
    footnotes: Option<String>,
    endnotes: Option<String>,
    comments: Option<String>,
    /// Headers (true) and footers.
    margins: Vec<(bool, String)>,
}

/// Reads a Word document.
///
/// `progress` is told how far it has come, from 0 to 1, and may stop it.
///
/// # Errors
///
/// If the bytes are no Word document, or one that is locked, damaged, without text, or made to do harm; or if
/// `progress` stopped it. Nothing is half read.
pub fn read(bytes: &[u8], name: &str, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeError> {
    let source = other_kinds::refuse(bytes).and_then(|()| unpacked(bytes, progress)).and_then(|parts| {
        go_on(progress, 0.1)?;
        parts.read(name, progress)
    });
    source.map_err(|cause| IntakeError { name: name.to_owned(), cause })
}

fn go_on(progress: &dyn Fn(f32) -> ControlFlow<()>, share: f32) -> Result<(), IntakeCause> {
    if progress(share).is_break() { Err(IntakeCause::Cancelled) } else { Ok(()) }
}

fn unpacked(bytes: &[u8], progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Parts, IntakeCause> {
    go_on(progress, 0.0)?;
    let mut package = Package::open(bytes)?;
    let main = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| USUAL_PART.to_owned(), |relation| relation.part);
    let mut parts = Parts { text: package.text(&main)?.ok_or(IntakeCause::Unknown)?, ..Parts::default() };
    for relation in package.relations(&main)? {
        let kind = relation.kind.as_str();
        let place = match kind {
            "styles" => &mut parts.styles,
            "numbering" => &mut parts.numbering,
            "footnotes" => &mut parts.footnotes,
            "endnotes" => &mut parts.endnotes,
            "comments" => &mut parts.comments,
            "header" | "footer" => {
                parts.margins.extend(package.text(&relation.part)?.map(|text| (kind == "header", text)));
                continue;
            }
            _ => continue,
        };
        if place.is_none() {
            *place = package.text(&relation.part)?;
        }
    }
    Ok(parts)
}

fn parsed(part: Option<&String>) -> Result<Option<Document<'_>>, IntakeCause> {
    part.map(|text| xml::parse(text)).transpose()
}

impl Parts {
    fn read(&self, name: &str, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeCause> {
        let text = xml::parse(&self.text)?;
        let root = text.root_element();
        if xml::name(root) != "document" {
            return Err(IntakeCause::Unknown);
        }
        let (styles, numbering) = (parsed(self.styles.as_ref())?, parsed(self.numbering.as_ref())?);
        let (footnotes, endnotes) = (parsed(self.footnotes.as_ref())?, parsed(self.endnotes.as_ref())?);
        let comments = parsed(self.comments.as_ref())?;
        let margins: Vec<_> = self
            .margins
            .iter()
            .map(|(is_header, text)| Ok((*is_header, xml::parse(text)?)))
            .collect::<Result<_, _>>()?;
        go_on(progress, 0.2)?;

        let paragraphs = root.descendants().filter(|node| xml::name(*node) == "p").count();
        let mut reader = Reader::new(root, Progress::new(progress, paragraphs));
        if let Some(part) = &styles {
            reader.styles = styles::Styles::read(part.root_element());
        }
        if let Some(part) = &numbering {
            reader.numbering = numbering::Numbering::read(part.root_element());
        }
        reader.notes = Notes {
            footnotes: footnotes
                .as_ref()
                .map(|part| reader::by_id(part.root_element(), "footnote"))
                .unwrap_or_default(),
            endnotes: endnotes.as_ref().map(|part| reader::by_id(part.root_element(), "endnote")).unwrap_or_default(),
            comments: comments.as_ref().map(|part| reader::by_id(part.root_element(), "comment")).unwrap_or_default(),
            ..Notes::default()
        };
        let blocks = reader.blocks(root);
        if reader.progress.is_stopped() {
            return Err(IntakeCause::Cancelled);
        }
        reader.other_comments();
        for (is_header, part) in &margins {
            reader.margin(part.root_element(), *is_header);
        }
        let source = Source { name: name.to_owned(), blocks, remarks: reader.remarks };
        if source.words().next().is_some() {
            Ok(source)
        } else if reader.pictures > 0 {
            Err(IntakeCause::PictureOnly)
        } else {
            Err(IntakeCause::NoText)
        }
    }
}
