//! What the app knows between two clicks: settings, the route, the open plan with its history, what is stored.

pub mod chance;
mod context;
pub mod drafts;
pub mod engine;
mod fields;
mod lasting;
pub mod leaving;
pub mod memo;
pub mod modules;
pub mod notices;
pub mod place;
pub mod route;
pub mod session;
pub mod settings;
pub mod storage;
pub mod travel;

pub use context::{Ask, Context, LinkScope, Other, ScenariosIn, app_element, context, mark_ready, say_failed};
pub use lasting::Lasting;
