//! Documents damaged at random: nothing fails, and no word is lost or invented.

use std::collections::BTreeSet;

use planning_grid::intake::{Block, Source, plain};
use planning_grid::model::{Plan, Shows};
use proptest::prelude::*;

use super::drafted_source;
use crate::support::seeds;
use crate::support::texts::texts;

/// One thing that happens to a document.
#[derive(Clone, Debug)]
enum Damage {
    /// A block is gone.
    Drop(usize),
    /// Two blocks change places.
    Swap(usize, usize),
    /// A row is gone.
    DropRow(usize, usize),
    /// A cell runs into the next.
    JoinCells(usize, usize, usize),
    /// A cell becomes part of the one above.
    Merge(usize, usize, usize),
    /// A text is cut, and its end stands in another block.
    Cut(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let any = any::<usize>;
    prop_oneof![
        any().prop_map(Damage::Drop),
        (any(), any()).prop_map(|(one, two)| Damage::Swap(one, two)),
        (any(), any()).prop_map(|(block, row)| Damage::DropRow(block, row)),
        (any(), any(), any()).prop_map(|(block, row, cell)| Damage::JoinCells(block, row, cell)),
        (any(), any(), any()).prop_map(|(block, row, cell)| Damage::Merge(block, row, cell)),
        (any(), any()).prop_map(|(block, at)| Damage::Cut(block, at)),
    ]
}

fn inflict(source: &mut Source, damage: &Damage) {
    let blocks = &mut source.blocks;
    let count = blocks.len();
    if count == 0 {
        return;
    }
    match *damage {
        Damage::Drop(block) => drop(blocks.remove(block % count)),
        Damage::Swap(one, two) => blocks.swap(one % count, two % count),
        Damage::DropRow(block, row) => {
            if let Block::Table(table) = &mut blocks[block % count] {
                table.rows.remove(row % table.rows.len().max(1));
                if table.rows.is_empty() {
                    blocks.remove(block % count);
                }
            }
        }
        Damage::JoinCells(block, row, cell) => {
            if let Block::Table(table) = &mut blocks[block % count] {
                let row_count = table.rows.len();
                let cells = &mut table.rows[row % row_count].cells;
                if cells.len() > 1 {
                    let gone = cells.remove(cell % (cells.len() - 1) + 1);
                    let place = cell % cells.len();
                    let before = &mut cells[place];
                    before.text = format!("{} {}", before.text, gone.text);
                }
            }
        }
        Damage::Merge(block, row, cell) => {
            if let Block::Table(table) = &mut blocks[block % count] {
                let row_count = table.rows.len();
                let cells = &mut table.rows[row % row_count].cells;
                let cell_count = cells.len();
                if let Some(cell) = cells.get_mut(cell % cell_count.max(1)) {
                    cell.continues = true;
                    cell.text.clear();
                }
            }
        }
        Damage::Cut(block, at) => {
            if let Block::Line(line) = &mut blocks[block % count] {
                let middle = (0..=at % (line.text.len() + 1)).rev().find(|at| line.text.is_char_boundary(*at)).unwrap();
                let mut end = line.clone();
                end.text = line.text.split_off(middle);
                blocks.push(Block::Line(end));
            }
        }
    }
}

/// The words of a plan that are neither in the document nor headings that every plan has.
fn invented(plan: &Plan, source: &Source) -> Vec<String> {
    let bare = |word: &str| word.trim_end_matches([':', '.', ')', '-']).to_lowercase();
    let mut known: BTreeSet<String> = source.words().map(bare).collect();
    for status in &plan.statuses {
        known.extend(status.word.split_whitespace().chain([status.letter.as_str()]).map(bare));
    }
    known.extend(Shows::STANDARD.iter().flat_map(|shows| shows.default_heading().split(' ')).map(bare));
    known.extend(["key", "priorities", "column", &plan.period.label].map(str::to_owned));
    let texts = texts(plan);
    let words = texts.iter().flat_map(|text| text.split_whitespace()).map(bare);
    words.filter(|word| !word.is_empty() && !known.contains(word)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_loses_a_word_or_invents_one(
        seed in prop_oneof![Just(seeds::OLDHAM), Just(seeds::TOWER_HAMLETS)],
        damages in prop::collection::vec(damage(), 0..40),
    ) {
        let mut source = plain::read(seed, "seed");
        for damage in &damages {
            inflict(&mut source, damage);
        }
        let draft = drafted_source(&source);
        prop_assert_eq!(invented(&draft.plan, &source), Vec::<String>::new());
        // The net at the end of it, which has no place to name, was not needed.
        prop_assert!(draft.unplaced.iter().all(|piece| !piece.origin.to_string().is_empty()));
    }

    #[test]
    fn no_text_at_all_does_harm(text in "([A-Za-z1-9.:•❖é |<>*-]{0,12}(\t|\n| Owner | Action | T1 |Objective 1: )){0,40}") {
        let source = plain::read(&text, "text");
        let draft = drafted_source(&source);
        prop_assert!(draft.unplaced.iter().all(|piece| !piece.origin.to_string().is_empty()));
    }
}
