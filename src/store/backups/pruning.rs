//! Which backups are old enough to go. Pure: it removes nothing.

use std::collections::HashSet;
use std::path::PathBuf;

use chrono::{NaiveDateTime, TimeDelta};

use super::{Backup, BackupKind};

/// So many of the newest stay, whatever they are.
const NEWEST: usize = 20;
/// For so many days the last one saved of each day stays, and everything that may be nowhere else.
const DAYS: i64 = 31;
/// The most of one plan.
const MAX_FILES: usize = 200;
const MAX_BYTES: u64 = 100 * 1_000_000;
/// So many of the newest stay even if they are larger than that together.
const ALWAYS: usize = 3;

/// Those of the backups, which are given the newest first, that go.
pub(super) fn which_go(backups: &[Backup], now: NaiveDateTime, keep_always: &[PathBuf]) -> Vec<PathBuf> {
    let mut days = HashSet::new();
    let (mut stay, mut go) = (Vec::new(), Vec::new());
    for (index, backup) in backups.iter().enumerate() {
        let is_protected = index < ALWAYS || keep_always.contains(&backup.path);
        let is_last_of_day = backup.kind == BackupKind::Saved && days.insert(backup.time.date());
        let is_kept_for_days = is_last_of_day || backup.kind != BackupKind::Saved;
        let is_recent = backup.time > now - TimeDelta::days(DAYS);
        if is_protected || index < NEWEST || (is_recent && is_kept_for_days) {
            stay.push((backup, is_protected));
        } else {
            go.push(backup.path.clone());
        }
    }
    let mut files = stay.len();
    let mut bytes = stay.iter().fold(0_u64, |sum, (backup, _)| sum.saturating_add(backup.bytes));
    for (backup, is_protected) in stay.into_iter().rev() {
        if files <= MAX_FILES && bytes <= MAX_BYTES {
            break;
        }
        if !is_protected {
            files -= 1;
            bytes = bytes.saturating_sub(backup.bytes);
            go.push(backup.path.clone());
        }
    }
    go
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn backup(time: NaiveDateTime, kind: BackupKind, bytes: u64) -> Backup {
        Backup { path: PathBuf::from(format!("{time} {kind:?}")), time, kind, bytes }
    }

    /// So many, the newest first, each so long before the one before.
    fn row(count: i32, apart: TimeDelta, kind: BackupKind, bytes: u64) -> Vec<Backup> {
        (0..count).map(|nth| backup(at("2026-11-22T12:00:00") - apart * nth, kind, bytes)).collect()
    }

    #[test]
    fn how_many_stay() {
        use BackupKind::{Found, Saved, Unsaved};
        let (minutes, days) = (TimeDelta::minutes(1), TimeDelta::days(1));
        for (what, backups, stay) in [
            ("nothing", row(0, minutes, Saved, 1), 0),
            ("the newest twenty", row(60, minutes, Saved, 1), 20),
            ("one of each day for a month, today's among the twenty", row(60, days, Saved, 1), 31),
            ("twenty, however old", row(25, days * 40, Saved, 1), 20),
            ("two of each day: the twenty, and the later one of the days before", row(200, days / 2, Saved, 1), 41),
            ("what may be nowhere else, all of it for a month", row(100, minutes, Found, 1), 100),
            ("not longer", row(100, days, Unsaved, 1), 31),
            ("two hundred", row(300, minutes, Unsaved, 1), 200),
            ("a hundred megabytes", row(20, minutes, Saved, 12_000_000), 8),
            ("three, however large", row(20, minutes, Saved, 60_000_000), 3),
            ("what the clock said when it was wrong", row(30, -days, Saved, 1), 30),
        ] {
            let gone = which_go(&backups, at("2026-11-22T12:00:00"), &[]);
            assert_eq!(backups.len() - gone.len(), stay, "{what}");
        }
    }

    #[test]
    fn the_oldest_go_first_and_what_is_to_stay_stays() {
        let backups = row(30, TimeDelta::minutes(1), BackupKind::Saved, 20_000_000);
        let last = backups[29].path.clone();
        let gone = which_go(&backups, at("2026-11-22T12:00:00"), std::slice::from_ref(&last));
        let stay: Vec<_> = backups.iter().filter(|backup| !gone.contains(&backup.path)).collect();
        assert_eq!(stay.len(), 5);
        assert_eq!(stay[4].path, last);
        assert_eq!(stay[3].path, backups[3].path);
    }
}
