//! A case's table for a document: copied as HTML with text beside it, which Word and mail take, or as Markdown.

use super::export::{ChosenExport, Export, ExportedPart};
use super::table_words::TableWords;
use crate::commands::copy::{Copy, copy};
use crate::ui::icon::Shape;
use crate::words::export as text;
use leptos::prelude::*;
use samplan::workbook::{self, NumberForm, listing};
use wasm_bindgen_futures::spawn_local;

pub(super) static WORD: Export = Export {
    name: text::word,
    who: text::word_who,
    of: ExportedPart::Case,
    shape: Shape::Copy,
    test: "word",
    offered: |_| true,
    run: |chosen| {
        take(chosen, text::word(chosen.language), |listing, title, form, words| Copy {
            text: workbook::text(listing, title, form, words),
            html: Some(workbook::html(listing, title, form, words)),
        });
    },
};

pub(super) static MARKDOWN: Export = Export {
    name: text::markdown,
    who: text::markdown_who,
    of: ExportedPart::Case,
    shape: Shape::Copy,
    test: "markdown",
    offered: |_| true,
    run: |chosen| {
        take(chosen, text::markdown(chosen.language), |listing, title, form, words| Copy {
            text: workbook::markdown(listing, title, form, words),
            html: None,
        });
    },
};

type Make = fn(&workbook::Listing, &str, NumberForm, &TableWords) -> Copy;

fn take(chosen: &ChosenExport, what: &'static str, make: Make) {
    let Some(outcome) = chosen.outcome() else { return };
    let (context, language, words) = (chosen.context, chosen.language, TableWords(chosen.language));
    let form = NumberForm { unit: untrack(|| context.unit()), decimal_mark: language.decimal_mark() };
    let title = format!("{}: {}", chosen.plan.name, chosen.case_name());
    let copied = make(&listing(&outcome.budget, &outcome.projection, &words), &title, form, &words);
    spawn_local(async move {
        if copy(&copied).await {
            context.notices.say(text::Copied { what }.say(language));
        } else {
            context.notices.warn(text::not_copied(language).to_owned());
        }
    });
}
