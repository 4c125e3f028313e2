//! What each rule's findings are called: over a finding, and in a list of rules.
//!
//! It must not know how anything is found.

use super::rule::Rule;

impl Rule {
    /// What one of its findings is called: "A placeholder is left".
    #[must_use]
    pub fn title(self) -> &'static str {
        self.names().0
    }

    /// What its findings are called together: "Placeholders".
    #[must_use]
    pub fn plural(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Placeholder => ("A placeholder is left", "Placeholders"),
            Self::QuestionLeft => ("A question is left", "Questions left"),
            Self::HeadingAsRow => ("A heading stands as a row", "Headings left as rows"),
            Self::NothingToDo => ("Nothing is said to be done", "Nothing to do"),
            Self::MissingDescription => ("No action", "Missing action"),
            Self::MissingOwner => ("No owner", "Missing owner"),
            Self::MissingDeadline => ("No deadline", "Missing deadline"),
            Self::MissingKpi => ("No indicator", "Missing indicator"),
            Self::MissingMilestone => ("No milestone", "Missing milestone"),
            Self::MissingStatement => ("An objective without words", "Missing statement"),
            Self::ObjectiveWithoutActions => ("An objective without actions", "Objectives without actions"),
            Self::GridWithoutObjectives => ("A grid without objectives", "Grids without objectives"),
            Self::OwnerNobodyYet => ("An owner who is nobody yet", "Owners who are nobody yet"),
            Self::OwnersRunTogether => ("Several owners run together", "Owners run together"),
            Self::OwnerSeveralWays => ("One owner, several names", "Owners with several names"),
            Self::DateOutsidePeriod => ("A date outside the plan’s year", "Dates outside the year"),
            Self::MilestoneAfterDeadline => ("A milestone after its own deadline", "Milestones after deadline"),
            Self::StepsOutOfOrder => ("Steps out of order", "Steps out of order"),
            Self::SeveralDeadlines => ("Several deadlines in one cell", "Several deadlines"),
            Self::OngoingWithoutReview => ("Ongoing, with no review", "Ongoing without review"),
            Self::RecurringWithoutReview => ("Recurring, with no review", "Recurring without review"),
            Self::UnreadDate => ("A date that cannot be read", "Unread dates"),
            Self::DeadlinesClumped => ("Too many deadlines on one day", "Deadlines clumped"),
            Self::KpiNotMeasurable => ("Nothing to measure", "Indicators not measurable"),
            Self::KpiWithoutBaseline => ("A change with no baseline", "Indicators without baseline"),
            Self::NumbersContradict => ("Two figures for one thing", "Figures that contradict"),
            Self::SameTextTwice => ("The same text twice", "Same text twice"),
            Self::ReferenceMissing => ("No reference", "Missing references"),
            Self::ReferenceDoubled => ("One reference for two things", "References doubled"),
            Self::ReferenceOutOfOrder => ("A reference out of order", "References out of order"),
            Self::CutText => ("Text that is cut off or run together", "Cut text"),
            Self::OverdueWithoutUpdate => ("Overdue, with no update", "Overdue, no update"),
            Self::NoUpdateSinceMeeting => ("No update since the last meeting", "No update since the meeting"),
            Self::SlippedWithoutReason => ("Slipped, with no reason", "Slipped without reason"),
            Self::CompleteWithoutDate => ("Complete, with no date", "Complete without date"),
            Self::OffTrackUnexplained => ("Off track, and not said why", "Off track unexplained"),
            Self::UnexpandedAcronym => ("Letters nowhere said in words", "Unexpanded letters"),
            Self::DraftWords => ("Words of a draft", "Draft words"),
        }
    }
}
