//! Why a plan cannot be rolled forward.

/// Why a plan cannot be rolled forward. The plan is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RollError {
    /// The new period starts with the plan's own, or before it. Holds the labels of the periods.
    #[error(
        "The new period {new} does not start after the plan's own, {old}, so nothing was rolled forward. Give a later period{}.",
        following.as_ref().map(|label| format!(", such as {label}")).unwrap_or_default()
    )]
    NotLater {
        /// The period asked for.
        new: String,
        /// The plan's own period.
        old: String,
        /// The period after the plan's own, where there is one.
        following: Option<String>,
    },
    /// The new period ends before it starts. Holds its label.
    #[error("The new period {0} ends before it starts, so nothing was rolled forward. Give it a later last day.")]
    EndsBeforeItStarts(String),
}
