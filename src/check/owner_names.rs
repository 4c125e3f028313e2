//! One owner under several names, and two owners under one.
//!
//! Names that the directory knows as one owner are settled and never asked about. Two others are taken for one where
//! they are the same words but for case, hyphens, order, a plural, the partnership's own name or initials before or
//! after them, or an abbreviation that is the initials of the other ("PH", "Public Health").

use std::collections::{HashMap, HashSet};

use super::finding::{Field, Fix};
use super::owners::find_run_together;
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::tokens;
use crate::model::{
    Action, Edit, Fingerprint, IdMaker, Owner, OwnerField, OwnerId, Parent, Place, Plan, Record, RecordId,
};

/// A name with fewer words than this is too short to be known without its first.
const LONG_NAME_WORDS: usize = 3;

/// A way an owner is written.
#[derive(Debug)]
struct Way<'plan> {
    name: &'plan str,
    /// The directory's entry for it.
    entry: Option<&'plan Owner>,
    count: usize,
    action: &'plan Action,
    spot: Spot,
    words: Vec<String>,
}

/// Looks at every owner's name.
pub(super) fn look_at_plan(desk: &mut Desk<'_>) {
    let ways = ways(desk.plan);
    let groups = groups(&ways);
    for group in &groups {
        if let [first, rest @ ..] = group.as_slice()
            && rest
                .iter()
                .any(|way| way.entry.is_none() || way.entry.map(|one| one.id) != first.entry.map(|one| one.id))
        {
            find_several(desk, group);
        }
    }
    let known = Known {
        names: ways.iter().map(|way| way.name.to_lowercase()).collect(),
        words: ways.iter().filter(|way| way.words.len() > 1).map(|way| way.words.join(" ")).collect(),
    };
    for way in &ways {
        if let Some(parts) = two_owners(way, &known) {
            find_run_together(desk, way.spot, way.action, way.name, parts);
        }
    }
}

/// Every way owners are written, by first use.
fn ways(plan: &Plan) -> Vec<Way<'_>> {
    let place = place_names(plan);
    let mut as_written: HashMap<&str, usize> = HashMap::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut ways: Vec<Way<'_>> = Vec::new();
    for standing in plan.standings() {
        for name in standing.action.owners.names() {
            if let Some(way) = as_written.get(name.as_str()).and_then(|at| ways.get_mut(*at)) {
                way.count += 1;
                continue;
            }
            let key = name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
            let at = *known.entry(key).or_insert(ways.len());
            as_written.insert(name, at);
            if let Some(way) = ways.get_mut(at) {
                way.count += 1;
                continue;
            }
            let here = Here {
                grid: Some((standing.grid_index, standing.grid.id)),
                objective: Some((standing.objective_index, standing.objective.id)),
                action: Some((standing.action_index, standing.action.id)),
            };
            let spot = Spot::new(here, Field::Owners, RecordId::Action(standing.action.id));
            let words = name_words(name, &place);
            let entry = plan.owner_called(name);
            ways.push(Way { name, entry, count: 1, action: standing.action, spot, words });
        }
    }
    spell_out(&mut ways);
    ways
}

/// The partnership's name in words, and its initials ("th" of Tower Hamlets).
fn place_names(plan: &Plan) -> (Vec<String>, String) {
    let words: Vec<String> = tokens(&plan.partnership).iter().map(|token| token.word.to_lowercase()).collect();
    let initials = words.iter().filter_map(|word| word.chars().next()).collect();
    (words, initials)
}

/// The words a name is known by: small letters, no plural, nothing of the place; never none.
fn name_words(name: &str, (place, initials): &(Vec<String>, String)) -> Vec<String> {
    let joined = name.replace(['-', '\'', '\u{2019}'], "");
    let mut all = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for token in tokens(&joined).iter().filter(|token| !token.is("and")) {
        let word = token.word.to_lowercase();
        let of_place = initials.len() > 1 && token.is_loud;
        let is_place = place.contains(&word) || (of_place && word.len() <= 4 && word.ends_with(initials.as_str()));
        // "THDAS", "TH DAS"
        let rest = word.strip_prefix(initials.as_str()).filter(|rest| of_place && rest.len() > 2);
        let known = if token.is_loud { rest.unwrap_or(&word).to_owned() } else { singular(&word) };
        match words.last_mut() {
            // "Children s services"
            _ if is_place => {}
            Some(last) if word == "s" => *last = singular(&format!("{last}s")),
            _ => words.push(known.clone()),
        }
        all.push(known);
    }
    if words.is_empty() { all } else { words }
}

fn singular(word: &str) -> String {
    if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word[..word.len() - 1].to_owned()
    } else {
        word.to_owned()
    }
}

/// Puts words in the place of an abbreviation that is their initials, where another owner has them.
fn spell_out(ways: &mut [Way<'_>]) {
    let mut spelled: HashMap<String, Vec<String>> = HashMap::new();
    for way in ways.iter() {
        for length in 2..=way.words.len().min(4) {
            for run in way.words.windows(length) {
                let initials: String = run.iter().filter_map(|word| word.chars().next()).collect();
                if run.iter().all(|word| word.len() > 2) {
                    spelled.entry(initials).or_insert_with(|| run.to_vec());
                }
            }
        }
    }
    for way in ways {
        let is_loud = |word: &str| tokens(way.name).iter().any(|token| token.is_loud && token.is(word));
        let words = way.words.iter().flat_map(|word| match spelled.get(word).filter(|_| is_loud(word)) {
            Some(run) => run.clone(),
            None => vec![word.clone()],
        });
        way.words = words.collect();
    }
}

/// The ways that mean one owner, those that have company.
fn groups<'ways, 'plan>(ways: &'ways [Way<'plan>]) -> Vec<Vec<&'ways Way<'plan>>> {
    let mut groups: Vec<Vec<&Way<'_>>> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    for way in ways {
        let mut sorted = way.words.clone();
        sorted.sort_unstable();
        let mut keys = vec![sorted.join(" "), format!("={}", way.words.concat())];
        keys.extend(way.entry.map(|entry| format!("#{}", entry.id)));
        let long = format!("+{}", way.words.join(" "));
        if way.words.len() >= LONG_NAME_WORDS {
            keys.push(long);
        }
        let bare = without_abbreviation(way);
        keys.extend(bare.map(|words| format!("+{}", words.join(" "))));
        let at = keys.iter().find_map(|key| by_key.get(key).copied()).unwrap_or(groups.len());
        if at == groups.len() {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.get_mut(at) {
            group.push(way);
        }
        for key in keys {
            by_key.entry(key).or_insert(at);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// "Harm Minimisation Lead" of "YP Harm Minimisation Lead".
fn without_abbreviation<'way>(way: &'way Way<'_>) -> Option<&'way [String]> {
    let written = tokens(way.name);
    let first = written.first().filter(|token| token.is_loud)?;
    let added = way.words.len().checked_sub(written.len() - 1)?;
    let rest = way.words.get(added..)?;
    (first.word.len() > 1 && rest.len() >= LONG_NAME_WORDS).then_some(rest)
}

fn find_several(desk: &mut Desk<'_>, group: &[&Way<'_>]) {
    let known = group.iter().find_map(|way| way.entry);
    let main = match known {
        Some(entry) => entry.name.as_str(),
        None => group.iter().rev().max_by_key(|way| way.count).map_or("", |way| way.name),
    };
    let is_main = |way: &Way<'_>| match (known, way.entry) {
        (Some(known), Some(entry)) => known.id == entry.id,
        _ => way.name == main,
    };
    let others: Vec<&str> = group.iter().filter(|way| !is_main(way)).map(|way| way.name).collect();
    let Some(shown) = group.iter().find(|way| !is_main(way)) else { return };
    let all = std::iter::once(main).chain(others.iter().copied()).collect::<Vec<_>>();
    let quoted = others.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let message = format!("{quoted} may be the same owner as \"{main}\".");
    let edit = one_owner(desk.plan, known, main, group);
    let suggestion = match edit {
        Some(_) => "If so, make them one owner in the directory; what is written in the cells stays.",
        None => "They have several e-mail addresses. If they are one, join them in the plan's details.",
    };
    let fix = edit.map(|edit| Fix { label: "make these one owner".to_owned(), edit, replaces: None });
    desk.find(Rule::OwnerSeveralWays, shown.spot.about_plan(), &all.join(" = "), message, suggestion).fix =
        fix.map(Box::new);
}

/// The edit that leaves all of these names under one owner of the directory; `None` where an address would be lost.
fn one_owner(plan: &Plan, known: Option<&Owner>, main: &str, group: &[&Way<'_>]) -> Option<Edit> {
    let Some(owner) = known else {
        let also = group.iter().map(|way| way.name).filter(|name| *name != main).map(str::to_owned).collect();
        let owner = Owner { id: free_id(plan, main), name: main.to_owned(), also, email: String::new() };
        let place = Place { parent: Parent::Plan, index: plan.directory.len() };
        return Some(Edit::Insert(place, Record::Owner(owner)));
    };
    let mut also = owner.also.clone();
    let mut joined: Vec<&Owner> = Vec::new();
    for way in group {
        match way.entry {
            Some(entry) if entry.id == owner.id || joined.iter().any(|one| one.id == entry.id) => {}
            Some(entry) => joined.push(entry),
            None => also.push(way.name.to_owned()),
        }
    }
    for name in joined.iter().flat_map(|entry| entry.names()) {
        if name != owner.name && !also.iter().any(|known| known == name) {
            also.push(name.to_owned());
        }
    }
    let mut edits = vec![Edit::Owner(owner.id, OwnerField::Also(also))];
    let mut addresses: Vec<&str> = joined.iter().map(|one| one.email.as_str()).filter(|one| !one.is_empty()).collect();
    addresses.dedup();
    match addresses.as_slice() {
        [] => {}
        [address] if owner.email.is_empty() => {
            edits.push(Edit::Owner(owner.id, OwnerField::Email((*address).to_owned())));
        }
        [address] if *address == owner.email => {}
        _ => return None,
    }
    edits.extend(joined.iter().map(|one| Edit::Remove(RecordId::Owner(one.id))));
    Some(Edit::Batch(edits))
}

/// An id that nobody in the directory has, the same for the same plan.
fn free_id(plan: &Plan, name: &str) -> OwnerId {
    let mut ids = IdMaker::new(Fingerprint::of(name).number());
    let mut id = ids.owner();
    while plan.directory.iter().any(|owner| owner.id == id) {
        id = ids.owner();
    }
    id
}

/// What two owners written as one are looked for among.
struct Known {
    /// Every name in small letters.
    names: HashSet<String>,
    /// The words of the names of more than one.
    words: HashSet<String>,
}

/// The two other owners that a name is made of, the first of them an abbreviation.
fn two_owners<'plan>(way: &Way<'plan>, known: &Known) -> Option<[&'plan str; 2]> {
    if way.entry.is_some() || way.action.owners.is_overruled() {
        return None;
    }
    let written = tokens(way.name);
    let [first, second, ..] = written.as_slice() else { return None };
    let rest = way.name.get(second.start..)?;
    let rest_words: Vec<String> = tokens(rest).iter().map(|token| singular(&token.word.to_lowercase())).collect();
    let is_two = first.is_loud
        && known.names.contains(&first.word.to_lowercase())
        && rest_words.len() > 1
        && known.words.contains(&rest_words.join(" "));
    is_two.then_some([first.word, rest])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    fn with_owners(owners: &[&str]) -> Plan {
        let rows: Vec<Row<'_>> = owners.iter().map(|owners| Row { owners, ..Row::sound() }).collect();
        let mut plan = plan_of(&rows);
        "Tower Hamlets".clone_into(&mut plan.partnership);
        plan
    }

    #[test]
    fn one_owner_under_several_names_is_found() {
        for (owners, expected) in [
            (["Public Health", "LBTH PH"], "Public Health = LBTH PH"),
            (["Harm Co-ordinator", "Harm Coordinator"], "Harm Co-ordinator = Harm Coordinator"),
            (["Young people service", "Young people services"], "Young people service = Young people services"),
            (
                ["YP Harm Minimisation Lead", "Harm Minimisation Lead"],
                "YP Harm Minimisation Lead = Harm Minimisation Lead",
            ),
            (["TH DAS", "THDAS"], "TH DAS = THDAS"),
            (["Trading Standards LBTH", "LBTH Trading Standards"], "Trading Standards LBTH = LBTH Trading Standards"),
            (["Children s services", "Childrens services"], "Children s services = Childrens services"),
        ] {
            assert_eq!(found(&with_owners(&owners), Rule::OwnerSeveralWays), [expected]);
        }
    }

    #[test]
    fn different_owners_and_those_the_directory_knows_are_not() {
        for owners in [
            ["DAAT Manager", "DAAT Strategic Manager"],
            ["Brook", "Brook Staff"],
            ["Public Health", "public  health"],
            ["Adult services", "Children services"],
            ["LBTH", "LBTH DAAT"],
        ] {
            assert_eq!(found(&with_owners(&owners), Rule::OwnerSeveralWays), [""; 0], "{owners:?}");
        }
        let mut plan = with_owners(&["Public Health", "PH"]);
        plan.directory.push(Owner {
            id: OwnerId::new(9).unwrap(),
            name: "Public Health".to_owned(),
            also: vec!["PH".to_owned()],
            email: String::new(),
        });
        assert_eq!(found(&plan, Rule::OwnerSeveralWays), [""; 0]);
    }

    fn entry(number: u64, name: &str, email: &str) -> Owner {
        let (name, email) = (name.to_owned(), email.to_owned());
        Owner { id: OwnerId::new(number).unwrap(), name, also: Vec::new(), email }
    }

    fn fix_of(plan: &Plan) -> Option<Box<Fix>> {
        let findings = super::super::check(plan, plan.period.from);
        findings.into_iter().find(|one| one.rule == Rule::OwnerSeveralWays).and_then(|finding| finding.fix)
    }

    #[test]
    fn owners_who_are_not_in_the_directory_are_made_one_and_their_words_stay() {
        let mut plan = with_owners(&["LBTH PH", "Public Health", "Public Health"]);
        plan.apply(fix_of(&plan).unwrap().edit).unwrap();
        assert_eq!(plan.directory.len(), 1);
        assert_eq!(
            (plan.directory[0].name.as_str(), plan.directory[0].also.as_slice()),
            ("Public Health", &["LBTH PH".to_owned()][..])
        );
        let written: Vec<&str> = plan.actions().map(|action| action.owners.written()).collect();
        assert_eq!(written, ["LBTH PH", "Public Health", "Public Health"]);
        assert_eq!(found(&plan, Rule::OwnerSeveralWays), [""; 0]);
    }

    #[test]
    fn an_owner_who_was_renamed_in_the_directory_is_not_in_the_way() {
        let mut plan = with_owners(&["LBTH PH", "Public Health"]);
        plan.apply(fix_of(&plan).unwrap().edit).unwrap();
        plan.directory[0].name = "Somebody else".to_owned();
        plan.directory[0].also.clear();
        plan.apply(fix_of(&plan).unwrap().edit).unwrap();
        assert_eq!(plan.directory.len(), 2);
        assert_eq!(found(&plan, Rule::OwnerSeveralWays), [""; 0]);
    }

    #[test]
    fn entries_of_the_directory_are_joined_and_no_address_is_lost() {
        for (first, second, joined) in [
            ("", "ph@example.org", Some("ph@example.org")),
            ("a@example.org", "a@example.org", Some("a@example.org")),
            ("a@example.org", "", Some("a@example.org")),
            ("a@example.org", "b@example.org", None),
        ] {
            let mut plan = with_owners(&["Public Health", "LBTH PH", "PH LBTH"]);
            plan.directory = vec![entry(9, "Public Health", first), entry(10, "LBTH PH", second)];
            let Some(joined) = joined else {
                assert_eq!(fix_of(&plan), None);
                continue;
            };
            plan.apply(fix_of(&plan).unwrap().edit).unwrap();
            let owner =
                Owner { also: vec!["PH LBTH".to_owned(), "LBTH PH".to_owned()], ..entry(9, "Public Health", joined) };
            assert_eq!(plan.directory, [owner]);
        }
    }

    #[test]
    fn two_owners_written_as_one_are_found() {
        let plan = with_owners(&["DAAT", "Service providers", "DAAT Service provider"]);
        assert_eq!(found(&plan, Rule::OwnersRunTogether), ["DAAT Service provider"]);
        let plan = with_owners(&["DAAT", "Manager", "DAAT Manager", "DAAT Workforce Officer"]);
        assert_eq!(found(&plan, Rule::OwnersRunTogether), [""; 0]);
    }
}
