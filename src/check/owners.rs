//! Owners of one action: nobody yet, or two written as one.
//!
//! It must not compare owners of the whole plan; `owner_names` does.

use super::finding::{Field, Fix};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{Token, tokens};
use crate::model::{Action, ActionField, Edit, Owners, RecordId};

/// What "new" makes nobody yet.
const ROLES: [&str; 22] = [
    "adviser",
    "advisor",
    "commissioner",
    "contractor",
    "coordinator",
    "co-ordinator",
    "lead",
    "manager",
    "nurse",
    "officer",
    "ordinator",
    "organisation",
    "partner",
    "post",
    "postholder",
    "provider",
    "providers",
    "service",
    "services",
    "staff",
    "supplier",
    "worker",
];
/// Words that say that somebody has still to be found.
const NOT_YET: [&str; 6] = ["vacant", "vacancy", "unfilled", "nobody", "none", "unknown"];

/// Looks at the owners of an action.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let spot = Spot::new(here, Field::Owners, RecordId::Action(action.id));
    let written = action.owners.written();
    if let Some(name) = action.owners.names().iter().find(|name| is_nobody(&tokens(name))) {
        let message = format!("\"{name}\" is not yet anybody.");
        let suggestion = "Name who answers for it until then, such as whoever appoints them.";
        desk.find(Rule::OwnerNobodyYet, spot, written, message, suggestion);
    }
}

fn is_nobody(words: &[Token<'_>]) -> bool {
    let is_new = matches!(words, [new, .., role] if new.is("new") && role.is_any(&ROLES));
    let is_to_be = words.windows(3).any(|three| {
        three[0].is("to")
            && three[1].is("be")
            && three[2].is_any(&["appointed", "recruited", "confirmed", "named", "agreed"])
    });
    is_new || is_to_be || words.iter().any(|word| word.is_any(&NOT_YET))
}

/// Lays down that a name reads like two owners; the fix counts them as two and leaves the words alone.
pub(super) fn find_run_together(desk: &mut Desk<'_>, spot: Spot, action: &Action, name: &str, parts: [&str; 2]) {
    let [one, other] = parts;
    let message = format!("\"{name}\" reads like two owners, \"{one}\" and \"{other}\", written as one.");
    let suggestion = format!("If they are two, part them: \"{one} / {other}\". If it is one owner, accept this.");
    let mut names = Vec::new();
    for known in action.owners.names() {
        if known == name {
            names.extend([one.to_owned(), other.to_owned()]);
        } else {
            names.push(known.clone());
        }
    }
    let written = action.owners.written();
    let owners = Owners::overrule(written, names);
    let fix = Fix {
        label: format!("count \"{one}\" and \"{other}\" as two owners"),
        edit: Edit::Action(action.id, ActionField::Owners(owners)),
        replaces: None,
    };
    desk.find(Rule::OwnersRunTogether, spot, written, message, suggestion).fix = Some(Box::new(fix));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    #[test]
    fn an_owner_who_is_nobody_yet_is_found() {
        for owners in ["New Provider", "new outreach worker", "Manager (vacant)", "DAAT / Lead to be appointed"] {
            let plan = plan_of(&[Row { owners, ..Row::sound() }]);
            assert_eq!(found(&plan, Rule::OwnerNobodyYet), [owners]);
        }
        for owners in ["New Horizons", "Newham Council", "Provider", "Renewal service", "Service providers"] {
            let plan = plan_of(&[Row { owners, ..Row::sound() }]);
            assert_eq!(found(&plan, Rule::OwnerNobodyYet), [""; 0], "{owners}");
        }
    }
}
