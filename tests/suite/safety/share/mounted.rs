//! A share under a folder: what the kernel asks is done with the files in memory, or goes wrong as told.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant, SystemTime};

use fuser::{
    BackgroundSession, BsdFileFlags, Config, Errno, FileHandle, FileType, Filesystem, FopenFlags, Generation, INodeNo,
    LockOwner, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData, ReplyDirectory, ReplyEmpty, ReplyEntry,
    ReplyOpen, ReplyWrite, Request, TimeOrNow, WriteFlags,
};

use super::faults::{Fault, Operation, Told};
use super::files::{FOLDER, Files};

/// Nothing is remembered by the kernel, so that it asks every time.
const AT_ONCE: Duration = Duration::ZERO;

/// How many requests are answered at the same time: a slow one must not hold up the others.
const AT_THE_SAME_TIME: usize = 4;

/// A share, mounted. It is taken down when this goes, also out of a failing test.
pub(super) struct Share {
    state: Arc<Mutex<State>>,
    // Before the folder, or that would be removed through the share.
    _session: BackgroundSession,
    folder: tempfile::TempDir,
}

struct State {
    files: Files,
    asked: Vec<Operation>,
    told: Told,
}

impl Share {
    /// Mounts an empty share, or says why the system does not let it.
    pub(super) fn mounted() -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let state = State { files: Files::default(), asked: Vec::new(), told: Box::new(|_, _| None) };
        let state = Arc::new(Mutex::new(state));
        let mut config = Config::default();
        config.n_threads = Some(AT_THE_SAME_TIME);
        let session = fuser::spawn_mount(Kernel(Arc::clone(&state)), folder.path(), &config);
        let session = session.map_err(|error| format!("no file system of its own could be mounted: {error}"))?;
        Ok(Self { state, _session: session, folder })
    }

    /// Where the plan is.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("plan.ron")
    }

    /// Leaves the plan with this content and nothing else, and works.
    pub(super) fn start_with(&self, plan: Option<&[u8]>) {
        self.heal();
        let files: Vec<(&str, &[u8])> = plan.into_iter().map(|content| ("plan.ron", content)).collect();
        locked(&self.state).files.put(&files);
    }

    /// Goes wrong as told from now on; operations are counted anew.
    pub(super) fn go_wrong(&self, told: impl FnMut(usize, Operation) -> Option<Fault> + Send + 'static) {
        let mut state = locked(&self.state);
        state.asked.clear();
        state.told = Box::new(told);
    }

    /// Works from now on.
    pub(super) fn heal(&self) {
        self.go_wrong(|_, _| None);
    }

    /// What it was asked since it was last told how to go wrong.
    pub(super) fn asked(&self) -> Vec<Operation> {
        locked(&self.state).asked.clone()
    }

    /// The plan's content, seen from behind.
    pub(super) fn content(&self) -> Option<Vec<u8>> {
        locked(&self.state).files.content("plan.ron").map(<[u8]>::to_vec)
    }

    /// The names of what lies beside the plan, seen from behind.
    pub(super) fn beside(&self) -> Vec<String> {
        let names = locked(&self.state).files.names();
        names.into_iter().map(|(name, _)| name).filter(|name| name != "plan.ron").collect()
    }
}

/// The state, also after a test stopped while it had it.
fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The kernel's side.
struct Kernel(Arc<Mutex<State>>);

impl Kernel {
    fn answer<T>(&self, operation: Operation, run: impl FnOnce(&mut Files) -> Result<T, Errno>) -> Result<T, Errno> {
        let mut state = locked(&self.0);
        let number = state.asked.len();
        state.asked.push(operation);
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

    fn empty(&self, operation: Operation, reply: ReplyEmpty, run: impl FnOnce(&mut Files) -> Result<(), Errno>) {
        match self.answer(operation, run) {
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
        match self.answer(Operation::Lookup, |files| files.find(text(name)?)) {
            Ok(facts) => reply.entry(&AT_ONCE, &facts, Generation(0)),
            Err(error) => reply.error(error),
        }
    }

    fn getattr(&self, _: &Request, number: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        match self.answer(Operation::Facts, |files| files.facts(number.0)) {
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
        match self.answer(Operation::SetFacts, |files| files.set(number.0, rights, length)) {
            Ok(facts) => reply.attr(&AT_ONCE, &facts),
            Err(error) => reply.error(error),
        }
    }

    fn open(&self, _: &Request, number: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        match self.answer(Operation::Open, |files| files.facts(number.0)) {
            Ok(_) => reply.opened(FileHandle(0), FopenFlags::FOPEN_DIRECT_IO),
            Err(error) => reply.error(error),
        }
    }

    fn create(&self, _: &Request, _: INodeNo, name: &OsStr, rights: u32, umask: u32, _: i32, reply: ReplyCreate) {
        let rights = u16::try_from(rights & !umask & 0o7777).unwrap();
        let made = self.answer(Operation::Create, |files| {
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
        match self.answer(Operation::Read, |files| files.read(number.0, from, length)) {
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
        match self.answer(Operation::Write, |files| files.write(number.0, from, bytes)) {
            Ok(length) => reply.written(length),
            Err(error) => reply.error(error),
        }
    }

    fn flush(&self, _: &Request, _: INodeNo, _: FileHandle, _: LockOwner, reply: ReplyEmpty) {
        self.empty(Operation::Flush, reply, |_| Ok(()));
    }

    fn fsync(&self, _: &Request, _: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        self.empty(Operation::Sync, reply, |_| Ok(()));
    }

    fn fsyncdir(&self, _: &Request, _: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        self.empty(Operation::SyncFolder, reply, |_| Ok(()));
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
        self.empty(Operation::Rename, reply, |files| files.rename(text(name)?, text(new_name)?, only_new));
    }

    fn link(&self, _: &Request, number: INodeNo, _: INodeNo, name: &OsStr, reply: ReplyEntry) {
        match self.answer(Operation::Link, |files| files.link(number.0, text(name)?)) {
            Ok(facts) => reply.entry(&AT_ONCE, &facts, Generation(0)),
            Err(error) => reply.error(error),
        }
    }

    fn unlink(&self, _: &Request, _: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        self.empty(Operation::Remove, reply, |files| files.remove(text(name)?));
    }

    fn opendir(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        match self.answer(Operation::OpenFolder, |_| Ok(())) {
            Ok(()) => reply.opened(FileHandle(0), FopenFlags::empty()),
            Err(error) => reply.error(error),
        }
    }

    fn readdir(&self, _: &Request, _: INodeNo, _: FileHandle, from: u64, mut reply: ReplyDirectory) {
        match self.answer(Operation::List, |files| Ok(files.names())) {
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
