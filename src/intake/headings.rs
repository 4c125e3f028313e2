//! What the heading of a column means, whatever its case and wherever it stands.
//!
//! It must not know of rows: which row holds headings is decided where tables are understood.

use crate::model::Shows;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A part of an action.
    Of(Shows),
    /// The objective that the actions beside it belong to.
    Objective,
    /// The grid or theme that they belong to.
    Theme,
}

/// Headings as people write them, without case and punctuation.
const WHOLE: [(Meaning, &[&str]); 11] = [
    (
        Meaning::Of(Shows::Progress),
        &[
            "progress",
            "update",
            "updates",
            "comment",
            "comments",
            "progress update",
            "progress updates",
            "progress to date",
            "progress comments",
            "progress and comments",
            "progress notes",
            "commentary",
            "latest update",
            "notes on progress",
            "progress report",
            "progress so far",
            "latest position",
            "current position",
            "position statement",
        ],
    ),
    (
        Meaning::Of(Shows::Kpis),
        &[
            "kpi",
            "kpis",
            "key performance indicator",
            "key performance indicators",
            "key performance",
            "performance indicator",
            "performance indicators",
            "performance measure",
            "performance measures",
            "success measure",
            "success measures",
            "success criteria",
            "outcome measure",
            "outcome measures",
            "measure",
            "measures",
            "measure of success",
            "measures of success",
            "how will we know",
            "how we will measure success",
            "target",
            "targets",
            "indicator",
            "indicators",
            "evidence of success",
            "what success looks like",
            "what will success look like",
            "how will we know it has worked",
            "how we will know",
            "how will we measure success",
            "how will success be measured",
        ],
    ),
    (
        Meaning::Of(Shows::When),
        &[
            "by when",
            "when",
            "deadline",
            "deadlines",
            "timescale",
            "timescales",
            "time scale",
            "timeframe",
            "time frame",
            "target date",
            "target dates",
            "due",
            "due date",
            "due by",
            "completion date",
            "date due",
            "end date",
            "date",
            "timeline",
            "date for completion",
            "date of completion",
            "complete by",
            "when by",
            "by date",
            "completion",
            "timing",
            "timings",
            "target completion date",
        ],
    ),
    (
        Meaning::Of(Shows::Owners),
        &[
            "owner",
            "owners",
            "action owner",
            "lead",
            "leads",
            "lead officer",
            "lead agency",
            "lead organisation",
            "lead person",
            "action lead",
            "by whom",
            "responsible",
            "responsibility",
            "responsible officer",
            "responsible person",
            "person responsible",
            "accountable",
            "accountable officer",
            "accountability",
            "who",
            "delivery lead",
            "lead partner",
            "who is responsible",
            "who will do it",
            "led by",
            "assigned to",
            "by who",
            "whom",
            "who by",
            "who will lead",
            "who leads",
            "lead agencies",
            "lead officers",
            "lead partners",
            "owned by",
        ],
    ),
    (
        Meaning::Of(Shows::Status),
        &["rag", "rag status", "rag rating", "brag", "brag status", "brag rating", "status", "current status"],
    ),
    (
        Meaning::Of(Shows::Description),
        &[
            "action",
            "actions",
            "activity",
            "activities",
            "what we will do",
            "what will we do",
            "what",
            "actions and milestones",
            "action and milestones",
            "actions milestones",
            "actions key milestones",
            "task",
            "tasks",
            "key action",
            "key actions",
            "action required",
            "actions required",
            "key activity",
            "key activities",
            "description",
            "action description",
            "what needs to be done",
            "agreed action",
            "action to be taken",
            "actions to be taken",
            "proposed action",
            "proposed actions",
            "what are we going to do",
            "what we are going to do",
            "how we will do it",
        ],
    ),
    (
        Meaning::Of(Shows::Milestones),
        &["milestone", "milestones", "key milestone", "key milestones", "key steps", "steps", "interim milestones"],
    ),
    (
        Meaning::Of(Shows::Reference),
        &[
            "ref",
            "refs",
            "ref no",
            "reference",
            "reference number",
            "no",
            "#",
            "number",
            "action ref",
            "action no",
            "id",
        ],
    ),
    (Meaning::Objective, &["objective", "objectives", "strategic objective", "commitment", "commitments", "aim"]),
    (Meaning::Theme, &["theme", "themes", "planning grid", "strategic theme", "workstream", "work stream"]),
    (Meaning::Of(Shows::Status), &["b r a g", "r a g"]),
];

/// Words that decide a heading of several words, the first that is there.
const WITHIN: [(Meaning, &[&str]); 7] = [
    (Meaning::Of(Shows::Progress), &["progress", "update", "comments"]),
    (Meaning::Of(Shows::Status), &["rag", "brag"]),
    (
        Meaning::Of(Shows::Kpis),
        &[
            "kpi",
            "kpis",
            "performance indicator",
            "performance indicators",
            "performance measures",
            "success",
            "measure",
            "measures",
        ],
    ),
    (Meaning::Of(Shows::When), &["by when", "deadline", "timescale", "timescales", "target date", "due", "date"]),
    (Meaning::Of(Shows::Owners), &["owner", "owners", "lead", "by whom", "responsible", "responsibility"]),
    (Meaning::Of(Shows::Description), &["action", "actions", "activity", "activities", "task", "tasks"]),
    (Meaning::Of(Shows::Milestones), &["milestone", "milestones"]),
];

/// The most words a heading has.
const MOST_WORDS: usize = 8;

/// The heading in lower case, its words parted by single spaces, without punctuation.
#[must_use]
pub fn plain(heading: &str) -> String {
    let mut plain = String::new();
    for word in heading.split(|letter: char| !letter.is_alphanumeric() && letter != '#') {
        if word.is_empty() {
            continue;
        }
        // "Milestone(s)".
        if word == "s" && !plain.is_empty() {
            continue;
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(&word.to_lowercase());
    }
    plain
}

/// What a cell means that is a known heading and nothing else.
#[must_use]
pub fn exactly(heading: &str) -> Option<Meaning> {
    let plain = plain(heading);
    WHOLE.iter().find(|(_, known)| known.contains(&plain.as_str())).map(|(meaning, _)| *meaning)
}

/// What a heading means, of which it is known that it is one. `None` is a column of the plan's own.
#[must_use]
pub fn meaning(heading: &str) -> Option<Meaning> {
    exactly(heading).or_else(|| {
        let plain = plain(heading);
        let has = |known: &&str| format!(" {plain} ").contains(&format!(" {known} "));
        let is_short = plain.split(' ').count() <= MOST_WORDS;
        WITHIN.iter().find(|(_, known)| is_short && known.iter().any(has)).map(|(meaning, _)| *meaning)
    })
}
