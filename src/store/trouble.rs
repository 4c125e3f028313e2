//! What a drive's error means for the person at the desk.

use std::fmt;
use std::io::{self, ErrorKind};

/// The kinds of trouble with a drive that call for different advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// There is no such file or folder.
    Missing,
    /// It is a folder.
    Folder,
    /// Not allowed.
    NotAllowed,
    /// The drive can only be read.
    ReadOnlyDrive,
    /// No room, or no more of the room one may have.
    Full,
    /// Another program holds the file.
    InUse,
    /// The network drive does not answer.
    DriveGone,
    /// The name cannot be a file's name here.
    BadName,
    /// Anything else.
    Other,
}

/// Windows errors that say a share cannot be reached: bad path, bad name, gone, timed out, unreachable.
#[cfg(windows)]
const SHARE_GONE: [i32; 11] = [51, 53, 54, 55, 59, 64, 67, 121, 1222, 1231, 1232];
#[cfg(windows)]
const SHARING_VIOLATIONS: [i32; 2] = [32, 33];

impl Trouble {
    /// What an error of the file system means.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        #[cfg(windows)]
        if let Some(code) = error.raw_os_error() {
            if SHARE_GONE.contains(&code) {
                return Self::DriveGone;
            }
            if SHARING_VIOLATIONS.contains(&code) {
                return Self::InUse;
            }
        }
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::IsADirectory => Self::Folder,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyDrive,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge | ErrorKind::WriteZero => {
                Self::Full
            }
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::Deadlock => Self::InUse,
            ErrorKind::StaleNetworkFileHandle
            | ErrorKind::NetworkDown
            | ErrorKind::NetworkUnreachable
            | ErrorKind::HostUnreachable
            | ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionReset
            | ErrorKind::NotConnected
            | ErrorKind::BrokenPipe
            | ErrorKind::TimedOut => Self::DriveGone,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Self::BadName,
            _ => Self::Other,
        }
    }

    /// Whether trying again in a moment is worth while: antivirus and sync programs hold a file for a
    /// second or so, and then Windows refuses with 5, 32 or 33.
    #[must_use]
    pub fn may_pass(error: &io::Error) -> bool {
        let windows = cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33));
        let kinds = [ErrorKind::Interrupted, ErrorKind::ResourceBusy, ErrorKind::StaleNetworkFileHandle];
        windows || kinds.contains(&error.kind())
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::Missing => "Check that the folder is still there and the network drive is connected.",
            Self::Folder => "Choose a file in the folder instead.",
            Self::NotAllowed => "Ask whoever looks after the folder to let you change it, or choose another folder.",
            Self::ReadOnlyDrive => "Choose a folder on another drive.",
            Self::Full => "Make room on the drive, or choose a folder on another drive.",
            Self::InUse => "Close the file in other programs, wait a moment and try again.",
            Self::DriveGone => {
                "Check the network or VPN connection and try again, or choose a folder on this computer."
            }
            Self::BadName => "Choose another name, without characters such as \\ / : * ? \" < > |.",
            Self::Other => "Try again, or choose another folder.",
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Missing => "it is not there",
            Self::Folder => "it is a folder",
            Self::NotAllowed => "you are not allowed to",
            Self::ReadOnlyDrive => "the drive can only be read",
            Self::Full => "there is no room left on the drive",
            Self::InUse => "another program is using it",
            Self::DriveGone => "the network drive does not answer",
            Self::BadName => "the name is not one a file can have there",
            Self::Other => "the drive reported an error",
        })
    }
}
