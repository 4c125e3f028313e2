//! One plan as a map from identity to record and parent.
//!
//! It must not know of any other plan.

use super::super::action::{Action, Kpi, Milestone, Update};
use super::super::columns::Column;
use super::super::ids::RecordId;
use super::super::issued::Issued;
use super::super::owners::Owner;
use super::super::plan::{Grid, Meeting, Note, Objective, Outcome, Plan, Priority};
use super::super::status::Status;
use super::by_subject::{ByKey, KeySet};
use super::subject::{Kind, Subject};

macro_rules! items {
    ($($kind:ident $method:ident $subject:expr;)*) => {
        /// A subject as one plan has it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Item<'plan> {
            Plan(&'plan Plan),
            $($kind(&'plan $kind),)*
        }

        impl<'plan> Item<'plan> {
            /// Its identity.
            pub(super) fn subject(self) -> Subject {
                match self {
                    Self::Plan(_) => Subject::Plan,
                    $(Self::$kind(one) => $subject(one),)*
                }
            }

            $(pub(super) fn $method(self) -> Option<&'plan $kind> {
                if let Self::$kind(one) = self { Some(one) } else { None }
            })*
        }
    };
}

items! {
    Grid grid |one: &Grid| Subject::Record(RecordId::Grid(one.id));
    Priority priority |one: &Priority| Subject::Record(RecordId::Priority(one.id));
    Objective objective |one: &Objective| Subject::Record(RecordId::Objective(one.id));
    Action action |one: &Action| Subject::Record(RecordId::Action(one.id));
    Outcome outcome |one: &Outcome| Subject::Record(RecordId::Outcome(one.id));
    Kpi kpi |one: &Kpi| Subject::Record(RecordId::Kpi(one.id));
    Milestone milestone |one: &Milestone| Subject::Record(RecordId::Milestone(one.id));
    Update update |one: &Update| Subject::Record(RecordId::Update(one.id));
    Note note |one: &Note| Subject::Record(RecordId::Note(one.id));
    Meeting meeting |one: &Meeting| Subject::Record(RecordId::Meeting(one.id));
    Owner owner |one: &Owner| Subject::Record(RecordId::Owner(one.id));
    Issued issued |one: &Issued| Subject::Record(RecordId::Issued(one.id));
    Status status |one: &Status| Subject::Status(one.id);
    Column column |one: &Column| Subject::Column(one.shows);
}

impl Item<'_> {
    /// What one of its lists holds, in order.
    pub(super) fn list(self, kind: Kind) -> Vec<Self> {
        match (self, kind) {
            (Self::Plan(plan), Kind::Column) => plan.columns.iter().map(Item::Column).collect(),
            (Self::Plan(plan), Kind::Status) => plan.statuses.iter().map(Item::Status).collect(),
            (Self::Plan(plan), Kind::Owner) => plan.directory.iter().map(Item::Owner).collect(),
            (Self::Plan(plan), Kind::Meeting) => plan.meetings.iter().map(Item::Meeting).collect(),
            (Self::Plan(plan), Kind::Note) => plan.notes.iter().map(Item::Note).collect(),
            (Self::Plan(plan), Kind::Issued) => plan.issued.iter().map(Item::Issued).collect(),
            (Self::Plan(plan), Kind::Grid) => plan.grids.iter().map(Item::Grid).collect(),
            (Self::Grid(grid), Kind::Priority) => grid.priorities.iter().map(Item::Priority).collect(),
            (Self::Grid(grid), Kind::Objective) => grid.objectives.iter().map(Item::Objective).collect(),
            (Self::Objective(objective), Kind::Action) => objective.actions.iter().map(Item::Action).collect(),
            (Self::Objective(objective), Kind::Outcome) => objective.outcomes.iter().map(Item::Outcome).collect(),
            (Self::Action(action), Kind::Kpi) => action.kpis.iter().map(Item::Kpi).collect(),
            (Self::Action(action), Kind::Milestone) => action.milestones.iter().map(Item::Milestone).collect(),
            (Self::Action(action), Kind::Update) => action.updates.iter().map(Item::Update).collect(),
            _ => Vec::new(),
        }
    }

    /// All that stands directly in it.
    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        self.subject().lists().iter().flat_map(move |kind| self.list(*kind))
    }

    /// The words it is known by.
    pub(super) fn headline(self) -> String {
        match self {
            Self::Plan(plan) => plan.title.clone(),
            Self::Grid(grid) => grid.full_title(),
            Self::Objective(objective) => format!("{} {}", objective.reference, objective.statement).trim().to_owned(),
            Self::Action(action) => action.description.clone(),
            Self::Priority(one) => one.text.clone(),
            Self::Outcome(one) => one.text.clone(),
            Self::Kpi(one) => one.text.clone(),
            Self::Milestone(one) => one.text().to_owned(),
            Self::Update(one) => one.text.clone(),
            Self::Note(one) => one.text.clone(),
            Self::Meeting(one) => one.name.clone(),
            Self::Owner(one) => one.name.clone(),
            Self::Issued(one) => one.title(),
            Self::Status(one) => one.word.clone(),
            Self::Column(one) => one.heading.clone(),
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Entry<'plan> {
    item: Item<'plan>,
    parent: Subject,
}

/// Every subject of one plan.
#[derive(Debug)]
pub(super) struct Index<'plan> {
    pub(super) plan: &'plan Plan,
    entries: ByKey<Subject, Entry<'plan>>,
    /// All but the plan itself, each after what it stands in.
    pub(super) order: Vec<Subject>,
}

impl<'plan> Index<'plan> {
    pub(super) fn of(plan: &'plan Plan) -> Self {
        Self::without(plan, &KeySet::default())
    }

    /// An index that leaves out these, with all that hangs on them.
    pub(super) fn without(plan: &'plan Plan, left_out: &KeySet<Subject>) -> Self {
        let whole = Item::Plan(plan);
        let mut index = Self { plan, entries: ByKey::default(), order: Vec::new() };
        index.entries.insert(Subject::Plan, Entry { item: whole, parent: Subject::Plan });
        index.add_under(whole, left_out);
        index
    }

    fn add_under(&mut self, parent: Item<'plan>, left_out: &KeySet<Subject>) {
        for item in parent.children() {
            let subject = item.subject();
            if left_out.contains(&subject) {
                continue;
            }
            self.order.push(subject);
            self.entries.insert(subject, Entry { item, parent: parent.subject() });
            self.add_under(item, left_out);
        }
    }

    pub(super) fn has(&self, subject: Subject) -> bool {
        self.entries.contains_key(&subject)
    }

    pub(super) fn item(&self, subject: Subject) -> Option<Item<'plan>> {
        self.entries.get(&subject).map(|entry| entry.item)
    }

    pub(super) fn parent(&self, subject: Subject) -> Option<Subject> {
        self.entries.get(&subject).map(|entry| entry.parent)
    }

    /// The words a subject is known by here.
    pub(super) fn headline(&self, subject: Subject) -> Option<String> {
        self.item(subject).map(Item::headline)
    }

    /// The identities in one list, in order.
    pub(super) fn list(&self, parent: Subject, kind: Kind) -> Vec<Subject> {
        let items = self.item(parent).map(|item| item.list(kind)).unwrap_or_default();
        items.into_iter().map(Item::subject).collect()
    }
}
