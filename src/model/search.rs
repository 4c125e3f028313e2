//! Search: the words of every action folded once, then looked through for each query.
//!
//! Folding 10 MB takes some milliseconds and is done when the plan changes; a query on the folded words
//! takes well under five, so results can follow the typing.

use super::action::Action;
use super::ids::{ActionId, GridId, ObjectiveId};
use super::plan::{Plan, Standing};

/// A part of a plan that a search can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A grid, by its title and its key priorities.
    Grid(GridId),
    /// An objective, by its reference, its statement and its expected outcomes.
    Objective(ObjectiveId),
    /// An action, by its reference and everything written in it.
    Action(ActionId),
}

/// The folded words of every part of one state of a plan, in the plan's order.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    folded: Vec<(Part, String)>,
}

/// Lower case, with runs of white space as one space: what is compared.
#[must_use]
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut folded = String::with_capacity(lower.len());
    for word in lower.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Calls `visit` with every text a person wrote in an action.
pub fn words_of_action<'action>(action: &'action Action, visit: &mut impl FnMut(&'action str)) {
    visit(&action.description);
    visit(action.owners.written());
    visit(action.when.written());
    for kpi in &action.kpis {
        visit(&kpi.text);
        visit(&kpi.measure.baseline);
        visit(&kpi.measure.target);
        kpi.measure.actuals.values().for_each(|figure| visit(figure));
    }
    for milestone in &action.milestones {
        visit(milestone.text());
        if let Some(beside) = milestone.beside() {
            visit(beside.written());
        }
    }
    for update in &action.updates {
        visit(&update.by);
        visit(&update.text);
    }
    action.own.values().for_each(|text| visit(text));
}

impl SearchIndex {
    /// Folds a plan's words.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut folded = Vec::new();
        let mut push = |part, words: &str| folded.push((part, fold(words)));
        for (grid_index, grid) in plan.grids.iter().enumerate() {
            let priorities = grid.priorities.iter().map(|priority| priority.text.as_str());
            let lines: Vec<&str> =
                [grid.reference.as_str(), grid.title.as_str()].into_iter().chain(priorities).collect();
            push(Part::Grid(grid.id), &lines.join("\n"));
            for (objective_index, objective) in grid.objectives.iter().enumerate() {
                let outcomes = objective.outcomes.iter().map(|outcome| outcome.text.as_str());
                let lines: Vec<&str> =
                    [objective.reference.as_str(), objective.statement.as_str()].into_iter().chain(outcomes).collect();
                push(Part::Objective(objective.id), &lines.join("\n"));
                for (action_index, action) in objective.actions.iter().enumerate() {
                    let standing = Standing { grid, grid_index, objective, objective_index, action, action_index };
                    let mut words = standing.reference();
                    words_of_action(action, &mut |text| {
                        words.push('\n');
                        words.push_str(text);
                    });
                    push(Part::Action(action.id), &words);
                }
            }
        }
        Self { folded }
    }

    /// The parts that hold every word of the query, in the plan's order. Words in quotes are looked for
    /// as they stand. An empty query finds everything.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<Part> {
        let wanted = terms(query);
        let finders: Vec<_> = wanted.iter().map(|term| memchr::memmem::Finder::new(term.as_bytes())).collect();
        self.folded
            .iter()
            .filter(|(_, words)| finders.iter().all(|finder| finder.find(words.as_bytes()).is_some()))
            .map(|(part, _)| *part)
            .collect()
    }
}

/// The terms of a query, folded: words, and phrases in straight or curly quotes.
#[must_use]
pub fn terms(query: &str) -> Vec<String> {
    let mut terms = Vec::new();
    for (position, part) in query.split(['"', '“', '”']).enumerate() {
        let folded = fold(part);
        if position % 2 == 1 {
            terms.push(folded);
        } else {
            terms.extend(folded.split(' ').map(str::to_owned));
        }
    }
    terms.retain(|term| !term.is_empty());
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_words_and_quoted_phrases() {
        assert_eq!(terms("  Naloxone \"new  Services\" DAAT "), ["naloxone", "new services", "daat"]);
        assert_eq!(terms("“two words"), ["two words"]);
        assert!(terms(" \"\" ").is_empty());
    }
}
