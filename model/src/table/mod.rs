//! Reading tables: what people have in Word, Excel, a PDF or a text file becomes names, years and amounts. Responsible
//! for telling what is certain from what is not: the certain is read, the rest is a [`Question`] at its place, and
//! nothing is dropped, moved or joined without a word. It knows no plan; what is known beforehand comes in as
//! [`Known`].
//!
//! ```text
//! text, HTML, sheet ──cells──▶ Cells ──layout──▶ names, years, units ──roles, sums, signs──▶ Reading + questions
//! ```

mod beside;
mod cells;
mod columns;
mod contributors;
mod copied;
mod dates;
mod encoding;
mod figure;
mod heading;
mod hidden;
mod joined;
mod known;
mod layout;
mod limits;
mod marks;
mod months;
mod own;
mod page;
mod parts_of_year;
mod payer;
mod question;
mod read;
mod reading;
mod remains;
mod repeated;
mod roles;
mod row_kind;
mod row_name;
mod short_years;
mod signatures;
mod signs;
mod spelling;
mod sums;
mod told_by_totals;
mod turned;
mod two_sided;
mod unit;
mod values;
mod words;
mod years;

pub use cells::{Cell, Cells, Hidden, Separator, from_grid, from_html, from_text};
pub use copied::{Copied, as_html, as_text};
pub use encoding::{EncodingError, decode};
pub use figure::{Doubt, Figure, Scale};
pub use heading::Of;
pub use hidden::read;
pub use known::{Known, KnownLine, KnownMember, Likeness};
pub use limits::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS, TableError};
pub use payer::Payer;
pub use question::{Code, Question};
pub use reading::{Answers, Beside, Column, ColumnAnswer, ColumnKind, Printed, Reading, Role, Row, StandsFor};
