//! A file of version 1 with everything in it. It must stay readable for ever: add to this test, never
//! change it.

use crate::dates::{Reading, Recurrence};
use crate::model::{PlanStatus, Shows};
use crate::store::parse;

const VERSION_1: &str = r##"// A plan, written by the program Planning Grid. Open it with that program.
(
  version: 1,
  plan: (
    title: "Plan \"A\"", partnership: "Oldham",
    period: (label: "2016/17", from: "2016-04-01", to: "2017-03-31"),
    status: ForDecision, version_label: "v0.3", marking: "OFFICIAL", front_matter: "\
      one\n\
      \x20two",
    meetings: [(id: "1", name: "DAAT Board", when: "11/07/16", when_read_as: Day("2016-07-12"))],
    headings: (priorities: "P", delivery_plan: "D", outcomes: "O"),
    columns: [
      (shows: Reference), (shows: Description, heading: "Action"), (shows: Owners), (shows: When), (shows: Kpis),
      (shows: Milestones), (shows: Progress), (shows: Status), (shows: Own("c1"), heading: "Funding"),
    ],
    statuses: [
      (id: "s1", word: "Complete", letter: "B", colour: "#1F5FBF", shape: Square, meaning: Complete),
      (id: "s2", word: "On track", colour: "#1b7a3e", shape: Disc, meaning: OnTrack),
      (id: "s3", word: "At risk", colour: "#A85B00", shape: Triangle, meaning: AtRisk),
      (id: "s4", word: "Off track", colour: "#B3261E", shape: Diamond, meaning: OffTrack),
      (id: "s5", word: "Not started", colour: "#68707D", shape: Ring, meaning: NotStarted),
    ],
    directory: [(id: "1", name: "LBTH DAAT", also: ["TH DAAT"], email: "daat@example.org")],
    grids: [(
      id: "1", reference: "Planning grid 1", title: "T", priorities_heading: "H",
      priorities: [(id: "1", text: "first")],
      objectives: [(
        id: "1", reference: "Objective 1", statement: "S",
        actions: [
          (
            id: "1", description: "do", owners: "TH DAAT / CRC", owners_read_as: ["TH DAAT / CRC"], when: "soon",
            when_read_as: Several([
              Blank, Placeholder, Unread, Ongoing, Recurring(Quarterly), Day("2016-07-11"),
              Month(from: "2016-07-01", to: "2016-07-31"), Quarter(from: "2016-07-01", to: "2016-09-30"),
              Year(from: "2016-04-01", to: "2017-03-31"), Range(from: "2016-07-01", to: "2016-07-02"),
              From("2016-07-11"), Event, EventAbout(from: "2016-07-01", to: "2016-07-31"),
              Recurring(Daily), Recurring(Weekly), Recurring(Fortnightly), Recurring(Monthly),
              Recurring(TwiceYearly), Recurring(Yearly), Recurring(Other), Several([]),
            ]),
            status: "s2", kpis: [(id: "1", text: "k")],
            milestones: [
              (id: "1", text: "by June 2016"), (id: "2", beside: "Oct 17", text: "m"),
              (id: "3", beside: "x", beside_read_as: Ongoing, text: "n"),
            ],
            updates: [(id: "1", on: "2016-07-11", by: "JS", status: "s3", text: "u"), (id: "2", text: "xxxx")],
            own: [(column: "c1", text: "Grant")],
          ),
          (id: "2"),
        ],
        outcomes: [(id: "1", text: "o")],
      )],
    )],
    notes: [(id: "1", text: "note")],
  ),
)
"##;

#[test]
fn a_file_of_version_1_is_read() {
    let plan = parse(VERSION_1.as_bytes(), "old.ron").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(plan.title, "Plan \"A\"");
    assert_eq!(plan.front_matter, "one\n two");
    assert_eq!((plan.status, plan.version.as_str()), (PlanStatus::ForDecision, "v0.3"));
    assert!(plan.meetings[0].when.is_overruled());
    assert_eq!(plan.columns.len(), 9);
    let action = &plan.grids[0].objectives[0].actions[0];
    assert_eq!(action.owners.names(), ["TH DAAT / CRC"]);
    let Reading::Several(parts) = action.when.reading() else { panic!("{:?}", action.when) };
    assert_eq!(parts.len(), 21);
    assert_eq!(parts[19], Reading::Recurring(Recurrence::Other));
    assert_eq!(plan.status_of(action.status).unwrap().word, "On track");
    assert_eq!(action.milestones[1].beside().unwrap().written(), "Oct 17");
    assert_eq!(action.own.values().next().unwrap(), "Grant");
    assert!(matches!(plan.columns[8].shows, Shows::Own(_)));
    assert_eq!(plan.notes[0].text, "note");
}
