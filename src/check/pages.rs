//! What the help says of each rule: what is looked for, what is not, and an example.
//!
//! It must not know how anything is found.

use super::rule::Rule;

/// The page of a rule.
#[expect(clippy::too_many_lines, reason = "one page after another, and the compiler sees that none is left out")]
pub(super) fn page(rule: Rule) -> &'static str {
    match rule {
        Rule::Placeholder => {
            "Finds words that were typed to keep a place: a run of the letter x, TBC, TBD, INSERT or ENTER in capitals, \
             \"To add …\", and fields of a template that nobody filled in. For example, the indicator \"TBC\", or \"xx staff \
             trained\". Words that merely begin alike (\"to address\", \"Texas\") are left alone. Put in what is meant, or take \
             the row out until it is known."
        }
        Rule::QuestionLeft => {
            "Finds a cell that ends in a question. For example, \"Health Champions?\" as an action: is there to be such a \
             thing or not? Decide, and write down what will be done; or take the row out and ask in the meeting."
        }
        Rule::HeadingAsRow => {
            "Finds a row that is a heading in capitals or ends with a colon. For example, \"POLICE ACTIONS\" in the place of \
             an action. Write the actions that belong under it, or delete the row."
        }
        Rule::NothingToDo => {
            "Finds actions of five words or fewer with nothing to be done in them. For example, \"Action from youth \
             service\". Say who does what: \"Youth service to train 20 peer mentors\". A short action with something to do \
             in it (\"Enforce the Licensing Act\") is left alone."
        }
        Rule::MissingDescription => {
            "Finds rows that have an owner or a date but say nothing to be done, and rows with nothing in them. For example, \
             a row that holds only the owner \"POLICE\". Write the action, or delete the row."
        }
        Rule::MissingOwner => {
            "Finds actions with nobody in the owner column, where the plan has one. For example, an action added in a \
             meeting before anybody took it on. Give it one owner who answers for it; partners can stand beside."
        }
        Rule::MissingDeadline => {
            "Finds actions with nothing in the deadline column, where the plan has one. For example, an action of which \
             only the milestones are dated. Give the day by which the whole of it is done, even if it is the end of the year."
        }
        Rule::MissingKpi => {
            "Finds actions with no indicator, where the plan has a column for them. For example, \"Rewrite the needs \
             assessment\" with nothing beside it: \"Published by 31 July\" would do. Say how you will know that it worked."
        }
        Rule::MissingMilestone => {
            "Finds actions with no milestone, where the plan has a column for them. For example, an action due in March with \
             nothing before it. One or two dated steps are enough. Short actions may need none: accept the finding then."
        }
        Rule::MissingStatement => {
            "Finds objectives that hold actions but have no words of their own. For example, a table that was parted from its \
             heading when the plan was brought in. Write what the objective is, or move its actions to another."
        }
        Rule::ObjectiveWithoutActions => {
            "Finds objectives with no row beneath them. For example, a commitment whose actions were to follow. Add at least \
             one action, or take the objective out."
        }
        Rule::GridWithoutObjectives => {
            "Finds grids and themes with no objective in them. For example, a theme that was agreed but never filled. Add an \
             objective, or take the grid out."
        }
        Rule::OwnerNobodyYet => {
            "Finds owners who have still to be found. For example, \"New Provider\" or \"Manager (vacant)\". Name who answers \
             for the action until then, such as the commissioner who appoints them."
        }
        Rule::OwnersRunTogether => {
            "Finds an owner that reads like two of the plan's owners with nothing between them. For example, \"DAAT Service \
             provider\" where the plan also knows \"DAAT\" and \"Service providers\". If they are two, part them; the fix \
             counts them as two and leaves your words alone. If it is one, accept the finding."
        }
        Rule::OwnerSeveralWays => {
            "Finds names that differ only in spelling, order, plural or an abbreviation, and that the plan's directory does \
             not know as one owner. For example, \"Public Health\" and \"LBTH PH\". The fix makes them one owner in the \
             directory, the name that is written most often first; what stands in the cells is not changed."
        }
        Rule::DateOutsidePeriod => {
            "Finds deadlines and milestones before the first or after the last day of the plan's period. For example, \
             \"31/03/16\" in a plan for 2016/17, which probably means 2017. The fix changes the figures of the year and \
             nothing else. Where the date is meant, accept the finding and say why."
        }
        Rule::MilestoneAfterDeadline => {
            "Finds milestones that begin after the last day of their action's deadline. For example, an event \"in March \
             2017\" under an action due on 31/12/16. Either the deadline is too early or the step belongs to another action."
        }
        Rule::StepsOutOfOrder => {
            "Finds steps whose dates put them in an order that cannot be. For example, \"developed by 31/07/16 and delivered \
             by 31/03/16\", an evaluation before what it evaluates, or peer educators who are available before the action that \
             proposes them. Often a year is wrong."
        }
        Rule::SeveralDeadlines => {
            "Finds deadline cells with more than one date. For example, \"Plan developed by 31/07/16 and delivered by \
             31/03/17\". Keep the last one as the deadline and make the others milestones. A range (\"Oct 16 – Mar 17\") is \
             one deadline."
        }
        Rule::OngoingWithoutReview => {
            "Finds actions whose deadline says Ongoing or Continuous and that have no dated milestone or indicator either. \
             For example, \"Support young carers: Ongoing\". Say when it is next looked at, such as a milestone \"Review at \
             the September board\"."
        }
        Rule::RecurringWithoutReview => {
            "Finds actions whose deadline only says how often, with no dated milestone or indicator. For example, \
             \"Quarterly\". It is done again and again, but no day is named on which somebody asks whether it worked. Name \
             one, or accept the finding where the rhythm itself is enough."
        }
        Rule::UnreadDate => {
            "Finds deadlines, milestones and meetings whose date could not be read, also days that do not exist. For \
             example, \"31/02/17\". Write the date another way, or say beside it what it means: the words stay as they are."
        }
        Rule::DeadlinesClumped => {
            "Finds plans in which at least five deadlines, and two in five of all, fall on the last day of the year. For \
             example, 21 of 37 on 31 March. Ask of each whether it could be done sooner, so that the board sees progress \
             through the year."
        }
        Rule::KpiNotMeasurable => {
            "Finds indicators that name no figure, no comparison and nothing that is either there or not. For example, \
             \"Improved uptake of services\" or \"Regular attendance\". Say how many, how often or compared with what. \"Policy \
             agreed\" is left alone: anybody can tell whether it was."
        }
        Rule::KpiWithoutBaseline => {
            "Finds indicators that promise a change of so many per cent and do not say of what. For example, \"Increase \
             referrals by 5%\". Add the figure or the year it starts from: \"by 5% on 2015/16 (412)\"."
        }
        Rule::NumbersContradict => {
            "Finds a figure in an action and another in its indicator for the same thing. For example, \"Train 100 staff\" \
             with the indicator \"120 staff trained\". Figures that count different things, dates and ages are left alone."
        }
        Rule::SameTextTwice => {
            "Finds two actions with the same words, and the same indicator, milestone, outcome or key priority twice in one \
             list. For example, a row that was pasted twice. One milestone under many actions is left alone: it is one event. \
             The fix takes out the second where the two are exactly alike."
        }
        Rule::ReferenceMissing => {
            "Finds objectives and grids with no reference in a plan that gives references to the others. For example, a \
             commitment between PBC2 and PBC5. Where its neighbours leave room for just one, the fix puts that in."
        }
        Rule::ReferenceDoubled => {
            "Finds one reference given to two objectives of a grid, or a code such as \"T4\" given twice in the plan. For \
             example, a copied row that kept its reference. \"Objective 1\" in every grid is as it should be."
        }
        Rule::ReferenceOutOfOrder => {
            "Finds references that run backwards or leave out a number. For example, T1, T3, T2, or T1 followed by T3. Move \
             or renumber them, or accept the finding where one was taken out on purpose."
        }
        Rule::CutText => {
            "Finds texts that begin or end in the middle, letters and endings that stand alone, and words that cannot follow \
             one another. For example, \"We will target young pe\" or \"Children s services\". It happens when a plan is \
             taken out of another document; look there for the rest. Spelling is not checked."
        }
        Rule::OverdueWithoutUpdate => {
            "Finds actions whose deadline had passed on the as-at date, that are not complete, and of which nothing was said \
             since. For example, an action due on 30 September with its last update in July. Say where it stands, and by when \
             it will be done. Plans with no column for progress or status, and plans that are a draft, are not asked."
        }
        Rule::NoUpdateSinceMeeting => {
            "Finds actions that were reported on before but not since the last board meeting, from two weeks after it. For \
             example, at the October board an action last updated in June. Ask its owner, or write that nothing has changed. A plan that is a draft \
             is not asked."
        }
        Rule::SlippedWithoutReason => {
            "Finds deadlines that are later than in the newest pack issued before the as-at date, where no update was added \
             since. For example, a board that was told 30 September, and a plan that now says 31 December without a word. Say \
             in an update why it slipped and what is done about it. Plans of which no pack was issued are not asked."
        }
        Rule::CompleteWithoutDate => {
            "Finds completed actions with no dated update that says so. For example, the status Complete with no update at \
             all. Add an update with the day it was done."
        }
        Rule::OffTrackUnexplained => {
            "Finds actions with a status that means off track whose newest update gives no reason or no next step. For \
             example, \"Behind.\" Say why, and what happens next and by when: \"The post is vacant; interviews on 4 May\"."
        }
        Rule::UnexpandedAcronym => {
            "Finds capital letters that are nowhere in the plan said in words, and shows each where it comes first. For \
             example, \"JCG\". Write it out the first time, \"Joint Commissioning Group (JCG)\", or put a line such as \"JCG: \
             Joint Commissioning Group\" into the plan's notes, which the fix does for letters that the program knows."
        }
        Rule::DraftWords => {
            "Finds words of a draft in a plan whose status is agreed or closed. For example, \"WORKING DRAFT\" in the lines \
             before the first grid, or a version label \"draft v3\". Take them out, or set the plan's status back to draft."
        }
    }
}
