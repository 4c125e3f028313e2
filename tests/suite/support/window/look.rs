//! What is so: the plan, and what is laid out in the window, by role and label.

use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use planning_grid::document::Document;
use planning_grid::model::{Action, Plan};
use planning_grid::store;

use super::Window;

impl Window {
    /// The plan that a file in the test's own folder holds.
    #[track_caller]
    pub(crate) fn on_drive(&self, name: &str) -> Plan {
        store::load(&self.path(name)).expect("a plan on the drive").plan
    }

    /// The names of the files in the test's own folder that have these words in them.
    pub(crate) fn files_with(&self, words: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path("")).expect("the folder");
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.contains(words)).collect();
        names.sort();
        names
    }

    #[track_caller]
    pub(crate) fn document(&self) -> &Document {
        self.harness.state().document().expect("an open plan")
    }

    #[track_caller]
    pub(crate) fn plan(&self) -> &Plan {
        self.document().plan()
    }

    /// The action called so in the window.
    #[track_caller]
    pub(crate) fn action(&self, reference: &str) -> &Action {
        let plan = self.plan();
        let standing = plan.standings().find(|standing| standing.reference() == reference);
        standing.unwrap_or_else(|| panic!("no action {reference}")).action
    }

    /// The references and descriptions of an objective's actions, in order.
    #[track_caller]
    pub(crate) fn rows_of(&self, grid: usize, objective: usize) -> Vec<&str> {
        self.plan().grids[grid].objectives[objective].actions.iter().map(|one| one.description.as_str()).collect()
    }

    pub(crate) fn notices(&self) -> Vec<String> {
        self.harness.state().notices().into_iter().map(str::to_owned).collect()
    }

    /// The one notice there is.
    #[track_caller]
    pub(crate) fn notice(&self) -> String {
        let notices = self.notices();
        assert_eq!(notices.len(), 1, "{notices:?}");
        notices[0].clone()
    }

    /// Whether something with exactly this label is laid out.
    pub(crate) fn has(&self, label: &str) -> bool {
        self.nodes().any(|node| name_of(&node).as_deref() == Some(label))
    }

    /// Whether something with these words in its label is laid out.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.nodes().any(|node| name_of(&node).is_some_and(|name| name.contains(words)))
    }

    /// The labels of all that is laid out in this role.
    pub(crate) fn labels(&self, role: Role) -> Vec<String> {
        self.harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// All words that are laid out as labels.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.harness.query_all_by_role(Role::Label).filter_map(|node| node.value()).collect()
    }

    /// The text fields that are laid out.
    pub(crate) fn fields(&self) -> usize {
        self.nodes().filter(|node| is_field(node)).count()
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.harness.root().children_recursive()
    }

    /// The control called exactly so; where several are, the foremost that is on screen.
    #[track_caller]
    pub(crate) fn control(&self, label: &str) -> Node<'_> {
        let all: Vec<Node<'_>> = self.nodes().filter(|node| name_of(node).as_deref() == Some(label)).collect();
        let screen = self.harness.ctx.content_rect();
        let seen = all.iter().rfind(|node| screen.contains(node.rect().center()));
        match seen.or(all.last()) {
            Some(node) => *node,
            None => panic!("nothing is called “{label}” among {:#?}", self.names()),
        }
    }

    /// The foremost button called exactly so.
    pub(super) fn button(&self, label: &str) -> Option<Node<'_>> {
        let named = |node: &Node<'_>| node.accesskit_node().label().as_deref() == Some(label);
        self.harness.query_all_by_role(Role::Button).rfind(named)
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.nodes().filter_map(|node| name_of(&node)).collect()
    }

    /// The words in a field.
    #[track_caller]
    pub(crate) fn value(&self, field: &str) -> String {
        self.control(field).value().unwrap_or_default()
    }

    /// What has the keyboard: its label, or nothing.
    pub(crate) fn focused(&self) -> String {
        let focused = self.nodes().find(Node::is_focused);
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Whether it is on screen, wholly.
    #[track_caller]
    pub(crate) fn is_on_screen(&self, label: &str) -> bool {
        self.harness.ctx.content_rect().contains_rect(self.control(label).rect())
    }
}

/// What a screen reader says it is; the words themselves of words.
fn name_of(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    if node.role() == Role::Label { node.value() } else { node.label() }
}

fn is_field(node: &Node<'_>) -> bool {
    matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput)
}
