//! Plans of every shape, with words of any letters at all, for property tests.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::dates::{Period, Quarter, Reading, Recurrence, Span, When};
use crate::model::status::default_scheme;
use crate::model::{
    Action, Column, Counted, Direction, Grid, Headings, IdMaker, Issued, Kpi, Meeting, Milestone, Note, Objective,
    Outcome, Owner, Owners, Plan, PlanStatus, Priority, Shows, Update,
};

/// Words that have broken file formats before.
pub(super) const NASTY: [&str; 24] = [
    "",
    " ",
    "\n",
    "\n\n",
    " a\n  b\n\tc\n ",
    "a\r\nb\rc",
    "\"",
    "\"#",
    "\"##\"#",
    "r#\"x\"#",
    "\\",
    "\\n",
    "\\\n",
    "trailing \\",
    "\0",
    "\u{1b}[0m\u{7f}\u{85}",
    "\u{2028}\u{2029}",
    "\u{301}",
    "e\u{301}\u{feff}\u{200b}",
    "ক্ষ\u{200d}\u{200c}",
    "\u{202e}gnp",
    "// no comment",
    "/* ) ] }",
    "(version: 2)",
];

/// Words of any letters.
pub(super) fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => vec(any::<char>(), 0..30).prop_map(|letters| letters.into_iter().collect()),
        3 => select(&NASTY[..]).prop_map(str::to_owned),
        2 => vec(select(&NASTY[..]), 0..6).prop_map(|parts| parts.concat()),
        4 => "[A-Za-z' ,/\n•❖£-]{0,60}",
    ]
}

fn date_words() -> impl Strategy<Value = String> {
    let real =
        ["30/11/16", "Oct 17", "On a ¼ basis", "(Oct 16 – Mar 17)", "Q3", "Ongoing", "xxxx", "June 2016 / 01/10/16"];
    prop_oneof![2 => select(real.to_vec()).prop_map(str::to_owned), 1 => words()]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        9 => (1900..2200_i32, 1..366_u32).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap()),
        1 => select(vec![NaiveDate::MIN, NaiveDate::MAX, NaiveDate::from_yo_opt(-1, 1).unwrap(), NaiveDate::from_yo_opt(10_000, 1).unwrap()]),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    (day(), day()).prop_map(|(one, two)| Span { from: one.min(two), to: one.max(two) })
}

fn recurrence() -> impl Strategy<Value = Recurrence> {
    use Recurrence::{Daily, Fortnightly, Monthly, Other, Quarterly, TwiceYearly, Weekly, Yearly};
    select(vec![Daily, Weekly, Fortnightly, Monthly, TwiceYearly, Quarterly, Yearly, Other])
}

/// Any reading that a person could give instead of the reader's.
pub(super) fn reading() -> impl Strategy<Value = Reading> {
    let simple = prop_oneof![
        Just(Reading::Blank),
        Just(Reading::Placeholder),
        Just(Reading::Unread),
        Just(Reading::Ongoing),
        recurrence().prop_map(Reading::Recurring),
        day().prop_map(Reading::Day),
        span().prop_map(Reading::Month),
        span().prop_map(Reading::Quarter),
        span().prop_map(Reading::Year),
        span().prop_map(Reading::Range),
        day().prop_map(Reading::From),
        option::of(span()).prop_map(Reading::Event),
    ];
    simple.prop_recursive(3, 8, 4, |inner| vec(inner, 0..4).prop_map(Reading::Several))
}

type WhenDraft = (String, Option<Reading>);

fn when_draft() -> impl Strategy<Value = WhenDraft> {
    (date_words(), option::weighted(0.2, reading()))
}

fn when((written, overruled): WhenDraft, period: &Period) -> When {
    match overruled {
        Some(reading) => When::overrule(written, reading),
        None => When::read(written, period),
    }
}

#[derive(Clone, Debug)]
struct ActionDraft {
    description: String,
    owners: (String, Option<Vec<String>>),
    when: WhenDraft,
    kpis: Vec<String>,
    milestones: Vec<(String, Option<WhenDraft>)>,
    updates: Vec<(Option<NaiveDate>, String, String, Option<Index>)>,
    status: Option<Index>,
    own: Option<String>,
}

fn action_draft() -> impl Strategy<Value = ActionDraft> {
    let update = (option::of(day()), words(), words(), option::of(any::<Index>()));
    (
        words(),
        (words(), option::weighted(0.2, vec(words(), 0..3))),
        when_draft(),
        vec(words(), 0..3),
        vec((words(), option::weighted(0.3, when_draft())), 0..3),
        vec(update, 0..3),
        option::of(any::<Index>()),
        option::of("[a-z]{1,9}"),
    )
        .prop_map(|(description, owners, when, kpis, milestones, updates, status, own)| ActionDraft {
            description,
            owners,
            when,
            kpis,
            milestones,
            updates,
            status,
            own,
        })
}

type ObjectiveDraft = (String, String, Vec<ActionDraft>, Vec<String>);
type GridDraft = (String, String, String, Vec<String>, Vec<ObjectiveDraft>);

/// Any plan whose invariants hold.
pub(super) fn plan() -> impl Strategy<Value = Plan> {
    let objective = (words(), words(), vec(action_draft(), 0..3), vec(words(), 0..3));
    let grid = (words(), words(), words(), vec(words(), 0..3), vec(objective, 0..3));
    let front = (vec(words(), 9), (words(), span()), select(PlanStatus::ALL.to_vec()));
    let directory = vec((words(), vec(words(), 0..3), words()), 0..4);
    let columns = Just(Shows::STANDARD.to_vec())
        .prop_shuffle()
        .prop_flat_map(|all| (1..=all.len()).prop_map(move |count| all[..count].to_vec()));
    (any::<u64>(), front, directory, vec((words(), when_draft()), 0..3), columns, vec(grid, 0..3), vec(words(), 0..3))
        .prop_map(|(seed, (texts, (label, span), status), directory, meetings, columns, grids, notes)| {
            let mut ids = IdMaker::new(seed);
            let period = Period { label, from: span.from, to: span.to };
            let mut plan = Plan::blank(texts[0].clone(), period.clone(), &mut ids);
            [plan.partnership, plan.version, plan.marking, plan.front_matter] =
                [1, 2, 3, 4].map(|number: usize| texts[number].clone());
            plan.headings =
                Headings { priorities: texts[5].clone(), delivery_plan: texts[6].clone(), outcomes: texts[7].clone() };
            plan.status = status;
            plan.statuses = default_scheme(&mut ids);
            let own = ids.column();
            plan.columns = columns
                .into_iter()
                .chain([Shows::Own(own)])
                .map(|shows| Column { shows, heading: texts[8].clone() })
                .collect();
            plan.directory =
                directory.into_iter().map(|(name, also, email)| Owner { id: ids.owner(), name, also, email }).collect();
            plan.meetings = meetings
                .into_iter()
                .map(|(name, draft)| Meeting { id: ids.meeting(), name, when: when(draft, &period) })
                .collect();
            plan.notes = notes.into_iter().map(|text| Note { id: ids.note(), text }).collect();
            for grid in grids {
                let grid = built_grid(grid, &plan, own, &mut ids);
                plan.grids.push(grid);
            }
            if seed % 4 == 0 {
                let meeting = plan.meetings.first().map(|meeting| meeting.id);
                let issued = Issued::of(&plan, ids.issued(), meeting, span.to);
                plan.issued.push(issued);
            }
            plan
        })
}

fn built_grid(draft: GridDraft, plan: &Plan, own: crate::model::ColumnId, ids: &mut IdMaker) -> Grid {
    let (reference, title, priorities_heading, priorities, objectives) = draft;
    Grid {
        id: ids.grid(),
        reference,
        title,
        priorities_heading,
        priorities: priorities.into_iter().map(|text| Priority { id: ids.priority(), text }).collect(),
        objectives: objectives
            .into_iter()
            .map(|(reference, statement, actions, outcomes)| Objective {
                id: ids.objective(),
                reference,
                statement,
                actions: actions.into_iter().map(|draft| built_action(draft, plan, own, ids)).collect(),
                outcomes: outcomes.into_iter().map(|text| Outcome { id: ids.outcome(), text }).collect(),
            })
            .collect(),
    }
}

fn built_action(draft: ActionDraft, plan: &Plan, own: crate::model::ColumnId, ids: &mut IdMaker) -> Action {
    let status = |index: Option<Index>| index.map(|index| index.get(&plan.statuses).id);
    Action {
        id: ids.action(),
        description: draft.description,
        owners: match draft.owners {
            (written, Some(names)) => Owners::overrule(written, names),
            (written, None) => Owners::read(written, &plan.directory),
        },
        when: when(draft.when, &plan.period),
        kpis: draft.kpis.into_iter().map(|text| built_kpi(text, plan, ids)).collect(),
        milestones: draft
            .milestones
            .into_iter()
            .map(|(text, beside)| {
                let beside = beside.map(|draft| when(draft, &plan.period));
                let event = (text.len() % 3 == 1).then(|| ids.event());
                Milestone::read(ids.milestone(), text, beside, &plan.period).of_event(event)
            })
            .collect(),
        updates: draft
            .updates
            .into_iter()
            .map(|(on, by, text, index)| Update { id: ids.update(), on, by, text, status: status(index) })
            .collect(),
        status: status(draft.status),
        own: draft.own.into_iter().map(|text| (own, text)).collect(),
    }
}

/// Every third has figures.
fn built_kpi(text: String, plan: &Plan, ids: &mut IdMaker) -> Kpi {
    let mut kpi = Kpi::of(ids.kpi(), text);
    if kpi.text.len() % 3 == 1 {
        let quarter = Quarter::of(plan.period.from);
        kpi.measure.target.clone_from(&kpi.text);
        kpi.measure.counted = Counted::Total;
        kpi.measure.direction = Direction::Lower;
        kpi.measure.actuals = [quarter, quarter.next()].map(|one| (one, kpi.text.clone())).into();
    }
    kpi
}
