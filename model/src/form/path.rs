//! The place of a value in a file: `plan.associations[0].lines[3].schedule.amounts.2014`.

use std::fmt;

/// A place, held by those who are on their way there.
pub struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: PathStep<'p>,
}

enum PathStep<'p> {
    Root,
    Field(&'p str),
    Item(usize),
}

impl<'p> Path<'p> {
    /// The file itself.
    pub fn root() -> Path<'p> {
        Path { parent: None, step: PathStep::Root }
    }

    /// A field of the object at this place.
    pub fn field(&'p self, name: &'p str) -> Path<'p> {
        Path { parent: Some(self), step: PathStep::Field(name) }
    }

    /// An item of the list at this place, counted from 0.
    pub fn item(&'p self, place: usize) -> Path<'p> {
        Path { parent: Some(self), step: PathStep::Item(place) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            PathStep::Root => Ok(()),
            PathStep::Item(place) => write!(f, "[{place}]"),
            PathStep::Field(name) => {
                let dot =
                    if self.parent.is_some_and(|parent| !matches!(parent.step, PathStep::Root)) { "." } else { "" };
                write!(f, "{dot}{}", beginning(name))
            }
        }
    }
}

/// The first 60 characters of a text from a file, on one line: enough to find it by.
pub fn beginning(text: &str) -> String {
    let mut kept: String = text.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(60).is_some() {
        kept.push('…');
    }
    kept
}
