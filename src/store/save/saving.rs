//! One save under way: what is to be saved, what lies on the drive, and what was kept of it.
//!
//! It must not write to the plan's own file; `swap` and `in_place` do.

use std::io;
use std::path::{Path, PathBuf};

use super::{Expected, SaveOptions, in_place, swap};
use crate::model::Plan;
use crate::store::MAX_BYTES;
use crate::store::backups::BackupKind;
use crate::store::drive::Drive;
use crate::store::fingerprint::Fingerprint;
use crate::store::load::parse;
use crate::store::patience::{missing, patiently, read_all};
use crate::store::save_error::{SaveCause, Step};
use crate::store::trouble::Trouble;

/// A save under way.
pub(super) struct Saving<'save> {
    pub(super) drive: &'save dyn Drive,
    /// The file itself, where the path leads through links.
    pub(super) target: PathBuf,
    pub(super) plan: &'save Plan,
    pub(super) bytes: Vec<u8>,
    /// The fingerprint of `bytes`.
    pub(super) new: Fingerprint,
    pub(super) expected: Expected,
    pub(super) options: &'save SaveOptions,
    /// The backup of `bytes`.
    pub(super) backup: Option<PathBuf>,
    /// Every backup this save relies on.
    pub(super) copies: Vec<PathBuf>,
    /// Files beside the plan that could not be removed, or that hold what may be nowhere else.
    pub(super) left_behind: Vec<PathBuf>,
    /// What was found on the drive and kept.
    found: Option<Fingerprint>,
}

/// What lies on the drive under the plan's name, once it was found to be what is expected there.
pub(super) enum OnDisk {
    /// Already what is to be saved, as after a save that reported failure though it landed.
    New,
    /// Nothing.
    Nothing,
    /// This.
    Old(Vec<u8>),
    /// Something that cannot be read as a whole, to be replaced whatever it is.
    Unread,
}

impl<'save> Saving<'save> {
    pub(super) fn new(
        drive: &'save dyn Drive,
        path: &Path,
        plan: &'save Plan,
        bytes: Vec<u8>,
        expected: Expected,
        options: &'save SaveOptions,
    ) -> Self {
        Self {
            drive,
            target: path.to_path_buf(),
            plan,
            new: Fingerprint::of(&bytes),
            bytes,
            expected,
            options,
            backup: None,
            copies: Vec::new(),
            left_behind: Vec::new(),
            found: None,
        }
    }

    pub(super) fn run(&mut self) -> Result<(), SaveCause> {
        let asked = self.target.clone();
        self.target =
            patiently(self.drive, || self.drive.real_path(&asked)).map_err(|error| at(Step::Compare, &error))?;
        match self.look()? {
            OnDisk::New => {
                // It is saved already, so that a backup of it is worth having but no condition.
                let _ = self.keep_new();
            }
            OnDisk::Old(old) if self.options.in_place => in_place::run(self, &old)?,
            on_disk => swap::run(self, &on_disk)?,
        }
        if let Some(backups) = &self.options.backups {
            backups.prune(self.drive, &self.copies);
        }
        Ok(())
    }

    /// Compares the whole content of the drive with what is expected there.
    pub(super) fn look(&self) -> Result<OnDisk, SaveCause> {
        let facts = match patiently(self.drive, || self.drive.facts(&self.target)) {
            Ok(facts) => facts,
            Err(error) => {
                missing(self.drive, &self.target, error).map_err(|error| at(Step::Compare, &error))?;
                return match self.expected {
                    Expected::Unchanged(_) => Err(SaveCause::GoneOutside),
                    Expected::Absent | Expected::Whatever => Ok(OnDisk::Nothing),
                };
            }
        };
        if facts.is_folder {
            return Err(SaveCause::Folder);
        }
        if self.expected == Expected::Absent && facts.bytes != self.new.bytes {
            return Err(SaveCause::AlreadyThere);
        }
        if facts.read_only {
            return Err(SaveCause::ReadOnly);
        }
        let must_keep = self.options.in_place || (self.options.backups.is_some() && !self.options.without_backup);
        if self.expected == Expected::Whatever && facts.bytes > MAX_BYTES {
            let large = || self.not_kept(Trouble::Other, "the file that is there is larger than any plan".to_owned());
            return if must_keep { Err(large()) } else { Ok(OnDisk::Unread) };
        }
        match read_all(self.drive, &self.target) {
            Ok(content) => self.compare(content),
            Err(_) if self.expected == Expected::Whatever && !must_keep => Ok(OnDisk::Unread),
            Err(error) => Err(at(Step::Compare, &error)),
        }
    }

    fn compare(&self, content: Vec<u8>) -> Result<OnDisk, SaveCause> {
        let now = Fingerprint::of(&content);
        if now == self.new {
            return Ok(OnDisk::New);
        }
        match self.expected {
            Expected::Absent => Err(SaveCause::AlreadyThere),
            Expected::Unchanged(expected) if expected != now => Err(SaveCause::ChangedOutside { now }),
            Expected::Unchanged(_) | Expected::Whatever => Ok(OnDisk::Old(content)),
        }
    }

    /// Keeps what lies on the drive, before something else takes its place.
    pub(super) fn keep_old(&mut self, content: &[u8]) -> Result<(), SaveCause> {
        let fingerprint = Fingerprint::of(content);
        if self.found != Some(fingerprint) {
            self.keep(content, BackupKind::Found)?;
            self.found = Some(fingerprint);
        }
        Ok(())
    }

    /// Keeps what is to be saved.
    pub(super) fn keep_new(&mut self) -> Result<(), SaveCause> {
        let bytes = std::mem::take(&mut self.bytes);
        let kept = self.keep(&bytes, BackupKind::Saved);
        self.bytes = bytes;
        self.backup = kept?;
        Ok(())
    }

    fn keep(&mut self, bytes: &[u8], kind: BackupKind) -> Result<Option<PathBuf>, SaveCause> {
        let Some(backups) = &self.options.backups else {
            let none = || self.not_kept(Trouble::Missing, "there is no folder for backups".to_owned());
            return if self.options.in_place { Err(none()) } else { Ok(None) };
        };
        match backups.keep(self.drive, bytes, kind) {
            Ok(path) => {
                self.copies.push(path.clone());
                Ok(Some(path))
            }
            Err(_) if self.options.without_backup && !self.options.in_place => Ok(None),
            Err(refusal) => Err(self.not_kept(refusal.trouble, refusal.detail)),
        }
    }

    fn not_kept(&self, trouble: Trouble, detail: String) -> SaveCause {
        if self.options.in_place {
            SaveCause::NoRecoveryCopy { trouble, detail }
        } else {
            SaveCause::NoBackup { trouble, detail }
        }
    }

    /// What was read back is the same bytes, and they are the same plan.
    pub(super) fn check(&self, kept: &[u8]) -> Result<(), SaveCause> {
        if kept != self.bytes {
            return Err(SaveCause::ReadBackDiffers { step: Step::ReadBack });
        }
        match parse(kept, "") {
            Ok(read) if read == *self.plan => Ok(()),
            Ok(_) => Err(SaveCause::ReadBackOther),
            Err(error) => Err(SaveCause::ReadBackFails(Box::new(error.cause))),
        }
    }

    /// Whether what failed by the usual way can be written into the file itself, should a person wish so.
    pub(super) fn can_write_in_place(&self, cause: &SaveCause) -> bool {
        let SaveCause::Drive { step: Step::WriteBeside | Step::Guard | Step::Swap, trouble, .. } = cause else {
            return false;
        };
        trouble.is_a_rule()
            && !self.options.in_place
            && self.options.backups.is_some()
            && self.drive.facts(&self.target).is_ok_and(|facts| !facts.is_folder)
            && self.drive.may_write(&self.target)
    }
}

/// A step that the drive refused.
pub(super) fn at(step: Step, error: &io::Error) -> SaveCause {
    SaveCause::Drive { step, trouble: Trouble::of(error), detail: error.to_string() }
}
