//! Form fields that show a typed text's error where it stands.

mod choice;
mod number;
mod text;

pub use choice::Choice;
pub use number::{Kept, Kind, NumberField};
pub use text::TextField;

/// A number that no other field of the page has.
fn next_number() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}
