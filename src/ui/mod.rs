//! Pieces of the interface that know no plan: fields, dialogs, lists whose rows stay, icons, the keyboard's place.

pub mod dialog;
pub mod events;
pub mod field;
pub mod focus;
pub mod form;
pub mod icon;
pub mod keyed_list;
pub mod month;
pub mod name_field;
pub mod segments;
pub mod text;
pub mod years;
