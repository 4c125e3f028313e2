//! What a person should look at after a document was brought in, as JSON.

use serde_json::{Value, json};

use super::draft::Draft;

/// `{tables, actions, unplaced: [{text, where}], unsure: [{where, what, confidence}]}`.
#[must_use]
pub fn as_json(draft: &Draft) -> Value {
    json!({
        "tables": draft.tables,
        "actions": draft.plan.actions().count(),
        "unplaced": draft.unplaced.iter().map(|piece| json!({
            "text": piece.text,
            "where": piece.origin.to_string(),
        })).collect::<Vec<_>>(),
        "unsure": draft.unsure.iter().map(|unsure| json!({
            "where": unsure.origin.to_string(),
            "what": unsure.what,
            // 0.6 as a number of 32 bits is not 0.6 as JSON would write it.
            "confidence": (f64::from(unsure.confidence) * 100.0).round() / 100.0,
        })).collect::<Vec<_>>(),
    })
}
