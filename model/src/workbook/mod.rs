//! Tables that leave the app. Responsible for what stands in them: the rows of a case with their sums, as a text file for
//! other programs (CSV), as a table for a document (HTML, text, Markdown), and all of a plan as a workbook whose sums are
//! formulas. The words come from the app; the module for spreadsheets makes the file (`sheets/`).

mod assumptions;
mod block;
mod book;
mod cell;
mod comparison;
mod contributions;
mod csv;
mod document;
mod lines;
mod listing;
mod pace;
mod rows;
mod sheet;
mod source;
mod statement;
mod texts;
mod words;

pub use book::workbook;
pub use cell::{Cell, Look, Written};
pub use csv::csv;
pub use document::{NumberForm, html, markdown, text};
pub use listing::{ListedPart, ListedRow, Listing, RowRank, listing};
pub use sheet::{Sheet, Workbook};
pub use source::{Case, TextTable, WorkbookSource};
pub use statement::{FigureRow, Section};
pub use words::{Words, WorkbookWord};
