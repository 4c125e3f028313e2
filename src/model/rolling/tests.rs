//! Each rule of rolling forward.

use chrono::NaiveDate;

use super::*;
use crate::dates::{Reading, When};
use crate::model::{
    AcceptedFinding, Fingerprint, Grid, IdMaker, Meeting, Milestone, Objective, Outcome, Priority, Update, invariants,
};

struct Made {
    plan: Plan,
    ids: IdMaker,
}

impl Made {
    /// A plan for 2016/17 with one action for each deadline.
    fn with(deadlines: &[&str]) -> Self {
        let mut ids = IdMaker::new(3);
        let mut plan = Plan::blank("Action plan 2016-17", Period::financial_year(2016), &mut ids);
        plan.status = PlanStatus::Agreed;
        plan.version = "v3".to_owned();
        plan.marking = "OFFICIAL".to_owned();
        let mut grid = Grid::blank(ids.grid());
        grid.priorities.push(Priority { id: ids.priority(), text: "Fewer people harmed".to_owned() });
        let mut objective = Objective::blank(ids.objective());
        "We will".clone_into(&mut objective.statement);
        objective.outcomes.push(Outcome { id: ids.outcome(), text: "Fewer deaths".to_owned() });
        for words in deadlines {
            let mut action = Action::blank(ids.action());
            action.when = When::read(*words, &plan.period);
            objective.actions.push(action);
        }
        grid.objectives.push(objective);
        plan.grids.push(grid);
        Self { plan, ids }
    }

    fn action(&mut self, index: usize) -> &mut Action {
        &mut self.plan.grids[0].objectives[0].actions[index]
    }

    fn milestone(&mut self, text: &str, beside: Option<When>) -> RecordId {
        let milestone = Milestone::read(self.ids.milestone(), text, beside, &self.plan.period);
        let id = RecordId::Milestone(milestone.id);
        self.action(0).milestones.push(milestone);
        id
    }

    fn meeting(&mut self, words: &str) -> MeetingId {
        let when = When::read(words, &self.plan.period);
        let id = self.ids.meeting();
        self.plan.meetings.push(Meeting { id, name: "Board".to_owned(), when });
        id
    }

    fn complete(&mut self, index: usize) -> ActionId {
        let status =
            self.plan.statuses.iter().find(|status| status.meaning == Meaning::Complete).map(|status| status.id);
        let action = self.action(index);
        action.status = status;
        action.id
    }

    /// Rolled forward to 2017/18, and sound.
    #[track_caller]
    fn roll(&self, consent: &Consent) -> RolledForward {
        let rolled = roll_forward(&self.plan, Period::financial_year(2017), consent).unwrap();
        assert_eq!(invariants::check(&rolled.plan), Ok(()));
        rolled
    }

    #[track_caller]
    fn roll_with_all(&self) -> RolledForward {
        self.roll(&Consent::to_all(&self.roll(&Consent::none())))
    }
}

fn due(plan: &Plan, index: usize) -> Option<String> {
    plan.actions().nth(index).and_then(|action| action.when.reading().due()).map(|day| day.to_string())
}

fn milestone(plan: &Plan, index: usize) -> &Milestone {
    &plan.grids[0].objectives[0].actions[0].milestones[index]
}

#[test]
fn a_period_that_does_not_start_later_is_refused_in_plain_words() {
    let plan = Made::with(&[]).plan;
    for year in [2015, 2016] {
        let error = roll_forward(&plan, Period::financial_year(year), &Consent::none()).unwrap_err().to_string();
        assert!(error.contains("does not start after") && error.contains("such as 2017/18"), "{error}");
    }
    let day = |year| NaiveDate::from_ymd_opt(year, 4, 1).unwrap();
    let backwards = Period { label: "2018".to_owned(), from: day(2018), to: day(2017) };
    assert!(roll_forward(&plan, backwards, &Consent::none()).unwrap_err().to_string().contains("before it starts"));
}

#[test]
fn open_actions_come_with_their_history_and_complete_ones_are_left_behind() {
    let mut made = Made::with(&["Ongoing", "Ongoing"]);
    let on_track = made.plan.statuses[1].id;
    let (update, column) = (made.ids.update(), made.ids.column());
    let open = made.action(0);
    open.status = Some(on_track);
    open.updates.push(Update {
        id: update,
        on: NaiveDate::from_ymd_opt(2016, 7, 1),
        by: "A. Person".to_owned(),
        text: "Begun".to_owned(),
        status: None,
    });
    open.own.insert(column, "Grant".to_owned());
    let open = open.clone();
    let done = made.complete(1);
    let rolled = made.roll(&Consent::none());
    assert_eq!(rolled.plan.actions().collect::<Vec<_>>(), [&open]);
    assert_eq!(rolled.left_behind, [done]);
}

#[test]
fn the_plan_around_the_actions_stays_also_where_every_action_is_complete() {
    let mut made = Made::with(&["March 2017"]);
    made.complete(0);
    let rolled = made.roll(&Consent::none());
    let mut grid = made.plan.grids[0].clone();
    grid.objectives[0].actions.clear();
    assert_eq!(rolled.plan.grids, [grid]);
    assert_eq!((rolled.plan.status, rolled.plan.version.as_str()), (PlanStatus::Draft, ""));
    assert_eq!(rolled.plan.marking, "OFFICIAL");
    assert_eq!(rolled.plan.period, Period::financial_year(2017));
    assert_eq!(rolled.plan.statuses, made.plan.statuses);
    assert_eq!(rolled.dates, []);
}

#[test]
fn what_is_no_date_needs_no_looking_over() {
    let made = Made::with(&["", "Ongoing", "Quarterly", "TBC", "some words", "After contract award", "xx March 2017"]);
    let rolled = made.roll(&Consent::none());
    assert_eq!(rolled.dates, []);
    let whens = |plan: &Plan| plan.actions().map(|action| action.when.clone()).collect::<Vec<_>>();
    assert_eq!(whens(&rolled.plan), whens(&made.plan));
}

#[test]
fn a_date_with_its_year_stays_until_it_is_agreed_to_move_it() {
    let made = Made::with(&["30/11/16"]);
    let rolled = made.roll(&Consent::none());
    let [date] = rolled.dates.as_slice() else { panic!("{:?}", rolled.dates) };
    assert_eq!((date.written.as_str(), date.is_past, date.moved), ("30/11/16", true, false));
    assert_eq!(date.suggestion.as_ref().map(|one| one.written.as_str()), Some("30/11/17"));
    assert_eq!(rolled.plan.actions().next().unwrap().when, made.plan.actions().next().unwrap().when);
    let moved = made.roll_with_all();
    let when = &moved.plan.actions().next().unwrap().when;
    assert_eq!((when.written(), when.is_overruled()), ("30/11/17", false));
    assert_eq!(due(&moved.plan, 0).as_deref(), Some("2017-11-30"));
    assert!(moved.dates[0].moved);
}

#[test]
fn a_date_without_a_year_keeps_its_reading_until_it_is_agreed_to_move_it() {
    let made = Made::with(&["31 March"]);
    let rolled = made.roll(&Consent::none());
    let kept = &rolled.plan.actions().next().unwrap().when;
    assert_eq!((kept.written(), kept.is_overruled()), ("31 March", true));
    assert_eq!(due(&rolled.plan, 0).as_deref(), Some("2017-03-31"));
    let moved = made.roll_with_all();
    let when = &moved.plan.actions().next().unwrap().when;
    assert_eq!((when.written(), when.is_overruled()), ("31 March", false));
    assert_eq!(due(&moved.plan, 0).as_deref(), Some("2018-03-31"));
}

#[test]
fn a_date_that_was_kept_last_year_can_be_moved_this_year() {
    let mut made = Made::with(&["31 March"]);
    made.milestone("Review in April", None);
    let kept = made.roll(&Consent::none()).plan;
    let again = |consent: &Consent| roll_forward(&kept, Period::financial_year(2018), consent).unwrap();
    let moved = again(&Consent::to_all(&again(&Consent::none()))).plan;
    assert_eq!(invariants::check(&moved), Ok(()));
    assert_eq!(due(&moved, 0).as_deref(), Some("2019-03-31"));
    assert_eq!(milestone(&moved, 0).beside(), None);
    assert_eq!(milestone(&moved, 0).when().reading().due(), NaiveDate::from_ymd_opt(2018, 4, 30));
}

#[test]
fn a_date_that_has_not_passed_is_shown_and_stays() {
    let made = Made::with(&["Oct 17", "April 2016 to March 2018", "from April 2016"]);
    let rolled = made.roll_with_all();
    let seen: Vec<_> = rolled.dates.iter().map(|date| (date.is_past, &date.suggestion, date.moved)).collect();
    assert_eq!(seen, [(false, &None, false); 3]);
    assert_eq!(due(&rolled.plan, 0).as_deref(), Some("2017-10-31"));
}

#[test]
fn a_date_that_cannot_be_moved_reliably_has_no_suggestion() {
    let made = Made::with(&["Monday 11 July 2016", "Mon 11 July"]);
    let rolled = made.roll_with_all();
    assert!(rolled.dates.iter().all(|date| date.is_past && date.suggestion.is_none()));
    assert_eq!([due(&rolled.plan, 0), due(&rolled.plan, 1)], [due(&made.plan, 0), due(&made.plan, 1)]);
}

#[test]
fn a_day_that_only_the_new_period_has_is_no_date_until_it_is_agreed() {
    let mut made = Made::with(&["29 February"]);
    made.plan.period = Period::financial_year(2018);
    let when = When::read("29 February", &made.plan.period);
    made.action(0).when = when;
    let roll = |consent: &Consent| roll_forward(&made.plan, Period::financial_year(2019), consent).unwrap();
    let kept = roll(&Consent::none());
    assert_eq!((kept.dates.len(), due(&kept.plan, 0)), (1, None));
    assert_eq!(due(&roll(&Consent::to_all(&kept)).plan, 0).as_deref(), Some("2020-02-29"));
}

#[test]
fn a_milestone_keeps_the_date_in_its_words_by_one_beside_them() {
    let mut made = Made::with(&["Ongoing"]);
    made.milestone("Review in April", None);
    made.milestone("Award contract June 2016", None);
    let rolled = made.roll(&Consent::none());
    let [yearless, dated] = [0, 1].map(|index| milestone(&rolled.plan, index));
    assert_eq!((yearless.text(), yearless.beside().map(When::written)), ("Review in April", Some("April")));
    assert_eq!(yearless.when().reading(), milestone(&made.plan, 0).when().reading());
    assert_eq!(dated, milestone(&made.plan, 1));
    let moved = made.roll_with_all();
    let [yearless, dated] = [0, 1].map(|index| milestone(&moved.plan, index));
    assert_eq!((yearless.text(), yearless.beside()), ("Review in April", None));
    assert_eq!((dated.text(), dated.beside()), ("Award contract June 2017", None));
    assert_eq!(moved.dates[1].suggestion.as_ref().map(|one| one.written.as_str()), Some("June 2017"));
}

#[test]
fn of_a_milestone_with_a_date_beside_it_that_date_is_moved() {
    let mut made = Made::with(&["Ongoing"]);
    let beside = When::read("1 November", &made.plan.period);
    made.milestone("Implemented 01/10/16", Some(beside));
    let kept = made.roll(&Consent::none());
    assert_eq!(milestone(&kept.plan, 0).when().reading(), milestone(&made.plan, 0).when().reading());
    let moved = made.roll_with_all().plan;
    let milestone = milestone(&moved, 0);
    assert_eq!((milestone.text(), milestone.when().written()), ("Implemented 01/10/16", "1 November"));
    assert_eq!(milestone.when().reading(), &Reading::Day(NaiveDate::from_ymd_opt(2017, 11, 1).unwrap()));
}

#[test]
fn consent_is_by_date_and_can_be_taken_back() {
    let mut made = Made::with(&["30/11/16", "31/12/16"]);
    let award = made.milestone("Award contract June 2016", None);
    let second = RecordId::Action(made.action(1).id);
    let mut consent = Consent::none();
    consent.set(second, true);
    consent.set(award, true);
    let rolled = made.roll(&consent);
    assert_eq!([due(&rolled.plan, 0), due(&rolled.plan, 1)].map(Option::unwrap), ["2016-11-30", "2017-12-31"]);
    assert_eq!(rolled.dates.iter().map(|date| date.moved).collect::<Vec<_>>(), [false, true, true]);
    consent.set(second, false);
    consent.set(award, false);
    assert_eq!(made.roll(&consent), made.roll(&Consent::none()));
}

#[test]
fn meetings_before_the_new_period_are_left_behind() {
    let mut made = Made::with(&[]);
    let past = [made.meeting("11/07/16"), made.meeting("March")];
    let stay = [made.meeting(""), made.meeting("TBC"), made.meeting("10/04/17")];
    let rolled = made.roll(&Consent::none());
    assert_eq!(rolled.meetings_left, past);
    assert_eq!(rolled.plan.meetings.iter().map(|meeting| meeting.id).collect::<Vec<_>>(), stay);
}

#[test]
fn the_title_is_changed_only_by_consent() {
    let made = Made::with(&[]);
    let rolled = made.roll(&Consent::none());
    assert_eq!(rolled.plan.title, made.plan.title);
    let title = rolled.title.unwrap();
    assert_eq!((title.suggestion.as_str(), title.moved), ("Action plan 2017-18", false));
    let mut consent = Consent::none();
    consent.set_title(true);
    let rolled = made.roll(&consent);
    assert_eq!(rolled.plan.title, "Action plan 2017-18");
    assert!(rolled.title.unwrap().moved);
}

#[test]
fn accepted_findings_go_with_their_records() {
    let mut made = Made::with(&["Ongoing", "Ongoing"]);
    let done = made.complete(1);
    let open = made.action(0).id;
    let finding = |record| AcceptedFinding {
        rule: "missing-kpi".to_owned(),
        record,
        field: "kpis".to_owned(),
        words: Fingerprint::of(""),
    };
    let records = [None, Some(RecordId::Action(open)), Some(RecordId::Action(done))];
    made.plan.accepted = records.map(|record| (finding(record), "as agreed".to_owned())).into();
    let rolled = made.roll(&Consent::none());
    let kept: Vec<_> = rolled.plan.accepted.keys().map(|finding| finding.record).collect();
    assert_eq!(kept, records[..2]);
}

#[test]
fn what_is_one_event_is_moved_in_all_its_actions_or_in_none() {
    let mut made = Made::with(&["31/03/17", "31/03/17"]);
    let records = [made.milestone("Contracts awarded 30/06/16", None), made.milestone("Award contract 30/06/16", None)];
    let event = made.ids.event();
    let [RecordId::Milestone(one), RecordId::Milestone(other)] = records else { panic!("two milestones") };
    made.plan.apply(crate::model::linking::link([one, other], event)).unwrap();
    let mut consent = Consent::none();
    consent.set(records[1], true);
    let rolled = roll_forward(&made.plan, Period::financial_year(2017), &consent).unwrap();
    let dues: Vec<_> = crate::model::linking::of_event(&rolled.plan, event)
        .map(|(_, milestone)| milestone.when().reading().due().unwrap().to_string())
        .collect();
    assert_eq!(dues, ["2017-06-30", "2017-06-30"]);
    assert_eq!(rolled.dates.iter().filter(|date| date.moved).count(), 2);
}

#[test]
fn packs_that_were_issued_stay_behind() {
    let mut made = Made::with(&["31/03/17"]);
    let issued = crate::model::Issued::of(&made.plan, made.ids.issued(), None, made.plan.period.from);
    made.plan.issued.push(issued);
    let rolled = roll_forward(&made.plan, Period::financial_year(2017), &Consent::none()).unwrap();
    assert_eq!(rolled.plan.issued, []);
}
