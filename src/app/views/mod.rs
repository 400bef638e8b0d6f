//! The views, one folder or file each.

pub mod accessibility;
pub mod bench;
pub mod budget;
pub mod compare;
pub mod home;
pub mod new_plan;
pub mod plan;
pub mod scenarios;
