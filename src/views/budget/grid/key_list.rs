//! The list of the table's keys, as in a spreadsheet.

use crate::keys::{alt, key, keys, primary};
use crate::words::help;

keys! {
    /// What the table's keys do.
    TableKey {
        /// To the next cell.
        Move [key("ArrowLeft"), key("ArrowUp"), key("ArrowRight"), key("ArrowDown")] help::arrows;
        /// To the end of the row or of the column.
        Edge [primary("ArrowLeft"), primary("ArrowUp"), primary("ArrowRight"), primary("ArrowDown")] help::edge;
        /// To the ends of the row.
        Ends [key("Home"), key("End")] help::home_end;
        /// To the ends of the table.
        Corner [primary("Home"), primary("End")] help::corner;
        /// Ten rows up or down.
        Page [key("PageUp"), key("PageDown")] help::page;
        /// The block of chosen cells, wider or narrower.
        Stretch [
            key("ArrowLeft").shift(), key("ArrowUp").shift(), key("ArrowRight").shift(), key("ArrowDown").shift()
        ] help::stretch;
        /// The block to the ends.
        StretchFar [
            primary("ArrowLeft").shift(), primary("ArrowUp").shift(), primary("ArrowRight").shift(),
            primary("ArrowDown").shift(), key("Home").shift(), key("End").shift(), primary("Home").shift(),
            primary("End").shift(), key("PageUp").shift(), key("PageDown").shift()
        ] help::stretch_far;
        /// All cells.
        All [primary("A")] help::all;
        /// Begin to change the cell, or take what is typed.
        Enter [key("Enter"), key("F2")] help::enter;
        /// Take what is typed, and go up.
        Up [key("Enter").shift()] help::enter_up;
        /// Take what is typed, and go right.
        Right [key("Tab")] help::tab;
        /// Take what is typed, and go left.
        Left [key("Tab").shift()] help::tab_back;
        /// Leave what is typed, or the block.
        Leave [key("Escape")] help::escape;
        /// Take the amounts away.
        Clear [key("Delete"), key("Backspace")] help::delete;
        /// The first row of the block into the others.
        FillDown [primary("D")] help::fill_down;
        /// The first column of the block into the others.
        FillRight [primary("R")] help::fill_right;
        /// Out of the table and into it: the browser's own, told of here.
        Clipboard [primary("C"), primary("X"), primary("V")] help::paste;
        /// The line up or down.
        MoveLine [alt("ArrowUp"), alt("ArrowDown")] help::move_line;
        /// The line's details.
        Details [primary("I")] help::details;
    }
}
