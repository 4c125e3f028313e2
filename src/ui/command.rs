//! What a person can ask for: a closed list, with the words, the tooltip and the keys of each.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::panels::PanelKind;
use crate::check::Rule;
use crate::model::{ActionId, GridId, ObjectiveId, OutcomeId, PriorityId, RecordId};

/// The views of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ViewKind {
    /// The forms, as on paper.
    #[default]
    Grids,
    /// Milestones across the year.
    Timeline,
    /// Every action in one table.
    Actions,
    /// What a board would catch.
    Check,
    /// What was said, what is late, and how the deadlines are spread.
    Progress,
}

impl ViewKind {
    /// All views, in the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Grids, Self::Timeline, Self::Actions, Self::Check, Self::Progress];

    /// The word on its tab.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Grids => "Grids",
            Self::Timeline => "Timeline",
            Self::Actions => "Actions",
            Self::Check => "Check",
            Self::Progress => "Progress",
        }
    }
}

/// Something the whole program does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new plan on the planning-grid form.
    NewPlanningGrid,
    /// A new plan on the action-plan form.
    NewActionPlan,
    /// Choose a plan and open it.
    Open,
    /// Bring in a Word, Excel or text document as a new plan.
    BringIn,
    /// Open the recent plan at this position.
    OpenRecent(usize),
    /// Open the first sample as a new plan.
    OpenOldhamSample,
    /// Open the second sample as a new plan.
    OpenTowerHamletsSample,
    /// Save where it was opened from.
    Save,
    /// Save under another name.
    SaveAs,
    /// Close the plan and go back to the start.
    ClosePlan,
    /// Leave the program.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Put the cursor into the search field.
    Find,
    /// Write the board pack.
    ExportPack,
    /// Save the view as a picture.
    SavePicture,
    /// Show a view.
    Show(ViewKind),
    /// Look at the backups.
    Backups,
    /// Look at the plan's own particulars.
    PlanDetails,
    /// Make the plan for the next period of this one.
    NextPlan,
    /// Show or hide a panel beside the form.
    Toggle(PanelKind),
    /// Larger text.
    ZoomIn,
    /// Smaller text.
    ZoomOut,
    /// Text at its usual size.
    ZoomReset,
    /// Go to the place of the next finding of the check.
    NextFinding,
    /// Go to the place of the finding before.
    PreviousFinding,
    /// Say what the keys do.
    Shortcuts,
    /// Read how things are done.
    Help,
    /// Read what the check looks for by a rule.
    HelpOn(Rule),
}

impl Command {
    /// Commands that have keys of their own.
    pub const WITH_KEYS: [Self; 21] = [
        // The longer shortcut first: Ctrl+S would otherwise take Ctrl+Shift+S.
        Self::SaveAs,
        Self::Save,
        Self::Open,
        Self::NewPlanningGrid,
        Self::ClosePlan,
        Self::Quit,
        Self::Redo,
        Self::Undo,
        Self::Find,
        Self::ExportPack,
        Self::Show(ViewKind::Grids),
        Self::Show(ViewKind::Timeline),
        Self::Show(ViewKind::Actions),
        Self::Show(ViewKind::Check),
        Self::Show(ViewKind::Progress),
        Self::PreviousFinding,
        Self::NextFinding,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Help,
    ];

    /// The words on its button or menu entry.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NewPlanningGrid => "New planning grid",
            Self::NewActionPlan => "New action plan",
            Self::Open => "Open a plan…",
            Self::BringIn => "Bring in a document…",
            Self::OpenRecent(_) => "Open a recent plan",
            Self::OpenOldhamSample => "A planning grid (Oldham 2010/11)",
            Self::OpenTowerHamletsSample => "An action plan (Tower Hamlets 2016/17)",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::ClosePlan => "Close the plan",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Find => "Search the plan",
            Self::ExportPack => "Write the board pack…",
            Self::SavePicture => "Save picture…",
            Self::Show(view) => view.label(),
            Self::Backups => "Backups…",
            Self::PlanDetails => "Plan details…",
            Self::NextPlan => "Next year’s plan…",
            Self::Toggle(PanelKind::Parts) => "Show or hide the list of grids",
            Self::Toggle(PanelKind::Action) => "Show or hide the action panel",
            Self::ZoomIn => "Larger text",
            Self::ZoomOut => "Smaller text",
            Self::ZoomReset => "Usual text size",
            Self::NextFinding => "Next finding",
            Self::PreviousFinding => "Finding before",
            Self::Shortcuts => "Keyboard shortcuts",
            Self::Help | Self::HelpOn(_) => "Help…",
        }
    }

    /// A sentence for its tooltip.
    #[must_use]
    pub fn tooltip(self) -> &'static str {
        match self {
            Self::NewPlanningGrid => "Start from the planning-grid form: priorities, objectives, expected outcomes",
            Self::NewActionPlan => "Start from the action-plan form: owner, deadline, indicator, milestones, progress",
            Self::Open => "Choose a plan file and open it",
            Self::BringIn => "Make a plan of a Word, Excel or text document",
            Self::OpenRecent(_) => "Open this plan again",
            Self::OpenOldhamSample | Self::OpenTowerHamletsSample => {
                "Look round a real plan; it opens as a new plan, so nothing can be spoiled"
            }
            Self::Save => "Save the plan where it was opened from",
            Self::SaveAs => "Save the plan under another name or in another folder",
            Self::ClosePlan => "Close this plan and go back to the start",
            Self::Quit => "Leave Planning Grid",
            Self::Undo => "Take the last change back",
            Self::Redo => "Do the change again that was taken back",
            Self::Find => "Find words anywhere in the plan",
            Self::ExportPack => "Write the workbook that goes to the board",
            Self::SavePicture => "Save this view as a picture for a Word paper",
            Self::Show(ViewKind::Grids) => "The plan's forms, as on paper",
            Self::Show(ViewKind::Timeline) => "Deadlines and milestones across the year",
            Self::Show(ViewKind::Actions) => "Every action in one table",
            Self::Show(ViewKind::Check) => "What a board would catch, and how to mend it",
            Self::Show(ViewKind::Progress) => "Updates, what is late, measures and load",
            Self::Backups => "Look at, compare and restore what was saved before",
            Self::NextPlan => "Carry what is open over into a new plan; this one stays as it is",
            Self::PlanDetails => "Title, partnership, period, board meetings, columns and notes",
            Self::Toggle(PanelKind::Parts) => "The grids and objectives at the left of the forms",
            Self::Toggle(PanelKind::Action) => "All of the selected action at the right of the forms",
            Self::ZoomIn => "Make everything larger",
            Self::ZoomOut => "Make everything smaller",
            Self::ZoomReset => "Back to the usual size",
            Self::NextFinding => "Go to the next thing a board would catch",
            Self::PreviousFinding => "Go to the thing before that a board would catch",
            Self::Shortcuts => "What the keys do",
            Self::Help => "How things are done, and what the check looks for",
            Self::HelpOn(_) => "What the check looks for here, and why",
        }
    }

    /// Its keys, as in Word and Excel.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::NewPlanningGrid => (Modifiers::COMMAND, Key::N),
            Self::Open => (Modifiers::COMMAND, Key::O),
            Self::Save => (Modifiers::COMMAND, Key::S),
            Self::SaveAs => (Modifiers::COMMAND | Modifiers::SHIFT, Key::S),
            Self::ClosePlan => (Modifiers::COMMAND, Key::W),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            Self::Redo => (Modifiers::COMMAND, Key::Y),
            Self::Find => (Modifiers::COMMAND, Key::F),
            Self::ExportPack => (Modifiers::COMMAND, Key::P),
            Self::Show(ViewKind::Grids) => (Modifiers::COMMAND, Key::Num1),
            Self::Show(ViewKind::Timeline) => (Modifiers::COMMAND, Key::Num2),
            Self::Show(ViewKind::Actions) => (Modifiers::COMMAND, Key::Num3),
            Self::Show(ViewKind::Check) => (Modifiers::COMMAND, Key::Num4),
            // As in Word.
            Self::NextFinding => (Modifiers::NONE, Key::F8),
            Self::PreviousFinding => (Modifiers::SHIFT, Key::F8),
            Self::Help => (Modifiers::NONE, Key::F1),
            Self::Show(ViewKind::Progress) => (Modifiers::COMMAND, Key::Num5),
            Self::ZoomIn => (Modifiers::COMMAND, Key::Plus),
            Self::ZoomOut => (Modifiers::COMMAND, Key::Minus),
            Self::ZoomReset => (Modifiers::COMMAND, Key::Num0),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }
}

/// A change of rows that needs new ids, so that the app turns it into an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowCommand {
    /// A blank action at a position under an objective.
    AddAction(ObjectiveId, usize),
    /// A copy of an action, below it.
    DuplicateAction(ActionId),
    /// Moves an action up or down, over the bounds of objectives.
    MoveActionBy(ActionId, isize),
    /// Moves an action to a position under an objective, counted before it is taken out.
    MoveActionTo(ActionId, ObjectiveId, usize),
    /// Takes an action out.
    RemoveAction(ActionId),
    /// Puts an action on the clipboard, as Word and Excel take rows.
    CopyAction(ActionId),
    /// Puts an action on the clipboard and takes it out.
    CutAction(ActionId),
    /// Asks the system for what is on the clipboard, to be put in as rows below an action.
    PasteBelow(ActionId),
    /// A blank objective at a position in a grid.
    AddObjective(GridId, usize),
    /// A blank grid at a position in the plan.
    AddGrid(usize),
    /// A blank key priority after the given one, or at the end.
    AddPriority(GridId, Option<PriorityId>),
    /// A blank expected outcome after the given one, or at the end.
    AddOutcome(ObjectiveId, Option<OutcomeId>),
    /// A blank KPI at a position.
    AddKpi(ActionId, usize),
    /// A blank milestone at a position.
    AddMilestone(ActionId, usize),
    /// A blank progress update dated as at the day the view speaks for.
    AddUpdate(ActionId),
    /// A blank board meeting.
    AddMeeting,
    /// A blank note.
    AddNote,
    /// Takes any record out.
    Remove(RecordId),
    /// Takes a record of one line out if nothing is written in it, for when it is left.
    RemoveIfEmpty(RecordId),
}
