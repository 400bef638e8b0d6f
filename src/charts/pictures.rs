//! The charts that are in sight as pictures of a projector's size.

use super::library::{Library, library};
use serde_json::json;
use wasm_bindgen::JsCast;
use web_sys::Blob;

/// What stands around each picture; its title is the chart's own description.
pub struct Caption {
    /// The plan and the scenario.
    pub about: String,
    /// Where it comes from, with the date.
    pub source: String,
}

/// What a picture is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Lines that any size is drawn from.
    Svg,
    /// Pixels.
    Png,
}

impl PictureKind {
    /// The ending of its file's name.
    pub fn ending(self) -> &'static str {
        match self {
            PictureKind::Svg => "svg",
            PictureKind::Png => "png",
        }
    }
}

/// The pictures; none where the library cannot be had or draws nothing.
pub async fn pictures(kind: PictureKind, caption: &Caption) -> Option<Vec<Blob>> {
    let library = library().await.ok()?.unchecked_into::<Library>();
    let caption = json!({ "about": caption.about, "source": caption.source }).to_string();
    let drawn = library.pictures(kind.ending(), &caption).await.ok()?;
    let drawn = js_sys::Array::from(&drawn);
    drawn.iter().map(|one| one.dyn_into::<Blob>().ok()).collect()
}
