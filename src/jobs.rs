//! Work in the background, by name: start it, see how far it is, ask it to stop, take its result.
//!
//! A panic in a job is a result like any other, never the end of the program. What a job works on is its
//! own (a snapshot), so nothing here is locked while the person types on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// Where work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    /// On a thread of its own.
    Background,
    /// At once, before `start` returns: for tests, which then need not wait.
    AtOnce,
}

/// What a job may say and ask while it works.
#[derive(Clone, Debug, Default)]
pub struct Handle {
    progress: Arc<AtomicU32>,
    cancelled: Arc<AtomicBool>,
}

impl Handle {
    /// Says how far the work is, from 0 to 1.
    pub fn set_progress(&self, done: f32) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1000")]
        let thousandths = (done.clamp(0.0, 1.0) * 1000.0) as u32;
        self.progress.store(thousandths, Ordering::Relaxed);
    }

    /// Whether the person asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// The work broke off with a panic; the words are the program's own, for a report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fault of the program: {0}")]
pub struct Panicked(pub String);

/// A piece of work under way.
#[derive(Debug)]
pub struct Job<T> {
    name: String,
    handle: Handle,
    result: Receiver<Result<T, Panicked>>,
    /// When it was first asked about, in seconds of the window's time.
    since: Option<f64>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts a piece of work. `wake` is called when it is done.
    pub fn start(
        runner: Runner,
        name: impl Into<String>,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&Handle) -> T + Send + 'static,
    ) -> Self {
        let handle = Handle::default();
        let (sender, result) = channel();
        let inside = handle.clone();
        let run = move || {
            // The work owns what it touches, so nothing half-done is seen after a panic.
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&inside))).map_err(|panic| Panicked(words_of(&*panic)));
            // Nobody listens any more where the window was closed meanwhile: then the result is not wanted.
            let _ = sender.send(outcome);
            wake();
        };
        let name = name.into();
        match runner {
            Runner::AtOnce => run(),
            Runner::Background => {
                // Where no thread can be had the closure is gone, and the job reads as broken off.
                let _ = std::thread::Builder::new().name(name.clone()).spawn(run);
            }
        }
        Self { name, handle, result, since: None }
    }

    /// The result, once it is there. Asked again after that, it says the work broke off.
    pub fn poll(&mut self) -> Option<Result<T, Panicked>> {
        match self.result.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Panicked("the work could not be started".to_owned()))),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How far it is, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
        let thousandths = self.handle.progress.load(Ordering::Relaxed) as f32;
        thousandths / 1000.0
    }

    /// Asks it to stop. It may still finish.
    pub fn cancel(&self) {
        self.handle.cancelled.store(true, Ordering::Relaxed);
    }

    /// For how many seconds it has been under way, by the window's time.
    pub fn seconds(&mut self, now: f64) -> f64 {
        now - *self.since.get_or_insert(now)
    }
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned()))
        .unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_gives_its_result_and_wakes() {
        let (sender, woken) = channel();
        let work = |handle: &Handle| {
            handle.set_progress(0.5);
            7
        };
        let mut job = Job::start(Runner::Background, "count", move || sender.send(()).unwrap(), work);
        woken.recv().unwrap();
        assert_eq!(job.poll(), Some(Ok(7)));
        assert!((job.progress() - 0.5).abs() < 0.001);
    }

    #[test]
    fn a_panic_is_a_result() {
        let mut job: Job<()> = Job::start(Runner::AtOnce, "break", || {}, |_| panic!("on purpose"));
        assert_eq!(job.poll(), Some(Err(Panicked("on purpose".to_owned()))));
    }

    #[test]
    fn a_job_is_told_to_stop() {
        let (sender, go_on) = channel();
        let work = move |handle: &Handle| {
            go_on.recv().unwrap();
            handle.is_cancelled()
        };
        let (woke, woken) = channel();
        let mut job = Job::start(Runner::Background, "wait", move || woke.send(()).unwrap(), work);
        job.cancel();
        sender.send(()).unwrap();
        woken.recv().unwrap();
        assert_eq!(job.poll(), Some(Ok(true)));
    }
}
