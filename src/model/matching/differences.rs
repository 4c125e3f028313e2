//! In which words two records, or the front pages, differ; and taking the document's words over.
//!
//! What a document leaves blank of a heading, a title or a reference it may only not have: that is no change.

use super::super::merge::Subject;
use super::super::place::Record;
use super::super::plan::{Grid, Objective, Plan};
use super::cells;
use super::change::Part;
use super::columns::Columns;
use super::words::plain;

/// The words of one part of something in the plan and in the document.
pub(super) struct Difference {
    pub(super) subject: Subject,
    pub(super) part: Part,
    pub(super) before: String,
    pub(super) after: String,
}

/// Compares a record with the same one of the document.
pub(super) fn of_records(plan: &Plan, mine: &Record, theirs: &Record, columns: &Columns) -> Vec<Difference> {
    let subject = Subject::Record(mine.id());
    let found = match (mine, theirs) {
        (Record::Grid(mine), Record::Grid(theirs)) => of_grids(plan, mine, theirs),
        (Record::Objective(mine), Record::Objective(theirs)) => of_objectives(mine, theirs),
        (Record::Priority(mine), Record::Priority(theirs)) => of_lines(&mine.text, &theirs.text),
        (Record::Outcome(mine), Record::Outcome(theirs)) => of_lines(&mine.text, &theirs.text),
        (Record::Action(mine), Record::Action(theirs)) => {
            // The cells of a new column come with the column.
            let held = columns.held.iter().filter(|shows| !columns.is_new(**shows));
            let differing = held.filter(|shows| cells::differ(mine, theirs, **shows));
            let words = |shows| [mine, theirs].map(|action| cells::words(plan, action, shows));
            differing.map(|shows| (Part::Cell(*shows), words(*shows))).collect()
        }
        _ => Vec::new(),
    };
    let difference = |(part, [before, after]): Words| Difference { subject, part, before, after };
    found.into_iter().map(difference).collect()
}

type Words = (Part, [String; 2]);

fn pair(part: Part, mine: &str, theirs: &str) -> Option<Words> {
    let differs = !plain(theirs).is_empty() && plain(mine) != plain(theirs);
    differs.then(|| (part, [mine.to_owned(), theirs.to_owned()]))
}

/// A colon after a heading is only how it is laid out.
fn headings(part: Part, mine: &str, theirs: &str) -> Option<Words> {
    let bare = |text: &str| plain(text).trim_end_matches([':', ' ']).to_owned();
    pair(part, mine, theirs).filter(|_| bare(mine) != bare(theirs))
}

fn of_lines(mine: &str, theirs: &str) -> Vec<Words> {
    pair(Part::Text, mine, theirs).into_iter().collect()
}

fn of_grids(plan: &Plan, mine: &Grid, theirs: &Grid) -> Vec<Words> {
    let over = if mine.priorities_heading.is_empty() { &plan.headings.priorities } else { &mine.priorities_heading };
    let heading = headings(Part::PrioritiesHeading, over, &theirs.priorities_heading);
    let title = if same_words([&mine.reference, &mine.title], [&theirs.reference, &theirs.title]) {
        [None, None]
    } else {
        [pair(Part::Reference, &mine.reference, &theirs.reference), pair(Part::Title, &mine.title, &theirs.title)]
    };
    title.into_iter().flatten().chain(heading).collect()
}

fn of_objectives(mine: &Objective, theirs: &Objective) -> Vec<Words> {
    if same_words([&mine.reference, &mine.statement], [&theirs.reference, &theirs.statement]) {
        return Vec::new();
    }
    let reference = pair(Part::Reference, &mine.reference, &theirs.reference);
    let statement = pair(Part::Statement, &mine.statement, &theirs.statement);
    reference.into_iter().chain(statement).collect()
}

/// Whether a reference and what follows it are the same words, wherever the one is parted from the other.
fn same_words(mine: [&String; 2], theirs: [&String; 2]) -> bool {
    let joined = |texts: [&String; 2]| {
        let all = texts.map(|text| plain(text)).join(" ");
        let words = all.split(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '–' | '-' | '.'));
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    joined(mine) == joined(theirs)
}

/// Compares the front pages and the headings.
pub(super) fn of_plans(plan: &Plan, document: &Plan, columns: &Columns) -> Vec<Difference> {
    let (mine, theirs) = (&plan.headings, &document.headings);
    let front = if is_said_already(plan, &document.front_matter) { "" } else { document.front_matter.as_str() };
    let of_plan = [
        pair(Part::Title, &plan.title, &document.title),
        pair(Part::Partnership, &plan.partnership, &document.partnership),
        pair(Part::FrontMatter, &plan.front_matter, front),
        headings(Part::DeliveryPlanHeading, &mine.delivery_plan, &theirs.delivery_plan),
        headings(Part::OutcomesHeading, &mine.outcomes, &theirs.outcomes),
    ];
    let difference = |(part, [before, after]): Words| Difference { subject: Subject::Plan, part, before, after };
    let of_columns = columns.headings.iter().map(|column| Difference {
        subject: Subject::Column(column.shows),
        part: Part::Heading,
        before: plan.heading_of(column.shows).to_owned(),
        after: column.heading.clone(),
    });
    of_plan.into_iter().flatten().map(difference).chain(of_columns).collect()
}

/// Whether the lines before the first grid only say what the plan's own front page says.
fn is_said_already(plan: &Plan, front: &str) -> bool {
    let said = [&plan.title, &plan.partnership, &plan.period.label, &plan.version, &plan.marking];
    let said = said.map(|text| plain(text).to_lowercase()).join(" ");
    let status = plan.status.words().to_lowercase();
    let is_said = |word: &str| said.split(' ').chain(status.split(' ')).any(|known| known == word);
    plan.front_matter.is_empty() && plain(front).to_lowercase().split(' ').all(is_said)
}

/// Takes one part of a record over.
pub(super) fn take(mine: &mut Record, theirs: &Record, part: Part) {
    match (mine, theirs, part) {
        (Record::Grid(mine), Record::Grid(theirs), Part::Reference) => mine.reference.clone_from(&theirs.reference),
        (Record::Grid(mine), Record::Grid(theirs), Part::Title) => mine.title.clone_from(&theirs.title),
        (Record::Grid(mine), Record::Grid(theirs), Part::PrioritiesHeading) => {
            mine.priorities_heading.clone_from(&theirs.priorities_heading);
        }
        (Record::Objective(mine), Record::Objective(theirs), Part::Reference) => {
            mine.reference.clone_from(&theirs.reference);
        }
        (Record::Objective(mine), Record::Objective(theirs), Part::Statement) => {
            mine.statement.clone_from(&theirs.statement);
        }
        (Record::Priority(mine), Record::Priority(theirs), Part::Text) => mine.text.clone_from(&theirs.text),
        (Record::Outcome(mine), Record::Outcome(theirs), Part::Text) => mine.text.clone_from(&theirs.text),
        (Record::Action(mine), Record::Action(theirs), Part::Cell(shows)) => cells::take(mine, theirs, shows),
        _ => {}
    }
}

/// Takes one part of the front page over.
pub(super) fn take_of_plan(plan: &mut Plan, part: Part, words: &str) {
    let text = match part {
        Part::Title => &mut plan.title,
        Part::Partnership => &mut plan.partnership,
        Part::FrontMatter => &mut plan.front_matter,
        Part::DeliveryPlanHeading => &mut plan.headings.delivery_plan,
        Part::OutcomesHeading => &mut plan.headings.outcomes,
        _ => return,
    };
    words.clone_into(text);
}
