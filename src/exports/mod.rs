//! What leaves the room: the menu of exports and the table of them. One is added by its file here and its line in the
//! table. The files' content is the model's (`samplan::workbook`); here are its words, and the way out of the browser.

mod alone;
mod calendar;
mod csv;
mod document;
mod excel;
mod export;
mod link;
mod menu;
mod pictures;
mod plan;
mod scenario;
mod table;
mod table_words;

pub use menu::{BODY, body, place};
