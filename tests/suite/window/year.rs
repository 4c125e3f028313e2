//! A year with the Oldham plan, as its commissioner lives it: four boards, and what lies between them. All of it by the
//! labels a person reads; the pictures of it and its packs lie in the folder cargo has for tests, for people
//! to look at.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};
use planning_grid::model::{Action, Issued, Meaning, Plan};
use planning_grid::report::compare;
use planning_grid::store::{self, Sample};

use crate::support::window::Window;

/// The boards of the year, as they are written and as they are shown.
const BOARDS: [[&str; 3]; 4] = [
    ["12/07/10", "12 Jul 2010", "12 July 2010"],
    ["11/10/10", "11 Oct 2010", "11 October 2010"],
    ["10/01/11", "10 Jan 2011", "10 January 2011"],
    ["28/03/11", "28 Mar 2011", "28 March 2011"],
];

const KPI: &str = "Share of referrals from schools";

/// The year, at the day of a board.
struct Year {
    window: Window,
    /// What "As at" says.
    day: &'static str,
}

impl Year {
    fn begun() -> Self {
        let mut window = Window::with_sample(Sample::Oldham);
        window.choose("Plan details…");
        window.click("Board meetings");
        for (number, [day, ..]) in (1..).zip(BOARDS) {
            window.click("Add a meeting");
            window.retype(&format!("Board of meeting {number}"), "DAAT Board");
            window.retype(&format!("Day of meeting {number}"), day);
        }
        window.press(Key::Escape);
        Self { window, day: "1 September 2016" }
    }

    /// The views speak for the day of a board.
    fn comes_to(&mut self, board: usize) {
        let [_, short, long] = BOARDS[board];
        self.window.click(&format!("As at {}", self.day));
        self.window.click(&format!("DAAT Board, {short}"));
        self.day = long;
    }

    /// Shows the forms with what has these words in it; all of them without any.
    fn finds(&mut self, words: &str) {
        self.window.ctrl(Key::Num1);
        self.window.retype("Search the plan", words);
    }

    fn section(&mut self, label: &str) {
        self.window.ctrl(Key::Num5);
        let names = self.window.names();
        let name = names.iter().find(|name| *name == label || name.starts_with(&format!("{label}: ")));
        let name = name.unwrap_or_else(|| panic!("no section {label}: {names:#?}")).clone();
        self.window.click(&name);
    }

    /// Enters what an owner says of its actions, one after another, with the status each gets.
    fn round(&mut self, owner: &str, said: &[(&str, Key)]) {
        self.section("Round of updates");
        self.window.click("Owner whose updates are entered");
        self.window.click_button(owner);
        for (words, status) in said {
            self.window.type_text(words);
            self.window.press_with(Modifiers::ALT, *status);
            self.window.ctrl(Key::Enter);
        }
    }

    /// Writes the pack for the board of the day, and saves.
    fn issues(&mut self, name: &str) {
        let path = self.window.path(name);
        self.window.will_choose(&path);
        self.window.click("Board pack…");
        assert!(self.window.has(&format!("Everything in it speaks for {}.", self.day)));
        self.look(&format!("{name}-asked"));
        self.window.click("Choose where…");
        assert!(self.window.notice().contains("kept in the plan"), "{}", self.window.notice());
        std::fs::copy(&path, folder().join(name)).expect("the pack, for people");
        self.window.click("Put this notice away");
        self.window.ctrl(Key::S);
        assert!(!self.window.document().has_unsaved_changes());
    }

    /// Leaves a picture for people.
    fn look(&mut self, name: &str) {
        self.window.picture().save(folder().join(format!("{name}.png"))).expect("a picture written");
    }

    fn meaning(&self, reference: &str) -> Option<Meaning> {
        let action: &Action = self.window.action(reference);
        self.window.plan().status_of(action.status).map(|status| status.meaning)
    }
}

/// Where pictures and packs lie.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("year");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}

/// The sheets of a workbook.
fn sheets(path: &Path) -> Vec<String> {
    use calamine::{Reader, Xlsx};
    let book: Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    book.sheet_names()
}

#[test]
fn a_year_is_lived_through_with_four_boards() {
    let mut year = Year::begun();
    july(&mut year);
    october(&mut year);
    january(&mut year);
    march(&mut year);
    let plan = all_of_it(&mut year);
    next_year(&mut year, &plan);
}

/// The first round, a measure, and the first pack.
fn july(year: &mut Year) {
    year.comes_to(0);
    year.finds("3.1.4");
    year.window.click("By when, action 3.1.4");
    let add = year.window.names().into_iter().find(|name| name.starts_with("Inspector: add to ")).expect("KPIs");
    year.window.click(&add);
    year.window.type_text(KPI);
    let measure = year.window.names().into_iter().find(|name| name.starts_with("Inspector: add a measure"));
    year.window.click(&measure.expect("a way to count it"));
    year.window.type_text("12%");
    year.window.press(Key::Tab);
    year.window.type_text("20%");
    year.finds("");
    year.round(
        "Joint Commissioning Manager",
        &[
            ("The agreement was signed on 30 June.", Key::Num1),
            ("A first draft is with providers.", Key::Num2),
            ("It waits for the budget.", Key::Num3),
        ],
    );
    year.look("july-round");
    assert_eq!(year.meaning("1.1.4"), Some(Meaning::Complete));
    year.section("Measures");
    year.window.retype("Q1 2010/11, 3.1.4, 1", "14%");
    assert!(year.window.says("14 in Q1; 14 expected by then, 20 by the end: on target"), "{:#?}", year.window.names());
    year.look("july-measures");
    year.section("Load");
    year.look("july-load");
    year.issues("july.xlsx");
    assert_eq!(sheets(&year.window.path("july.xlsx")).iter().filter(|name| *name == "Since last board").count(), 0);
}

/// A date slips, and the reason is given where the program asks for it.
fn october(year: &mut Year) {
    year.comes_to(1);
    year.finds("1.3.1");
    year.window.retype("By when, action 1.3.1", "December 2010");
    year.finds("");
    year.section("Slipped");
    assert!(year.window.says("1 date moved later since DAAT Board, as at 12 Jul 2010, and no reason was given."));
    year.look("october-slipped");
    year.window.click("Say why: 1.3.1");
    year.window.type_text("The police asked for a second draft.");
    year.section("Slipped");
    assert!(year.window.says("1 date moved later since DAAT Board, as at 12 Jul 2010."), "{:#?}", year.window.texts());
    year.section("Measures");
    year.window.retype("Q2 2010/11, 3.1.4, 1", "14.5%");
    assert!(year.window.says("below target"));
    year.section("Since the last board");
    assert!(year.window.says("1 slipped"));
    year.look("october-since");
    year.section("Overdue");
    year.look("october-overdue");
    year.section("No update");
    year.look("october-no-update");
    year.issues("october.xlsx");
    assert!(sheets(&year.window.path("october.xlsx")).contains(&"Since last board".to_owned()));
}

/// Much is done.
fn january(year: &mut Year) {
    year.comes_to(2);
    year.round(
        "Young People Harm Minimisation Co-ordinator",
        &[
            ("Agreed by all agencies.", Key::Num1),
            ("Signed by the chief officers.", Key::Num1),
            ("The third report is with the group.", Key::Num2),
        ],
    );
    year.look("january-round");
    year.section("Since the last board");
    assert!(year.window.says("2 completed"), "{:#?}", year.window.texts());
    year.look("january-since");
    year.issues("january.xlsx");
}

/// One goes off track; the check asks why, and is told.
fn march(year: &mut Year) {
    year.comes_to(3);
    year.round("DAAT Manager", &[("Late.", Key::Num4)]);
    year.window.ctrl(Key::Num4);
    assert!(year.window.says("It is off track, and no reason is given."), "{:#?}", year.window.texts());
    year.look("march-check");
    year.finds("1.5.1");
    year.window.click("By when, action 1.5.1");
    year.window.retype("Update of 28 Mar 2011", "Late: the post is vacant; interviews are on 11 April.");
    year.finds("");
    year.window.ctrl(Key::Num4);
    assert!(!year.window.says("It is off track, and no reason is given."));
    year.issues("march.xlsx");
    let issued: Vec<String> = year.window.plan().issued.iter().map(Issued::title).collect();
    let expected: Vec<String> = BOARDS.iter().map(|[_, short, _]| format!("DAAT Board, as at {short}")).collect();
    assert_eq!(issued, expected);
}

/// Any two states can be compared, and what is on the drive has all of them.
fn all_of_it(year: &mut Year) -> Plan {
    year.section("Since the last board");
    year.window.click("From: DAAT Board, as at 10 Jan 2011");
    year.window.click("DAAT Board, as at 12 Jul 2010");
    assert!(year.window.has("From: DAAT Board, as at 12 Jul 2010"));
    assert!(year.window.says("2 completed, 1 slipped"), "{:#?}", year.window.texts());
    year.look("march-since-july");

    let plan = store::load(&year.window.path("plan.ron")).expect("the plan").plan;
    assert_eq!(plan, *year.window.plan());
    let first = &plan.issued[0].said;
    assert_eq!(compare(first, &plan).completed.len(), 2);
    plan
}

/// What is open goes on, and dates are moved only where that is agreed to.
fn next_year(year: &mut Year, plan: &Plan) {
    year.window.choose("Next year’s plan…");
    assert!(year.window.says("3 completed ones stay behind"), "{:#?}", year.window.texts());
    year.look("next-year");
    let all = year.window.names().into_iter().find(|name| name.starts_with("Tick all ")).expect("dates to move");
    year.window.click(&all);
    year.window.click("Make the plan");
    let next = year.window.plan();
    assert_eq!((next.period.label.as_str(), next.actions().count(), next.issued.len()), ("2011/12", 65, 0));
    let report = next.action(plan.standings().find(|one| one.reference() == "1.3.4").expect("an action").action.id);
    assert!(report.is_some(), "what is open has the id it had");
    year.look("next-year-made");
}
