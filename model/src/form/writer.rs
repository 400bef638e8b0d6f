//! From the types to JSON text, with and without indent, into whatever takes bytes.

use std::fmt::Display;
use std::io::Write;

/// Writes values one after the other, with what stands between them.
pub struct Writer<'w> {
    to: &'w mut dyn Write,
    /// How many lists and objects lie around what is written next; `None` without indent.
    depth: Option<usize>,
    /// Whether the innermost of them has nothing in it so far.
    is_empty: bool,
}

impl<'w> Writer<'w> {
    /// Writes without white space.
    pub fn compact(to: &'w mut dyn Write) -> Writer<'w> {
        Writer { to, depth: None, is_empty: true }
    }

    /// Writes with two spaces of indent.
    pub fn indented(to: &'w mut dyn Write) -> Writer<'w> {
        Writer { to, depth: Some(0), is_empty: true }
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        // Into memory there is nothing to fail on; what is cut short all the same the reader refuses.
        let _ = serde_json::to_writer(&mut *self.to, text);
    }

    /// What needs no quotation marks.
    #[inline(never)]
    pub fn plain(&mut self, value: &dyn Display) {
        let _ = write!(self.to, "{value}");
    }

    /// Begins a list (`[`) or an object (`{`).
    #[inline(never)]
    pub fn begin(&mut self, bracket: &str) {
        self.put(bracket);
        self.depth = self.depth.map(|depth| depth.saturating_add(1));
        self.is_empty = true;
    }

    /// Begins an item of a list.
    #[inline(never)]
    pub fn item(&mut self) {
        if !self.is_empty {
            self.put(",");
        }
        self.is_empty = false;
        self.line();
    }

    /// Begins a field of an object.
    #[inline(never)]
    pub fn field(&mut self, name: &str) {
        self.item();
        self.text(name);
        self.put(if self.depth.is_some() { ": " } else { ":" });
    }

    /// Ends a list (`]`) or an object (`}`).
    #[inline(never)]
    pub fn end(&mut self, bracket: &str) {
        self.depth = self.depth.map(|depth| depth.saturating_sub(1));
        if !self.is_empty {
            self.line();
        }
        self.put(bracket);
        // Whatever lies around has this in it.
        self.is_empty = false;
    }

    /// A new line with its indent.
    fn line(&mut self) {
        if let Some(depth) = self.depth {
            self.put("\n");
            for _ in 0..depth {
                self.put("  ");
            }
        }
    }

    fn put(&mut self, text: &str) {
        let _ = self.to.write_all(text.as_bytes());
    }
}
