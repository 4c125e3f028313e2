//! The kernel's side of a share: what it asks is done with the files in memory, or goes wrong as told.

use std::ffi::OsStr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use fuser::{
    BsdFileFlags, Errno, FileHandle, FileType, Filesystem, FopenFlags, Generation, INodeNo, LockOwner, OpenFlags,
    RenameFlags, ReplyAttr, ReplyCreate, ReplyData, ReplyDirectory, ReplyEmpty, ReplyEntry, ReplyOpen, ReplyWrite,
    Request, TimeOrNow, WriteFlags,
};

use super::faults::{Fault, Operation};
use super::files::{FOLDER, Files};
use super::mounted::{State, locked};

/// Nothing is remembered by the kernel, so that it asks every time.
const AT_ONCE: Duration = Duration::ZERO;

/// The file an operation is about.
#[derive(Clone, Copy)]
enum Of<'name> {
    Number(INodeNo),
    Name(&'name OsStr),
}

/// The kernel's side.
pub(super) struct Kernel(pub(super) Arc<Mutex<State>>);

impl Kernel {
    fn answer<T>(
        &self,
        operation: Operation,
        of: Of<'_>,
        run: impl FnOnce(&mut Files) -> Result<T, Errno>,
    ) -> Result<T, Errno> {
        let mut state = locked(&self.0);
        let number = state.asked.len();
        let file = match of {
            Of::Number(number) => number.0,
            Of::Name(name) => name.to_str().and_then(|name| state.files.number(name)).unwrap_or(0),
        };
        state.asked.push((operation, file));
        match (state.told)(number, operation) {
            None => run(&mut state.files),
            Some(Fault::Fails(error)) => Err(error),
            Some(Fault::LandsAndFails(error)) => {
                run(&mut state.files)?;
                Err(error)
            }
            Some(Fault::Slow(time)) => {
                drop(state);
                let until = Instant::now() + time;
                while let Some(left) = until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
                    std::thread::park_timeout(left);
                }
                run(&mut locked(&self.0).files)
            }
        }
    }

    fn empty(
        &self,
        operation: Operation,
        of: Of<'_>,
        reply: ReplyEmpty,
        run: impl FnOnce(&mut Files) -> Result<(), Errno>,
    ) {
        match self.answer(operation, of, run) {
            Ok(()) => reply.ok(),
            Err(error) => reply.error(error),
        }
    }
}

fn text(name: &OsStr) -> Result<&str, Errno> {
    name.to_str().ok_or(Errno::EINVAL)
}

impl Filesystem for Kernel {
    fn lookup(&self, _: &Request, _: INodeNo, name: &OsStr, reply: ReplyEntry) {
        match self.answer(Operation::Lookup, Of::Name(name), |files| files.find(text(name)?)) {
            Ok(facts) => reply.entry(&AT_ONCE, &facts, Generation(0)),
            Err(error) => reply.error(error),
        }
    }

    fn getattr(&self, _: &Request, number: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        match self.answer(Operation::Facts, Of::Number(number), |files| files.facts(number.0)) {
            Ok(facts) => reply.attr(&AT_ONCE, &facts),
            Err(error) => reply.error(error),
        }
    }

    fn setattr(
        &self,
        _: &Request,
        number: INodeNo,
        rights: Option<u32>,
        _: Option<u32>,
        _: Option<u32>,
        length: Option<u64>,
        _: Option<TimeOrNow>,
        _: Option<TimeOrNow>,
        _: Option<SystemTime>,
        _: Option<FileHandle>,
        _: Option<SystemTime>,
        _: Option<SystemTime>,
        _: Option<SystemTime>,
        _: Option<BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        match self.answer(Operation::SetFacts, Of::Number(number), |files| files.set(number.0, rights, length)) {
            Ok(facts) => reply.attr(&AT_ONCE, &facts),
            Err(error) => reply.error(error),
        }
    }

    fn open(&self, _: &Request, number: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        match self.answer(Operation::Open, Of::Number(number), |files| files.facts(number.0)) {
            Ok(_) => reply.opened(FileHandle(0), FopenFlags::FOPEN_DIRECT_IO),
            Err(error) => reply.error(error),
        }
    }

    fn create(&self, _: &Request, _: INodeNo, name: &OsStr, rights: u32, umask: u32, _: i32, reply: ReplyCreate) {
        let rights = u16::try_from(rights & !umask & 0o7777).unwrap();
        let made = self.answer(Operation::Create, Of::Name(name), |files| {
            let number = files.make(text(name)?, rights)?;
            files.facts(number)
        });
        match made {
            Ok(facts) => {
                reply.created(&AT_ONCE, &facts, Generation(0), FileHandle(0), FopenFlags::FOPEN_DIRECT_IO);
            }
            Err(error) => reply.error(error),
        }
    }

    fn read(
        &self,
        _: &Request,
        number: INodeNo,
        _: FileHandle,
        from: u64,
        length: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        match self.answer(Operation::Read, Of::Number(number), |files| files.read(number.0, from, length)) {
            Ok(bytes) => reply.data(&bytes),
            Err(error) => reply.error(error),
        }
    }

    fn write(
        &self,
        _: &Request,
        number: INodeNo,
        _: FileHandle,
        from: u64,
        bytes: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        match self.answer(Operation::Write, Of::Number(number), |files| files.write(number.0, from, bytes)) {
            Ok(length) => reply.written(length),
            Err(error) => reply.error(error),
        }
    }

    fn flush(&self, _: &Request, number: INodeNo, _: FileHandle, _: LockOwner, reply: ReplyEmpty) {
        self.empty(Operation::Flush, Of::Number(number), reply, |_| Ok(()));
    }

    fn fsync(&self, _: &Request, number: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        self.empty(Operation::Sync, Of::Number(number), reply, |_| Ok(()));
    }

    fn fsyncdir(&self, _: &Request, number: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        self.empty(Operation::SyncFolder, Of::Number(number), reply, |_| Ok(()));
    }

    fn rename(
        &self,
        _: &Request,
        _: INodeNo,
        name: &OsStr,
        _: INodeNo,
        new_name: &OsStr,
        flags: RenameFlags,
        reply: ReplyEmpty,
    ) {
        let only_new = flags.contains(RenameFlags::RENAME_NOREPLACE);
        self.empty(Operation::Rename, Of::Name(name), reply, |files| {
            files.rename(text(name)?, text(new_name)?, only_new)
        });
    }

    fn link(&self, _: &Request, number: INodeNo, _: INodeNo, name: &OsStr, reply: ReplyEntry) {
        match self.answer(Operation::Link, Of::Number(number), |files| files.link(number.0, text(name)?)) {
            Ok(facts) => reply.entry(&AT_ONCE, &facts, Generation(0)),
            Err(error) => reply.error(error),
        }
    }

    fn unlink(&self, _: &Request, _: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        self.empty(Operation::Remove, Of::Name(name), reply, |files| files.remove(text(name)?));
    }

    fn opendir(&self, _: &Request, number: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        match self.answer(Operation::OpenFolder, Of::Number(number), |_| Ok(())) {
            Ok(()) => reply.opened(FileHandle(0), FopenFlags::empty()),
            Err(error) => reply.error(error),
        }
    }

    fn readdir(&self, _: &Request, number: INodeNo, _: FileHandle, from: u64, mut reply: ReplyDirectory) {
        match self.answer(Operation::List, Of::Number(number), |files| Ok(files.names())) {
            Ok(names) => {
                let dots = [".", ".."].map(|name| (name.to_owned(), FOLDER, FileType::Directory));
                let names = names.into_iter().map(|(name, number)| (name, number, FileType::RegularFile));
                let from_there = (1..).zip(dots.into_iter().chain(names)).skip(usize::try_from(from).unwrap());
                for (next, (name, number, kind)) in from_there {
                    if reply.add(INodeNo(number), next, kind, name) {
                        break;
                    }
                }
                reply.ok();
            }
            Err(error) => reply.error(error),
        }
    }
}
