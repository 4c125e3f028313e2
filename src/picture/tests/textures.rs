//! Texels on pixels.

use egui::epaint::ImageDelta;
use egui::{Color32, ColorImage, Mesh, Pos2, Rect, TextureOptions, TexturesDelta, pos2};

use super::{Picture, RED, TEXTURE, paint, rect, tally, with_texture};

fn textured(area: Rect, uv: Rect) -> Mesh {
    let mut mesh = Mesh::with_texture(TEXTURE);
    mesh.add_rect_with_uv(area, uv, Color32::WHITE);
    mesh
}

const UNIT: Rect = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
const BLACK_WHITE: [Color32; 2] = [Color32::BLACK, Color32::WHITE];

fn grays(picture: &Picture, columns: std::ops::Range<u32>) -> Vec<u8> {
    columns.map(|x| picture.pixel(x, 0).unwrap().r()).collect()
}

#[test]
fn texels_fall_on_pixels_unchanged() {
    let texels = [10, 60, 110, 160].map(Color32::from_gray);
    let rasterizer = with_texture([4, 1], &texels, TextureOptions::LINEAR);
    let picture = paint(&rasterizer, textured(rect(3.0, 0.0, 7.0, 1.0), UNIT));
    assert_eq!(grays(&picture, 2..8), [0, 10, 60, 110, 160, 0]);
}

#[test]
fn textures_are_sampled_as_their_options_say() {
    let area = rect(0.0, 0.0, 8.0, 1.0);
    let sampled = |options, uv| {
        let picture = paint(&with_texture([2, 1], &BLACK_WHITE, options), textured(area, uv));
        grays(&picture, 0..8)
    };
    let twice = Rect::from_min_max(Pos2::ZERO, pos2(2.0, 1.0));
    let (b, w) = (0, 255);
    assert_eq!(sampled(TextureOptions::NEAREST, UNIT), [b, b, b, b, w, w, w, w]);
    assert_eq!(sampled(TextureOptions::LINEAR, UNIT), [0, 0, 32, 96, 159, 223, 255, 255]);
    assert_eq!(sampled(TextureOptions::NEAREST, twice), [b, b, w, w, w, w, w, w]);
    assert_eq!(sampled(TextureOptions::NEAREST_REPEAT, twice), [b, b, w, w, b, b, w, w]);
    assert_eq!(sampled(TextureOptions::NEAREST_MIRRORED_REPEAT, twice), [b, b, w, w, w, w, b, b]);
}

#[test]
fn a_texture_can_be_patched_and_freed() {
    let mut rasterizer = with_texture([2, 1], &BLACK_WHITE, TextureOptions::NEAREST);
    let mut delta = TexturesDelta::default();
    let patch = ColorImage::filled([9, 9], RED);
    delta.push(TEXTURE, ImageDelta::partial([1, 0], patch, TextureOptions::NEAREST));
    rasterizer.update_textures(&delta);
    let mesh = textured(rect(0.0, 0.0, 2.0, 1.0), UNIT);
    assert_eq!(paint(&rasterizer, mesh.clone()).pixel(1, 0), Some(RED));
    delta.clear();
    delta.free(TEXTURE);
    rasterizer.free_textures(&delta);
    delta.clear();
    assert_eq!(tally(&paint(&rasterizer, mesh)), [(Color32::BLACK, 16 * 12)]);
}
