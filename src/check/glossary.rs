//! What letters commonly stand for in plans of this field, and the plan's own glossary: a note that begins with that
//! word and has a line for each ("IOM: Integrated Offender Management").
//!
//! What is commonly meant must not be taken as certain: it is only ever offered.

use super::finding::{Finding, Fix};
use super::rule::Rule;
use crate::model::{Edit, Fingerprint, IdMaker, Note, Parent, Place, Plan, Record};

/// The word with which the note begins.
const TITLE: &str = "Glossary";

/// Letters and their words.
const KNOWN: &[(&str, &str)] = &[
    ("ASB", "Anti-Social Behaviour"),
    ("BBV", "Blood-Borne Virus"),
    ("CAF", "Common Assessment Framework"),
    ("CAMHS", "Child and Adolescent Mental Health Services"),
    ("CCG", "Clinical Commissioning Group"),
    ("CJS", "Criminal Justice System"),
    ("CPD", "Continuing Professional Development"),
    ("CRC", "Community Rehabilitation Company"),
    ("CQC", "Care Quality Commission"),
    ("CSP", "Community Safety Partnership"),
    ("DAAT", "Drug and Alcohol Action Team"),
    ("DIP", "Drug Interventions Programme"),
    ("DRR", "Drug Rehabilitation Requirement"),
    ("ECAF", "Electronic Common Assessment Framework"),
    ("ECM", "Every Child Matters"),
    ("ELFT", "East London NHS Foundation Trust"),
    ("FIP", "Family Intervention Project"),
    ("HWB", "Health and Wellbeing Board"),
    ("IBA", "Identification and Brief Advice"),
    ("ICB", "Integrated Care Board"),
    ("IOM", "Integrated Offender Management"),
    ("JCG", "Joint Commissioning Group"),
    ("JSNA", "Joint Strategic Needs Assessment"),
    ("LBTH", "London Borough of Tower Hamlets"),
    ("MASH", "Multi-Agency Safeguarding Hub"),
    ("MECC", "Making Every Contact Count"),
    ("MOPAC", "Mayor's Office for Policing and Crime"),
    ("MOU", "Memorandum of Understanding"),
    ("NDTMS", "National Drug Treatment Monitoring System"),
    ("NPS", "National Probation Service"),
    ("NPS", "New Psychoactive Substances"),
    ("NPS", "Novel Psychoactive Substances"),
    ("NTA", "National Treatment Agency for Substance Misuse"),
    ("OHID", "Office for Health Improvement and Disparities"),
    ("OMBC", "Oldham Metropolitan Borough Council"),
    ("OST", "Opioid Substitution Therapy"),
    ("PBR", "Payment by Results"),
    ("PCC", "Police and Crime Commissioner"),
    ("PCT", "Primary Care Trust"),
    ("PHE", "Public Health England"),
    ("PHOF", "Public Health Outcomes Framework"),
    ("PSA", "Parent Support Adviser"),
    ("PSHE", "Personal, Social, Health and Economic education"),
    ("SLA", "Service Level Agreement"),
    ("SRE", "Sex and Relationships Education"),
    ("TOP", "Treatment Outcomes Profile"),
    ("VCS", "Voluntary and Community Sector"),
    ("YIP", "Youth Inclusion Programme"),
    ("YJB", "Youth Justice Board"),
    ("YOS", "Youth Offending Service"),
    ("YOT", "Youth Offending Team"),
];

/// Letters that everybody at a board knows, or that are no acronym.
const COMMON: [&str; 50] = [
    "AIDS", "ALL", "AM", "AND", "ASAP", "BBC", "BME", "CCTV", "CD", "CEO", "DVD", "EU", "FAQ", "FINAL", "FOR", "GP",
    "HIV", "HQ", "HR", "ID", "II", "III", "IN", "IT", "IV", "IX", "KPI", "MP", "MUST", "NEW", "NHS", "NO", "NOT",
    "NOTE", "OF", "OK", "ON", "ONLY", "OR", "PC", "PDF", "PM", "RAG", "THE", "TO", "TV", "UK", "UN", "USA", "VAT",
];

/// The words that letters commonly stand for, the likeliest first.
pub(super) fn words_of(letters: &str) -> impl Iterator<Item = &'static str> {
    KNOWN.iter().filter(move |(known, _)| *known == letters).map(|(_, words)| *words)
}

/// The words that letters stand for, where only one thing is commonly meant.
fn only_words_of(letters: &str) -> Option<&'static str> {
    let mut all = words_of(letters);
    all.next().filter(|_| all.next().is_none())
}

/// Whether letters need not be said in words.
pub(super) fn is_common(letters: &str) -> bool {
    COMMON.contains(&letters)
}

/// The letters that lines of the plan's notes explain. Any note will do: people write them where they like.
pub(super) fn explained(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.notes.iter().flat_map(|note| note.text.lines()).filter_map(|line| {
        let (letters, words) = line.split_once([':', '=', '–', '—', '\t'])?;
        (!words.trim().is_empty()).then(|| super::words::bare(letters))
    })
}

/// The edit that adds letters with their words to the plan's glossary; where there is none, one is begun.
pub(super) fn enter<'words>(plan: &Plan, entries: impl Iterator<Item = (&'words str, &'words str)>) -> Edit {
    let lines: Vec<String> = entries.map(|(letters, words)| format!("{letters}: {words}")).collect();
    let lines = lines.join("\n");
    let is_glossary = |note: &&Note| {
        let beginning = note.text.trim_start().get(..TITLE.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(TITLE))
    };
    if let Some(note) = plan.notes.iter().find(is_glossary) {
        let gap = if note.text.ends_with('\n') { "" } else { "\n" };
        return Edit::Note(note.id, format!("{}{gap}{lines}", note.text));
    }
    // The check draws no ids by chance: the same plan gives the same finding.
    let mut ids = IdMaker::new(Fingerprint::of_all([TITLE, &lines]).number());
    let mut id = ids.note();
    while plan.notes.iter().any(|note| note.id == id) {
        id = ids.note();
    }
    let place = Place { parent: Parent::Plan, index: plan.notes.len() };
    Edit::Insert(place, Record::Note(Note { id, text: format!("{TITLE}\n{lines}") }))
}

/// Adds all letters of the findings that commonly stand for one thing only to the plan's glossary, in one step; `None`
/// where there are fewer than two.
#[must_use]
pub fn add_all_known(plan: &Plan, findings: &[Finding]) -> Option<Fix> {
    let open = findings.iter().filter(|one| one.rule == Rule::UnexpandedAcronym && one.accepted.is_none());
    let known = open.filter_map(|one| Some((one.text.as_str(), only_words_of(&one.text)?)));
    // The findings may be older than the plan.
    let entries: Vec<(&str, &str)> = known.filter(|(letters, _)| !explained(plan).any(|one| one == *letters)).collect();
    (entries.len() > 1).then(|| Fix {
        label: format!("add all {} known to the glossary", entries.len()),
        edit: enter(plan, entries.into_iter()),
        replaces: None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    fn open(plan: &Plan) -> Vec<Finding> {
        let all = check(plan, plan.period.from);
        all.into_iter().filter(|one| one.rule == Rule::UnexpandedAcronym && one.accepted.is_none()).collect()
    }

    #[test]
    fn letters_are_added_to_the_glossary_one_after_another() {
        let mut plan = plan_of(&[Row { description: "Agree with the JCG, the YOT and the LUIC", ..Row::sound() }]);
        for notes in [1, 1] {
            let fix = open(&plan).into_iter().find_map(|finding| finding.fix).unwrap();
            plan.apply(fix.edit).unwrap();
            assert_eq!(plan.notes.len(), notes);
        }
        assert_eq!(plan.notes[0].text, "Glossary\nJCG: Joint Commissioning Group\nYOT: Youth Offending Team");
        assert_eq!(found(&plan, Rule::UnexpandedAcronym), ["LUIC"]);
        assert_eq!(open(&plan)[0].fix, None);
        assert!(open(&plan)[0].suggestion.contains("Glossary"), "what nobody knows can be entered by hand");
    }

    #[test]
    fn what_a_person_wrote_in_the_glossary_stays_and_counts() {
        let mut plan = plan_of(&[Row { description: "Agree with the JCG, the YOT and the LUIC", ..Row::sound() }]);
        let id = IdMaker::new(80).note();
        let text = "glossary of terms\n• LUIC – Local Users Involvement Council\n\n".to_owned();
        plan.notes.push(Note { id, text });
        assert_eq!(found(&plan, Rule::UnexpandedAcronym), ["JCG", "YOT"]);
        let fix = open(&plan).remove(0).fix.unwrap();
        plan.apply(fix.edit).unwrap();
        let text = "glossary of terms\n• LUIC – Local Users Involvement Council\n\nJCG: Joint Commissioning Group";
        assert_eq!(plan.notes[0].text, text);
    }

    #[test]
    fn all_that_are_known_for_certain_are_added_in_one_step() {
        let description = "Agree with the JCG, the YOT, the PCT, the LUIC and the NPS";
        let mut plan = plan_of(&[Row { description, ..Row::sound() }]);
        let findings = open(&plan);
        let fix = add_all_known(&plan, &findings).unwrap();
        assert_eq!(fix.label, "add all 3 known to the glossary");
        let before = plan.clone();
        let back = plan.apply(fix.edit).unwrap();
        assert_eq!(found(&plan, Rule::UnexpandedAcronym), ["LUIC", "NPS"], "NPS stands for several things");
        assert_eq!(add_all_known(&plan, &findings), None, "from findings that are old, nothing is added twice");
        plan.apply(back).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn a_note_that_was_a_glossary_once_is_left_alone() {
        let mut plan = plan_of(&[Row { description: "Agree with the JCG", ..Row::sound() }]);
        let fix = open(&plan).remove(0).fix.unwrap();
        plan.apply(fix.edit.clone()).unwrap();
        let first = plan.notes[0].id;
        plan.apply(Edit::Note(first, "Something else".to_owned())).unwrap();
        let fix = open(&plan).remove(0).fix.unwrap();
        plan.apply(fix.edit).unwrap();
        assert_eq!(plan.notes[0].text, "Something else");
        assert_eq!(plan.notes[1].text, "Glossary\nJCG: Joint Commissioning Group");
    }
}
