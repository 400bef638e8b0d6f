//! Cells: from a text, the clipboard's HTML or a sheet to rows of cell texts. Responsible for where one cell ends and
//! the next begins; where that is not certain the cell carries its [`Doubt`].

mod accounts;
mod around;
mod behind;
mod grid;
mod hidden;
mod html;
mod leaders;
mod numbers;
mod runs;
mod separated;
mod spaces;
mod text;

pub use grid::{Cell, Cells, Separator, from_grid};
pub use hidden::Hidden;
pub use html::from_html;
pub use text::from_text;
