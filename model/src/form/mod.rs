//! Forms: how values stand in a file. Responsible for the tree of values that a file's text becomes, for the way from
//! there to the model's types and back to text, and for saying where a value does not fit and what should stand there.
//!
//! A type derives [`Form`] beside serde's traits and has the same form, told by the same attributes. Strict where serde is
//! lenient: no unknown fields, no numbers for amounts, no texts for years. And small: what the derive writes only names a
//! type's fields, for every browser that opens a plan fetches this code first.

mod error;
mod node;
mod path;
mod plain;
mod value;
mod writer;

pub use error::{Expected, FormError, FoundValue};
pub use node::{FieldName, Form, Node, Read};
pub use path::{Path, beginning};
pub use samplan_derive::Form;
pub use value::JsonValue;
pub use writer::Writer;
