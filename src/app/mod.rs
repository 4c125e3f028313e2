//! Where everything meets: the app owns the open plan, shows the views, applies what they ask for, and
//! does what needs files, dialogs or time.
//!
//! A frame: results of background work are taken; keys that are commands are taken before any field sees
//! them; the views are drawn from a plan nobody changes meanwhile; then what they asked for is done, in
//! order. An error is turned into words here and nowhere else, and stays as a notice.

mod backup_list;
mod bringing_in;
mod checking;
mod choosing;
pub mod clipboard;
mod closing;
mod commands;
mod comparing;
pub mod folders;
mod frame;
mod issuing;
mod joining;
mod keeping;
mod leaving;
mod looking;
mod moving;
mod notices;
mod one_step;
mod open_plan;
mod opening;
mod path_entry;
pub mod picker;
mod reach;
mod recovering;
mod reviewing;
mod rolling;
mod rows;
mod saving;
pub mod settings;
mod shortcut_list;
mod shortcuts;
mod start;
mod table_text;
mod taking_in;
mod watcher;
mod watching;
mod work;
mod writing;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

pub use open_plan::OpenPlan;
pub use start::{Drawing, StartError, run_window, tell_start_error};

use crate::document::Document;
use crate::jobs::Runner;
use crate::model::{IdMaker, Plan};
use crate::store::Session;
use crate::store::journal::Journal;
use crate::ui::details::DetailsState;
use crate::ui::help::HelpState;
use crate::ui::pack_form::PackForm;
use crate::ui::progress::Section;
use crate::ui::shell::ShellState;
use crate::ui::theme::Appearance;
use crate::ui::{Outbox, Palette, Panels, ViewKind};
use clipboard::Clipboard;
use folders::Folders;
use notices::Notices;
use picker::Picker;
use settings::Settings;

/// What the app is told of the world when it starts; tests give their own.
pub struct World {
    /// The day the program was started.
    pub today: NaiveDate,
    /// Tells the time of day, for "saved 10:02".
    pub now: Box<dyn Fn() -> NaiveDateTime>,
    /// Decides the ids of new records.
    pub seed: u64,
    /// Who is at the keyboard, or nothing.
    pub user: String,
    /// The machine's name, or nothing.
    pub machine: String,
    /// Where backups and what is not saved are kept; `None` keeps none.
    pub folders: Option<Folders>,
    /// Where settings are kept; `None` keeps none.
    pub settings_file: Option<PathBuf>,
    /// Asks for files.
    pub picker: Box<dyn Picker>,
    /// Has what was copied elsewhere.
    pub clipboard: Box<dyn Clipboard>,
    /// Where slow work is done.
    pub runner: Runner,
}

impl std::fmt::Debug for World {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("World").field("today", &self.today).field("user", &self.user).finish_non_exhaustive()
    }
}

/// The program with its window's contents.
pub struct App {
    world: World,
    ids: IdMaker,
    settings: Settings,
    open: Option<OpenPlan>,
    view: ViewKind,
    shell: ShellState,
    details: Option<DetailsState>,
    notices: Notices,
    working: Vec<work::Working>,
    closing: Option<closing::Asked>,
    path_entry: Option<path_entry::PathEntry>,
    /// This plan on its way into its next period.
    rolling: Option<rolling::Rolling>,
    /// The questions before a pack is written.
    pack_form: Option<PackForm>,
    show_shortcuts: bool,
    help: Option<HelpState>,
    /// The window may go: everything was saved, or the person said not to.
    may_quit: bool,
    title_shown: String,
    reach: reach::Reach,
    /// How many plans were shown in this run.
    opened: u64,
    /// How many files were asked to be opened; only the last answer counts.
    asked_to_open: u64,
    /// A save was asked for while another was under way.
    save_again: bool,
    /// The last save, where it failed.
    failed_save: Option<saving::Saving>,
    session: Session,
    /// What somebody else saved, on its way into the open plan.
    joining: Option<joining::Joining>,
    /// What came in with the last save.
    last_joined: Option<joining::ShownChanges>,
    panels: Panels,
    keeper: keeping::Keeper,
    recovery: recovering::Recovery,
    backup_list: Option<backup_list::BackupList>,
    /// A document that is looked over before it is a plan.
    review: Option<reviewing::Reviewing>,
    /// What needs a look in a plan that was brought in.
    brought_in: Option<bringing_in::BroughtIn>,
    /// A document on its way into the open plan.
    taking_in: Option<taking_in::TakingIn>,
    /// The open plan while a backup is looked at in its place.
    aside: Option<OpenPlan>,
    one_step: one_step::OneStep,
    /// The widget with the cursor in the frame before.
    focused: Option<egui::Id>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("App").field("world", &self.world).field("view", &self.view).finish_non_exhaustive()
    }
}

impl App {
    /// The program as it starts, with nothing open.
    #[must_use]
    pub fn new(world: World) -> Self {
        let (settings, trouble) = Settings::load(world.settings_file.as_deref());
        let mut notices = Notices::default();
        if let Some(words) = trouble {
            notices.warn(words);
        }
        let session = Session::new(world.seed);
        let mut keeper = keeping::Keeper::default();
        if let Some(folders) = &world.folders {
            match Journal::begin(&folders.recovery, session) {
                Ok(journal) => keeper.journal = Some(Arc::new(journal)),
                Err(error) => notices.warn(format!(
                    "Changes that are not saved yet cannot be kept on this computer ({error}). Nothing is lost, but \
                     after a power cut it would be: save often."
                )),
            }
        }
        Self {
            session,
            failed_save: None,
            joining: None,
            last_joined: None,
            panels: Panels::default(),
            keeper,
            recovery: recovering::Recovery::default(),
            backup_list: None,
            review: None,
            brought_in: None,
            taking_in: None,
            aside: None,
            ids: IdMaker::new(world.seed),
            settings,
            open: None,
            view: ViewKind::Grids,
            shell: ShellState::default(),
            details: None,
            notices,
            working: Vec::new(),
            closing: None,
            path_entry: None,
            rolling: None,
            pack_form: None,
            show_shortcuts: false,
            help: None,
            may_quit: false,
            title_shown: String::new(),
            reach: reach::Reach::default(),
            opened: 0,
            asked_to_open: 0,
            save_again: false,
            one_step: one_step::OneStep::default(),
            focused: None,
            world,
        }
    }

    /// Shows a plan that is in no file yet.
    pub fn show_unsaved(&mut self, plan: Plan, suggested_name: impl Into<String>) {
        let document = Document::unsaved(Arc::new(plan));
        self.show_plan(OpenPlan::new(document, suggested_name.into(), self.world.today));
    }

    /// Shows a plan as one that needs no saving.
    pub fn show_for_picture(&mut self, plan: Plan) {
        let document = Document::opened(Arc::new(plan));
        let mut open = OpenPlan::new(document, "Plan".to_owned(), self.world.today);
        open.saved_words = String::new();
        self.show_plan(open);
    }

    fn show_plan(&mut self, mut open: OpenPlan) {
        self.opened += 1;
        open.serial = self.opened;
        open.outbox = Outbox::new(IdMaker::new(self.ids.next_number()));
        self.put_away();
        self.aside = None;
        self.joining = None;
        self.backup_list = None;
        self.brought_in = None;
        self.taking_in = None;
        self.pack_form = None;
        self.rolling = None;
        self.open = Some(open);
        self.reach.forget();
        self.view = ViewKind::Grids;
        self.shell = ShellState::default();
        self.details = None;
        self.notices.forget_plan();
    }

    /// The plan that is open.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.open.as_ref().map(|open| open.document.plan())
    }

    /// The plan that is open, with its history.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.open.as_ref().map(|open| &open.document)
    }

    /// The words of the notices shown, newest last.
    #[must_use]
    pub fn notices(&self) -> Vec<&str> {
        self.notices.words()
    }

    /// Shows another view.
    pub fn show_view(&mut self, view: ViewKind) {
        self.view = view;
    }

    /// Shows another section of the Progress view.
    pub fn show_section(&mut self, section: Section) {
        if let Some(open) = &mut self.open {
            open.progress.show_section(section);
        }
    }

    /// Sets the day the views speak for.
    pub fn set_as_at(&mut self, day: NaiveDate) {
        if let Some(open) = &mut self.open {
            open.as_at = day;
        }
    }

    /// Sets the look for this run; it is not kept.
    pub fn set_appearance(&mut self, appearance: Appearance) {
        self.settings.appearance = appearance;
    }

    /// Prepares the input of a frame. `true` if part of it was kept, and another frame is needed at once.
    pub fn prepare_input(&mut self, input: &mut egui::RawInput) -> bool {
        self.one_step.take(input)
    }

    /// Makes the window look as the settings say.
    pub fn take_settings(&self, context: &egui::Context) {
        self.settings.appearance.apply(context);
        context.set_zoom_factor(self.settings.zoom);
    }

    fn palette(&self, context: &egui::Context) -> Palette {
        self.settings.appearance.palette(context)
    }
}
