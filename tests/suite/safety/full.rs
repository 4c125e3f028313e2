//! A drive that is full: the old plan stays, the words say what to do, and with room the same save goes.

use std::fs;
use std::path::Path;
use std::process::Command;

use planning_grid::model::Plan;
use planning_grid::store::{Expected, Fingerprint, Sample, SaveCause, Trouble, parse, to_bytes};

use super::desk::{self, is_documented, names_in};

/// What a drive in memory gives room in, in bytes.
const BLOCK: usize = 4096;

/// A small drive in memory. It is gone when this is.
struct SmallDrive {
    folder: tempfile::TempDir,
}

impl SmallDrive {
    /// Mounts one with these limits, as `mount -o` takes them.
    fn mounted(limits: &str) -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", limits, "planning-grid-test"]).arg(folder.path());
        let output = command.output().map_err(|error| format!("mount: {error}"))?;
        if output.status.success() {
            Ok(Self { folder })
        } else {
            Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
        }
    }

    /// Takes room until this many blocks are free.
    fn leave_free(&self, blocks: usize, all: usize, plan_blocks: usize) {
        fs::write(self.filler(), vec![7; (all - plan_blocks - blocks) * BLOCK]).unwrap();
    }

    fn filler(&self) -> std::path::PathBuf {
        self.path().join("filler")
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for SmallDrive {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(self.path()).status();
        if !unmounted.is_ok_and(|status| status.success()) {
            println!("safety: {} is still mounted", self.path().display());
        }
    }
}

fn titled(title: &str) -> Plan {
    Plan { title: title.to_owned(), ..parse(Sample::Oldham.bytes(), "a sample").unwrap() }
}

/// Whether the save went; where it did not, the old plan is whole and the words are the right ones.
fn saves(path: &Path, old: Fingerprint) -> bool {
    let result = desk::save(path, &titled("new"), Expected::Unchanged(old));
    let content = fs::read(path).unwrap();
    let Err(error) = result else {
        assert!(content == to_bytes(&titled("new")).unwrap());
        return true;
    };
    assert_eq!(Fingerprint::of(&content), old, "{error}");
    assert!(matches!(&error.cause, SaveCause::Drive { trouble: Trouble::Full, .. }), "{error:?}");
    let words = error.to_string();
    for part in ["was not saved", "there is no room left on the drive", "Make room on the drive, or choose a folder"] {
        assert!(words.contains(part), "{words}");
    }
    // What did not fit must not take the room that is left.
    let beside: Vec<String> = names_in(path.parent().unwrap()).into_iter().filter(|name| is_documented(name)).collect();
    assert!(beside.is_empty(), "{beside:?}");
    false
}

#[test]
fn on_a_full_drive_the_old_plan_stays_and_with_room_the_same_save_goes() {
    let bytes = to_bytes(&titled("old")).unwrap().len();
    let plan_blocks = bytes.div_ceil(BLOCK);
    // Room for three plans, in blocks; some more for names.
    let all = plan_blocks * 3;
    let drive = match SmallDrive::mounted(&format!("size={}", all * BLOCK)) {
        Ok(drive) => drive,
        Err(reason) => return println!("safety: full drives: not tried, no drive could be mounted: {reason}"),
    };
    let path = drive.path().join("plan.ron");
    let (mut refused, mut saved) = (0, 0);
    for free in 0..plan_blocks + 4 {
        let _ = fs::remove_file(drive.filler());
        let old = desk::save(&path, &titled("old"), Expected::Whatever).unwrap();
        drive.leave_free(free, all, plan_blocks);
        if saves(&path, old) {
            saved += 1;
        } else {
            refused += 1;
            fs::remove_file(drive.filler()).unwrap();
            assert!(saves(&path, old), "there was room again after {free} free blocks");
        }
    }
    println!(
        "safety: full drives: {refused} saves refused with 0 to {} blocks free, {saved} had room",
        plan_blocks + 3
    );
    assert!(refused >= plan_blocks && saved > 0, "{refused} refused, {saved} saved");
}

#[test]
fn a_drive_that_can_hold_no_more_files_keeps_the_old_plan() {
    // One for the folder itself, one for the plan.
    let drive = match SmallDrive::mounted("size=1m,nr_inodes=3") {
        Ok(drive) => drive,
        Err(reason) => return println!("safety: full drives: not tried, no drive could be mounted: {reason}"),
    };
    let path = drive.path().join("plan.ron");
    fs::write(&path, to_bytes(&titled("old")).unwrap()).unwrap();
    let old = Fingerprint::of(&fs::read(&path).unwrap());
    let mut fillers = 0;
    while fs::write(drive.path().join(format!("filler {fillers}")), "").is_ok() {
        fillers += 1;
    }
    assert!(!saves(&path, old));
    for filler in 0..fillers {
        fs::remove_file(drive.path().join(format!("filler {filler}"))).unwrap();
    }
    let more = Command::new("mount").args(["-o", "remount,nr_inodes=16"]).arg(drive.path()).status();
    assert!(more.unwrap().success());
    assert!(saves(&path, old));
}
