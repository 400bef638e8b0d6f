//! The views, one folder or file each.

pub mod accessibility;
pub mod bench;
pub mod budget;
pub mod compare;
pub mod explore;
pub mod home;
pub mod meet;
pub mod new_plan;
pub mod plan;
pub mod present;
pub mod report;
pub mod scenarios;
