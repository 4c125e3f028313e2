//! Textures by id, and one frame of clipped meshes onto one picture.

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, ImageData, Primitive};
use egui::{Color32, TextureId, TexturesDelta};

use super::canvas::Canvas;
use super::mesh;
use super::picture::Picture;
use super::texture::Texture;

/// Paints egui's frames on the processor.
///
/// A frame goes: [`Self::update_textures`], [`Self::paint`], [`Self::free_textures`]; after that
/// the caller clears the delta, since egui panics (in debug builds) when one is dropped unused.
/// Every delta of a context must come here, from its first frame on, or letters will be missing.
#[derive(Clone, Debug, Default)]
pub struct Rasterizer {
    textures: HashMap<TextureId, Texture>,
}

impl Rasterizer {
    /// One without textures.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in new and changed textures. To be called before painting the frame they came with.
    ///
    /// What cannot be a texture (empty, larger than 32,768 a side, a patch for one that is not
    /// there) is left out.
    pub fn update_textures(&mut self, delta: &TexturesDelta) {
        for (&id, changes) in &delta.set {
            for change in changes {
                match change.pos {
                    None => {
                        if let Some(texture) = Texture::whole(change) {
                            self.textures.insert(id, texture);
                        }
                    }
                    Some(left_top) => {
                        let ImageData::Color(image) = &change.image;
                        if let Some(texture) = self.textures.get_mut(&id) {
                            texture.patch(left_top, image);
                        }
                    }
                }
            }
        }
    }

    /// Lets go of the textures egui no longer needs. To be called after painting the frame.
    pub fn free_textures(&mut self, delta: &TexturesDelta) {
        for id in &delta.free {
            self.textures.remove(id);
        }
    }

    /// Paints one frame, as tessellated by [`egui::Context::tessellate`], onto `background`, which
    /// is made opaque.
    ///
    /// Meshes with an unknown texture and paint callbacks paint nothing. The picture is empty when
    /// `size_px` is not one a picture can have: see [`super::picture::MAX_SIDE_PX`] and
    /// [`super::picture::MAX_PIXELS`].
    #[must_use]
    pub fn paint(
        &self,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        size_px: [u32; 2],
        background: Color32,
    ) -> Picture {
        let Some(mut canvas) = Canvas::new(size_px, background) else {
            return Picture::default();
        };
        for clipped in primitives {
            let Primitive::Mesh(mesh) = &clipped.primitive else {
                continue;
            };
            let clip = canvas.clip(clipped.clip_rect, pixels_per_point);
            if clip.is_empty() {
                continue;
            }
            if let Some(texture) = self.textures.get(&mesh.texture_id) {
                mesh::paint(&mut canvas, clip, mesh, texture, pixels_per_point);
            }
        }
        canvas.into_picture()
    }
}
