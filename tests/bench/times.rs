//! The times of single runs, for what Criterion does not say: percentiles and ratios.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The fewest runs that a percentile is said of.
const FEWEST_FOR_PERCENTILE: usize = 300;

/// How long each run took.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Runs something as often as Criterion asks, each time from something made before the clock starts.
    pub(crate) fn run<I, O>(
        &mut self,
        count: u64,
        mut make: impl FnMut() -> I,
        mut work: impl FnMut(I) -> O,
    ) -> Duration {
        let mut total = Duration::ZERO;
        for _ in 0..count {
            let input = make();
            let started = Instant::now();
            let output = work(input);
            let time = started.elapsed();
            black_box(output);
            self.0.push(time);
            total += time;
        }
        total
    }

    /// The time that this share of all runs stayed within, in milliseconds.
    fn within_ms(&self, per_cent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let last = sorted.len().saturating_sub(1);
        sorted.get(last * per_cent / 100).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    /// The middle one, in milliseconds; `None` where nothing was run.
    pub(crate) fn median_ms(&self) -> Option<f64> {
        (!self.0.is_empty()).then(|| self.within_ms(50))
    }

    /// Prints the percentiles, where there are runs enough.
    pub(crate) fn print_percentiles(&self, name: &str) {
        if self.0.len() >= FEWEST_FOR_PERCENTILE {
            let [half, most, worst] = [50, 95, 100].map(|per_cent| self.within_ms(per_cent));
            let count = self.0.len();
            println!(
                "= {name}: {count} runs, median {half:.2} ms, 95th percentile {most:.2} ms, longest {worst:.2} ms"
            );
        }
    }
}
