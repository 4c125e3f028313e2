//! Tower Hamlets, 2016/17: a damaged text. What is whole must be in the sample as it is; what differs must
//! be explained, word for word.

use std::ops::RangeInclusive;

use planning_grid::model::Shows;

use super::opened;
use super::written::Written;
use crate::commands::show;
use crate::support::seeds;
use crate::support::words::{missing, plain, words};

const FILE: &str = "tower-hamlets-2016-17.ron";
const COLUMNS: [Shows; 6] =
    [Shows::Owners, Shows::Description, Shows::When, Shows::Kpis, Shows::Milestones, Shows::Progress];
const FIELDS: [&str; 6] = ["owners", "description", "when", "kpis", "milestones", "progress"];

fn both() -> [Written; 2] {
    [Written::from(&opened(FILE)), Written::from_json(&show(FILE), &COLUMNS)]
}

/// A run of lines of the seed and what became of it.
struct Block {
    lines: RangeInclusive<usize>,
    parts: Vec<&'static str>,
    damaged: Vec<usize>,
    only_in_seed: Vec<&'static str>,
    only_in_sample: Vec<&'static str>,
    why: &'static str,
}

fn blocks() -> Vec<Block> {
    let number = |text: &str| text.parse::<usize>().unwrap_or_else(|_| panic!("{text:?} is no number"));
    let block = |row: Vec<&'static str>| {
        let [lines, parts, damaged, only_in_seed, only_in_sample, why] = row[..] else { panic!("{row:?}") };
        let (first, last) = lines.split_once('-').expect("a range of lines");
        Block {
            lines: number(first)..=number(last),
            parts: parts.split(' ').collect(),
            damaged: damaged.split_whitespace().map(number).collect(),
            only_in_seed: words(only_in_seed),
            only_in_sample: words(only_in_sample),
            why,
        }
    };
    seeds::rows(seeds::TOWER_HAMLETS_BLOCKS).map(block).collect()
}

/// The lines of the seed with their numbers from 1, without the headings that every table repeats.
fn lines() -> impl Iterator<Item = (usize, &'static str)> {
    const HEADING: &str = "Owner\tAction\tDeadline\tKey Performance Indicator\tMilestone\tProgress update";
    (1..).zip(seeds::TOWER_HAMLETS.lines()).filter(|(_, line)| line.trim_end() != HEADING)
}

/// What a part of the sample says, as the units that a line of the seed can be: a line of the front matter,
/// a title, a statement with its reference, an action's six cells.
fn units(plan: &Written, part: &str) -> Vec<Vec<String>> {
    if part == "front" {
        return plan.front_matter.lines().map(|line| vec![plain(line)]).collect();
    }
    if let Some(grid) = part.strip_prefix("title:") {
        let grid: usize = grid.parse().expect("a grid's number");
        return vec![vec![plain(&plan.grids[grid - 1].title)]];
    }
    let [grid, objective] = indices(part)[..] else { panic!("{part}") };
    let objective = &plan.grids[grid].objectives[objective];
    let statement = plain(&format!("{} {}", objective.reference, objective.statement));
    let actions = objective.actions.iter().map(|cells| cells.iter().map(|cell| plain(cell)).collect());
    std::iter::once(vec![statement]).chain(actions).collect()
}

/// "2.11.1" as positions from 0.
fn indices(dotted: &str) -> Vec<usize> {
    dotted.split('.').map(|number| number.parse::<usize>().expect("a number") - 1).collect()
}

#[test]
fn every_word_of_the_seed_is_in_the_sample_or_explained() {
    let blocks = blocks();
    for plan in both() {
        for block in &blocks {
            let seed: Vec<&str> =
                lines().filter(|(number, _)| block.lines.contains(number)).flat_map(|(_, line)| words(line)).collect();
            let text = block.parts.iter().flat_map(|part| units(&plan, part)).flatten().collect::<Vec<_>>().join(" ");
            let sample = words(&text);
            let sorted = |words: &[&'static str]| missing(words, &[]);
            let place = format!("lines {:?}: {}", block.lines, block.why);
            assert_eq!(missing(&seed, &sample), sorted(&block.only_in_seed), "only in the seed, {place}");
            assert_eq!(missing(&sample, &seed), sorted(&block.only_in_sample), "only in the sample, {place}");
        }
    }
}

#[test]
fn the_blocks_cover_the_whole_seed_and_the_whole_sample() {
    let (plan, blocks) = (opened(FILE), blocks());
    let mut next = 1;
    for block in &blocks {
        assert_eq!(*block.lines.start(), next);
        next = block.lines.end() + 1;
        assert!(block.why.is_empty() == (block.only_in_seed.is_empty() && block.only_in_sample.is_empty()));
    }
    assert_eq!(next, seeds::TOWER_HAMLETS.lines().count() + 1);
    let parts: Vec<&str> = blocks.iter().flat_map(|block| block.parts.iter().copied()).collect();
    let mut expected = vec!["front".to_owned()];
    for (number, grid) in (1..).zip(&plan.grids) {
        expected.push(format!("title:{number}"));
        expected.extend((1..=grid.objectives.len()).map(|objective| format!("{number}.{objective}")));
    }
    assert_eq!(parts, expected);
}

#[test]
fn every_whole_line_of_the_seed_is_in_the_sample_with_each_cell_in_its_column() {
    let blocks = blocks();
    for plan in both() {
        let mut line_count = 0;
        for block in &blocks {
            let mut units: Vec<Vec<String>> = block.parts.iter().flat_map(|part| units(&plan, part)).collect();
            for (number, line) in lines().filter(|(number, _)| block.lines.contains(number)) {
                if block.damaged.contains(&number) || words(line).is_empty() {
                    continue;
                }
                let mut cells: Vec<String> = line.split('\t').map(plain).collect();
                if cells.len() > 1 {
                    // A row whose last cells are empty may end early.
                    cells.resize(COLUMNS.len(), String::new());
                }
                let found = units.iter().position(|unit| *unit == cells);
                let found = found.unwrap_or_else(|| panic!("line {number} is not in the sample: {cells:?}"));
                units.remove(found);
                line_count += 1;
            }
        }
        assert_eq!(line_count, 62);
    }
}

#[test]
fn every_whole_cell_of_the_seed_is_in_its_place_in_the_sample() {
    let seed_cells: Vec<String> = lines().flat_map(|(_, line)| line.split('\t')).map(plain).collect();
    for plan in both() {
        let mut count = 0;
        for row in seeds::rows(seeds::TOWER_HAMLETS_CELLS) {
            let [place, field, text] = row[..] else { panic!("{row:?}") };
            let [grid, objective, action] = indices(place)[..] else { panic!("{place}") };
            let column = FIELDS.iter().position(|known| *known == field).expect("a field");
            let cell = &plan.grids[grid].objectives[objective].actions[action][column];
            assert_eq!(plain(cell), text, "{place}, {field}");
            assert!(seed_cells.iter().any(|cell| cell == text), "not in the seed: {text}");
            count += 1;
        }
        assert_eq!(count, 218);
    }
}

#[test]
fn the_sample_has_every_commitment_and_action() {
    for plan in both() {
        let counts: Vec<(usize, usize)> = plan
            .grids
            .iter()
            .map(|grid| (grid.objectives.len(), grid.objectives.iter().map(|one| one.actions.len()).sum()))
            .collect();
        assert_eq!(counts, [(8, 14), (11, 30), (8, 11), (6, 4)]);
    }
}

#[test]
fn what_could_not_be_read_with_certainty_is_named_in_the_notes() {
    let plan = opened(FILE);
    let notes: String = plan.notes.iter().map(|note| note.text.as_str()).collect();
    for lost in ["PBC3", "PBC4", "PBC7", "PBC8", "T4", "whole schools", "POLICE"] {
        assert!(notes.contains(lost), "{lost}");
    }
}
