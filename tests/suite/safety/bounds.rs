//! How long the long tests are.

use std::time::{Duration, Instant};

use planning_grid::model::IdMaker;

/// `usual`, as many times over as the environment asks for.
pub(super) fn many(usual: usize) -> usize {
    let asked = std::env::var("PLANNING_GRID_SAFETY").ok().and_then(|number| number.parse().ok());
    usual * asked.unwrap_or(1_usize).max(1)
}

/// A number below `limit`, the same in every run.
pub(super) fn below(dice: &mut IdMaker, limit: u64) -> u64 {
    (dice.next_number() >> 10) % limit
}

/// Waits so long and no longer, to the microsecond: the moment is the experiment. Never a wait for something
/// to happen.
pub(super) fn let_pass(time: Duration) {
    let until = Instant::now() + time;
    while Instant::now() < until {
        std::hint::spin_loop();
    }
}
