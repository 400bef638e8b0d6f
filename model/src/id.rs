//! Identifiers of the parts of a plan.

use crate::form::{FieldName, Form, Node, Read, Writer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

/// Names a part of a plan for other parts: lower-case letters a–z, digits and hyphens, 1–64 of them, unique among its
/// kind in the plan. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The most characters that an id may have.
    pub const MOST_CHARACTERS: usize = 64;

    /// An id of this text; [`Id::is_well_formed`] tells whether a plan accepts it.
    pub fn new(text: &str) -> Id {
        Id(Arc::from(text))
    }

    /// An id that nothing else has, from 128 bits of chance.
    pub fn from_chance(bits: u128) -> Id {
        Id::new(&format!("{bits:032x}"))
    }

    /// An id made from a name people gave (`Växjö kommun` → `vaxjo-kommun`) that `taken` does not have yet.
    pub fn from_name(name: &str, taken: impl Fn(&str) -> bool) -> Id {
        let mut base = String::new();
        for letter in name.chars() {
            match letter.to_ascii_lowercase() {
                letter @ ('a'..='z' | '0'..='9') => base.push(letter),
                'å' | 'ä' | 'á' | 'à' | 'Å' | 'Ä' | 'Á' | 'À' => base.push('a'),
                'ö' | 'ø' | 'ó' | 'Ö' | 'Ø' | 'Ó' => base.push('o'),
                'é' | 'è' | 'ë' | 'É' | 'È' | 'Ë' => base.push('e'),
                'ü' | 'Ü' => base.push('u'),
                _ if base.ends_with('-') || base.is_empty() => {}
                _ => base.push('-'),
            }
            if base.len() >= 40 {
                break;
            }
        }
        let base = base.trim_end_matches('-');
        let base = if base.is_empty() { "del" } else { base };
        if !taken(base) {
            return Id::new(base);
        }
        let numbered = (2u32..).map(|number| format!("{base}-{number}")).find(|id| !taken(id));
        Id::new(numbered.as_deref().unwrap_or(base))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id keeps to the letters and length that the file format allows.
    pub fn is_well_formed(&self) -> bool {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        (1..=Self::MOST_CHARACTERS).contains(&self.0.len()) && self.0.bytes().all(allowed)
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Debug for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        String::deserialize(deserializer).map(|text| Id::new(&text))
    }
}

impl Form for Id {
    fn read(node: Node<'_>) -> Read<Id> {
        String::read(node).map(|text| Id::new(&text))
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.text(&self.0);
    }
}

impl FieldName for Id {
    fn of(name: &str) -> Option<Id> {
        Some(Id::new(name))
    }

    fn name(&self) -> String {
        self.0.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_from_swedish_names() {
        assert_eq!(Id::from_name("Växjö kommun", |_| false).as_str(), "vaxjo-kommun");
        assert_eq!(Id::from_name("Arvoden inkl. PO", |_| false).as_str(), "arvoden-inkl-po");
        assert_eq!(Id::from_name("  ", |_| false).as_str(), "del");
        assert_eq!(Id::from_name("Ale", |id| id == "ale").as_str(), "ale-2");
        assert!(Id::from_name(&"å".repeat(200), |_| false).is_well_formed());
    }
}
