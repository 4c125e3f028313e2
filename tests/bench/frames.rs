//! A frame of each view while it is scrolled: layout and tessellation, without painting.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveTime};
use criterion::Criterion;
use egui::{ClippedPrimitive, Context, Event, FullOutput, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput};
use egui::{Rect, Shape, TouchPhase, Vec2};
use planning_grid::app::clipboard::NoHtml;
use planning_grid::app::picker::{Answer, Picker, Request};
use planning_grid::app::{App, World};
use planning_grid::jobs::Runner;
use planning_grid::model::Plan;
use planning_grid::ui::ViewKind;
use planning_grid::ui::theme::{self, Appearance};

use super::plans::plan_of;
use super::times::Times;
use super::{LARGE, oldham};

const SCREEN: Vec2 = Vec2::new(1440.0, 900.0);
/// In the middle of every view.
const POINTER: Pos2 = Pos2::new(800.0, 560.0);
/// About a row of the forms.
const SCROLLED_POINTS: f32 = 120.0;
const FRAMES_A_SECOND: f64 = 60.0;

/// Nobody is there to ask.
struct NoPicker;

impl Picker for NoPicker {
    fn ask(&self, _request: Request) -> Answer {
        Box::new(|| None)
    }
}

/// The window's contents with no window.
struct Stage {
    context: Context,
    app: App,
    frame_count: u32,
    /// After how many frames the other way is scrolled.
    turn_after: u32,
}

impl Stage {
    fn new(plan: Plan, view: ViewKind) -> Self {
        let today = NaiveDate::from_ymd_opt(2016, 7, 11).expect("a day");
        let turn_after = u32::try_from(plan.actions().count()).expect("not so many").max(60);
        let mut app = App::new(World {
            today,
            now: Box::new(move || today.and_time(NaiveTime::MIN)),
            seed: 1,
            user: String::new(),
            machine: String::new(),
            folders: None,
            settings_file: None,
            picker: Box::new(NoPicker),
            clipboard: Box::new(NoHtml),
            runner: Runner::AtOnce,
        });
        app.set_appearance(Appearance::Light);
        app.show_for_picture(plan);
        app.show_view(view);
        let context = Context::default();
        theme::install(&context);
        Appearance::Light.apply(&context);
        Self { context, app, frame_count: 0, turn_after }
    }

    /// A window that has been scrolled a little: letters are in the atlas, and heights worked out.
    fn scrolled(name: &str, plan: Plan, view: ViewKind) -> Self {
        let mut stage = Self::new(plan, view);
        let started = Instant::now();
        let top = stage.words();
        println!("= frame, {name}: the first {:.1} ms", started.elapsed().as_secs_f64() * 1000.0);
        let below = (0..20).map(|_| stage.words()).last();
        assert!(top.len() > 20 && below.is_some_and(|below| below != top), "{name} shows nothing new");
        stage
    }

    /// What the system would send for the next frame: the wheel is turned.
    fn input(&mut self) -> RawInput {
        self.frame_count += 1;
        let way = if (self.frame_count / self.turn_after).is_multiple_of(2) { -1.0 } else { 1.0 };
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: Vec2::new(0.0, way * SCROLLED_POINTS),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN)),
            time: Some(f64::from(self.frame_count) / FRAMES_A_SECOND),
            events: vec![Event::PointerMoved(POINTER), wheel],
            ..RawInput::default()
        }
    }

    fn layout(&mut self, input: RawInput) -> FullOutput {
        self.context.run_ui(input, |ui| self.app.frame(ui))
    }

    fn frame(&mut self, input: RawInput) -> Vec<ClippedPrimitive> {
        let output = self.layout(input);
        self.context.tessellate(output.shapes, output.pixels_per_point)
    }

    /// The words on screen after a frame, to know that it was one.
    fn words(&mut self) -> Vec<String> {
        let input = self.input();
        let mut words = Vec::new();
        for clipped in self.layout(input).shapes {
            collect_words(&clipped.shape, &mut words);
        }
        words
    }
}

fn collect_words(shape: &Shape, words: &mut Vec<String>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect_words(shape, words)),
        Shape::Text(text) => words.push(text.galley.text().to_owned()),
        _ => {}
    }
}

pub(crate) fn measure(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    group.measurement_time(Duration::from_secs(3));
    for view in [ViewKind::Grids, ViewKind::Timeline, ViewKind::Actions] {
        let plans = [100, 1_000, LARGE].map(|count| (format!("{count} actions"), plan_of(count)));
        for (plan_name, plan) in [("oldham".to_owned(), oldham())].into_iter().chain(plans) {
            let name = format!("{view:?}, {plan_name}");
            let mut times = Times::default();
            // Criterion asks many times; the page goes on from where it was.
            let mut stage = None;
            group.bench_function(&name, |bencher| {
                let stage = RefCell::new(stage.get_or_insert_with(|| Stage::scrolled(&name, plan.clone(), view)));
                bencher.iter_custom(|count| {
                    let input = || stage.borrow_mut().input();
                    times.run(count, input, |input| stage.borrow_mut().frame(input))
                });
            });
            times.print_percentiles(&format!("frame, {name}"));
        }
    }
    group.finish();
}
