//! Pictures of the window, painted by our own [`Rasterizer`], so that they need no graphics card and come
//! out the same on every machine.

use egui::TexturesDelta;
use egui_kittest::TestRenderer;
use planning_grid::picture::Rasterizer;

/// Paints what a harness shows, on the colour of the theme's panels.
#[derive(Debug, Default)]
pub(crate) struct PictureRenderer {
    rasterizer: Rasterizer,
}

impl TestRenderer for PictureRenderer {
    /// Lets go of freed textures before the frame is painted: a frame is not painted when it is run, but
    /// when a picture is asked for.
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.rasterizer.update_textures(delta);
        self.rasterizer.free_textures(delta);
        delta.clear();
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let pixels_per_point = output.pixels_per_point;
        let size = (ctx.content_rect().size() * pixels_per_point).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, and the casts saturate")]
        let size_px = [size.x as u32, size.y as u32];
        let primitives = ctx.tessellate(output.shapes.clone(), pixels_per_point);
        let background = ctx.global_style().visuals.panel_fill;
        let picture = self.rasterizer.paint(&primitives, pixels_per_point, size_px, background);
        image::RgbaImage::from_raw(picture.width, picture.height, picture.rgba)
            .filter(|image| image.width() > 0)
            .ok_or_else(|| format!("cannot paint {} by {} pixels", size_px[0], size_px[1]))
    }
}
