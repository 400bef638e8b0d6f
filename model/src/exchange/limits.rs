//! The format's name, its versions, and the limits of a file.

/// What a plan file says in its `format` field.
pub const FORMAT: &str = "samplan";
/// The newest version of the file format, the one that [`write`] writes.
pub const VERSION: u32 = 1;
/// The oldest version that was ever released; [`read`] opens every version from here on.
pub const OLDEST_VERSION: u32 = 1;
/// The most bytes that a plan file can have (5 MiB).
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// The most lists and objects inside each other.
pub const MOST_DEPTH: usize = 32;
/// The most values (lists, objects, texts, numbers…) in a file.
pub const MOST_VALUES: usize = 500_000;
