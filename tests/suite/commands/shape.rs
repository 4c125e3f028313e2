//! `show --json`: the shape that scripts rely on.

use chrono::NaiveDate;
use serde_json::Value;

use super::{SAMPLES, show};

/// The names in a JSON object, in its order.
#[track_caller]
fn names(value: &Value) -> Vec<&str> {
    value.as_object().unwrap_or_else(|| panic!("{value} is no object")).keys().map(String::as_str).collect()
}

/// Makes sure that an object has these names, whatever others it has.
#[track_caller]
fn has(value: &Value, expected: &[&str]) {
    let names = names(value);
    for name in expected {
        assert!(names.contains(name), "{name} is not among {names:?}");
    }
}

#[track_caller]
fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

#[track_caller]
fn is_list_of_texts(value: &Value) {
    assert!(list(value).iter().all(Value::is_string), "{value}");
}

/// A day as YYYY-MM-DD, or null.
#[track_caller]
fn is_day_or_null(value: &Value) {
    let is_day =
        value.as_str().is_some_and(|day| day.len() == 10 && NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok());
    assert!(is_day || value.is_null(), "{value}");
}

/// A date as written and as read.
#[track_caller]
fn is_when(value: &Value) {
    const KINDS: [&str; 13] = [
        "day",
        "month",
        "quarter",
        "year",
        "range",
        "from",
        "recurring",
        "ongoing",
        "event",
        "several",
        "placeholder",
        "blank",
        "unread",
    ];
    assert_eq!(names(value), ["written", "kind", "from", "to"]);
    assert!(value["written"].is_string());
    assert!(KINDS.contains(&value["kind"].as_str().expect("a kind")), "{value}");
    is_day_or_null(&value["from"]);
    is_day_or_null(&value["to"]);
}

fn is_action(action: &Value) {
    has(action, &["id", "description", "owners", "when", "kpis", "milestones", "updates", "status"]);
    assert!(action["id"].is_string() && action["description"].is_string());
    is_list_of_texts(&action["owners"]);
    is_when(&action["when"]);
    is_list_of_texts(&action["kpis"]);
    for milestone in list(&action["milestones"]) {
        assert_eq!(names(milestone), ["text", "when"]);
        assert!(milestone["text"].is_string());
        is_when(&milestone["when"]);
    }
    list(&action["updates"]);
    assert!(action["status"].is_string() || action["status"].is_null());
}

#[test]
fn the_whole_plan_has_the_names_and_kinds_of_value_that_were_agreed() {
    for sample in SAMPLES {
        let plan = show(sample);
        has(&plan, &["title", "partnership", "period", "status", "grids"]);
        assert!(["title", "partnership", "status"].iter().all(|name| plan[name].is_string()));
        assert_eq!(names(&plan["period"]), ["label", "from", "to"]);
        is_day_or_null(&plan["period"]["from"]);
        is_day_or_null(&plan["period"]["to"]);
        for grid in list(&plan["grids"]) {
            has(grid, &["id", "title", "priorities", "objectives"]);
            assert!(grid["id"].is_string() && grid["title"].is_string());
            is_list_of_texts(&grid["priorities"]);
            for objective in list(&grid["objectives"]) {
                has(objective, &["id", "reference", "statement", "actions", "outcomes"]);
                assert!(["id", "reference", "statement"].iter().all(|name| objective[name].is_string()));
                list(&objective["actions"]).iter().for_each(is_action);
                is_list_of_texts(&objective["outcomes"]);
            }
        }
    }
}

#[test]
fn the_front_page_is_that_of_the_sample() {
    let plan = show("oldham-2010-11.ron");
    let period = &plan["period"];
    assert_eq!([&period["label"], &period["from"], &period["to"]], ["2010/11", "2010-04-01", "2011-03-31"]);
    assert_eq!([&plan["partnership"], &plan["status"]], ["Oldham", "Agreed"]);
    let plan = show("tower-hamlets-2016-17.ron");
    let period = &plan["period"];
    assert_eq!([&period["label"], &period["from"], &period["to"]], ["2016/17", "2016-04-01", "2017-03-31"]);
    assert_eq!([&plan["partnership"], &plan["status"]], ["Tower Hamlets", "Draft"]);
}

#[test]
fn every_id_is_the_plans_only_one() {
    for sample in SAMPLES {
        let plan = show(sample);
        let mut ids = Vec::new();
        for grid in list(&plan["grids"]) {
            ids.push(&grid["id"]);
            for objective in list(&grid["objectives"]) {
                ids.push(&objective["id"]);
                ids.extend(list(&objective["actions"]).iter().map(|action| &action["id"]));
            }
        }
        let count = ids.len();
        ids.sort_by_key(|id| id.as_str());
        ids.dedup();
        assert_eq!(ids.len(), count, "{sample}");
    }
}

#[test]
fn several_owners_in_one_cell_are_several_in_the_list() {
    let plan = show("tower-hamlets-2016-17.ron");
    let owners: Vec<&Value> = list(&plan["grids"])
        .iter()
        .flat_map(|grid| list(&grid["objectives"]))
        .flat_map(|objective| list(&objective["actions"]))
        .map(|action| &action["owners"])
        .collect();
    assert!(owners.contains(&&serde_json::json!(["LBTH DAAT", "CRC"])), "{owners:?}");
}
