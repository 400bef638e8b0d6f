//! A plan or a scenario in a link: its file without white space, deflated (RFC 1951) and written in base64 for addresses,
//! behind the version of that form: `1.q1bKLE5RslJQ…`. It stands in the address after `#`, which browsers send nowhere.

use super::error::ReadError;
use super::limits::MOST_BYTES;
use super::read::read;
use super::scenario_file::{self, ScenarioFile, is_scenario_file, read_scenarios};
use super::write::write_compact;
use crate::plan::Plan;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// The newest form of a link, the one that is written.
pub const LINK_VERSION: u32 = 1;
/// The most characters that a link's content can have. Browsers open longer addresses; programs that pass links on cut
/// them.
pub const MOST_LINK: usize = 30_000;

/// The slowest and smallest.
const LEVEL: u8 = 10;

/// What a link holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkContent {
    /// A whole plan.
    Plan(Box<Plan>),
    /// Scenarios without their plan.
    Scenarios(Box<ScenarioFile>),
}

/// Why there is no link, or nothing in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// It would be, or is, longer than [`MOST_LINK`].
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// Made by a newer Samplan than this one.
    NewerVersion {
        /// The version of its form.
        found: u32,
    },
    /// Cut off, or changed on the way: nothing can be made of its characters.
    Broken,
    /// What it holds is larger than a file can be.
    TooLarge,
    /// What it holds is no file that can be read.
    File(ReadError),
}

impl std::error::Error for LinkError {}

/// The content of a link to a plan.
///
/// # Errors
/// [`LinkError::TooLong`] for a plan that only a file can carry.
pub fn plan_link(plan: &Plan) -> Result<String, LinkError> {
    packed(&write_compact(plan))
}

/// The content of a link to scenarios.
///
/// # Errors
/// [`LinkError::TooLong`] for what only a file can carry.
pub fn scenario_link(content: &ScenarioFile) -> Result<String, LinkError> {
    packed(&scenario_file::write_compact(content))
}

fn packed(text: &str) -> Result<String, LinkError> {
    let bytes = compress_to_vec(text.as_bytes(), LEVEL);
    let link = format!("{LINK_VERSION}.{}", BASE64_URL_SAFE_NO_PAD.encode(bytes));
    if link.len() > MOST_LINK { Err(LinkError::TooLong { length: link.len() }) } else { Ok(link) }
}

/// What a link's content holds.
///
/// # Errors
/// When it is too long, of a newer form, cut off or changed, or no file that can be read. It is unpacked no further than
/// to [`MOST_BYTES`].
pub fn read_link(link: &str) -> Result<LinkContent, LinkError> {
    if link.len() > MOST_LINK {
        return Err(LinkError::TooLong { length: link.len() });
    }
    let (version, content) = link.split_once('.').ok_or(LinkError::Broken)?;
    match version.parse::<u32>().map_err(|_| LinkError::Broken)? {
        LINK_VERSION => {}
        0 => return Err(LinkError::Broken),
        found => return Err(LinkError::NewerVersion { found }),
    }
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(content).map_err(|_| LinkError::Broken)?;
    let text = decompress_to_vec_with_limit(&bytes, MOST_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        _ => LinkError::Broken,
    })?;
    let text = String::from_utf8(text).map_err(|_| LinkError::Broken)?;
    if is_scenario_file(&text) {
        read_scenarios(&text).map(|file| LinkContent::Scenarios(Box::new(file))).map_err(LinkError::File)
    } else {
        read(&text).map(|plan| LinkContent::Plan(Box::new(plan))).map_err(LinkError::File)
    }
}
