//! Edits: everything that people can change in a plan, as values.
