//! Two states of the open plan compared in the background: what the board was told with what is, or any other two.
//!
//! What slipped since the newest pack is always known, once there is a pack; anything else is worked out only while a
//! page shows it. Backups and other files are read, never opened: the open plan, its file and its history are not
//! touched.

mod slot;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use egui::Context;

use super::App;
use super::backup_list::entry;
use super::opening::read_file;
use crate::dates::day_words;
use crate::document::Document;
use crate::jobs::{Job, Runner};
use crate::model::{IssuedId, Plan};
use crate::store::backups::{Backup, Backups};
use crate::store::drive::RealDrive;
use crate::store::{LoadError, Opened};
use crate::ui::backups::Entry;
use crate::ui::since::{Ask, End, Found, Listed, Side, Since, SinceBoard, Source};
use slot::{Key, Keys, Slot};

/// What is compared, and what was found.
#[derive(Debug, Default)]
pub(super) struct Comparing {
    /// The older end as it was chosen; `None` is the newest pack before the as-at day.
    from: Option<Chosen>,
    /// The newer end; `None` is the plan as it is.
    to: Option<Chosen>,
    /// What was read for either end.
    read: [Option<Reading>; 2],
    listing: Listing,
    /// The newest pack and now.
    board: Slot,
    /// What the page shows, where that is anything else.
    other: Slot,
    /// How many comparisons and readings there were, to tell one from the next.
    count: u64,
}

/// A state somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    Now,
    Issued(IssuedId),
    /// What was read for this end.
    Read,
}

/// A plan that is read from a backup or another file.
#[derive(Debug)]
struct Reading {
    title: String,
    number: u64,
    plan: Read,
}

#[derive(Debug)]
enum Read {
    Under(Job<Result<Opened, LoadError>>),
    Done(Arc<Plan>),
    Failed(String),
}

/// The backups, as far as they are known.
#[derive(Debug, Default)]
enum Listing {
    #[default]
    NotYet,
    Under(Job<Result<Vec<Backup>, String>>),
    Done(Vec<Backup>, Vec<Entry>),
    None(String),
}

impl Comparing {
    /// What the page shows, for the plan as it is.
    pub(super) fn since<'a>(&'a self, document: &'a Document, as_at: NaiveDate) -> Since<'a> {
        let plan = document.plan();
        let ends = [End::From, End::To].map(|end| (end, self.chosen(plan, as_at, end)));
        let [from, to] = ends.map(|(end, chosen)| self.side(plan, end, chosen));
        let backups = match &self.listing {
            Listing::NotYet => Listed::NotYet,
            Listing::Under(_) => Listed::Looking,
            Listing::Done(_, entries) => Listed::Backups(entries),
            Listing::None(why) => Listed::None(why),
        };
        let failed = ends.iter().find_map(|(end, chosen)| match (chosen, self.reading(*end)) {
            (Some(Chosen::Read), Some(Reading { plan: Read::Failed(why), .. })) => Some(why.as_str()),
            _ => None,
        });
        let found = match (failed, ends[0].1) {
            (Some(why), _) => Found::Failed(why),
            (None, None) => Found::NoOlder,
            (None, Some(_)) => self.found(document, as_at),
        };
        Since { from, to, backups, found }
    }

    fn found(&self, document: &Document, as_at: NaiveDate) -> Found<'_> {
        let keys = self.keys(document, as_at);
        let board = board_keys(document, as_at);
        let slot = if keys.is_some() && keys == board { &self.board } else { &self.other };
        match (keys.and_then(|keys| slot.compared(keys)), slot.trouble()) {
            (Some(compared), _) => Found::Compared(compared),
            (None, Some(trouble)) => Found::Failed(trouble),
            (None, None) => Found::Working,
        }
    }

    /// What changed since the newest pack before the as-at day; `None` where there is none.
    pub(super) fn since_board<'a>(&'a self, document: &'a Document, as_at: NaiveDate) -> Option<SinceBoard<'a>> {
        let issued = document.plan().issued_before(as_at)?;
        let compared = board_keys(document, as_at).and_then(|keys| self.board.compared(keys));
        Some(SinceBoard { issued, compared })
    }

    /// How many dates slipped since then, linked milestones that moved alike as one; `None` before it is known.
    pub(super) fn slipped(&self, document: &Document, as_at: NaiveDate) -> Option<usize> {
        document.plan().issued_before(as_at)?;
        self.board.slipped()
    }

    /// What an end is; `None` for an older end that is nothing.
    fn chosen(&self, plan: &Plan, as_at: NaiveDate, end: End) -> Option<Chosen> {
        let chosen = match end {
            End::From => self.from,
            End::To => self.to,
        };
        // A pack may have been forgotten since it was chosen.
        let is_there = |chosen: &Chosen| match chosen {
            Chosen::Issued(id) => plan.issued.iter().any(|one| one.id == *id),
            Chosen::Now | Chosen::Read => true,
        };
        chosen.filter(is_there).or_else(|| match end {
            End::From => plan.issued_before(as_at).map(|one| Chosen::Issued(one.id)),
            End::To => Some(Chosen::Now),
        })
    }

    fn reading(&self, end: End) -> Option<&Reading> {
        self.read[at(end)].as_ref()
    }

    fn side<'a>(&'a self, plan: &'a Plan, end: End, chosen: Option<Chosen>) -> Side<'a> {
        match chosen {
            None => Side { title: String::new(), source: None, plan: None },
            Some(Chosen::Now) => Side { title: "now".to_owned(), source: Some(Source::Now), plan: Some(plan) },
            Some(Chosen::Issued(id)) => {
                let issued = plan.issued.iter().find(|one| one.id == id);
                let title = issued.map(crate::model::Issued::title).unwrap_or_default();
                Side { title, source: Some(Source::Issued(id)), plan: issued.map(|one| &*one.said) }
            }
            Some(Chosen::Read) => {
                let reading = self.reading(end);
                let plan = reading.and_then(|reading| match &reading.plan {
                    Read::Done(plan) => Some(&**plan),
                    Read::Under(_) | Read::Failed(_) => None,
                });
                Side { title: reading.map(|one| one.title.clone()).unwrap_or_default(), source: None, plan }
            }
        }
    }

    /// What tells the two states from any others; `None` while one of them is not there.
    fn keys(&self, document: &Document, as_at: NaiveDate) -> Option<Keys> {
        Some([self.key(document, as_at, End::From)?, self.key(document, as_at, End::To)?])
    }

    fn key(&self, document: &Document, as_at: NaiveDate, end: End) -> Option<Key> {
        match self.chosen(document.plan(), as_at, end)? {
            Chosen::Now => Some(Key::Now(document.revision())),
            Chosen::Issued(id) => Some(Key::Issued(id)),
            Chosen::Read => match self.reading(end)? {
                Reading { number, plan: Read::Done(_), .. } => Some(Key::Read(*number)),
                Reading { .. } => None,
            },
        }
    }

    fn plan(&self, document: &Document, key: Key) -> Option<Arc<Plan>> {
        match key {
            Key::Now(_) => Some(document.snapshot()),
            Key::Issued(id) => {
                let issued = document.plan().issued.iter().find(|one| one.id == id);
                issued.map(|one| Arc::clone(&one.said))
            }
            Key::Read(number) => self.read.iter().flatten().find_map(|reading| match &reading.plan {
                Read::Done(plan) if reading.number == number => Some(Arc::clone(plan)),
                _ => None,
            }),
        }
    }

    /// Takes what was found and read, and compares again where something is another. `is_shown`: a page shows what
    /// was chosen.
    pub(super) fn keep(
        &mut self,
        document: &Document,
        as_at: NaiveDate,
        is_shown: bool,
        (runner, today): (Runner, NaiveDate),
        context: &Context,
    ) {
        self.take_read(context);
        self.take_listing(today, context);
        let board = board_keys(document, as_at);
        let pair = |comparing: &Self, keys: Keys| {
            Some([comparing.plan(document, keys[0])?, comparing.plan(document, keys[1])?])
        };
        self.count += 2;
        let (number, wants_board) = (self.count, board.filter(|keys| self.board.wants(*keys, context)));
        let plans = wants_board.and_then(|keys| pair(self, keys));
        self.board.keep(wants_board.zip(plans), number, runner, context);
        let other = self.keys(document, as_at).filter(|_| is_shown).filter(|keys| Some(*keys) != board);
        let wants_other = other.filter(|keys| self.other.wants(*keys, context));
        let plans = wants_other.and_then(|keys| pair(self, keys));
        self.other.keep(wants_other.zip(plans), number + 1, runner, context);
    }

    fn take_read(&mut self, context: &Context) {
        for reading in self.read.iter_mut().flatten() {
            let Read::Under(job) = &mut reading.plan else { continue };
            let Some(result) = job.poll() else { continue };
            reading.plan = match result {
                Ok(Ok(opened)) => Read::Done(Arc::new(opened.plan)),
                Ok(Err(error)) => Read::Failed(error.to_string()),
                Err(panic) => Read::Failed(format!(
                    "“{}” was not read: {panic}. Your plan was not changed. Choose something else to compare with.",
                    reading.title
                )),
            };
            context.request_repaint();
        }
    }

    fn take_listing(&mut self, today: NaiveDate, context: &Context) {
        let Listing::Under(job) = &mut self.listing else { return };
        let Some(result) = job.poll() else { return };
        self.listing = match result.map_err(|panic| panic.to_string()).and_then(|listed| listed) {
            Ok(backups) => {
                let entries = backups.iter().map(|backup| entry(backup, today)).collect();
                Listing::Done(backups, entries)
            }
            Err(trouble) => {
                Listing::None(format!("The backups could not be listed ({trouble}). They are where they were."))
            }
        };
        context.request_repaint();
    }

    /// Chooses a state for an end.
    fn choose(&mut self, end: End, chosen: Chosen) {
        match end {
            End::From => self.from = Some(chosen),
            End::To => self.to = Some(chosen),
        }
        if chosen != Chosen::Read {
            self.read[at(end)] = None;
        }
    }

    /// Reads a plan for an end, which then is that plan.
    fn read(&mut self, end: End, title: String, path: PathBuf, runner: Runner, context: &Context) {
        self.count += 1;
        let job = read_file(context, runner, "Reading a plan to compare with", path);
        self.read[at(end)] = Some(Reading { title, number: self.count, plan: Read::Under(job) });
        self.choose(end, Chosen::Read);
    }

    fn backup(&self, index: usize) -> Option<(String, PathBuf)> {
        let Listing::Done(backups, _) = &self.listing else { return None };
        let backup = backups.get(index)?;
        let title = format!("backup of {}, {}", day_words(backup.time.date()), backup.time.format("%H:%M"));
        Some((title, backup.path.clone()))
    }
}

/// The newest pack before the day, and now.
fn board_keys(document: &Document, as_at: NaiveDate) -> Option<Keys> {
    let issued = document.plan().issued_before(as_at)?;
    Some([Key::Issued(issued.id), Key::Now(document.revision())])
}

fn at(end: End) -> usize {
    match end {
        End::From => 0,
        End::To => 1,
    }
}

impl App {
    /// What changed between the two states that are chosen.
    #[must_use]
    pub fn since(&self) -> Option<Since<'_>> {
        let open = self.open.as_ref()?;
        Some(open.comparing.since(&open.document, open.as_at))
    }

    /// What changed since the newest pack before the as-at day.
    #[must_use]
    pub fn since_board(&self) -> Option<SinceBoard<'_>> {
        let open = self.open.as_ref()?;
        open.comparing.since_board(&open.document, open.as_at)
    }

    /// How many dates slipped since that pack; `None` before it is known.
    #[must_use]
    pub fn slipped(&self) -> Option<usize> {
        let open = self.open.as_ref()?;
        open.comparing.slipped(&open.document, open.as_at)
    }

    /// Takes what was compared and read, and compares again where something is another.
    pub(super) fn keep_compared(&mut self, context: &Context) {
        let world = (self.world.runner, (self.world.now)().date());
        let Some(open) = &mut self.open else { return };
        let is_shown = open.since_board.take_shown();
        open.comparing.keep(&open.document, open.as_at, is_shown, world, context);
    }

    /// Does what the page asked for.
    pub(super) fn compare_as_asked(&mut self, context: &Context, ask: Ask) {
        let runner = self.world.runner;
        match ask {
            Ask::OtherFile(end) => self.choose(context, super::path_entry::For::Comparing(end)),
            Ask::ListBackups => self.list_backups_to_compare(context),
            Ask::Compare(end, source) => {
                let Some(open) = &mut self.open else { return };
                match source {
                    Source::Now => open.comparing.choose(end, Chosen::Now),
                    Source::Issued(id) => open.comparing.choose(end, Chosen::Issued(id)),
                    Source::Backup(index) => {
                        let Some((title, path)) = open.comparing.backup(index) else { return };
                        open.comparing.read(end, title, path, runner, context);
                    }
                }
            }
        }
    }

    /// Reads another plan to compare with. The open plan stays as it is.
    pub(super) fn compare_with_file(&mut self, context: &Context, end: End, path: PathBuf) {
        let runner = self.world.runner;
        self.notices.opened();
        let Some(open) = &mut self.open else { return };
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into());
        open.comparing.read(end, name, path, runner, context);
    }

    fn list_backups_to_compare(&mut self, context: &Context) {
        let (runner, now): (Runner, NaiveDateTime) = (self.world.runner, (self.world.now)());
        let folders = self.world.folders.as_ref().map(|folders| folders.data.clone());
        let Some(open) = &mut self.open else { return };
        open.comparing.listing = match (&open.path, folders) {
            (None, _) => Listing::None("This plan is in no file yet, so there are no backups of it.".to_owned()),
            (_, None) => Listing::None("This computer gives the program no folder, so no backups are kept.".to_owned()),
            (Some(path), Some(data)) => {
                let (backups, wake) = (Backups::of(&data, path, now), context.clone());
                Listing::Under(Job::start(
                    runner,
                    "Looking for backups",
                    move || wake.request_repaint(),
                    move |_| backups.list(&RealDrive).map_err(|error| error.to_string()),
                ))
            }
        };
    }
}
