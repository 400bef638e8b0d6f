//! A case's table as a text file for other programs.

use super::export::{Export, ExportedPart};
use super::table_words::TableWords;
use crate::commands::files;
use crate::ui::icon::Shape;
use crate::words::export as text;
use samplan::workbook::{csv, listing};

pub(super) static EXPORT: Export = Export {
    name: text::csv,
    who: text::csv_who,
    of: ExportedPart::Case,
    shape: Shape::Table,
    test: "csv",
    offered: |_| true,
    run: |chosen| {
        let Some(outcome) = chosen.outcome() else { return };
        let words = TableWords(chosen.language);
        let (file, content) = (chosen.file("csv"), csv(&listing(&outcome.budget, &outcome.projection, &words), &words));
        if files::download_as(chosen.context, &file, &content, "text/csv;charset=utf-8") {
            chosen.context.notices.say(text::Downloads { file }.say(chosen.language));
        }
    },
};
