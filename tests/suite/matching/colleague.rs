//! A colleague who has the plan as a document, without ids, and works in it.

use planning_grid::dates::When;
use planning_grid::model::{
    Action, Column, Grid, IdMaker, Kpi, Milestone, Objective, Outcome, Owners, Plan, Priority, Shows, Update,
};

/// The plan as a document gives it back: its words, other ids, and nothing that a document cannot hold.
pub(crate) fn document_of(plan: &Plan) -> Plan {
    let ids = &mut IdMaker::new(1);
    let mut document = Plan::blank(plan.title.clone(), plan.period.clone(), ids);
    document.partnership.clone_from(&plan.partnership);
    document.front_matter.clone_from(&plan.front_matter);
    document.headings.clone_from(&plan.headings);
    let mut own = Vec::new();
    document.columns.clear();
    for column in plan.columns.iter().filter(|column| column.shows != Shows::Reference) {
        let shows = match column.shows {
            Shows::Own(mine) => {
                own.push((mine, ids.column()));
                Shows::Own(own[own.len() - 1].1)
            }
            standard => standard,
        };
        document.columns.push(Column { shows, heading: column.heading.clone() });
    }
    document.statuses.clone_from(&plan.statuses);
    document.statuses.iter_mut().for_each(|status| status.id = ids.status());
    for grid in &plan.grids {
        let mut copy = Grid { id: ids.grid(), priorities: Vec::new(), objectives: Vec::new(), ..grid.clone() };
        copy.priorities = grid.priorities.iter().map(|one| Priority { id: ids.priority(), ..one.clone() }).collect();
        for objective in &grid.objectives {
            let mut inside = Objective::blank(ids.objective());
            inside.reference.clone_from(&objective.reference);
            inside.statement.clone_from(&objective.statement);
            let outcomes = objective.outcomes.iter();
            inside.outcomes = outcomes.map(|one| Outcome { id: ids.outcome(), ..one.clone() }).collect();
            for action in &objective.actions {
                let mut row = Action::blank(ids.action());
                row.description.clone_from(&action.description);
                row.owners = Owners::read(action.owners.written(), &[]);
                row.when = When::read(action.when.written(), &plan.period);
                if plan.has_column(Shows::Kpis) {
                    row.kpis = action.kpis.iter().map(|one| Kpi { id: ids.kpi(), ..one.clone() }).collect();
                }
                if plan.has_column(Shows::Milestones) {
                    let milestones = action.milestones.iter();
                    let milestone =
                        |one: &Milestone| Milestone::read(ids.milestone(), one.text(), None, &document.period);
                    row.milestones = milestones.map(milestone).collect();
                }
                if plan.has_column(Shows::Progress) {
                    row.updates.extend(action.newest_update().map(|one| said(&one.text, ids)));
                }
                if plan.has_column(Shows::Status) {
                    let at = plan.statuses.iter().position(|status| Some(status.id) == action.status);
                    row.status = at.map(|at| document.statuses[at].id);
                }
                for (mine, theirs) in &own {
                    row.own.extend(action.own.get(mine).map(|text| (*theirs, text.clone())));
                }
                inside.actions.push(row);
            }
            copy.objectives.push(inside);
        }
        document.grids.push(copy);
    }
    document
}

fn said(text: &str, ids: &mut IdMaker) -> Update {
    Update { id: ids.update(), on: None, by: String::new(), text: text.to_owned(), status: None }
}

/// What the colleague does: what each number chooses depends on the plan.
#[derive(Clone, Debug)]
pub(crate) struct Work {
    pub(crate) what: usize,
    pub(crate) which: usize,
    pub(crate) to: usize,
    pub(crate) words: String,
}

/// How many things a colleague can do.
pub(crate) const KINDS: usize = 20;

/// Does it. What cannot be done in this plan is not done.
pub(crate) fn work(document: &mut Plan, work: &Work, ids: &mut IdMaker) {
    let Work { what, which, to, words } = work;
    let counts: Vec<[usize; 3]> = spots(document);
    let Some([grid, objective, action]) = (!counts.is_empty()).then(|| counts[which % counts.len()]) else { return };
    let period = document.period.clone();
    let columns: Vec<Shows> = document.columns.iter().map(|column| column.shows).collect();
    let statuses: Vec<_> = document.statuses.iter().map(|status| status.id).collect();
    let elsewhere = counts[to % counts.len()];
    let objectives = &mut document.grids[grid].objectives;
    let row = &mut objectives[objective].actions[action];
    match what % KINDS {
        0..=2 => row.description = edited(&row.description, *to, words),
        3 => row.owners = Owners::read(words.clone(), &[]),
        4 => row.when = When::read("31/12/2016", &period),
        5 if columns.contains(&Shows::Kpis) => row.kpis.insert(to % (row.kpis.len() + 1), kpi(words, ids)),
        6 if columns.contains(&Shows::Milestones) => {
            row.milestones.push(Milestone::read(ids.milestone(), format!("{words} by June 2016"), None, &period));
        }
        7 if columns.contains(&Shows::Milestones) => row.milestones.clear(),
        8 if columns.contains(&Shows::Progress) => row.updates = vec![said(&format!("News of {words}"), ids)],
        9 if columns.contains(&Shows::Status) => row.status = Some(statuses[to % statuses.len()]),
        10 => {
            for column in &columns {
                if let Shows::Own(column) = column {
                    row.own.insert(*column, words.clone());
                }
            }
        }
        11 => objectives[objective].statement = edited(&objectives[objective].statement, *to, words),
        12 => {
            let mut row = Action::blank(ids.action());
            row.description = format!("Wholly new {words}");
            row.owners = Owners::read("Police", &[]);
            objectives[objective].actions.insert(action, row);
        }
        13 => drop(objectives[objective].actions.remove(action)),
        14 | 15 => {
            let row = objectives[objective].actions.remove(action);
            let rows = &mut document.grids[elsewhere[0]].objectives[elsewhere[1]].actions;
            rows.insert(elsewhere[2].min(rows.len()), row);
        }
        16 => objectives[objective].outcomes.push(Outcome { id: ids.outcome(), text: format!("Fewer {words}") }),
        17 => {
            let mut new = Objective::blank(ids.objective());
            new.reference = format!("N{to}");
            new.statement = format!("A new objective about {words}");
            let row = objectives[objective].actions.remove(action);
            new.actions.push(row);
            objectives.insert(objective, new);
        }
        18 => {
            let moved = objectives.remove(objective);
            let objectives = &mut document.grids[elsewhere[0]].objectives;
            objectives.insert(elsewhere[1].min(objectives.len()), moved);
        }
        _ => {
            let priorities = &mut document.grids[grid].priorities;
            priorities.insert(to % (priorities.len() + 1), Priority { id: ids.priority(), text: words.clone() });
        }
    }
}

fn kpi(words: &str, ids: &mut IdMaker) -> Kpi {
    Kpi::of(ids.kpi(), format!("At least 40 of {words}"))
}

/// Where the actions stand.
fn spots(plan: &Plan) -> Vec<[usize; 3]> {
    plan.standings().map(|one| [one.grid_index, one.objective_index, one.action_index]).collect()
}

/// The text with a word more, or another word, somewhere in it.
fn edited(text: &str, at: usize, words: &str) -> String {
    let mut all: Vec<&str> = text.split(' ').collect();
    let at = at % all.len();
    if at.is_multiple_of(2) && all.len() > 3 {
        all[at] = words;
    } else {
        all.insert(at, words);
    }
    all.join(" ")
}
