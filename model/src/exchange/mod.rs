//! Exchange: how plans leave Samplan and come back. Responsible for the JSON file (envelope, version, migrations, limits,
//! schema) and for the same file in a link.
//!
//! ```text
//! text ──json──▶ Value ──envelope──▶ version, plan ──migrate──▶ newest plan ──form──▶ Plan ──validate──▶ Plan
//! ```
//!
//! Nothing is guessed or repaired on the way: what a file says that this version does not understand is a
//! [`ReadError`], which says where and what. A file is read whole or not at all.

mod checksum;
mod decode;
mod envelope;
mod error;
mod file_name;
mod json;
mod limits;
mod link;
mod migrate;
mod read;
mod scenario_file;
#[cfg(feature = "schema")]
mod schema;
mod text;
mod wording;
mod write;

pub use crate::form::{Expected, FormError, FoundValue};
pub use decode::decode;
pub use error::{MigrationError, Position, ReadError, Syntax};
pub use file_name::{file_stem, pair_stem};
pub use limits::{FORMAT, MOST_BYTES, MOST_DEPTH, MOST_VALUES, OLDEST_VERSION, VERSION};
pub use link::{LINK_VERSION, LinkContent, LinkError, MOST_LINK, plan_link, read_link, scenario_link};
pub use read::{read, read_changed};
pub use scenario_file::{
    NamedAssociation, NamedPart, NamedPlan, SCENARIO_FORMAT, SCENARIO_VERSION, ScenarioFile, SeenFigures, SeenYear,
    fingerprint, is_scenario_file, read_scenarios, write_scenarios,
};
#[cfg(feature = "schema")]
pub use schema::{scenario_schema, schema};
pub use text::written_bytes;
pub use write::{fits, write};
