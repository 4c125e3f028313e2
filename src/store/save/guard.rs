//! Two programs that save one plan at the same moment do so one after the other, so that the second sees
//! what the first wrote: a file beside the plan says that somebody is between the last look and the swap.
//!
//! It cannot stop a holder that is itself stopped (a laptop that sleeps) for half a minute after the last
//! look at its guard and before the very next operation, the swap; nor a program that knows no guard.
//! Neither can any other lock on a share. What such a save replaces is kept as a backup only if it was
//! there at the last look.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::saving::at;
use crate::store::beside;
use crate::store::drive::Drive;
use crate::store::patience::{Patience, if_there, missing, patiently, read_all, remove};
use crate::store::save_error::{SaveCause, Step};
use crate::store::session::Session;
use crate::store::trouble::Trouble;

/// Between two looks at somebody else's guard.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// So many looks at a guard that does not change, half a minute: it was left behind by a crash. A live one
/// changes at each try of its holder, and those end within seconds.
const LEFT_BEHIND_AFTER: u32 = 120;
/// So many looks, five seconds, at one that does not say whose it is: it is written as soon as it is made, and
/// whoever makes one sees that it is still theirs before the swap.
const UNWRITTEN_AFTER: u32 = 20;
/// So many looks in all, a minute.
const GIVE_UP_AFTER: u32 = 240;
/// How many names are tried for a guard that is put aside.
const MAX_NAMES: u32 = 50;

/// A guard that is held.
pub(super) struct Guard<'drive> {
    drive: &'drive dyn Drive,
    path: PathBuf,
    session: Session,
    number: u32,
    /// What it holds: the second where the last change of it reached the drive.
    may_hold: [Vec<u8>; 2],
}

impl<'drive> Guard<'drive> {
    /// Takes the guard of a plan, as soon as nobody else has it. What could not be removed goes into
    /// `left_behind`.
    ///
    /// # Errors
    /// [`SaveCause::BeingSaved`] if somebody else has it for a minute; those of the drive.
    pub(super) fn take(
        drive: &'drive dyn Drive,
        plan: &Path,
        session: Session,
        left_behind: &mut Vec<PathBuf>,
    ) -> Result<Self, SaveCause> {
        let mut made_none = false;
        let taken = Self::wait(drive, plan, session, left_behind, &mut made_none);
        if taken.is_err() && made_none {
            // It may have been made though the drive reported failure; it may also be somebody else's, just
            // made. So it is named, not removed.
            let path = beside::guard(plan);
            let somebodys = read_all(drive, &path).is_ok_and(|words| session_in(&words).is_some());
            left_behind.extend(if_there(drive, &path).filter(|path| !somebodys && !left_behind.contains(path)));
        }
        taken
    }

    /// `made_none` tells whether the drive reported failure where a guard was to be made.
    fn wait(
        drive: &'drive dyn Drive,
        plan: &Path,
        session: Session,
        left_behind: &mut Vec<PathBuf>,
        made_none: &mut bool,
    ) -> Result<Self, SaveCause> {
        let path = beside::guard(plan);
        let mut patience = Patience::new();
        let (mut last, mut same) = (None, 0);
        let mut looks = 0;
        while looks < GIVE_UP_AFTER {
            match drive.create_new(&path) {
                Ok(mut file) => {
                    let words = words(session, 1);
                    let written = file.write_all(&words);
                    drop(file);
                    if let Err(error) = written {
                        left_behind.extend(remove(drive, &path));
                        return Err(at(Step::Guard, &error));
                    }
                    return Ok(Self { drive, path, session, number: 1, may_hold: [words.clone(), words] });
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    *made_none = true;
                    if patience.again(drive, &error) {
                        continue;
                    }
                    return Err(at(Step::Guard, &error));
                }
            }
            let now = match read_all(drive, &path) {
                Ok(now) => Some(now),
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                Err(error) => return Err(at(Step::Guard, &error)),
            };
            match &now {
                // Left by an earlier save of this run.
                Some(words) if is_of(session, words) => {
                    return Ok(Self { drive, path, session, number: 1, may_hold: [words.clone(), words.clone()] });
                }
                Some(words) if last == now && same >= left_behind_after(words) => {
                    put_aside(drive, plan, words, session, left_behind).map_err(|error| at(Step::Guard, &error))?;
                    (last, same) = (None, 0);
                    looks += 1;
                    continue;
                }
                _ => same = if last == now { same + 1 } else { 1 },
            }
            last = now;
            looks += 1;
            drive.pause(LOOK_EVERY);
        }
        Err(SaveCause::BeingSaved)
    }

    /// Sees that the guard is still ours, changes it, so that whoever waits sees that somebody is at work, and
    /// sees once more.
    ///
    /// # Errors
    /// [`SaveCause::BeingSaved`] if somebody else took it; those of the drive.
    pub(super) fn hold(&mut self) -> Result<(), SaveCause> {
        let now = self.see()?;
        self.number += 1;
        let next = words(self.session, self.number);
        // Failing, it is found to be ours by the words it had.
        let _ = self.drive.open_over(&self.path).and_then(|mut file| file.write_all(&next));
        self.may_hold = [now, next];
        self.see().map(|_| ())
    }

    fn see(&self) -> Result<Vec<u8>, SaveCause> {
        let now = match read_all(self.drive, &self.path) {
            Ok(now) => now,
            Err(error) => {
                let gone = missing(self.drive, &self.path, error);
                return Err(gone.map_or_else(|error| at(Step::Guard, &error), |()| SaveCause::BeingSaved));
            }
        };
        if self.may_hold.contains(&now) {
            return Ok(now);
        }
        let lost = session_in(&now).is_some_and(|session| session != self.session);
        let detail = "the drive did not keep what was written to it".to_owned();
        let damaged = SaveCause::Drive { step: Step::Guard, trouble: Trouble::Other, detail };
        Err(if lost { SaveCause::BeingSaved } else { damaged })
    }

    /// Removes it, unless it is somebody else's by now. Gives its path where that fails.
    pub(super) fn release(self) -> Option<PathBuf> {
        match read_all(self.drive, &self.path) {
            Ok(now) if session_in(&now).is_some_and(|session| session != self.session) => None,
            Ok(_) => remove(self.drive, &self.path),
            Err(_) => if_there(self.drive, &self.path),
        }
    }
}

/// What a guard holds. Always as long, so that writing it over leaves nothing of what was there.
fn words(session: Session, number: u32) -> Vec<u8> {
    format!("{session} {number:010}\n").into_bytes()
}

/// The session whose guard this is.
pub(super) fn session_in(words: &[u8]) -> Option<Session> {
    std::str::from_utf8(words).ok()?.split_once(' ')?.0.parse().ok()
}

/// So many looks at a guard that stays as it is: then nobody holds it any more.
fn left_behind_after(words: &[u8]) -> u32 {
    if session_in(words).is_some() { LEFT_BEHIND_AFTER } else { UNWRITTEN_AFTER }
}

/// Whether this run of the program wrote it. A run that is not told from others has none of its own.
fn is_of(session: Session, words: &[u8]) -> bool {
    session != Session::new(0) && session_in(words) == Some(session)
}

/// Takes away a guard that nobody holds any more. It is given another name first and then looked at: in the
/// meantime it may have become somebody's, who then gets it back.
///
/// # Errors
/// Those of the drive, with the guard where it was.
pub(super) fn put_aside(
    drive: &dyn Drive,
    plan: &Path,
    left: &[u8],
    session: Session,
    left_behind: &mut Vec<PathBuf>,
) -> io::Result<()> {
    let guard = beside::guard(plan);
    let names = (1..=MAX_NAMES).map(|number| beside::being_saved(plan, session, number));
    let mut free = names.filter(|name| drive.facts(name).is_err_and(|error| error.kind() == ErrorKind::NotFound));
    let aside = free.next().ok_or_else(|| io::Error::other("no name is free for a file that is put aside"))?;
    // Only one of several who try this at once gets it: `rename_new` may for a moment leave both names, and
    // then remove somebody's new guard under the old one.
    let moved = patiently(drive, || drive.replace(&guard, &aside));
    match read_all(drive, &aside) {
        Ok(words) if words == left => left_behind.extend(remove(drive, &aside)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // Nothing was moved: somebody else was quicker, or it is refused.
            return moved.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) });
        }
        _ => {
            if patiently(drive, || drive.rename_new(&aside, &guard)).is_err() {
                // Whoever had it sees that it is gone, and does not swap.
                left_behind.extend(remove(drive, &aside));
            }
        }
    }
    Ok(())
}
