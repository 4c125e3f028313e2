//! The XML of a part: parsed within limits, and asked by local names, so that the strict and the usual namespaces
//! read alike.
//!
//! It must not know what any element means.

use roxmltree::{Document, Error};

use crate::intake::IntakeCause;

/// An element, or a piece of text, of a part.
pub(super) type Node<'part> = roxmltree::Node<'part, 'part>;

/// How deep elements may stand in each other. Word's own stop far before; reading goes by recursion.
pub(super) const MAX_DEPTH: usize = 200;
/// How many tags a part may have, both kinds counted. The tree takes some 80 bytes for each.
const MAX_TAGS: usize = 4_000_000;
/// How many equals signs a part may have: the parser sets memory aside for each, be it an attribute or not.
const MAX_EQUALS: usize = 4_000_000;
/// How many attributes a tag may have: the parser compares each with each.
const MAX_ATTRIBUTES: usize = 128;
/// How often a part may declare a namespace: the parser copies all that are in force each time.
const MAX_NAMESPACES: usize = 30_000;

/// Parses a part. Document type definitions, and with them entities, are refused.
pub(in crate::intake) fn parse(text: &str) -> Result<Document<'_>, IntakeCause> {
    survey(text)?;
    let document = Document::parse(text).map_err(|error| match error {
        Error::NodesLimitReached | Error::AttributesLimitReached | Error::NamespacesLimitReached => {
            IntakeCause::Unpacks
        }
        other => IntakeCause::Spoiled(other.to_string()),
    })?;
    if is_too_deep(&document) {
        return Err(IntakeCause::Spoiled(format!("its elements stand more than {MAX_DEPTH} deep in each other")));
    }
    Ok(document)
}

/// Refuses what would cost the parser more memory or time than any document does.
fn survey(text: &str) -> Result<(), IntakeCause> {
    let bytes = text.as_bytes();
    let namespaces = memchr::memmem::find_iter(bytes, "xmlns").count();
    let equals = memchr::memchr_iter(b'=', bytes).count();
    if namespaces > MAX_NAMESPACES || equals > MAX_EQUALS {
        return Err(IntakeCause::Unpacks);
    }
    for (tags, at) in memchr::memchr_iter(b'<', bytes).enumerate() {
        if tags == MAX_TAGS || attributes(&bytes[at..]) > MAX_ATTRIBUTES {
            return Err(IntakeCause::Unpacks);
        }
    }
    Ok(())
}

/// How many equals signs stand outside quotes in the tag that begins here.
fn attributes(tag: &[u8]) -> usize {
    let mut found = 0;
    let mut quote = None;
    for byte in &tag[1..] {
        match (quote, byte) {
            (None, b'>') | (_, b'<') => break,
            (None, b'=') => found += 1,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), close) if open == *close => quote = None,
            _ => {}
        }
    }
    found
}

/// Whether elements stand deeper in each other than reading by recursion allows. Itself it uses none.
fn is_too_deep(document: &Document<'_>) -> bool {
    let mut depth = 0_usize;
    let mut node = document.root();
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > MAX_DEPTH {
                return true;
            }
            node = child;
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return false };
            depth -= 1;
            node = parent;
        }
        let Some(next) = node.next_sibling() else { return false };
        node = next;
    }
}

/// An element's name without its namespace; nothing for a text.
pub(super) fn name(node: Node<'_>) -> &str {
    node.tag_name().name()
}

/// The elements in an element.
pub(super) fn elements(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    node.children().filter(Node::is_element)
}

/// The first element of a name in an element.
pub(super) fn child<'part>(node: Node<'part>, wanted: &str) -> Option<Node<'part>> {
    elements(node).find(|child| name(*child) == wanted)
}

/// The element at the end of a way of names.
pub(super) fn at<'part>(node: Node<'part>, way: &[&str]) -> Option<Node<'part>> {
    way.iter().try_fold(node, |node, step| child(node, step))
}

/// An attribute by its name without namespace.
pub(super) fn attribute<'part>(node: Node<'part>, wanted: &str) -> Option<&'part str> {
    node.attributes().find(|attribute| attribute.name() == wanted).map(|attribute| attribute.value())
}

/// The value of the element at the end of a way of names.
pub(super) fn value<'part>(node: Node<'part>, way: &[&str]) -> Option<&'part str> {
    at(node, way).and_then(|node| attribute(node, "val"))
}

/// The value as a number.
pub(super) fn number<N: std::str::FromStr>(node: Node<'_>, way: &[&str]) -> Option<N> {
    value(node, way).and_then(|text| text.trim().parse().ok())
}

/// Whether the element at the end of a way of names switches something on: it is there and does not say "off".
pub(super) fn is_on(node: Node<'_>, way: &[&str]) -> bool {
    at(node, way).is_some_and(|node| !matches!(attribute(node, "val"), Some("0" | "false" | "off")))
}
