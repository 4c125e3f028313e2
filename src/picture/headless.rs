//! Runs a ui until it has settled, then paints it.

use std::num::NonZeroUsize;
use std::time::Duration;

use egui::{Color32, Context, FullOutput, Id, Pos2, RawInput, Rect, Ui, Vec2, ViewportId};

use super::picture::{MAX_SIDE_PX, Picture};
use super::rasterizer::Rasterizer;

/// The most frames that are run for one picture, and the most layout passes in each.
const MAX_FRAMES: usize = 8;

/// Time between two frames, in seconds: long, so that whatever fades or slides is done.
const FRAME_SECS: f32 = 0.25;

/// Pixels per point outside this make letters that cannot be read, or do not fit a texture.
const PIXELS_PER_POINT: std::ops::RangeInclusive<f32> = 0.1..=16.0;

/// Shows `run_ui` on a screen of `size_points` that is not there, as often as it asks for (at most
/// 8 times, its clock a quarter of a second on each time), and paints the last.
///
/// No clock is read and no pointer is over anything: a fresh context and the same ui give the same
/// bytes. The context may be used for more pictures: it keeps the textures it has made. It must not
/// have been shown in a window or painted by anything else.
///
/// The picture is empty when it would have a side of 0 or more than [`MAX_SIDE_PX`] pixels, or
/// `pixels_per_point` is not from 0.1 to 16.
#[must_use]
pub fn render(
    ctx: &Context,
    size_points: Vec2,
    pixels_per_point: f32,
    background: Color32,
    mut run_ui: impl FnMut(&mut Ui),
) -> Picture {
    let Some(size_px) = size_in_pixels(size_points, pixels_per_point) else {
        return Picture::default();
    };
    let mut rasterizer = take_rasterizer(ctx);
    let max_passes = ctx.options_mut(|options| {
        let wanted = NonZeroUsize::new(MAX_FRAMES).unwrap_or(options.max_passes);
        std::mem::replace(&mut options.max_passes, wanted)
    });

    let mut frame = || ctx.run_ui(input(ctx, size_points, pixels_per_point), &mut run_ui);
    let mut output = frame();
    for _ in 1..MAX_FRAMES {
        if !wants_another_frame(&output) {
            break;
        }
        rasterizer.update_textures(&output.textures_delta);
        rasterizer.free_textures(&output.textures_delta);
        output.textures_delta.clear();
        output = frame();
    }
    ctx.options_mut(|options| options.max_passes = max_passes);

    rasterizer.update_textures(&output.textures_delta);
    let shapes = std::mem::take(&mut output.shapes);
    let primitives = ctx.tessellate(shapes, output.pixels_per_point);
    let picture = rasterizer.paint(&primitives, output.pixels_per_point, size_px, background);
    rasterizer.free_textures(&output.textures_delta);
    output.textures_delta.clear();
    keep_rasterizer(ctx, rasterizer);
    picture
}

fn size_in_pixels(size_points: Vec2, pixels_per_point: f32) -> Option<[u32; 2]> {
    let size = (size_points * pixels_per_point).round();
    let possible = 1.0..=MAX_SIDE_PX as f32;
    let fits = PIXELS_PER_POINT.contains(&pixels_per_point) && possible.contains(&size.x) && possible.contains(&size.y);
    fits.then_some([size.x as u32, size.y as u32])
}

fn input(ctx: &Context, size_points: Vec2, pixels_per_point: f32) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size_points)),
        time: Some(ctx.input(|input| input.time) + f64::from(FRAME_SECS)),
        predicted_dt: FRAME_SECS,
        ..RawInput::default()
    };
    // What egui multiplies with its zoom must come to what was asked for.
    let native = pixels_per_point / ctx.zoom_factor();
    let screen = input.viewports.entry(ViewportId::ROOT).or_default();
    screen.native_pixels_per_point = Some(native);
    input
}

fn wants_another_frame(output: &FullOutput) -> bool {
    let screen = output.viewport_output.get(&ViewportId::ROOT);
    screen.is_some_and(|screen| screen.repaint_delay == Duration::ZERO)
}

fn id() -> Id {
    Id::unique("picture::headless::rasterizer")
}

/// The rasterizer with this context's textures. egui sends each texture once, so they are kept
/// where they live as long as the context.
fn take_rasterizer(ctx: &Context) -> Rasterizer {
    ctx.data_mut(|data| data.remove_temp(id())).unwrap_or_default()
}

fn keep_rasterizer(ctx: &Context, rasterizer: Rasterizer) {
    ctx.data_mut(|data| data.insert_temp(id(), rasterizer));
}
