//! What a share is asked, and how it goes wrong.

use std::time::Duration;

use fuser::Errno;

/// What the kernel asks of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    Lookup,
    Facts,
    SetFacts,
    Open,
    Create,
    Read,
    Write,
    Flush,
    Sync,
    SyncFolder,
    Rename,
    Link,
    Remove,
    OpenFolder,
    List,
}

/// How an operation goes wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    /// It does nothing and fails.
    Fails(Errno),
    /// It does what it should, and fails.
    LandsAndFails(Errno),
    /// It takes so long to begin.
    Slow(Duration),
}

/// Given the number of an operation from 0 and what it is, says how it goes wrong.
pub(super) type Told = Box<dyn FnMut(usize, Operation) -> Option<Fault> + Send>;
