//! Each kind of record from three: the fields, without what stands in it.
//!
//! Every record is built whole here, so a new field of the model does not compile before it is merged.

use std::collections::{BTreeMap, BTreeSet};

use super::super::accepted::AcceptedFinding;
use super::super::action::{Action, Kpi, Milestone, Update};
use super::super::columns::Column;
use super::super::ids::ColumnId;
use super::super::issued::Issued;
use super::super::measure::Measure;
use super::super::owners::Owner;
use super::super::plan::{Grid, Headings, Meeting, Note, Objective, Outcome, Plan, Priority};
use super::super::status::Status;
use super::decide::{Decider, Three};
use super::item::Item;
use super::subject::{Field, Subject};
use super::value::Value;
use crate::dates::{Period, Quarter};

/// The findings of a plan that were accepted.
type Accepted = BTreeMap<AcceptedFinding, String>;

impl Decider<'_> {
    fn text(&mut self, at: Subject, field: Field, three: Three<&str>) -> String {
        self.field(at, field, three).to_owned()
    }

    pub(super) fn plan(&mut self, three: Three<&Plan>) -> Plan {
        let at = Subject::Plan;
        Plan {
            title: self.text(at, Field::Title, three.on(|plan| plan.title.as_str())),
            partnership: self.text(at, Field::Partnership, three.on(|plan| plan.partnership.as_str())),
            period: self.field(at, Field::Period, three.on(|plan| &plan.period)).clone(),
            status: self.field(at, Field::PlanStatus, three.on(|plan| plan.status)),
            version: self.text(at, Field::Version, three.on(|plan| plan.version.as_str())),
            marking: self.text(at, Field::Marking, three.on(|plan| plan.marking.as_str())),
            front_matter: self.text(at, Field::FrontMatter, three.on(|plan| plan.front_matter.as_str())),
            meetings: Vec::new(),
            headings: self.headings(three.on(|plan| &plan.headings)),
            columns: Vec::new(),
            statuses: Vec::new(),
            directory: Vec::new(),
            grids: Vec::new(),
            notes: Vec::new(),
            accepted: self.accepted(three.on(|plan| &plan.accepted)),
            issued: Vec::new(),
        }
    }

    fn accepted(&mut self, three: Three<&Accepted>) -> Accepted {
        let findings: BTreeSet<&AcceptedFinding> = three.sides().flat_map(BTreeMap::keys).collect();
        let mut accepted = BTreeMap::new();
        for finding in findings {
            let reason = three.on(|accepted| accepted.get(finding).map_or("", String::as_str));
            let reason = self.text(Subject::Plan, Field::Accepted(finding.number()), reason);
            if !reason.is_empty() {
                accepted.insert(finding.clone(), reason);
            }
        }
        accepted
    }

    fn headings(&mut self, three: Three<&Headings>) -> Headings {
        let at = Subject::Plan;
        Headings {
            priorities: self.text(at, Field::PrioritiesHeading, three.on(|one| one.priorities.as_str())),
            delivery_plan: self.text(at, Field::DeliveryPlanHeading, three.on(|one| one.delivery_plan.as_str())),
            outcomes: self.text(at, Field::OutcomesHeading, three.on(|one| one.outcomes.as_str())),
        }
    }

    pub(super) fn grid(&mut self, at: Subject, one: &Grid, three: Three<&Grid>) -> Grid {
        Grid {
            id: one.id,
            reference: self.text(at, Field::Reference, three.on(|grid| grid.reference.as_str())),
            title: self.text(at, Field::Title, three.on(|grid| grid.title.as_str())),
            priorities_heading: self.text(at, Field::PrioritiesHeading, three.on(|grid| &*grid.priorities_heading)),
            priorities: Vec::new(),
            objectives: Vec::new(),
        }
    }

    pub(super) fn objective(&mut self, at: Subject, one: &Objective, three: Three<&Objective>) -> Objective {
        Objective {
            id: one.id,
            reference: self.text(at, Field::Reference, three.on(|objective| objective.reference.as_str())),
            statement: self.text(at, Field::Statement, three.on(|objective| objective.statement.as_str())),
            actions: Vec::new(),
            outcomes: Vec::new(),
        }
    }

    pub(super) fn action(&mut self, at: Subject, one: &Action, three: Three<&Action>) -> Action {
        let columns: BTreeSet<ColumnId> = three.sides().flat_map(|action| action.own.keys()).copied().collect();
        let mut own = BTreeMap::new();
        for column in columns {
            let text = self.text(at, Field::Own(column), three.on(|action| own_cell(action, column)));
            if !text.is_empty() {
                own.insert(column, text);
            }
        }
        Action {
            id: one.id,
            description: self.text(at, Field::Description, three.on(|action| action.description.as_str())),
            owners: self.field(at, Field::Owners, three.on(|action| &action.owners)).clone(),
            when: self.field(at, Field::When, three.on(|action| &action.when)).clone(),
            kpis: Vec::new(),
            milestones: Vec::new(),
            updates: Vec::new(),
            status: self.field(at, Field::Status, three.on(|action| action.status)),
            own,
        }
    }

    pub(super) fn priority(&mut self, at: Subject, one: &Priority, three: Three<&Priority>) -> Priority {
        Priority { id: one.id, text: self.text(at, Field::Text, three.on(|one| one.text.as_str())) }
    }

    pub(super) fn outcome(&mut self, at: Subject, one: &Outcome, three: Three<&Outcome>) -> Outcome {
        Outcome { id: one.id, text: self.text(at, Field::Text, three.on(|one| one.text.as_str())) }
    }

    pub(super) fn kpi(&mut self, at: Subject, one: &Kpi, three: Three<&Kpi>) -> Kpi {
        Kpi {
            id: one.id,
            text: self.text(at, Field::Text, three.on(|one| one.text.as_str())),
            measure: self.measure(at, three.on(|one| &one.measure)),
        }
    }

    fn measure(&mut self, at: Subject, three: Three<&Measure>) -> Measure {
        let quarters: BTreeSet<Quarter> = three.sides().flat_map(|measure| measure.actuals.keys()).copied().collect();
        let mut actuals = BTreeMap::new();
        for quarter in quarters {
            let figure = three.on(|measure| measure.actuals.get(&quarter).map_or("", String::as_str));
            let figure = self.text(at, Field::Actual(quarter), figure);
            if !figure.is_empty() {
                actuals.insert(quarter, figure);
            }
        }
        Measure {
            baseline: self.text(at, Field::Baseline, three.on(|measure| measure.baseline.as_str())),
            target: self.text(at, Field::Target, three.on(|measure| measure.target.as_str())),
            direction: self.field(at, Field::Direction, three.on(|measure| measure.direction)),
            counted: self.field(at, Field::Counted, three.on(|measure| measure.counted)),
            actuals,
        }
    }

    /// What was issued never changes, so that sides can differ only by harm done to a file.
    pub(super) fn issued(&mut self, at: Subject, _: &Issued, three: Three<&Issued>) -> Issued {
        self.field(at, Field::Said, three).clone()
    }

    pub(super) fn note(&mut self, at: Subject, one: &Note, three: Three<&Note>) -> Note {
        Note { id: one.id, text: self.text(at, Field::Text, three.on(|one| one.text.as_str())) }
    }

    /// Reading its words takes time, so where a side has it just so, that one is taken.
    pub(super) fn milestone(
        &mut self,
        at: Subject,
        one: &Milestone,
        three: Three<&Milestone>,
        period: &Period,
    ) -> Milestone {
        let text = self.field(at, Field::Text, three.on(Milestone::text));
        let beside = self.field(at, Field::Beside, three.on(Milestone::beside));
        let event = self.field(at, Field::Event, three.on(Milestone::event));
        let is_so = |side: &&Milestone| side.text() == text && side.beside().same(beside) && side.event() == event;
        match three.sides().find(is_so) {
            Some(side) => side.clone(),
            None => Milestone::read(one.id, text, beside.cloned(), period).of_event(event),
        }
    }

    pub(super) fn update(&mut self, at: Subject, one: &Update, three: Three<&Update>) -> Update {
        Update {
            id: one.id,
            on: self.field(at, Field::On, three.on(|update| update.on)),
            by: self.text(at, Field::By, three.on(|update| update.by.as_str())),
            text: self.text(at, Field::Text, three.on(|update| update.text.as_str())),
            status: self.field(at, Field::Status, three.on(|update| update.status)),
        }
    }

    pub(super) fn meeting(&mut self, at: Subject, one: &Meeting, three: Three<&Meeting>) -> Meeting {
        Meeting {
            id: one.id,
            name: self.text(at, Field::Name, three.on(|meeting| meeting.name.as_str())),
            when: self.field(at, Field::When, three.on(|meeting| &meeting.when)).clone(),
        }
    }

    pub(super) fn owner(&mut self, at: Subject, one: &Owner, three: Three<&Owner>) -> Owner {
        Owner {
            id: one.id,
            name: self.text(at, Field::Name, three.on(|owner| owner.name.as_str())),
            also: self.field(at, Field::Also, three.on(|owner| owner.also.as_slice())).to_vec(),
            email: self.text(at, Field::Email, three.on(|owner| owner.email.as_str())),
        }
    }

    pub(super) fn status(&mut self, at: Subject, one: &Status, three: Three<&Status>) -> Status {
        Status {
            id: one.id,
            word: self.text(at, Field::Word, three.on(|status| status.word.as_str())),
            letter: self.text(at, Field::Letter, three.on(|status| status.letter.as_str())),
            colour: self.field(at, Field::Colour, three.on(|status| status.colour)),
            shape: self.field(at, Field::Shape, three.on(|status| status.shape)),
            meaning: self.field(at, Field::Meaning, three.on(|status| status.meaning)),
        }
    }

    pub(super) fn column(&mut self, at: Subject, one: &Column, three: Three<&Column>) -> Column {
        Column { shows: one.shows, heading: self.text(at, Field::Heading, three.on(|column| column.heading.as_str())) }
    }

    /// Goes through the fields of any record for what this remembers of them.
    pub(super) fn look_at(&mut self, item: Item<'_>, three: Three<Item<'_>>, period: &Period) {
        let at = item.subject();
        macro_rules! by_kind {
            ($($kind:ident $method:ident $(, $more:expr)?;)*) => {
                match item {
                    Item::Plan(_) => {}
                    $(Item::$kind(one) => {
                        three.only(Item::$method).map(|three| self.$method(at, one, three $(, $more)?));
                    })*
                }
            };
        }
        by_kind! {
            Grid grid;
            Priority priority;
            Objective objective;
            Action action;
            Outcome outcome;
            Kpi kpi;
            Milestone milestone, period;
            Update update;
            Note note;
            Meeting meeting;
            Owner owner;
            Issued issued;
            Status status;
            Column column;
        }
    }
}

/// The cell of a column of the plan's own.
fn own_cell(action: &Action, column: ColumnId) -> &str {
    action.own.get(&column).map_or("", String::as_str)
}
