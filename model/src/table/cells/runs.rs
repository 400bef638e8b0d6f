//! Runs of text within a cell (`<span>`, `<font>`, `<ins>`), one in another, and what they say of the text.

/// What a run says of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Plain,
    /// Nobody sees it.
    Hidden,
    /// The mark of a list before a name, as Word writes it.
    ListMark,
    /// A number's format gives it its colour (`# ##0;[Red]# ##0`).
    Coloured,
}

/// The runs that are begun and not ended.
#[derive(Default)]
pub(super) struct Runs {
    all: Vec<Run>,
    /// How many of each kind there are among them.
    hidden: usize,
    list_marks: usize,
    coloured: usize,
}

impl Runs {
    fn count(&mut self, run: Run, by: impl Fn(usize) -> usize) {
        let count = match run {
            Run::Plain => return,
            Run::Hidden => &mut self.hidden,
            Run::ListMark => &mut self.list_marks,
            Run::Coloured => &mut self.coloured,
        };
        *count = by(*count);
    }

    pub(super) fn begin(&mut self, tag: &str, is_hidden: bool) {
        let lower = tag.to_ascii_lowercase().replace(' ', "");
        let is_red = lower.contains("#ff0000") || lower.contains("color=red");
        let run = if is_hidden {
            Run::Hidden
        } else if lower.contains("mso-list:ignore") {
            Run::ListMark
        } else if lower.contains("mso-ignore:color") && is_red {
            Run::Coloured
        } else {
            Run::Plain
        };
        self.all.push(run);
        self.count(run, |count| count.saturating_add(1));
    }

    pub(super) fn end(&mut self) {
        if let Some(run) = self.all.pop() {
            self.count(run, |count| count.saturating_sub(1));
        }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Ends those that nothing has ended, but for the first ones.
    pub(super) fn end_to(&mut self, first: usize) {
        while self.all.len() > first {
            self.end();
        }
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.hidden > 0
    }

    pub(super) fn is_list_mark(&self) -> bool {
        self.list_marks > 0
    }

    pub(super) fn is_coloured(&self) -> bool {
        self.coloured > 0
    }
}
