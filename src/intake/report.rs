//! What a person should look at after a document was brought in, as JSON.

use serde_json::{Value, json};

use super::draft::Draft;

/// `{tables, actions, unplaced: [{text, where}], unsure: [{where, what, confidence}]}`. What the reader said of the
/// document (hidden rows, comments) is among what is unsure, with the confidence 1: it is so, and should be seen.
#[must_use]
pub fn as_json(draft: &Draft) -> Value {
    let remarks = draft.remarks.iter().map(|remark| {
        json!({
            "where": remark.origin.to_string(),
            "what": remark.text,
            "confidence": 1.0,
        })
    });
    let doubts = draft.unsure.iter().map(|unsure| {
        json!({
            "where": unsure.origin.to_string(),
            "what": unsure.what,
            // 0.6 as a number of 32 bits is not 0.6 as JSON would write it.
            "confidence": (f64::from(unsure.confidence) * 100.0).round() / 100.0,
        })
    });
    json!({
        "tables": draft.tables,
        "actions": draft.plan.actions().count(),
        "unplaced": draft.unplaced.iter().map(|piece| json!({
            "text": piece.text,
            "where": piece.origin.to_string(),
        })).collect::<Vec<_>>(),
        "unsure": doubts.chain(remarks).collect::<Vec<_>>(),
    })
}
