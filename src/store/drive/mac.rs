//! The plain sync of a Mac.
//!
//! It knows only when the full one was refused, not what was written.

use std::fs::File;
use std::io::{self, ErrorKind};

use rustix::io::Errno;

/// Does what a Mac's `fsync` does, where `F_FULLFSYNC` was refused with `refusal`: SMB and other network
/// mounts do not know that one, and each says so with an error of its own.
///
/// # Errors
/// Any other refusal as it is, and those of the plain sync; a drive that knows neither is believed, since
/// what was written is read back in any case.
pub(super) fn plain_sync(file: &File, refusal: io::Error) -> io::Result<()> {
    if !is_unknown(&refusal) {
        return Err(refusal);
    }
    match rustix::fs::fsync(file).map_err(io::Error::from) {
        Err(error) if is_unknown(&error) => Ok(()),
        result => result,
    }
}

fn is_unknown(error: &io::Error) -> bool {
    let unknown = [Errno::NOTSUP, Errno::OPNOTSUPP, Errno::INVAL, Errno::NOTTY].map(Errno::raw_os_error);
    error.kind() == ErrorKind::Unsupported || error.raw_os_error().is_some_and(|code| unknown.contains(&code))
}
