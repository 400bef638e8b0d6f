//! `locales/*.json` as code, written by the build.

use super::language::Language;
use super::plural::Countable;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
