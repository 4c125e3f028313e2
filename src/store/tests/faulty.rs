//! A drive whose operations fail as told, over a real folder.

use std::cell::{Cell, RefCell};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use crate::store::drive::{Drive, Facts, NewFile, RealDrive};

/// The operations of a drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    RealPath,
    Facts,
    Open,
    Create,
    OpenOver,
    List,
    MakeFolder,
    Write,
    Sync,
    CutOff,
    Permissions,
    Replace,
    RenameNew,
    Remove,
    SyncFolder,
    MayWrite,
}

/// How an operation goes wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    /// It does nothing and fails.
    Fails(io::ErrorKind),
    /// It does what it should and reports failure.
    LandsAndFails(io::ErrorKind),
    /// It writes this many bytes and reports success.
    CutsShort(usize),
}

type Told = Box<dyn Fn(Operation, &Path, usize) -> Option<Fault>>;

/// The real drive, with faults. It does not wait, neither when told to nor for the platter: what the walks
/// are about is what is written and said.
pub(super) struct Faulty {
    told: Rc<Told>,
    done: Rc<RefCell<Vec<(Operation, PathBuf)>>>,
    pub(super) pauses: Cell<usize>,
    on_pause: Box<dyn Fn(usize)>,
}

impl Faulty {
    /// `told` is given each operation and how often it was done before, and says how it goes wrong.
    pub(super) fn new(told: impl Fn(Operation, usize) -> Option<Fault> + 'static) -> Self {
        Self::by_path(move |operation, _, before| told(operation, before))
    }

    /// As [`Self::new`]; `told` is also given the path.
    pub(super) fn by_path(told: impl Fn(Operation, &Path, usize) -> Option<Fault> + 'static) -> Self {
        Self { told: Rc::new(Box::new(told)), done: Rc::default(), pauses: Cell::new(0), on_pause: Box::new(|_| {}) }
    }

    /// Does something at each pause, which it is given the number of, from 0.
    pub(super) fn on_pause(mut self, run: impl Fn(usize) + 'static) -> Self {
        self.on_pause = Box::new(run);
        self
    }

    /// Every operation that was done, in order.
    pub(super) fn done(&self) -> Vec<(Operation, PathBuf)> {
        self.done.borrow().clone()
    }

    fn go<T>(&self, operation: Operation, path: &Path, run: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match next(&self.told, &self.done, operation, path) {
            Some(Fault::Fails(kind)) => Err(kind.into()),
            Some(Fault::LandsAndFails(kind)) => {
                run()?;
                Err(kind.into())
            }
            Some(Fault::CutsShort(_)) | None => run(),
        }
    }
}

fn next(told: &Told, done: &RefCell<Vec<(Operation, PathBuf)>>, operation: Operation, path: &Path) -> Option<Fault> {
    let before = done.borrow().iter().filter(|(one, _)| *one == operation).count();
    done.borrow_mut().push((operation, path.to_path_buf()));
    told(operation, path, before)
}

struct FaultyFile {
    file: Box<dyn NewFile>,
    path: PathBuf,
    told: Rc<Told>,
    done: Rc<RefCell<Vec<(Operation, PathBuf)>>>,
}

impl NewFile for FaultyFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match next(&self.told, &self.done, Operation::Write, &self.path) {
            Some(Fault::Fails(kind)) => {
                self.file.write_all(&bytes[..bytes.len() / 2])?;
                Err(kind.into())
            }
            Some(Fault::LandsAndFails(kind)) => {
                self.file.write_all(bytes)?;
                Err(kind.into())
            }
            Some(Fault::CutsShort(length)) => self.file.write_all(&bytes[..length.min(bytes.len())]),
            None => self.file.write_all(bytes),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        match next(&self.told, &self.done, Operation::Sync, &self.path) {
            Some(Fault::Fails(kind) | Fault::LandsAndFails(kind)) => Err(kind.into()),
            Some(Fault::CutsShort(_)) | None => Ok(()),
        }
    }

    fn cut_off(&mut self) -> io::Result<()> {
        match next(&self.told, &self.done, Operation::CutOff, &self.path) {
            Some(Fault::Fails(kind)) => Err(kind.into()),
            Some(Fault::LandsAndFails(kind)) => {
                self.file.cut_off()?;
                Err(kind.into())
            }
            Some(Fault::CutsShort(_)) | None => self.file.cut_off(),
        }
    }
}

impl Drive for Faulty {
    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        self.go(Operation::RealPath, path, || RealDrive.real_path(path))
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        self.go(Operation::Facts, path, || RealDrive.facts(path))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        self.go(Operation::Open, path, || RealDrive.open(path))
    }

    fn may_write(&self, path: &Path) -> bool {
        self.go(Operation::MayWrite, path, || Ok(RealDrive.may_write(path))).unwrap_or(false)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = self.go(Operation::Create, path, || RealDrive.create_new(path))?;
        Ok(Box::new(FaultyFile {
            file,
            path: path.to_path_buf(),
            told: Rc::clone(&self.told),
            done: Rc::clone(&self.done),
        }))
    }

    fn open_over(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = self.go(Operation::OpenOver, path, || RealDrive.open_over(path))?;
        Ok(Box::new(FaultyFile {
            file,
            path: path.to_path_buf(),
            told: Rc::clone(&self.told),
            done: Rc::clone(&self.done),
        }))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.go(Operation::List, folder, || RealDrive.list(folder))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.go(Operation::MakeFolder, path, || RealDrive.make_folder(path))
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.go(Operation::Permissions, to, || RealDrive.copy_permissions(from, to))
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.go(Operation::Replace, to, || RealDrive.replace(from, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.go(Operation::RenameNew, to, || RealDrive.rename_new(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.go(Operation::Remove, path, || RealDrive.remove(path))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.go(Operation::SyncFolder, path, || Ok(()))
    }

    fn pause(&self, _: Duration) {
        (self.on_pause)(self.pauses.get());
        self.pauses.set(self.pauses.get() + 1);
    }
}
