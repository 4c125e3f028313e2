//! Each format, exactly.

use super::*;

const HIDDEN: &[u8] = include_bytes!("../../../../tests/documents/hidden.xlsx");
const MERGED: &[u8] = include_bytes!("../../../../tests/documents/merged.xlsx");
const SEVERAL: &[u8] = include_bytes!("../../../../tests/documents/several-sheets.ods");
const OLD: &[u8] = include_bytes!("../../../../tests/documents/old.xls");

fn sketched(bytes: &[u8]) -> Vec<String> {
    sketch(&read(bytes, "test", &go).unwrap())
}

#[test]
fn what_is_hidden_is_read_and_said() {
    let expected = [
        "table @ A1",
        "| Action | By when | Cost | By whom | heading",
        "| Train staff | 30/11/2016 | £1,200.50 | PH |",
        "| Old action | March 2017 | 5% | DAAT | hidden",
        "| Open clinic | Q3 | 35,000 | CGL |",
        "= Kept from last year @ B2",
        "! There are words in a hidden row: 3. It was read all the same. @ sheet \"Plan\"",
        "! There are words in a hidden column: D. It was read all the same. @ sheet \"Plan\"",
        "! There is a note: Ask about venue @ sheet \"Plan\", cell A2",
        "! This sheet is hidden. It was read all the same. @ sheet \"Old\"",
    ];
    assert_eq!(sketched(HIDDEN), expected);
}

#[test]
fn merged_cells_cover_columns_and_continue_downwards() {
    let expected = [
        "= Objective 1: Reduce harm @ B2",
        "table @ B3",
        "| Owner | Action | When | Done |",
        "| LBTH DAAT | First\nsecond line | 30/11/16 | TRUE |",
        "| ^ | Second | (2) Joint by both |",
        "| ^ | Third |  | #REF! |",
        "! This cell shows #REF!: its formula has no result. @ sheet \"Grid\", cell F6",
    ];
    assert_eq!(sketched(MERGED), expected);
}

#[test]
fn an_open_document_is_read_as_it_shows_itself() {
    let expected = [
        "= Prevention plan @ A1",
        "table @ A3",
        "| Action | By when | Target |",
        "| Deliver  IBAs | 30/11/2016 | 5% |",
        "| Two\nlines | March 2017 | 35,000 |",
        "| Hidden one | Ongoing |  | hidden",
        "table @ A1",
        "| Owner | Action |",
        "| CGL | Open |",
        "| ^ | Close |",
        "= Nothing now @ A1",
        "! There are words in a hidden row: 6. It was read all the same. @ sheet \"Prevention\"",
        "! There is a note: Numbers to follow @ sheet \"Prevention\", cell A4",
        "! This sheet is hidden. It was read all the same. @ sheet \"Old\"",
    ];
    assert_eq!(sketched(SEVERAL), expected);
}

#[test]
fn an_old_workbook_is_read_as_far_as_it_tells() {
    let lines = sketched(OLD);
    let expected = [
        "= Old plan @ A1",
        "table @ A3",
        "| Action | By when | Number |",
        "| Café survey | 30/11/2016 | 12 |",
        "| Again | End March 2017 | 0.5 |",
    ];
    assert_eq!(lines[..5], expected);
    assert!(lines[5].starts_with("! This is an old Excel workbook.") && lines.len() == 6, "{lines:?}");
}

#[test]
fn a_person_can_stop_it_at_any_time() {
    for bytes in [HIDDEN, SEVERAL, OLD] {
        let told = std::cell::RefCell::new(Vec::new());
        let listen = |done: f32| {
            told.borrow_mut().push(done);
            ControlFlow::Continue(())
        };
        read(bytes, "test", &listen).unwrap();
        assert!(told.borrow().is_sorted() && told.borrow().iter().all(|done| (0.0..=1.0).contains(done)));
        for at in 0..told.borrow().len() {
            let calls = std::cell::Cell::new(0);
            let stop = |_: f32| {
                calls.set(calls.get() + 1);
                if calls.get() > at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            assert_eq!(read(bytes, "test", &stop).unwrap_err().cause, IntakeCause::Cancelled);
        }
    }
}
