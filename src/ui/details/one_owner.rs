//! Names that mean one owner, made one; and a name taken out again. Words in the plan's cells stay as they are.
//!
//! It needs no window.

use crate::model::owners::same_name;
use crate::model::{Edit, Owner, OwnerField, OwnerId, Parent, Place, Plan, Record, RecordId};

/// Every name that would be one owner: those given, and all the names of the owners that have one of them.
pub(super) fn names_of(plan: &Plan, given: &[String]) -> Vec<String> {
    let of_owners = involved(plan, given).flat_map(Owner::names).map(str::to_owned);
    let mut names: Vec<String> = Vec::new();
    for name in given.iter().cloned().chain(of_owners) {
        if !name.trim().is_empty() && !names.iter().any(|known| same_name(known, &name)) {
            names.push(name);
        }
    }
    names
}

fn involved<'plan>(plan: &'plan Plan, given: &[String]) -> impl Iterator<Item = &'plan Owner> {
    plan.directory.iter().filter(|owner| given.iter().any(|name| owner.is_called(name)))
}

/// The edit that makes these names one owner, shown as `shown`. Owners of the directory that have one of them become
/// one, with all their names and addresses; without any, `new` is put in.
pub(super) fn make_one(plan: &Plan, given: &[String], shown: &str, new: OwnerId) -> Edit {
    let also: Vec<String> = names_of(plan, given).into_iter().filter(|name| !same_name(name, shown)).collect();
    let mut owners = involved(plan, given);
    let Some(kept) = owners.next() else {
        let owner = Owner { id: new, name: shown.to_owned(), also, email: String::new() };
        return Edit::Insert(Place { parent: Parent::Plan, index: plan.directory.len() }, Record::Owner(owner));
    };
    let mut emails: Vec<&str> = Vec::from([kept.email.trim()]);
    let mut edits = Vec::new();
    for other in owners {
        edits.push(Edit::Remove(RecordId::Owner(other.id)));
        emails.push(other.email.trim());
    }
    emails.retain(|email| !email.is_empty());
    emails.dedup();
    let email = emails.join("; ");
    edits.push(Edit::Owner(kept.id, OwnerField::Name(shown.to_owned())));
    edits.push(Edit::Owner(kept.id, OwnerField::Also(also)));
    if email != kept.email.trim() {
        edits.push(Edit::Owner(kept.id, OwnerField::Email(email)));
    }
    Edit::Batch(edits)
}

/// The edit that takes a name out of an owner. The next of its names shows then; the last one takes the owner with it.
pub(super) fn take_out(owner: &Owner, name: &str) -> Edit {
    let mut left = owner.names().filter(|own| !same_name(own, name)).map(str::to_owned);
    let Some(shown) = left.next() else { return Edit::Remove(RecordId::Owner(owner.id)) };
    let also = Edit::Owner(owner.id, OwnerField::Also(left.collect()));
    if shown == owner.name {
        return also;
    }
    Edit::Batch(vec![Edit::Owner(owner.id, OwnerField::Name(shown)), also])
}

/// What is to be said of an address; it is kept whatever it is.
pub(super) fn email_note(email: &str) -> &'static str {
    let email = email.trim();
    let parts: Vec<&str> = email.split('@').collect();
    match parts.as_slice() {
        [""] => "",
        [name, place] if !name.is_empty() && !place.is_empty() && !email.contains(char::is_whitespace) => "",
        [_] => "An address has an @ in it.",
        [_, _] if email.contains(char::is_whitespace) => "An address has no spaces in it.",
        [_, _] => "Something is missing before or after the @.",
        _ => "More than one address.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use crate::model::{Action, Grid, IdMaker, Objective, Owners, invariants};

    fn plan_with(owners: &[&str]) -> (Plan, IdMaker) {
        let mut ids = IdMaker::new(5);
        let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
        let mut objective = Objective::blank(ids.objective());
        for written in owners {
            let mut action = Action::blank(ids.action());
            action.owners = Owners::read(*written, &[]);
            objective.actions.push(action);
        }
        let mut grid = Grid::blank(ids.grid());
        grid.objectives.push(objective);
        plan.grids.push(grid);
        (plan, ids)
    }

    fn given(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn counted(plan: &Plan) -> Vec<&str> {
        plan.actions().flat_map(|action| action.owners.names()).map(|name| plan.owner_name(name)).collect()
    }

    #[test]
    fn names_become_one_owner_and_no_word_of_a_cell_changes() {
        let (mut plan, mut ids) = plan_with(&["Public Health", "LBTH PH / CRC", "PH", "Trading Standards, LBTH"]);
        let before = plan.clone();
        let id = ids.owner();
        let inverse = plan.apply(make_one(&plan, &given(&["LBTH PH", "PH"]), "PH", id)).unwrap();
        assert_eq!(counted(&plan), ["Public Health", "PH", "CRC", "PH", "Trading Standards", "LBTH"]);
        // The owner that is there takes more names in.
        plan.apply(make_one(&plan, &given(&["Public Health", "LBTH PH"]), "Public Health", ids.owner())).unwrap();
        invariants::check(&plan).unwrap();
        assert_eq!(plan.directory.len(), 1);
        assert_eq!((plan.directory[0].id, plan.directory[0].also.clone()), (id, given(&["LBTH PH", "PH"])));
        assert_eq!(counted(&plan)[..4], ["Public Health", "Public Health", "CRC", "Public Health"]);
        let written = |plan: &Plan| plan.actions().map(|one| one.owners.written().to_owned()).collect::<Vec<_>>();
        assert_eq!(written(&plan), written(&before));
        let (mut plan, mut ids) = plan_with(&["A", "B"]);
        let before = plan.clone();
        let back = plan.apply(make_one(&plan, &given(&["A", "B"]), "A", ids.owner())).unwrap();
        plan.apply(back).unwrap();
        assert_eq!(plan, before);
        drop(inverse);
    }

    #[test]
    fn two_owners_become_one_with_all_names_and_addresses() {
        let (mut plan, mut ids) = plan_with(&["A", "B", "C"]);
        for (name, also, email) in [("A", "A1", "a@x.uk"), ("B", "B1", ""), ("C", "C1", "c@x.uk")] {
            let owner = Owner { id: ids.owner(), name: name.into(), also: given(&[also]), email: email.into() };
            plan.directory.push(owner);
        }
        let before = plan.clone();
        let inverse = plan.apply(make_one(&plan, &given(&["C", "A", "B1"]), "C", ids.owner())).unwrap();
        let [one] = plan.directory.as_slice() else { panic!("one owner") };
        assert_eq!((one.name.as_str(), one.email.as_str()), ("C", "a@x.uk; c@x.uk"));
        assert_eq!(one.also, given(&["A", "B1", "A1", "B", "C1"]));
        assert_eq!(counted(&plan), ["C", "C", "C"]);
        plan.apply(inverse).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn a_name_is_taken_out_again() {
        let (mut plan, mut ids) = plan_with(&["A", "B"]);
        plan.apply(make_one(&plan, &given(&["A", "B"]), "A", ids.owner())).unwrap();
        plan.apply(take_out(&plan.directory[0], "B")).unwrap();
        assert_eq!(counted(&plan), ["A", "B"]);
        plan.apply(make_one(&plan, &given(&["A", "B"]), "A", ids.owner())).unwrap();
        plan.apply(take_out(&plan.directory[0], "a")).unwrap();
        assert_eq!((plan.directory[0].name.as_str(), counted(&plan)), ("B", vec!["A", "B"]));
        plan.apply(take_out(&plan.directory[0], "B")).unwrap();
        assert_eq!(plan.directory, []);
    }

    #[test]
    fn an_address_is_looked_at_lightly() {
        for good in ["", "  ", "a.b@example.gov.uk"] {
            assert_eq!(email_note(good), "", "{good}");
        }
        for bad in ["a.b", "a b@example.uk", "@example.uk", "a@", "a@x.uk; b@x.uk"] {
            assert_ne!(email_note(bad), "", "{bad}");
        }
    }
}
