//! One page of a view by itself, with a document whose edits are applied as the app does it.

use egui::{Event, Key, Modifiers, Theme, Ui, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use planning_grid::document::Document;
use planning_grid::model::{IdMaker, Plan, invariants};
use planning_grid::ui::theme::{self, Palette};
use planning_grid::ui::{Outbox, Panels, Selection, View, Wish};

use super::renderer::PictureRenderer;
use super::window::today;

/// What draws a page.
type Draw<State> = fn(&mut Ui, &mut View<'_>, &mut State);

/// What the app would hold.
pub(crate) struct Held<State> {
    pub(crate) document: Document,
    pub(crate) selection: Selection,
    /// What the page asked for beside edits.
    pub(crate) wishes: Vec<Wish>,
    outbox: Outbox,
    state: State,
    palette: Palette,
    draw: Draw<State>,
}

impl<State> Held<State> {
    fn frame(&mut self, ui: &mut Ui) {
        let whole = ui.ctx().content_rect();
        let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(whole.shrink(16.0)));
        ui.set_clip_rect(whole);
        let mut view = View {
            plan: self.document.plan(),
            revision: self.document.revision(),
            as_at: today(),
            palette: self.palette,
            panels: Panels::default(),
            behind_dialog: false,
            found: None,
            found_parts: &[],
            terms: &[],
            selection: &mut self.selection,
            outbox: &mut self.outbox,
        };
        (self.draw)(&mut ui, &mut view, &mut self.state);
        for wish in self.outbox.take() {
            match wish {
                Wish::Edit(edit, label) => {
                    self.document.apply(edit, label).expect("an edit that can be made");
                    ui.ctx().request_repaint();
                }
                Wish::Seal => self.document.seal(),
                Wish::Focus(widget) => ui.memory_mut(|memory| memory.request_focus(widget)),
                other => self.wishes.push(other),
            }
        }
    }
}

/// A page with nobody at it.
pub(crate) struct Page<State: 'static> {
    pub(crate) harness: Harness<'static, Held<State>>,
}

impl<State: Default + 'static> Page<State> {
    #[track_caller]
    pub(crate) fn of(plan: Plan, size: Vec2, theme: Theme, draw: Draw<State>) -> Self {
        let palette = if theme == Theme::Dark { Palette::DARK } else { Palette::LIGHT };
        let held = Held {
            document: Document::opened(std::sync::Arc::new(plan)),
            selection: Selection::default(),
            wishes: Vec::new(),
            outbox: Outbox::new(IdMaker::new(99)),
            state: State::default(),
            palette,
            draw,
        };
        let mut harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(30)
            .with_render_cursor(false)
            .with_context_setup(theme::install)
            .renderer(PictureRenderer::default())
            .build_ui_state(|ui, held: &mut Held<State>| held.frame(ui), held);
        harness.run();
        Self { harness }
    }

    pub(crate) fn document(&self) -> &Document {
        &self.harness.state().document
    }

    pub(crate) fn plan(&self) -> &Plan {
        self.document().plan()
    }

    #[track_caller]
    pub(crate) fn settle(&mut self) {
        self.harness.run();
        assert_eq!(invariants::check(self.plan()).err(), None);
    }

    #[track_caller]
    pub(crate) fn undo(&mut self) {
        self.harness.state_mut().document.undo().expect("something to undo");
        self.settle();
    }

    #[track_caller]
    pub(crate) fn click(&mut self, label: &str) {
        let room = self.harness.ctx.content_rect();
        if !room.contains(self.harness.get_by_label(label).rect().center()) {
            self.harness.get_by_label(label).scroll_to_me();
            self.settle();
        }
        self.harness.get_by_label(label).click();
        self.settle();
    }

    #[track_caller]
    pub(crate) fn press(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::NONE, key);
        self.settle();
    }

    #[track_caller]
    pub(crate) fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    /// Everything on the page, by its name or its words.
    pub(crate) fn names(&self) -> Vec<String> {
        let all = self.harness.root().children_recursive();
        all.filter_map(|node| {
            let node = node.accesskit_node();
            if node.role() == egui::accesskit::Role::Label { node.value() } else { node.label() }
        })
        .collect()
    }

    pub(crate) fn says(&self, words: &str) -> bool {
        self.names().iter().any(|name| name.contains(words))
    }

    /// The one name on the page that begins so.
    #[track_caller]
    pub(crate) fn named(&self, start: &str) -> String {
        let names = self.names();
        names.iter().find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no {start}: {names:#?}")).clone()
    }

    /// What has the keyboard.
    pub(crate) fn focused(&self) -> String {
        let mut all = self.harness.root().children_recursive();
        let focused = all.find(egui_kittest::Node::is_focused);
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    #[track_caller]
    pub(crate) fn picture(&mut self) -> image::RgbaImage {
        self.harness.render().expect("a picture")
    }
}
