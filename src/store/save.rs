//! A plan onto a drive without losing a word: compared first, written beside, read back, swapped, read
//! back again.
//!
//! At every moment the drive holds the whole old file or the whole new one: the old one is never removed
//! or opened for writing. Errors that pass (an antivirus or a sync client holding the file) are tried
//! again for some seconds. What a drive reports is not believed: a rename that reports failure though it
//! landed is a save, and is told by reading.
//!
//! It must not decide what happens after somebody else changed the file; that is said, not solved, here.

use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use super::drive::{Drive, RealDrive};
use super::fingerprint::Fingerprint;
use super::load::parse;
use super::save_error::{SaveCause, SaveError, Step};
use super::temporary::Temporary;
use super::trouble::Trouble;
use super::write::to_bytes;
use crate::model::Plan;

/// What the person believes to be on the drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing: it is a new file.
    Absent,
    /// What was opened or last saved.
    Unchanged(Fingerprint),
    /// It does not matter: they were asked and said to replace it.
    Whatever,
}

/// How long to wait before each further try, in milliseconds. Antivirus and sync programs let go of a file
/// within a second or two.
const PAUSES: [u64; 7] = [20, 50, 100, 250, 500, 1_000, 2_000];

/// Saves a plan under `path`. Gives the fingerprint of what is there now, to be expected at the next save.
///
/// # Errors
/// If the drive does not hold what was expected, or a step fails; the old file is then whole.
pub fn save(path: &Path, plan: &Plan, expected: Expected) -> Result<Fingerprint, SaveError> {
    save_on(&RealDrive, path, plan, expected)
}

/// Saves a plan on a given drive.
///
/// # Errors
/// As [`save`].
pub fn save_on(drive: &dyn Drive, path: &Path, plan: &Plan, expected: Expected) -> Result<Fingerprint, SaveError> {
    let mut left_behind = None;
    steps(drive, path, plan, expected, &mut left_behind).map_err(|cause| SaveError {
        name: path.display().to_string(),
        cause,
        left_behind,
    })
}

fn steps(
    drive: &dyn Drive,
    path: &Path,
    plan: &Plan,
    expected: Expected,
    left_behind: &mut Option<std::path::PathBuf>,
) -> Result<Fingerprint, SaveCause> {
    let bytes = to_bytes(plan).map_err(SaveCause::Unwritable)?;
    let new = Fingerprint::of(&bytes);
    let target = drive.real_path(path).map_err(|error| at(Step::Compare, &error))?;
    if compare(drive, &target, expected, new)? == Found::TheNewOne {
        return Ok(new);
    }

    let temporary = Temporary::write(drive, &target, &bytes).map_err(|left| {
        *left_behind = left.path;
        at(Step::WriteBeside, &left.error)
    })?;
    let swapped = check_written(drive, temporary.path(), &bytes, plan)
        .and_then(|()| keep_permissions(drive, &target, temporary.path()))
        // Somebody may have saved while we wrote.
        .and_then(|()| compare(drive, &target, expected, new))
        .and_then(|_| swap(drive, &temporary, &target, expected, new));
    // After a swap this finds nothing, except where the new file has both names for a moment.
    *left_behind = temporary.remove();
    swapped?;

    // The content is in place; a folder that cannot be synced (many shares) is no reason to say otherwise.
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let _ = drive.sync_folder(folder.unwrap_or(Path::new(".")));
    let now = read_all(drive, &target).map_err(|error| at(Step::Confirm, &error))?;
    if Fingerprint::of(&now) == new { Ok(new) } else { Err(SaveCause::ReadBackDiffers { step: Step::Confirm }) }
}

#[derive(PartialEq, Eq)]
enum Found {
    /// What was expected.
    AsExpected,
    /// Already what is to be saved, as after a save that reported failure though it landed.
    TheNewOne,
}

/// Compares the whole content of the drive with what is expected there.
fn compare(drive: &dyn Drive, target: &Path, expected: Expected, new: Fingerprint) -> Result<Found, SaveCause> {
    let facts = match drive.facts(target) {
        Ok(facts) => facts,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return match expected {
                Expected::Unchanged(_) => Err(SaveCause::GoneOutside),
                Expected::Absent | Expected::Whatever => Ok(Found::AsExpected),
            };
        }
        Err(error) => return Err(at(Step::Compare, &error)),
    };
    if facts.is_folder {
        return Err(SaveCause::Folder);
    }
    if expected == Expected::Absent {
        return Err(SaveCause::AlreadyThere);
    }
    if facts.read_only {
        return Err(SaveCause::ReadOnly);
    }
    if expected == Expected::Whatever {
        return Ok(Found::AsExpected);
    }
    let now = Fingerprint::of(&read_all(drive, target).map_err(|error| at(Step::Compare, &error))?);
    if expected == Expected::Unchanged(now) {
        Ok(if now == new { Found::TheNewOne } else { Found::AsExpected })
    } else if now == new {
        Ok(Found::TheNewOne)
    } else {
        Err(SaveCause::ChangedOutside { now })
    }
}

/// Reads the new file back: the same bytes, and they are the same plan.
fn check_written(drive: &dyn Drive, path: &Path, bytes: &[u8], plan: &Plan) -> Result<(), SaveCause> {
    let kept = read_all(drive, path).map_err(|error| at(Step::ReadBack, &error))?;
    if kept != bytes {
        return Err(SaveCause::ReadBackDiffers { step: Step::ReadBack });
    }
    match parse(&kept, "") {
        Ok(read) if read == *plan => Ok(()),
        Ok(_) => Err(SaveCause::ReadBackOther),
        Err(error) => Err(SaveCause::ReadBackFails(Box::new(error.cause))),
    }
}

/// The new file may be read and written by whom the old one might. A share that refuses that has rules of
/// its own, which the new file got when it was made.
fn keep_permissions(drive: &dyn Drive, target: &Path, temporary: &Path) -> Result<(), SaveCause> {
    match drive.copy_permissions(target, temporary) {
        Err(error)
            if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::Unsupported) =>
        {
            Err(at(Step::WriteBeside, &error))
        }
        _ => Ok(()),
    }
}

/// Puts the new file in its place, again and again while it is refused with an error that passes.
fn swap(
    drive: &dyn Drive,
    temporary: &Temporary,
    target: &Path,
    expected: Expected,
    new: Fingerprint,
) -> Result<(), SaveCause> {
    let mut pauses = PAUSES.iter();
    loop {
        let result = if expected == Expected::Absent {
            drive.rename_new(temporary.path(), target)
        } else {
            drive.replace(temporary.path(), target)
        };
        let Err(error) = result else { return Ok(()) };
        if read_all(drive, target).is_ok_and(|now| Fingerprint::of(&now) == new) {
            return Ok(());
        }
        if expected == Expected::Absent && error.kind() == ErrorKind::AlreadyExists {
            return Err(SaveCause::AlreadyThere);
        }
        match pauses.next().filter(|_| Trouble::may_pass(&error)) {
            Some(milliseconds) => drive.pause(Duration::from_millis(*milliseconds)),
            None => return Err(at(Step::Swap, &error)),
        }
        compare(drive, target, expected, new)?;
    }
}

/// Reads a whole file, again while that is refused with an error that passes.
fn read_all(drive: &dyn Drive, path: &Path) -> io::Result<Vec<u8>> {
    let mut pauses = PAUSES.iter();
    loop {
        let mut bytes = Vec::new();
        match drive.open(path).and_then(|mut file| file.read_to_end(&mut bytes)) {
            Ok(_) => return Ok(bytes),
            Err(error) => match pauses.next().filter(|_| Trouble::may_pass(&error)) {
                Some(milliseconds) => drive.pause(Duration::from_millis(*milliseconds)),
                None => return Err(error),
            },
        }
    }
}

fn at(step: Step, error: &io::Error) -> SaveCause {
    SaveCause::Drive { step, trouble: Trouble::of(error), detail: error.to_string() }
}
