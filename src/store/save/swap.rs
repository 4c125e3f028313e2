//! The usual way of a save: a new file, written and read back beside the old, takes its place.
//!
//! It must not remove the new file while it is not certain that its content is in place.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::guard::Guard;
use super::saving::{OnDisk, Saving, at};
use super::temporary::Temporary;
use crate::store::beside::folder_of;
use crate::store::fingerprint::Fingerprint;
use crate::store::patience::{Patience, if_there, missing, patiently, read_all};
use crate::store::save_error::{SaveCause, Step};
use crate::store::trouble::Trouble;

/// Saves by a new file that takes the place of what was found.
pub(super) fn run(saving: &mut Saving<'_>, on_disk: &OnDisk) -> Result<(), SaveCause> {
    let (drive, session) = (saving.drive, saving.options.session);
    let temporary = Temporary::write(drive, &saving.target, session, &saving.bytes, &mut saving.left_behind)
        .map_err(|error| at(Step::WriteBeside, &error))?;
    let swapped = prepare_and_swap(saving, &temporary, on_disk);
    // Where it is not known what is in place, the new file may be the only whole one.
    let stays = match &swapped {
        Ok(Moved::Certainly) => None,
        Err(cause) if !cause.old_file_is_whole() => {
            let stays = if_there(drive, temporary.path());
            saving.copies.extend(stays.clone());
            stays
        }
        Ok(Moved::Perhaps) | Err(_) => temporary.remove(),
    };
    saving.left_behind.extend(stays);
    swapped?;

    // The content is in place; a folder that cannot be synced (many shares) is no reason to say otherwise.
    let _ = drive.sync_folder(folder_of(&saving.target));
    let now = read_all(drive, &saving.target).map_err(|error| at(Step::Confirm, &error))?;
    if now == saving.bytes { Ok(()) } else { Err(SaveCause::ReadBackDiffers { step: Step::Confirm }) }
}

/// Whether the new file has given up the name it was written under. It can have both names for a moment.
#[derive(Clone, Copy)]
enum Moved {
    Certainly,
    Perhaps,
}

fn prepare_and_swap(saving: &mut Saving<'_>, temporary: &Temporary<'_>, on_disk: &OnDisk) -> Result<Moved, SaveCause> {
    let kept = read_all(saving.drive, temporary.path()).map_err(|error| at(Step::ReadBack, &error))?;
    saving.check(&kept)?;
    keep_permissions(saving, temporary.path())?;
    if let OnDisk::Old(old) = on_disk {
        saving.keep_old(old)?;
    }
    saving.keep_new()?;
    let mut guard = Guard::take(saving.drive, &saving.target, saving.options.session, &mut saving.left_behind)?;
    let swapped = swap(saving, temporary, &mut guard);
    saving.left_behind.extend(guard.release());
    swapped
}

/// The new file may be read and written by whom the old one might. A share that refuses that has rules of
/// its own, which the new file got when it was made.
fn keep_permissions(saving: &Saving<'_>, temporary: &Path) -> Result<(), SaveCause> {
    match patiently(saving.drive, || saving.drive.copy_permissions(&saving.target, temporary)) {
        Err(error)
            if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::Unsupported) =>
        {
            Err(at(Step::WriteBeside, &error))
        }
        _ => Ok(()),
    }
}

/// Puts the new file in its place, again and again while it is refused with an error that passes.
fn swap(saving: &mut Saving<'_>, temporary: &Temporary<'_>, guard: &mut Guard<'_>) -> Result<Moved, SaveCause> {
    let (drive, target) = (saving.drive, saving.target.clone());
    let mut patience = Patience::new();
    let mut name_was_taken = false;
    loop {
        // Somebody may have saved while we wrote, or waited.
        let on_disk = saving.look()?;
        match &on_disk {
            OnDisk::New => return Ok(Moved::Perhaps),
            OnDisk::Old(old) => saving.keep_old(old)?,
            OnDisk::Nothing | OnDisk::Unread => {}
        }
        guard.hold()?;
        let is_new = matches!(on_disk, OnDisk::Nothing);
        let result =
            if is_new { drive.rename_new(temporary.path(), &target) } else { drive.replace(temporary.path(), &target) };
        let Err(error) = result else { return Ok(Moved::Certainly) };
        match read_all(drive, &target) {
            Ok(now) if Fingerprint::of(&now) == saving.new => return Ok(Moved::Perhaps),
            // Somebody took the name of a new file at that very moment: what they saved is looked at first.
            Ok(_) if is_new && !name_was_taken => {
                name_was_taken = true;
                continue;
            }
            Ok(_) => {}
            Err(unread) => {
                // Where it is not certain that there is nothing, nobody knows whether it landed.
                missing(drive, &target, unread).map_err(|unread| at(Step::Confirm, &unread))?;
                if !is_new {
                    return fill_the_gap(saving, temporary, &error);
                }
            }
        }
        if !patience.again(drive, &error) {
            return Err(at(Step::Swap, &error));
        }
    }
}

/// The drive took the old file away and did not put the new one there, as `ReplaceFileW` can: the new one is
/// given the name, where nobody else took it.
fn fill_the_gap(saving: &Saving<'_>, temporary: &Temporary<'_>, error: &io::Error) -> Result<Moved, SaveCause> {
    let (drive, target) = (saving.drive, &saving.target);
    let renamed = patiently(drive, || drive.rename_new(temporary.path(), target));
    match read_all(drive, target) {
        Ok(now) if Fingerprint::of(&now) == saving.new => Ok(Moved::Perhaps),
        Ok(now) => Err(SaveCause::ChangedOutside { now: Fingerprint::of(&now) }),
        Err(unread) if renamed.is_ok() => Err(at(Step::Confirm, &unread)),
        Err(_) => {
            let error = renamed.as_ref().err().unwrap_or(error);
            Err(SaveCause::OldGone { trouble: Trouble::of(error), detail: error.to_string() })
        }
    }
}
