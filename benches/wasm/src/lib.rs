//! The model's work as a WebAssembly module of its own, compiled and optimised as the app is (`cargo xtask bench`). Each
//! function does its work so many times and says whether it always could be done.

mod figures;
#[path = "../../national/mod.rs"]
mod national;
#[path = "../../national/scenario.rs"]
mod scenario;
#[path = "../../national/slider.rs"]
mod slider;

use samplan::outcome::project;
use samplan::plan::Plan;
use std::hint::black_box;
use wasm_bindgen::prelude::wasm_bindgen;

/// Plans whose base is projected.
#[wasm_bindgen]
pub struct Base(Plan);

#[wasm_bindgen]
impl Base {
    /// One association with 30 lines over 10 years.
    pub fn board() -> Base {
        Base(national::board())
    }

    /// 80 associations with 20 lines each over 10 years.
    pub fn country() -> Base {
        Base(national::country())
    }

    pub fn project(&self, times: u32) -> bool {
        (0..times).all(|_| black_box(project(black_box(&self.0), None)).is_ok())
    }
}

/// A lever of the country's scenario of twenty decisions, moved.
#[wasm_bindgen]
pub struct Slider(slider::Slider);

#[wasm_bindgen]
impl Slider {
    /// The slider before its first step.
    pub fn country() -> Slider {
        Slider(slider::Slider::new())
    }

    /// The edit, the figures and the controls.
    pub fn step(&mut self, times: u32) -> bool {
        (0..times).all(|_| black_box(self.0.step()).is_some())
    }

    /// What the view of scenarios says beside them.
    pub fn told(&mut self, times: u32) -> bool {
        (0..times).all(|_| black_box(self.0.told()).is_some())
    }
}

/// All that is told of a plan file, line by line; nothing when it cannot be read.
#[wasm_bindgen]
pub fn figures(file: &str) -> Option<String> {
    samplan::exchange::read(file).ok().map(|plan| figures::of(&plan).join("\n"))
}
