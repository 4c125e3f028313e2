//! The files of a share, in memory: one folder, names, and what they lead to.
//!
//! It knows no faults, and nothing of the kernel's protocol but the numbers of errors.

use std::collections::BTreeMap;

use fuser::{Errno, FileAttr, FileType, INodeNo};

/// The number of the one folder.
pub(super) const FOLDER: u64 = 1;

/// A file's content and rights.
#[derive(Clone, Debug, Default)]
struct File {
    content: Vec<u8>,
    rights: u16,
}

/// One folder of files. A name leads to a number and a number to a file, so that a file replaced while it is
/// open stays readable.
#[derive(Debug)]
pub(super) struct Files {
    names: BTreeMap<String, u64>,
    contents: BTreeMap<u64, File>,
    next: u64,
}

impl Default for Files {
    fn default() -> Self {
        Self { names: BTreeMap::new(), contents: BTreeMap::new(), next: FOLDER + 1 }
    }
}

impl Files {
    /// Leaves these files and no others. Numbers are not used again: the kernel may remember them.
    pub(super) fn put(&mut self, files: &[(&str, &[u8])]) {
        self.names.clear();
        self.contents.clear();
        for (name, content) in files {
            let number = self.make(name, 0o644).expect("a name of its own");
            self.contents.insert(number, File { content: content.to_vec(), rights: 0o644 });
        }
    }

    pub(super) fn content(&self, name: &str) -> Option<&[u8]> {
        self.names.get(name).map(|number| self.contents[number].content.as_slice())
    }

    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.names.get(name).copied()
    }

    pub(super) fn names(&self) -> Vec<(String, u64)> {
        self.names.iter().map(|(name, number)| (name.clone(), *number)).collect()
    }

    pub(super) fn find(&self, name: &str) -> Result<FileAttr, Errno> {
        self.facts(*self.names.get(name).ok_or(Errno::ENOENT)?)
    }

    pub(super) fn make(&mut self, name: &str, rights: u16) -> Result<u64, Errno> {
        if self.names.contains_key(name) {
            return Err(Errno::EEXIST);
        }
        let number = self.next;
        self.next += 1;
        self.names.insert(name.to_owned(), number);
        self.contents.insert(number, File { content: Vec::new(), rights });
        Ok(number)
    }

    pub(super) fn read(&self, number: u64, from: u64, length: u32) -> Result<Vec<u8>, Errno> {
        let content = &self.contents.get(&number).ok_or(Errno::ESTALE)?.content;
        let from = usize::try_from(from).unwrap().min(content.len());
        let to = from.saturating_add(length as usize).min(content.len());
        Ok(content[from..to].to_vec())
    }

    pub(super) fn write(&mut self, number: u64, from: u64, bytes: &[u8]) -> Result<u32, Errno> {
        let content = &mut self.contents.get_mut(&number).ok_or(Errno::ESTALE)?.content;
        let from = usize::try_from(from).unwrap();
        content.resize(content.len().max(from + bytes.len()), 0);
        content[from..from + bytes.len()].copy_from_slice(bytes);
        Ok(u32::try_from(bytes.len()).unwrap())
    }

    pub(super) fn set(&mut self, number: u64, rights: Option<u32>, length: Option<u64>) -> Result<FileAttr, Errno> {
        if let Some(file) = self.contents.get_mut(&number) {
            if let Some(rights) = rights {
                file.rights = u16::try_from(rights & 0o7777).unwrap();
            }
            if let Some(length) = length {
                file.content.resize(usize::try_from(length).unwrap(), 0);
            }
        }
        self.facts(number)
    }

    /// Puts the first name in the second one's place, in one step.
    pub(super) fn rename(&mut self, from: &str, to: &str, only_new: bool) -> Result<(), Errno> {
        if only_new && self.names.contains_key(to) {
            return Err(Errno::EEXIST);
        }
        let number = self.names.remove(from).ok_or(Errno::ENOENT)?;
        self.names.insert(to.to_owned(), number);
        Ok(())
    }

    /// Gives a file a second name.
    pub(super) fn link(&mut self, number: u64, name: &str) -> Result<FileAttr, Errno> {
        if self.names.contains_key(name) {
            return Err(Errno::EEXIST);
        }
        self.names.insert(name.to_owned(), number);
        self.facts(number)
    }

    pub(super) fn remove(&mut self, name: &str) -> Result<(), Errno> {
        self.names.remove(name).map(|_| ()).ok_or(Errno::ENOENT)
    }

    pub(super) fn facts(&self, number: u64) -> Result<FileAttr, Errno> {
        let time = std::time::UNIX_EPOCH;
        let mut facts = FileAttr {
            ino: INodeNo(number),
            size: 0,
            blocks: 0,
            atime: time,
            mtime: time,
            ctime: time,
            crtime: time,
            kind: FileType::Directory,
            perm: 0o777,
            nlink: 2,
            uid: 0,
            gid: 0,
            rdev: 0,
            blksize: 4096,
            flags: 0,
        };
        if number != FOLDER {
            let file = self.contents.get(&number).ok_or(Errno::ESTALE)?;
            facts.kind = FileType::RegularFile;
            facts.size = file.content.len() as u64;
            facts.blocks = facts.size.div_ceil(512);
            facts.perm = file.rights;
            facts.nlink = u32::try_from(self.names.values().filter(|other| **other == number).count()).unwrap();
        }
        Ok(facts)
    }
}
