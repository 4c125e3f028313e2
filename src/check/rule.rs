//! The catalogue of rules: name, severity and reason of each. Their pages of the help are in `pages`.

use super::pages;

/// How much a finding matters to a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The paper should not go out with it.
    MustFix,
    /// A board is likely to ask about it.
    ShouldFix,
    /// It would be better otherwise.
    Advice,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Self; 3] = [Self::MustFix, Self::ShouldFix, Self::Advice];

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::MustFix => "must fix",
            Self::ShouldFix => "should fix",
            Self::Advice => "advice",
        }
    }
}

macro_rules! rules {
    ($($rule:ident $id:literal $severity:ident $reason:literal)*) => {
        /// Something the check looks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $reason] $rule,)*
        }

        impl Rule {
            /// Every rule, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// Its name for files and scripts, which never changes.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// How much it matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }

            /// Why it matters, in one sentence.
            #[must_use]
            pub fn reason(self) -> &'static str {
                match self { $(Self::$rule => $reason,)* }
            }
        }
    };
}

rules! {
    Placeholder "placeholder" MustFix
        "Words that only keep a place tell the board that the plan is not finished."
    QuestionLeft "question-left" MustFix
        "A question left standing shows that something has not been decided."
    HeadingAsRow "heading-as-row" MustFix
        "A heading left as a row has nobody to do it and nothing to be done."
    NothingToDo "nothing-to-do" MustFix
        "A few words that name a subject do not say what will be done about it."
    MissingDescription "missing-description" MustFix
        "A row without an action commits nobody to anything."
    MissingOwner "missing-owner" MustFix
        "An action without an owner is done by nobody."
    MissingDeadline "missing-deadline" MustFix
        "An action without a deadline can never be late, so nobody will notice when it is."
    MissingKpi "missing-kpi" ShouldFix
        "Without an indicator nobody can tell whether the action worked."
    MissingMilestone "missing-milestone" Advice
        "Without a dated step nobody can tell before the deadline whether the action is going well."
    MissingStatement "missing-statement" ShouldFix
        "An objective without words does not say what its actions are for."
    ObjectiveWithoutActions "objective-without-actions" MustFix
        "An objective without actions is a promise that nobody is keeping."
    GridWithoutObjectives "grid-without-objectives" ShouldFix
        "A part of the plan with nothing in it looks forgotten."
    OwnerNobodyYet "owner-nobody-yet" ShouldFix
        "An owner who is not yet anybody cannot be asked how it is going."
    OwnersRunTogether "owners-run-together" Advice
        "Two owners written as one are counted as one, and neither is asked."
    OwnerSeveralWays "owner-several-ways" Advice
        "One owner under several names is counted and asked several times."
    DateOutsidePeriod "date-outside-period" MustFix
        "A date outside the plan's period is nearly always a slip of the year."
    MilestoneAfterDeadline "milestone-after-deadline" MustFix
        "A step that falls after its action's deadline means that one of the two is wrong."
    StepsOutOfOrder "steps-out-of-order" MustFix
        "Steps that cannot happen in the order of their dates mean that a date is wrong."
    SeveralDeadlines "several-deadlines" ShouldFix
        "With several deadlines in one cell nobody can say when the action is late."
    OngoingWithoutReview "ongoing-without-review" ShouldFix
        "What is ongoing can never be missed, so it is never looked at."
    RecurringWithoutReview "recurring-without-review" Advice
        "What only comes round again has no day on which the board asks whether it worked."
    UnreadDate "unread-date" ShouldFix
        "A date that cannot be read is not counted, shown on the timeline or chased."
    DeadlinesClumped "deadlines-clumped" Advice
        "When most deadlines fall on the last day of the year, all of it is late at once and nothing is seen coming."
    KpiNotMeasurable "kpi-not-measurable" ShouldFix
        "An indicator that measures nothing cannot show that the action worked."
    KpiWithoutBaseline "kpi-without-baseline" ShouldFix
        "A change of so many per cent means nothing without the figure it starts from."
    NumbersContradict "numbers-contradict" ShouldFix
        "Two figures for one thing make the board doubt both."
    SameTextTwice "same-text-twice" ShouldFix
        "The same text twice is counted and reported twice."
    ReferenceMissing "reference-missing" ShouldFix
        "What has no reference cannot be spoken of in a meeting."
    ReferenceDoubled "reference-doubled" MustFix
        "With one reference for two things nobody knows which is meant."
    ReferenceOutOfOrder "reference-out-of-order" Advice
        "References out of order, or with a gap, make the board look for what was left out."
    CutText "cut-text" MustFix
        "Text that is cut off or run together cannot be understood, and looks careless."
    OverdueWithoutUpdate "overdue-without-update" MustFix
        "A deadline that passed without a word is the first thing a board asks about."
    NoUpdateSinceMeeting "no-update-since-meeting" ShouldFix
        "The board has heard nothing of this action since it last met."
    SlippedWithoutReason "slipped-without-reason" ShouldFix
        "A deadline that slipped since the board last saw the plan is asked about, and silence looks like neglect."
    CompleteWithoutDate "complete-without-date" ShouldFix
        "A completed action without a date cannot be shown to have been done in time."
    OffTrackUnexplained "off-track-unexplained" MustFix
        "An action that is off track needs a reason and a next step, or the board will ask for both."
    UnexpandedAcronym "unexpanded-acronym" Advice
        "Letters that are nowhere said in words shut out everybody who does not know them."
    DraftWords "draft-words" MustFix
        "Words of a draft in an agreed plan make the board doubt which version it has."
}

impl Rule {
    /// Its page of the help: a few sentences and an example.
    #[must_use]
    pub fn page(self) -> &'static str {
        pages::page(self)
    }

    /// The rule of that [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_name_of_its_own_a_reason_and_a_page() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_id(rule.id()), Some(*rule));
            assert!(rule.id().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", rule.id());
            assert!(rule.reason().ends_with('.') && rule.reason().matches(". ").count() == 0, "{}", rule.reason());
            let sentences = rule.page().matches(['.', '?']).count();
            assert!(sentences >= 2 && rule.page().contains("For example"), "{}: {}", rule.id(), rule.page());
        }
    }
}
