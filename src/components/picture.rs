//! The charts that are in sight as pictures, each with what it shows, of which plan, and when.

use crate::charts::{Caption, PictureKind, pictures};
use crate::commands::{copy, files};
use crate::state::Context;
use crate::state::route::Route;
use crate::words::{self, Language, export as text, label};
use leptos::prelude::*;
use samplan::exchange::pair_stem;
use wasm_bindgen_futures::spawn_local;

/// Whether a chart is in sight.
pub fn any() -> bool {
    document().query_selector(".chart:not(.small-slide .chart) svg").is_ok_and(|found| found.is_some())
}

/// What the pictures are of.
struct PictureNames {
    caption: Caption,
    /// The beginning of the files' names.
    stem: String,
}

impl PictureNames {
    /// What is shown: the plan itself, the open scenario, or several side by side.
    fn of(context: Context, language: Language) -> Option<PictureNames> {
        let plan = context.session.plan().get_untracked()?;
        let open = context.scenario.get_untracked();
        let open = open.and_then(|id| plan.scenario_by_id(&id).map(|one| words::scenario_name(&plan, one)));
        let case = match context.route.get_untracked() {
            Route::Compare => words::view::compare(language).to_owned(),
            Route::Budget => label::the_plan(language).to_owned(),
            _ => open.unwrap_or_else(|| label::the_plan(language).to_owned()),
        };
        // What a showing has moved is not the scenario as it is kept.
        let moved = untrack(|| context.session.is_moved());
        let told = if moved { text::Moved { case: &case }.say(language) } else { case.clone() };
        let unit = words::unit_name(untrack(|| context.unit()));
        let now = js_sys::Date::new_0();
        let month = now.get_month().saturating_add(1);
        let date = format!("{}-{month:02}-{:02}", now.get_full_year(), now.get_date());
        Some(PictureNames {
            caption: Caption {
                about: format!("{}: {told}", plan.name),
                source: text::PictureSource { plan: &plan.name, date, unit }.say(language),
            },
            stem: pair_stem(&plan.name, &case),
        })
    }
}

/// Downloads them.
pub fn download(context: Context, kind: PictureKind) {
    let language = context.settings.with_untracked(|settings| settings.language);
    let Some(shown) = PictureNames::of(context, language) else { return };
    spawn_local(async move {
        let drawn = pictures(kind, &shown.caption).await.unwrap_or_default();
        if drawn.is_empty() {
            return refused(context, language);
        }
        for (number, picture) in (1_u32..).zip(&drawn) {
            let number = if drawn.len() > 1 { format!("-{number}") } else { String::new() };
            let file = format!("{}{number}.{}", shown.stem, kind.ending());
            if files::give_blob(&file, picture).is_none() {
                return context.notices.warn(words::notice::NotDownloaded { file }.say(language));
            }
            if drawn.len() == 1 {
                context.notices.say(text::Downloads { file }.say(language));
            }
        }
        if drawn.len() > 1 {
            context.notices.say(text::DownloadsPictures { count: drawn.len() }.say(language));
        }
    });
}

/// Copies the first of them.
pub fn copy(context: Context) {
    let language = context.settings.with_untracked(|settings| settings.language);
    let Some(shown) = PictureNames::of(context, language) else { return };
    spawn_local(async move {
        let drawn = pictures(PictureKind::Png, &shown.caption).await.unwrap_or_default();
        let Some(first) = drawn.first() else { return refused(context, language) };
        if copy::copy_picture(first).await {
            context.notices.say(text::Copied { what: text::the_picture(language) }.say(language));
        } else {
            context.notices.warn(text::not_copied(language).to_owned());
        }
    });
}

fn refused(context: Context, language: Language) {
    context.notices.warn(text::no_picture(language).to_owned());
}
