//! Watching the open plan's file while the person works or rests: on a thread of its own, since a share that
//! is away can take half a minute to say so, and since at rest no frame is shown that could ask.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use chrono::NaiveDateTime;
use egui::Context;

use crate::jobs::Runner;
use crate::store::Fingerprint;
use crate::store::drive::RealDrive;
use crate::store::watch::{News, Watch};

/// How often the file is looked at. A colleague's save is seen within this time.
const LOOK_EVERY: Duration = Duration::from_secs(15);

/// How long leaving waits for the note beside the plan to be taken away. A share that is away would hold the
/// program up; the note is then seen to be stale by its heartbeat.
const LEAVE_WITHIN: Duration = Duration::from_secs(2);

/// Watches one file until it is dropped.
#[derive(Debug)]
pub(super) enum Watcher {
    /// On a thread.
    Background { orders: Sender<Order>, news: Receiver<News>, left: Receiver<()> },
    /// When told to look, each time as if [`LOOK_EVERY`] had passed: for tests, which then need not wait.
    AtOnce { watch: Box<Watch>, at: Duration, news: Vec<News> },
}

/// What the thread is told.
#[derive(Debug)]
pub(super) enum Order {
    Look,
    Expect(Fingerprint, Option<NaiveDateTime>),
}

impl Watcher {
    /// Begins to watch, with a first look. The window is woken when there is news.
    pub(super) fn start(context: &Context, runner: Runner, watch: Watch) -> Self {
        match runner {
            Runner::AtOnce => {
                let mut watcher = Self::AtOnce { watch: Box::new(watch), at: Duration::ZERO, news: Vec::new() };
                watcher.look();
                watcher
            }
            Runner::Background => {
                let (orders, inbox) = channel();
                let (outbox, news) = channel();
                let (leaving, left) = channel();
                let wake = context.clone();
                let run = move || {
                    stay(watch, &inbox, &outbox, &wake);
                    // Nobody may be waiting.
                    let _ = leaving.send(());
                };
                // Without a thread the plan is not watched; saving compares in any case.
                let _ = std::thread::Builder::new().name("Watching the plan".to_owned()).spawn(run);
                Self::Background { orders, news, left }
            }
        }
    }

    /// Looks now, as when the person comes back to the window.
    pub(super) fn look(&mut self) {
        match self {
            // A thread that could not be started looks at nothing.
            Self::Background { orders, .. } => drop(orders.send(Order::Look)),
            Self::AtOnce { watch, at, news } => {
                news.extend(watch.look(&RealDrive, *at));
                *at += LOOK_EVERY;
            }
        }
    }

    /// This content was saved or taken in here; `saved_at` where it was saved.
    pub(super) fn expect(&mut self, on_disk: Fingerprint, saved_at: Option<NaiveDateTime>) {
        match self {
            Self::Background { orders, .. } => drop(orders.send(Order::Expect(on_disk, saved_at))),
            Self::AtOnce { watch, .. } => watch.expect(on_disk, saved_at),
        }
    }

    /// What is new since it was last asked for.
    pub(super) fn take(&mut self) -> Vec<News> {
        match self {
            Self::Background { news, .. } => news.try_iter().collect(),
            Self::AtOnce { news, .. } => std::mem::take(news),
        }
    }

    /// Stops; the note beside the plan goes as soon as the drive lets it.
    pub(super) fn stop(self) {
        if let Self::AtOnce { mut watch, .. } = self {
            watch.leave(&RealDrive);
        }
    }

    /// Stops because the program ends, and waits a moment for the note beside the plan to be gone.
    pub(super) fn stop_for_good(self) {
        match self {
            Self::Background { orders, left, .. } => {
                drop(orders);
                // If it takes longer, the note stays and is seen to be stale.
                let _ = left.recv_timeout(LEAVE_WITHIN);
            }
            Self::AtOnce { .. } => self.stop(),
        }
    }
}

/// Looks until the window's end of the orders is dropped. The time it tells the watch is what it waited, which is
/// never more than what passed: nobody is taken for gone too soon.
fn stay(mut watch: Watch, inbox: &Receiver<Order>, outbox: &Sender<News>, wake: &Context) {
    let mut at = Duration::ZERO;
    loop {
        let mut any = false;
        for news in watch.look(&RealDrive, at) {
            // The window may be gone already; then the orders are, too.
            any |= outbox.send(news).is_ok();
        }
        if any {
            wake.request_repaint();
        }
        match inbox.recv_timeout(LOOK_EVERY) {
            // A colleague who sees a save wants to know at once whose it is.
            Ok(Order::Expect(on_disk, saved_at)) => watch.expect(on_disk, saved_at),
            Ok(Order::Look) => {}
            Err(RecvTimeoutError::Timeout) => at += LOOK_EVERY,
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    watch.leave(&RealDrive);
}
