//! One frame of the window.

use egui::{CentralPanel, Context, Frame, Ui};

use super::bringing_in::is_document;
use super::closing::{Next, Then};
use super::keeping::Gathering;
use super::notices::Answer;
use super::path_entry::Entered;
use super::{App, OpenPlan, shortcut_list, shortcuts};
use crate::ui::actions::ActionsState;
use crate::ui::details;
use crate::ui::findings::{Findings, FindingsState};
use crate::ui::grids::GridsState;
use crate::ui::inspector::InspectorState;
use crate::ui::progress::{Compared, ProgressState};
use crate::ui::shell::{self, Choice, Facts, StatusBar};
use crate::ui::timeline::TimelineState;
use crate::ui::welcome::{self, Recent};
use crate::ui::{
    Outbox, Palette, PanelKind, Panels, View, ViewKind, Wish, actions, findings, grids, help, inspector, progress,
    timeline,
};

impl App {
    /// Shows a frame and does what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        self.poll_work(&context);
        self.find_left_behind(&context);
        self.take_news(&context);
        self.poll_joining(&context);
        self.poll_taking_in(&context);
        self.take_drops(&context);
        self.take_close_request(&context);
        // Keys are taken before a field sees them, and done after it: what was typed before the key is in
        // the plan by then.
        let mut pressed = Vec::new();
        if !self.in_dialog() {
            pressed = shortcuts::take(&context);
            if self.review.is_some() {
                pressed = self.keys_in_review(&context, pressed);
            } else {
                self.take_pasted_rows(&context);
                self.take_pasted_document(&context);
            }
        }
        let palette = self.palette(&context);
        let wishes = if self.review.is_some() {
            self.show_review_frame(ui, &palette)
        } else if self.open.is_some() {
            self.show_plan_frame(ui, &palette)
        } else {
            self.show_start(ui, &palette)
        };
        self.show_dialogs(&context, &palette);
        self.do_wishes(&context, wishes);
        self.seal_on_leaving(&context);
        if !pressed.is_empty() {
            self.settle(&context);
            context.request_repaint();
        }
        self.do_wishes(&context, pressed.into_iter().map(Wish::Command).collect());
        self.keep_checked(&context);
        self.keep_compared(&context);
        self.keep_changes(&context, Gathering::Yes);
        self.set_window_title(&context);
    }

    fn in_dialog(&self) -> bool {
        self.closing.is_some()
            || self.path_entry.is_some()
            || self.pack_form.is_some()
            || self.rolling.is_some()
            || self.show_shortcuts
            || self.help.is_some()
            || self.is_joining()
            || self.is_taking_in()
            || self.recovery.is_shown()
            || self.backup_list.is_some()
            || self.shows_joined()
            || self.shows_findings()
            || self.is_moving()
    }

    /// Ends the step of undo when the cursor goes elsewhere, also where the field it left is out of sight and
    /// does not hear of it.
    fn seal_on_leaving(&mut self, context: &Context) {
        let focused = context.memory(egui::Memory::focused);
        let is_elsewhere = std::mem::replace(&mut self.focused, focused) != focused;
        let Some(open) = &mut self.open else { return };
        if is_elsewhere {
            open.document.seal();
        }
        if open.ask_on_leaving(focused) {
            context.request_repaint();
        }
    }

    /// Turns what is typed but not yet a value into one, before a command that goes by the plan.
    pub(super) fn settle(&mut self, context: &Context) {
        let palette = self.palette(context);
        let (Some(open), Some(state)) = (&mut self.open, &mut self.details) else { return };
        let (mut view, _) = split(open, palette, self.panels);
        state.settle(&mut view);
        let wishes = open.outbox.take();
        self.do_wishes(context, wishes);
    }

    /// Lets go of what is begun in a view that is about to be left for another.
    pub(super) fn leave_view(&mut self, context: &Context) {
        let palette = self.palette(context);
        let Some(open) = self.open.as_mut().filter(|_| self.view == ViewKind::Progress) else { return };
        let (mut view, states) = split(open, palette, self.panels);
        states.progress.leave(&mut view);
        let wishes = open.outbox.take();
        self.do_wishes(context, wishes);
    }

    fn show_notices(&mut self, ui: &mut Ui, palette: &Palette) -> Vec<Wish> {
        let Some((index, answer)) = shell::show_notices(ui, palette, &self.notices.list()) else {
            return Vec::new();
        };
        let is_of_the_plan = matches!(
            answer,
            Some(Answer::SaveOver | Answer::SaveAgreed(_) | Answer::LookAtTheirs | Answer::OnlyRead | Answer::WorkOn)
        );
        if is_of_the_plan {
            self.put_back();
        }
        match answer {
            None => self.notices.dismiss(index),
            Some(Answer::Do(command)) => return vec![Wish::Command(command)],
            Some(Answer::TypePath(what)) => self.type_path(what),
            Some(Answer::SaveOver) => self.save_over(ui.ctx()),
            Some(Answer::SaveAgreed(agreed)) => self.save_as_agreed(ui.ctx(), agreed),
            Some(Answer::LookAtTheirs) => self.look_at_theirs(),
            Some(Answer::ShowJoined) => self.show_joined(true),
            Some(Answer::ShowFindings) => self.show_findings(true),
            Some(Answer::OnlyRead) => self.only_read(ui.ctx()),
            Some(Answer::WorkOn) => self.work_on(ui.ctx()),
            Some(Answer::PutBack) => self.put_back(),
            Some(Answer::RestoreShown) => self.restore_shown(),
        }
        Vec::new()
    }

    fn show_start(&mut self, ui: &mut Ui, palette: &Palette) -> Vec<Wish> {
        let mut wishes = self.show_notices(ui, palette);
        let paths = self.settings.recent.iter().map(|recent| recent.path.as_path());
        self.reach.refresh(ui.ctx(), self.world.runner, paths);
        let recents: Vec<Recent> = self
            .settings
            .recent
            .iter()
            .map(|recent| Recent {
                title: recent.title.clone(),
                place: recent.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default(),
                told: recent
                    .day
                    .parse()
                    .map(|day| format!("opened {}", crate::dates::day_words(day)))
                    .unwrap_or_default(),
                reachable: self.reach.of(&recent.path),
            })
            .collect();
        let mut outbox = Outbox::default();
        self.show_status(ui, palette);
        CentralPanel::no_frame()
            .frame(Frame::NONE.fill(palette.ground))
            .show(ui, |ui| welcome::show(ui, palette, &recents, &mut outbox));
        wishes.extend(outbox.take());
        wishes
    }

    fn show_review_frame(&mut self, ui: &mut Ui, palette: &Palette) -> Vec<Wish> {
        let wishes = self.show_notices(ui, palette);
        self.show_status(ui, palette);
        self.show_review(ui, palette);
        wishes
    }

    fn show_plan_frame(&mut self, ui: &mut Ui, palette: &Palette) -> Vec<Wish> {
        let choice = self.show_bars(ui, palette);
        match choice {
            Some(Choice::AsAt(day)) => self.set_as_at(day),
            Some(Choice::Appearance(appearance)) => {
                self.settings.appearance = appearance;
                appearance.apply(ui.ctx());
                self.keep_settings();
            }
            None => {}
        }
        let mut wishes = self.show_notices(ui, palette);
        self.show_status(ui, palette);
        let behind_dialog = self.in_dialog() || self.details.is_some();
        let Some(open) = &mut self.open else { return wishes };
        let (mut view, states) = split(open, *palette, self.panels);
        view.behind_dialog = behind_dialog;
        if self.view != ViewKind::Check {
            findings::show_strip(ui, &mut view, states.checked, states.findings);
        }
        match self.view {
            ViewKind::Grids => {
                // In a narrow window the form comes first; the Actions view has the rest.
                if self.panels.shows(PanelKind::Action, ui.ctx().content_rect().width()) {
                    inspector::show(ui, &mut view, states.inspector);
                }
                grids::show(ui, &mut view, states.grids);
            }
            ViewKind::Timeline => {
                CentralPanel::no_frame()
                    .frame(Frame::NONE.fill(palette.ground))
                    .show(ui, |ui| timeline::show(ui, &mut view, states.timeline));
            }
            ViewKind::Check => {
                CentralPanel::no_frame()
                    .frame(Frame::NONE.fill(palette.ground))
                    .show(ui, |ui| findings::show(ui, &mut view, states.checked, states.findings));
            }
            ViewKind::Progress => {
                CentralPanel::no_frame()
                    .frame(Frame::NONE.fill(palette.ground))
                    .show(ui, |ui| progress::show(ui, &mut view, states.compared, states.progress));
            }
            ViewKind::Actions => {
                CentralPanel::no_frame()
                    .frame(Frame::NONE.fill(palette.ground))
                    .show(ui, |ui| actions::show(ui, &mut view, states.actions));
            }
        }
        if let Some(state) = &mut self.details
            && !details::show(ui.ctx(), &mut view, state)
        {
            self.details = None;
        }
        wishes.extend(open.outbox.take());
        wishes
    }

    fn show_bars(&mut self, ui: &mut Ui, palette: &Palette) -> Option<Choice> {
        let open = self.open.as_mut()?;
        open.search.refresh(&open.document, &self.shell.query);
        let plan = open.document.plan();
        let found = open.search.found().actions.map(|actions| (actions.len(), plan.actions().count()));
        let facts = Facts {
            today: self.world.today,
            unsaved: open.document.has_unsaved_changes(),
            can_save: open.document.has_unsaved_changes() || open.path.is_none(),
            undo: open.document.undo_label(),
            redo: open.document.redo_label(),
            view: self.view,
            findings: open.checked.open(),
            found,
            appearance: self.settings.appearance,
        };
        let first = shell::show_top_bar(ui, palette, plan, open.as_at, &facts, &mut self.shell);
        let second = shell::show_tabs(ui, palette, &facts, &mut open.outbox);
        first.or(second)
    }

    fn show_status(&mut self, ui: &mut Ui, palette: &Palette) {
        let now = ui.input(|input| input.time);
        let working = self.working.iter_mut().find_map(|working| working.told(now));
        let working = working.or_else(|| self.comparing(now));
        if !self.working.is_empty() {
            // Progress is looked at now and then while work is under way, and never at rest.
            ui.ctx().request_repaint_after_secs(0.2);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 80 to 200")]
        let zoom_percent = (self.settings.zoom * 100.0).round() as u32;
        let mut bar = StatusBar { working, zoom_percent, ..StatusBar::default() };
        let mut selection = crate::ui::Selection::default();
        let others = self.others_words();
        if let Some(open) = &self.open {
            bar.saved = if open.document.has_unsaved_changes() && open.path.is_some() {
                "Changes not saved yet".to_owned()
            } else {
                open.saved_words.clone()
            };
            bar.others = others;
            bar.place = open.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
            selection = open.selection;
        }
        if shell::show_status_bar(ui, palette, self.plan(), &selection, &bar) {
            self.working.iter().for_each(super::work::Working::cancel);
        }
    }

    fn show_dialogs(&mut self, context: &Context, palette: &Palette) {
        if let Some(entry) = &mut self.path_entry {
            let what = entry.what;
            match entry.show(context, palette) {
                Some(Entered::Path(path)) => {
                    self.path_entry = None;
                    self.use_typed_path(context, path, what);
                }
                Some(Entered::GivenUp) => self.path_entry = None,
                None => {}
            }
            return;
        }
        if self.is_joining() {
            self.show_joining(context, palette);
            return;
        }
        if self.is_taking_in() && self.closing.is_none() {
            self.show_taking_in(context, palette);
            return;
        }
        self.show_closing(context, palette);
        if self.closing.is_some() {
            return;
        }
        self.show_pack_form(context, palette);
        self.show_rolling(context, palette);
        self.show_moving(context, palette);
        self.show_recovery(context, palette);
        self.show_backups(context, palette);
        self.show_changes(context, palette);
        self.show_brought_in(context, palette);
        if self.show_shortcuts {
            self.show_shortcuts = shortcut_list::show(context, palette);
        }
        if let Some(state) = &mut self.help
            && !help::show(context, palette, state)
        {
            self.help = None;
        }
    }

    /// A plan dropped on the window is opened, a document brought in.
    fn take_drops(&mut self, context: &Context) {
        let dropped = context.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        let Some(path) = dropped else { return };
        if let Some(review) = &self.review {
            let words = format!(
                "The file was not opened: “{}” is still being looked over. Open it as a plan or cancel it, then drop \
                 the file again.",
                review.name()
            );
            self.notices.open_failed(words);
        } else if is_document(&path) {
            self.bring_in(context, path);
        } else {
            self.leave_asking(context, Then::Open(Next::File(path)));
        }
    }

    fn set_window_title(&mut self, context: &Context) {
        let title = match &self.open {
            Some(open) => {
                let star = if open.document.has_unsaved_changes() { "*" } else { "" };
                format!("{}{star} – Planning Grid", open.name())
            }
            None => "Planning Grid".to_owned(),
        };
        if title != self.title_shown {
            context.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title_shown = title;
        }
    }
}

/// What each view remembers.
struct States<'open> {
    grids: &'open mut GridsState,
    timeline: &'open mut TimelineState,
    actions: &'open mut ActionsState,
    checked: Findings<'open>,
    findings: &'open mut FindingsState,
    inspector: &'open mut InspectorState,
    progress: &'open mut ProgressState,
    compared: Compared<'open>,
}

/// Parts an open plan into what the views share and what each remembers.
fn split(open: &mut OpenPlan, palette: Palette, panels: Panels) -> (View<'_>, States<'_>) {
    let found = open.search.found();
    let view = View {
        plan: open.document.plan(),
        revision: open.document.revision(),
        as_at: open.as_at,
        palette,
        behind_dialog: false,
        panels,
        found: found.actions,
        found_parts: found.parts,
        terms: found.terms,
        selection: &mut open.selection,
        outbox: &mut open.outbox,
    };
    let states = States {
        grids: &mut open.grids,
        timeline: &mut open.timeline,
        actions: &mut open.actions,
        checked: open.checked.findings(open.document.revision(), open.as_at),
        findings: &mut open.findings,
        inspector: &mut open.inspector,
        progress: &mut open.progress,
        compared: Compared {
            since: open.comparing.since(&open.document, open.as_at),
            board: open.comparing.since_board(&open.document, open.as_at),
            slipped: open.comparing.slipped(&open.document, open.as_at),
            state: &mut open.since_board,
        },
    };
    (view, states)
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        // A hidden window shows no frames, and its time stands still.
        if context.input(|input| input.viewport().visible() == Some(false)) {
            self.keep_changes(context, Gathering::No);
        }
    }

    fn on_exit(&mut self, _glow: Option<&eframe::glow::Context>) {
        self.end();
    }

    fn raw_input_hook(&mut self, context: &Context, input: &mut egui::RawInput) {
        if self.prepare_input(input) {
            context.request_repaint();
        }
    }
}
