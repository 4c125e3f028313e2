//! What is done with what the watcher sees: somebody saved, the file went, somebody else has it open.

use egui::Context;

use super::App;
use super::joining::Purpose;
use super::watcher::Watcher;
use super::work::Working;
use crate::dates::day_words;
use crate::store::presence::Presence;
use crate::store::watch::{By, Life, News, Other, Watch};

impl App {
    /// Begins to watch the open plan's file, in place of what was watched before.
    pub(super) fn watch(&mut self, context: &Context) {
        let me = Presence {
            name: self.world.user.clone(),
            machine: self.world.machine.clone(),
            since: Some((self.world.now)()),
            beat: 0,
            session: self.session,
            saved: None,
        };
        let runner = self.world.runner;
        let Some(open) = &mut self.open else { return };
        if let Some(before) = open.watcher.take() {
            before.stop();
        }
        open.others.clear();
        open.since = me.since;
        let (Some(path), Some(on_disk)) = (&open.path, &open.on_disk) else { return };
        // Who only reads is in nobody's way, and leaves no note.
        let me = (!open.read_only).then_some(me);
        open.watcher = Some(Watcher::start(context, runner, Watch::new(path.clone(), on_disk.fingerprint, me)));
    }

    /// Looks at once when the person comes back to the window, and takes what the watcher saw.
    pub(super) fn take_news(&mut self, context: &Context) {
        let returned = context.input(|input| input.events.contains(&egui::Event::WindowFocused(true)));
        let Some(watcher) = self.open.as_mut().and_then(|open| open.watcher.as_mut()) else { return };
        if returned {
            watcher.look();
        }
        for news in watcher.take() {
            self.take_one(context, news);
        }
    }

    fn take_one(&mut self, context: &Context, news: News) {
        let saving = self.working.iter().any(|working| matches!(working, Working::Saving(..)));
        let Some(open) = &mut self.open else { return };
        match news {
            // While we save ourselves, the save tells what it finds.
            News::Changed { .. } | News::Gone if saving => {}
            News::Changed { now, by } => {
                open.gone = false;
                let known = open.on_disk.as_ref().is_some_and(|on_disk| on_disk.fingerprint == now);
                if !known && !self.is_joining_already(now) {
                    let by = by.as_ref().map(who_saved);
                    self.fetch_theirs(context, Purpose::Telling, by);
                }
            }
            News::Gone => {
                open.gone = true;
                let name = open.name();
                self.notices.gone(&name);
            }
            News::Back => {
                open.gone = false;
                self.notices.back();
            }
            News::Others(others) => {
                open.others = others;
                self.tell_others();
            }
            News::FolderRefuses(trouble) => {
                let name = open.name();
                if !open.read_only {
                    self.notices.folder_refuses(&name, trouble);
                }
            }
        }
    }

    /// Says who else has the plan open, as long as somebody may have.
    fn tell_others(&mut self) {
        let Some(open) = &self.open else { return };
        let asks = |other: &&Other| other.life != Life::Gone && !open.others_known.contains(&other.session);
        let there: Vec<&Other> = open.others.iter().filter(asks).collect();
        let Some(first) = there.first() else {
            self.notices.nobody_else();
            return;
        };
        if open.read_only {
            return;
        }
        let names: Vec<String> = there.iter().map(|other| name_of(other)).collect();
        // By two clocks: good enough for the word on a button.
        let was_first = open.since.is_some_and(|mine| first.since.is_some_and(|theirs| mine < theirs));
        let have = if there.len() == 1 { "has" } else { "have" };
        let sure = if first.life == Life::Alive { "" } else { " (or their program was cut off there)" };
        let words = format!(
            "{} {have} “{}” open too{}{sure}. You can both work in it: what you both change is joined when you save.",
            names.join(" and "),
            open.name(),
            first.since.map(|since| format!(", since {}", when(since))).unwrap_or_default(),
        );
        self.notices.others(&words, was_first);
    }

    /// "Jane Smith has it open", for the status bar; nothing where nobody has.
    pub(super) fn others_words(&self) -> String {
        let there = |other: &&Other| other.life != Life::Gone;
        let others = self.open.iter().flat_map(|open| &open.others).filter(there);
        let names: Vec<String> = others.map(name_of).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => format!("{one} has it open"),
            more => format!("{} have it open", more.join(", ")),
        }
    }

    /// The plan is only to be read, though it could be written.
    pub(super) fn only_read(&mut self, context: &Context) {
        if let Some(open) = &mut self.open {
            open.read_only = true;
            "Read only".clone_into(&mut open.saved_words);
            let name = open.name();
            self.notices.only_reading(&name);
        }
        self.watch(context);
    }

    /// The plan is to be written after all.
    pub(super) fn work_on(&mut self, context: &Context) {
        let Some(open) = &mut self.open else { return };
        open.others_known = open.others.iter().map(|other| other.session).collect();
        self.notices.working();
        if std::mem::take(&mut open.read_only) {
            "No changes since opened".clone_into(&mut open.saved_words);
            self.watch(context);
        }
    }
}

fn name_of(other: &Other) -> String {
    person(&other.name, &other.machine)
}

fn person(name: &str, machine: &str) -> String {
    match (name.trim(), machine.trim()) {
        ("", "") => "Somebody".to_owned(),
        ("", machine) => format!("Somebody at {machine}"),
        (name, "") => name.to_owned(),
        (name, machine) => format!("{name} ({machine})"),
    }
}

/// "Jane Smith (PC-042), 22 Nov 2026 10:02".
fn who_saved(by: &By) -> String {
    let name = person(&by.name, &by.machine);
    by.at.map_or(name.clone(), |at| format!("{name}, {}", when(at)))
}

fn when(at: chrono::NaiveDateTime) -> String {
    format!("{} {}", day_words(at.date()), at.format("%H:%M"))
}
