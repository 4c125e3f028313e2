//! What is painted, to the pixel: here shapes, sizes and files.

mod letters;
mod textures;

use egui::epaint::{ClippedPrimitive, ImageDelta, Primitive};
use egui::{Color32, ColorImage, Context, Mesh, Rect, TextureId, TextureOptions, TexturesDelta, Vec2, pos2, vec2};

use super::{Picture, PictureError, Rasterizer, render};

const TEXTURE: TextureId = TextureId::Managed(0);
const RED: Color32 = Color32::from_rgb(200, 30, 40);

fn with_texture(size: [usize; 2], pixels: &[Color32], options: TextureOptions) -> Rasterizer {
    let image = ColorImage::new(size, pixels.to_vec());
    let mut delta = TexturesDelta::default();
    delta.push(TEXTURE, ImageDelta::full(image, options));
    let mut rasterizer = Rasterizer::new();
    rasterizer.update_textures(&delta);
    delta.clear();
    rasterizer
}

fn white() -> Rasterizer {
    with_texture([1, 1], &[Color32::WHITE], TextureOptions::LINEAR)
}

fn clipped(mesh: Mesh, clip_rect: Rect) -> ClippedPrimitive {
    ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
}

/// Paints meshes on 16 by 12 black pixels, one point each.
fn paint(rasterizer: &Rasterizer, mesh: Mesh) -> Picture {
    let primitives = [clipped(mesh, Rect::EVERYTHING)];
    rasterizer.paint(&primitives, 1.0, [16, 12], Color32::BLACK)
}

fn rect_mesh(rect: Rect, color: Color32) -> Mesh {
    let mut mesh = Mesh::with_texture(TEXTURE);
    mesh.add_colored_rect(rect, color);
    mesh
}

fn rect(x0: f32, y0: f32, x1: f32, y1: f32) -> Rect {
    Rect::from_min_max(pos2(x0, y0), pos2(x1, y1))
}

/// How many pixels have each colour, the commonest first.
fn tally(picture: &Picture) -> Vec<(Color32, usize)> {
    let mut tally: Vec<(Color32, usize)> = Vec::new();
    for y in 0..picture.height {
        for x in 0..picture.width {
            let color = picture.pixel(x, y).unwrap();
            match tally.iter_mut().find(|(known, _)| *known == color) {
                Some((_, count)) => *count += 1,
                None => tally.push((color, 1)),
            }
        }
    }
    tally.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    tally
}

#[test]
fn a_solid_rectangle_paints_its_pixels_and_no_other() {
    let picture = paint(&white(), rect_mesh(rect(2.0, 3.0, 5.0, 7.0), RED));
    for y in 0..12 {
        for x in 0..16 {
            let inside = (2..5).contains(&x) && (3..7).contains(&y);
            let expected = if inside { RED } else { Color32::BLACK };
            assert_eq!(picture.pixel(x, y), Some(expected), "at {x}, {y}");
        }
    }
    assert_eq!(picture.pixel(16, 0), None);
}

#[test]
fn a_pixel_is_painted_when_its_centre_is_inside() {
    // Left and top edges own a centre they go through, right and bottom edges do not.
    let picture = paint(&white(), rect_mesh(rect(1.5, 1.5, 3.5, 2.5), RED));
    assert_eq!(tally(&picture)[1], (RED, 2));
    assert_eq!(picture.pixel(1, 1), Some(RED));
    assert_eq!(picture.pixel(2, 1), Some(RED));
}

#[test]
fn a_clip_rectangle_is_rounded_to_pixels() {
    let mesh = rect_mesh(rect(0.0, 0.0, 16.0, 12.0), RED);
    let clip = rect(1.6, 2.4, 4.4, 5.5);
    let picture = white().paint(&[clipped(mesh, clip)], 1.0, [16, 12], Color32::BLACK);
    assert_eq!(tally(&picture)[1], (RED, 2 * 4), "columns 2 and 3, rows 2 to 5");
    assert_eq!(picture.pixel(2, 2), Some(RED));
    assert_eq!(picture.pixel(3, 5), Some(RED));
}

#[test]
fn pixels_per_point_scale_places_and_clips() {
    let mesh = rect_mesh(rect(0.0, 0.0, 3.0, 3.0), RED);
    let clip = rect(1.0, 1.0, 9.0, 9.0);
    let picture = white().paint(&[clipped(mesh, clip)], 2.0, [16, 12], Color32::BLACK);
    assert_eq!(tally(&picture)[1], (RED, 4 * 4));
    assert_eq!(picture.pixel(5, 5), Some(RED));
}

#[test]
fn half_transparent_is_source_plus_what_shines_through() {
    let below = Color32::from_rgb(10, 200, 90);
    let above = Color32::from_rgba_premultiplied(60, 0, 128, 128);
    let mesh = rect_mesh(rect(0.0, 0.0, 4.0, 4.0), above);
    let picture = white().paint(&[clipped(mesh, Rect::EVERYTHING)], 1.0, [4, 4], below);
    let blend = |source: u8, below: u8| (f64::from(source) + f64::from(below) * (1.0 - 128.0 / 255.0)).round() as u8;
    let expected = Color32::from_rgb(blend(60, 10), blend(0, 200), blend(128, 90));
    assert_eq!(tally(&picture), [(expected, 16)]);
}

/// Triangles over a grid whose inner points are pushed about: nothing upright, no edge on the grid.
fn crumpled_sheet(color: Color32) -> Mesh {
    let mut mesh = Mesh::with_texture(TEXTURE);
    let mut seed = 7_u32;
    let mut push = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as f32 / 65_536.0 * 2.0 - 1.0
    };
    for y in 0..=6_u8 {
        for x in 0..=8_u8 {
            let inner = (1..8).contains(&x) && (1..6).contains(&y);
            let shift = if inner { vec2(push(), push()) } else { Vec2::ZERO };
            mesh.colored_vertex(pos2(f32::from(x), f32::from(y)) * 2.0 + shift, color);
        }
    }
    for y in 0..6 {
        for x in 0..8 {
            let corner = y * 9 + x;
            mesh.add_triangle(corner, corner + 1, corner + 9);
            mesh.add_triangle(corner + 10, corner + 1, corner + 9);
        }
    }
    mesh
}

#[test]
fn triangles_that_share_edges_leave_no_seam_and_paint_nothing_twice() {
    let veil = Color32::from_rgba_premultiplied(100, 100, 100, 100);
    let picture = paint(&white(), crumpled_sheet(veil));
    assert_eq!(tally(&picture), [(Color32::from_gray(100), 16 * 12)]);
}

#[test]
fn a_rectangle_covers_what_its_triangles_cover() {
    let veil = Color32::from_rgba_premultiplied(90, 80, 70, 100);
    for step in 0..40_u8 {
        let shift = f32::from(step) / 16.0;
        let area = rect(1.0 + shift, 2.25 + shift, 6.125 + shift * 2.0, 7.75 + shift);
        let quick = paint(&white(), rect_mesh(area, veil));
        // Four triangles around a point are no rectangle to the painter.
        let mut fan = Mesh::with_texture(TEXTURE);
        let corners = [area.left_top(), area.right_top(), area.right_bottom(), area.left_bottom()];
        fan.colored_vertex(area.center() + vec2(0.3, 0.2), veil);
        for corner in corners {
            fan.colored_vertex(corner, veil);
        }
        for corner in 1..=4 {
            fan.add_triangle(0, corner, corner % 4 + 1);
        }
        assert_eq!(quick, paint(&white(), fan), "moved by {shift}");
    }
}

#[test]
fn colours_change_evenly_over_a_triangle() {
    let mut mesh = Mesh::with_texture(TEXTURE);
    mesh.colored_vertex(pos2(0.0, 0.0), Color32::BLACK);
    mesh.colored_vertex(pos2(16.0, 0.0), Color32::from_rgb(160, 0, 0));
    mesh.colored_vertex(pos2(0.0, 16.0), Color32::from_rgb(0, 160, 0));
    mesh.add_triangle(0, 1, 2);
    let picture = paint(&white(), mesh);
    assert_eq!(picture.pixel(4, 2), Some(Color32::from_rgb(45, 25, 0)));
    assert_eq!(picture.pixel(15, 11), Some(Color32::BLACK), "outside");
}

#[test]
fn broken_meshes_paint_what_they_can_and_never_panic() {
    let numbers = [f32::NAN, f32::INFINITY, -1e30, f32::MAX, -7.0, 0.0, 8.0, 1e9];
    for a in numbers {
        for b in numbers {
            let mut mesh = rect_mesh(rect(a, b, b, a), RED);
            mesh.vertices[1].uv = pos2(a, b);
            mesh.vertices[2].color = Color32::from_rgba_premultiplied(255, 0, 9, 3);
            mesh.add_triangle(0, 1, 99);
            mesh.indices.push(2);
            let _ = white().paint(&[clipped(mesh, rect(b, a, a, 9.0))], a, [16, 12], RED);
        }
    }
    let picture = paint(&white(), rect_mesh(rect(-1e30, -1e30, 1e30, 1e30), RED));
    assert_eq!(tally(&picture), [(RED, 16 * 12)]);
    let empty = paint(&white(), Mesh::with_texture(TEXTURE));
    assert_eq!(tally(&empty), [(Color32::BLACK, 16 * 12)]);
}

#[test]
fn impossible_sizes_give_an_empty_picture_and_no_file() {
    for size_px in [[0, 9], [9, 0], [16_385, 1], [u32::MAX, u32::MAX], [16_384, 16_384]] {
        let picture = white().paint(&[], 1.0, size_px, RED);
        assert_eq!(picture, Picture::default());
        assert!(matches!(picture.to_png(), Err(PictureError::Size { .. })));
    }
    for (size, scale) in [(f32::NAN, 1.0), (100.0, 0.0), (100.0, f32::NAN), (9e9, 1.0)] {
        let picture = render(&Context::default(), Vec2::splat(size), scale, RED, |_| {});
        assert_eq!(picture, Picture::default());
    }
}

#[test]
fn a_png_holds_the_same_pixels() {
    let veil = Color32::from_rgba_premultiplied(10, 100, 60, 100);
    let opaque = paint(&white(), crumpled_sheet(veil));
    let mut through = opaque.clone();
    through.rgba[3] = 7;
    for picture in [opaque, through] {
        let file = picture.to_png().unwrap();
        assert_eq!(file, picture.to_png().unwrap());
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::ALPHA);
        let mut reader = decoder.read_info().unwrap();
        let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rgba).unwrap();
        assert_eq!((info.width, info.height), (16, 12));
        assert_eq!(rgba, picture.rgba);
    }
}
