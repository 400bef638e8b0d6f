//! What the table's file does not show, and whether it is read all the same.

use super::work::Paste;
use crate::state::memo::memo;
use crate::ui::segments::Segments;
use crate::words;
use leptos::prelude::*;
use samplan::table::Code;

/// Says it, where something is hidden.
#[component]
pub fn HiddenPlaces(paste: Paste) -> impl IntoView {
    let context = paste.table.context;
    let hidden = memo(move || {
        let hidden = paste.reading.with(|reading| reading.as_ref().ok().map(|reading| reading.hidden.clone()));
        hidden.filter(|hidden| !hidden.is_empty())
    });
    let asked = move || paste.is_asked(Code::Hidden);
    let said = move || {
        let language = context.language();
        let hidden = hidden.get().unwrap_or_default();
        let (rows, columns) = (hidden.rows.len(), hidden.columns.len());
        let places = (rows > 0 || columns > 0).then(|| words::paste::HiddenPlaces { rows, columns }.say(language));
        let sheet = hidden.sheet.then(|| words::paste::sheet_is_hidden(language).to_owned());
        [sheet, places].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let named = move |value: bool, name: words::Word| {
        (Some(value), Signal::derive(move || name(context.language()).to_owned()))
    };
    let chosen = Signal::derive(move || paste.choices.with(|choices| choices.chosen.answers.hidden));
    view! {
        <Show when=move || hidden.with(Option::is_some)>
            <div class="row" data-test="paste-hidden">
                <span class="small" class:muted=move || !asked() class:field-error=asked>{said}</span>
                <Segments label=Signal::derive(move || words::paste::hidden_choice(context.language()).to_owned())
                    options=vec![named(false, words::paste::only_shown), named(true, words::paste::hidden_too)]
                    value=chosen on_change=move |chosen| paste.choose(|choices| choices.chosen.answers.hidden = chosen)/>
            </div>
        </Show>
    }
}
