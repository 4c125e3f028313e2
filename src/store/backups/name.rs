//! The name of a backup: its time, what it is a copy of, and a number where several are of one second.

use std::fmt;
use std::path::Path;

use chrono::{NaiveDateTime, Timelike};

use super::BackupKind;

/// No colon, which Windows does not take in a name.
const TIME: &str = "%Y-%m-%d %H.%M.%S";

/// A backup's name, such as "2026-11-22 10.02.31 saved.ron". Names are in the order in which they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Whole seconds.
    pub(super) time: NaiveDateTime,
    /// From 1, counted for each second over all kinds.
    pub(super) number: u32,
    pub(super) kind: BackupKind,
}

impl Name {
    pub(super) fn new(time: NaiveDateTime, number: u32, kind: BackupKind) -> Self {
        Self { time: time.with_nanosecond(0).unwrap_or(time), number, kind }
    }

    /// The name of this file, if it is that of a backup.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Self::read(path.file_name()?.to_str()?)
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let (time, rest) = NaiveDateTime::parse_and_remainder(text, TIME).ok()?;
        let mut words = rest.strip_suffix(".ron")?.split(' ').skip(1);
        let kind = match words.next()? {
            "saved" => BackupKind::Saved,
            "found" => BackupKind::Found,
            "unsaved" => BackupKind::Unsaved,
            _ => return None,
        };
        let number = words.next().map_or(Some(1), |number| number.parse().ok())?;
        let name = Self { time, number, kind };
        // Only what is written exactly so is ours.
        (name.to_string() == text).then_some(name)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            BackupKind::Saved => "saved",
            BackupKind::Found => "found",
            BackupKind::Unsaved => "unsaved",
        };
        write!(out, "{} {kind}", self.time.format(TIME))?;
        if self.number > 1 {
            write!(out, " {}", self.number)?;
        }
        out.write_str(".ron")
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |name: &Self| (name.time, name.number, name.kind as u8);
        key(self).cmp(&key(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written_and_no_other_is_ours() {
        for text in [
            "2026-11-22 10.02.31 saved.ron",
            "2026-11-22 10.02.31 found.ron",
            "2026-01-02 00.00.00 unsaved 2.ron",
            "2026-01-02 00.00.00 saved 11.ron",
        ] {
            assert_eq!(Name::read(text).map(|name| name.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "saved.ron",
            "plan.ron",
            "2026-11-22 10.02.31.ron",
            "2026-11-22 10.02.31 saved",
            "2026-11-22 10.02.31 saved.ron.part",
            "2026-11-22 10.02.31 saved 1.ron",
            "2026-11-22 10.02.31 saved 02.ron",
            "2026-11-22 10.02.31 saved 2 3.ron",
            "2026-11-22 10.02.31 saved - copy.ron",
            "2026-11-22 10.02.31 Saved.ron",
            "2026-11-22 10:02:31 saved.ron",
            "2026-13-22 10.02.31 saved.ron",
            "2026-11-22  10.02.31 saved.ron",
        ] {
            assert_eq!(Name::read(text), None, "{text}");
        }
    }

    #[test]
    fn names_are_in_the_order_they_were_given_and_legal_on_windows() {
        let names =
            ["2026-11-22 10.02.31 saved.ron", "2026-11-22 10.02.31 found 2.ron", "2026-11-22 10.02.31 saved 10.ron"];
        let read = names.map(|name| Name::read(name).unwrap());
        assert!(read.is_sorted());
        assert!(!names.concat().contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']));
    }
}
