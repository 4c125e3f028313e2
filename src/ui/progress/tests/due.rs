//! How far a day is.

use super::scene::day;
use crate::ui::progress::going::distance;

#[test]
fn how_far_a_day_is_is_said_in_words() {
    let as_at = day(2016, 9, 1);
    let cases = [
        (day(2016, 8, 20), "12 days late"),
        (day(2016, 8, 31), "1 day late"),
        (as_at, "today"),
        (day(2016, 9, 2), "in 1 day"),
        (day(2016, 9, 10), "in 9 days"),
    ];
    for (due, words) in cases {
        assert_eq!(distance(due, as_at), words);
    }
}
