//! One content into one folder of backups: written under another name, read back, and only then named as
//! a backup, so that none of them is ever a half.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::name::Name;
use super::{BackupKind, named_in};
use crate::store::drive::Drive;
use crate::store::patience::{patiently, read_all, remove};

/// How many names are tried. Each one taken is a backup of the same second.
const MAX_NAMES: u32 = 50;

/// What stands behind the name of a backup that is being written.
const UNFINISHED: &str = ".part";

/// The name that this file is to have once it is written, if it is a backup that is being written.
pub(super) fn unfinished(path: &Path) -> Option<Name> {
    Name::read(path.file_name()?.to_str()?.strip_suffix(UNFINISHED)?)
}

/// Keeps a content in a folder, unless it is kept there already.
///
/// # Errors
/// Those of the drive; what was written so far is removed again.
pub(super) fn keep_in(
    drive: &dyn Drive,
    folder: &Path,
    bytes: &[u8],
    kind: BackupKind,
    now: NaiveDateTime,
) -> io::Result<PathBuf> {
    patiently(drive, || drive.make_folder(folder))?;
    let mut named = named_in(drive, folder)?;
    named.sort_by(|left, right| right.cmp(left));
    let how_many = if kind == BackupKind::Found { named.len() } else { 1 };
    if let Some((_, path)) = named.iter().take(how_many).find(|(_, path)| holds(drive, path, bytes)) {
        return Ok(path.clone());
    }
    let second = Name::new(now, 1, kind).time;
    let taken = named.iter().filter(|(name, _)| name.time == second).map(|(name, _)| name.number).max().unwrap_or(0);
    for number in taken + 1..=taken + MAX_NAMES {
        let path = folder.join(Name::new(now, number, kind).to_string());
        match write(drive, &path, bytes) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            result => {
                // A folder that cannot be synced keeps the content all the same.
                let _ = drive.sync_folder(folder);
                return result.map(|()| path);
            }
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Whether a file holds exactly this content. One that cannot be read holds nothing to rely on.
fn holds(drive: &dyn Drive, path: &Path, bytes: &[u8]) -> bool {
    drive.facts(path).is_ok_and(|facts| facts.bytes == bytes.len() as u64)
        && read_all(drive, path).is_ok_and(|kept| kept == bytes)
}

fn write(drive: &dyn Drive, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(UNFINISHED);
    let part = PathBuf::from(part);
    let mut file = match patiently(drive, || drive.create_new(&part)) {
        Ok(file) => file,
        Err(error) => {
            // It may have been made all the same. Empty, it is worth nothing to anybody.
            if error.kind() != ErrorKind::AlreadyExists && drive.facts(&part).is_ok_and(|facts| facts.bytes == 0) {
                remove(drive, &part);
            }
            return Err(error);
        }
    };
    let written = file.write_all(bytes).and_then(|()| file.sync());
    // Windows renames and removes no open file.
    drop(file);
    let kept = written
        .and_then(|()| read_all(drive, &part))
        .and_then(|kept| if kept == bytes { Ok(()) } else { Err(not_kept()) })
        .and_then(|()| patiently(drive, || drive.rename_new(&part, path)));
    match kept {
        Ok(()) if holds(drive, path, bytes) => Ok(()),
        Ok(()) => Err(not_kept()),
        Err(error) => {
            // The name may have been given though the drive reported failure.
            let landed = holds(drive, path, bytes);
            remove(drive, &part);
            if landed { Ok(()) } else { Err(error) }
        }
    }
}

fn not_kept() -> io::Error {
    io::Error::other("the drive did not keep what was written to it")
}
