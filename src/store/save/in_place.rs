//! The way of a save where the folder takes no new files: into the file itself, once a person said so.
//!
//! While it is written the file is neither the old plan nor the new one, so both are kept elsewhere first,
//! whatever the options say. Where nobody may make a file there can be no guard either: somebody who saves
//! between the last look and the writing is not seen.

use std::io;

use super::guard::Guard;
use super::saving::{OnDisk, Saving, at};
use crate::store::drive::Drive;
use crate::store::fingerprint::Fingerprint;
use crate::store::load::parse;
use crate::store::patience::{Patience, read_all};
use crate::store::save_error::{Damage, SaveCause, Step};
use crate::store::trouble::Trouble;

/// Saves into the file itself, which holds `old`.
pub(super) fn run(saving: &mut Saving<'_>, old: &[u8]) -> Result<(), SaveCause> {
    saving.check(&saving.bytes)?;
    saving.keep_old(old)?;
    saving.keep_new()?;
    let taken = Guard::take(saving.drive, &saving.target, saving.options.session, &mut saving.left_behind);
    let mut guard = match taken {
        Ok(guard) => Some(guard),
        Err(SaveCause::Drive { trouble, .. }) if trouble.is_a_rule() => None,
        Err(cause) => return Err(cause),
    };
    let written = look_and_write(saving, guard.as_mut());
    saving.left_behind.extend(guard.and_then(Guard::release));
    written
}

fn look_and_write(saving: &mut Saving<'_>, guard: Option<&mut Guard<'_>>) -> Result<(), SaveCause> {
    let old = match saving.look()? {
        OnDisk::New => return Ok(()),
        OnDisk::Old(old) => old,
        OnDisk::Nothing | OnDisk::Unread => return Err(SaveCause::GoneOutside),
    };
    saving.keep_old(&old)?;
    if let Some(guard) = guard {
        guard.hold()?;
    }
    write(saving, &old)?;
    let now = read_all(saving.drive, &saving.target).map_err(|error| at(Step::Confirm, &error))?;
    if now == saving.bytes {
        return Ok(());
    }
    if parse(&now, "").is_ok() && now != old {
        // Somebody else's save of the same moment.
        return Err(SaveCause::ReadBackDiffers { step: Step::Confirm });
    }
    Err(after_failure(saving, &old, &io::Error::other("the drive did not keep what was written to it")))
}

/// Writes the new content over the old, again from its beginning while that is refused with an error that
/// passes.
fn write(saving: &Saving<'_>, old: &[u8]) -> Result<(), SaveCause> {
    let mut patience = Patience::new();
    let mut touched = false;
    loop {
        match put(saving, &saving.bytes, &mut touched) {
            Ok(()) => return Ok(()),
            Err(error) if patience.again(saving.drive, &error) => {}
            Err(error) if touched => return Err(after_failure(saving, old, &error)),
            Err(error) => return Err(at(Step::WriteOver, &error)),
        }
    }
}

fn put(saving: &Saving<'_>, content: &[u8], touched: &mut bool) -> io::Result<()> {
    let mut file = saving.drive.open_over(&saving.target)?;
    *touched = true;
    file.write_all(content)?;
    file.cut_off()?;
    file.sync()
}

/// What is to be said of a write that failed half-way. The old content is put back first, if what is there
/// now is nothing but a mixture of the two: it fitted there before.
fn after_failure(saving: &Saving<'_>, old: &[u8], error: &io::Error) -> SaveCause {
    let drive: &dyn Drive = saving.drive;
    let read = || read_all(drive, &saving.target).ok();
    let mut now = read();
    if let Some(found) = &now
        && found != old
        && *found != saving.bytes
        && is_between(found, old, &saving.bytes)
    {
        // Whether it went well is told by reading.
        let _ = put(saving, old, &mut false);
        now = read();
    }
    if now.as_deref() == Some(old) {
        return at(Step::WriteOver, error);
    }
    let now = now.as_deref().map(Fingerprint::of);
    SaveCause::Damaged(Box::new(Damage { now, trouble: Trouble::of(error), detail: error.to_string() }))
}

/// Whether a content is the beginning of the new one, and then either nothing or what is left of the old.
fn is_between(content: &[u8], old: &[u8], new: &[u8]) -> bool {
    let written = content.iter().zip(new).take_while(|(left, right)| left == right).count();
    let rest = content.get(written..).unwrap_or_default();
    rest.is_empty() || old.get(written..) == Some(rest)
}

#[cfg(test)]
mod tests {
    use super::is_between;

    #[test]
    fn a_half_written_file_is_told_from_another_persons() {
        let (old, new) = (b"old words here".as_slice(), b"new words".as_slice());
        for content in [old, new, b"new words here", b"newd words here", b"new", b"", b"ne"]
            .into_iter()
            .zip([true, true, true, false, true, true, true])
        {
            assert_eq!(is_between(content.0, old, new), content.1, "{:?}", String::from_utf8_lossy(content.0));
        }
        assert!(!is_between(b"their words", old, new));
    }
}
