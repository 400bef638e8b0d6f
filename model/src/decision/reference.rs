//! What a decision refers to: every id of the plan that it says, to be told by name or to be put as another.

use crate::id::Id;

/// A part of a plan that something refers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// An association, also one that an earlier merger makes.
    Association(Id),
    /// A member of an association.
    Member {
        association: Id,
        member: Id,
    },
    /// A line of an association.
    Line {
        association: Id,
        line: Id,
    },
    Index(Id),
}

/// Says what stands instead of what is referred to.
pub type Instead<'s> = &'s mut dyn FnMut(Reference) -> Id;

impl Reference {
    /// The id of the part itself.
    pub fn id(&self) -> &Id {
        match self {
            Reference::Association(id) | Reference::Index(id) => id,
            Reference::Member { member, .. } => member,
            Reference::Line { line, .. } => line,
        }
    }
}

pub(super) fn association(id: &mut Id, instead: Instead<'_>) {
    *id = instead(Reference::Association(id.clone()));
}

pub(super) fn index(id: &mut Id, instead: Instead<'_>) {
    *id = instead(Reference::Index(id.clone()));
}

pub(super) fn member(association: &Id, id: &mut Id, instead: Instead<'_>) {
    *id = instead(Reference::Member { association: association.clone(), member: id.clone() });
}

pub(super) fn line(association: &Id, id: &mut Id, instead: Instead<'_>) {
    *id = instead(Reference::Line { association: association.clone(), line: id.clone() });
}
