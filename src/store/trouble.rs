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
    /// The drive does not know how to.
    Unsupported,
    /// Anything else.
    Other,
}

/// Windows errors that say a share cannot be reached: bad path, bad name, gone, timed out, unreachable.
#[cfg(windows)]
const SHARE_GONE: [i32; 11] = [51, 53, 54, 55, 59, 64, 67, 121, 1222, 1231, 1232];
/// Windows errors that say somebody holds the file: two sharing violations, a file that cannot be taken away
/// to be replaced, and one that is mapped into a program's memory.
const HELD: [i32; 4] = [32, 33, 1175, 1224];
/// What Windows also says while somebody holds the file, and when one is not allowed to.
const REFUSED: i32 = 5;

impl Trouble {
    /// What an error of the file system means.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        #[cfg(windows)]
        if let Some(code) = error.raw_os_error() {
            if SHARE_GONE.contains(&code) {
                return Self::DriveGone;
            }
            if HELD.contains(&code) {
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
            ErrorKind::Unsupported | ErrorKind::CrossesDevices => Self::Unsupported,
            _ => Self::Other,
        }
    }

    /// Whether trying again in a moment is worth while: antivirus and sync programs hold a file for a
    /// second or so, and a share that was moved answers again soon.
    #[must_use]
    pub fn may_pass(error: &io::Error) -> bool {
        let windows = |code: i32| cfg!(windows) && (code == REFUSED || HELD.contains(&code));
        let kinds = [
            ErrorKind::Interrupted,
            ErrorKind::ResourceBusy,
            ErrorKind::ExecutableFileBusy,
            ErrorKind::StaleNetworkFileHandle,
        ];
        error.raw_os_error().is_some_and(windows) || kinds.contains(&error.kind())
    }

    /// Whether it will be refused as long as nobody changes the folder's rules.
    #[must_use]
    pub fn is_a_rule(self) -> bool {
        matches!(self, Self::NotAllowed | Self::ReadOnlyDrive | Self::Unsupported)
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::Missing => "Check that the folder is still there and the network drive is connected.",
            Self::Folder => "Choose a file in the folder instead.",
            Self::NotAllowed => "Ask whoever looks after the folder to let you change it, or choose another folder.",
            Self::ReadOnlyDrive | Self::Unsupported => "Choose a folder on another drive.",
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
            Self::Unsupported => "the drive does not know how to",
            Self::Other => "the drive reported an error",
        })
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_told_from_what_stays() {
        // The numbers of Linux and of a Mac: EINTR, EBUSY, ETXTBSY, and EACCES, EROFS, EIO, ENOTDIR.
        for code in [4, 16, 26] {
            assert!(Trouble::may_pass(&io::Error::from_raw_os_error(code)), "{code}");
        }
        for code in [13, 30, 5, 20] {
            assert!(!Trouble::may_pass(&io::Error::from_raw_os_error(code)), "{code}");
        }
        assert!(Trouble::may_pass(&ErrorKind::StaleNetworkFileHandle.into()));
        assert_eq!(Trouble::of(&io::Error::from_raw_os_error(5)), Trouble::Other);
        assert!(Trouble::of(&io::Error::from_raw_os_error(13)).is_a_rule());
    }
}
