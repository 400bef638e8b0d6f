//! A chart on paper with its title: always ink on white, told apart by patterns as well as by shades, with its numbers
//! written in it.

use crate::charts::{Chart, ChartFigure, Drawn};
use crate::state::memo::memo;
use leptos::prelude::*;

/// A chart with its title. Its size is the paper's on every screen, so that it is the same when it is printed.
pub fn paper_chart(
    class: &'static str,
    title: Signal<String>,
    drawn: RwSignal<Drawn>,
    failed: Signal<String>,
    figure: Signal<Option<ChartFigure>>,
) -> AnyView {
    let figure = memo(move || figure.get());
    let message = move || (drawn.get() == Drawn::Failed).then(|| view! { <p class="note">{failed}</p> });
    view! {
        <figure class=class>
            <figcaption>{title}</figcaption>
            <div class="wide" tabindex="0" role="region" aria-label=title><div class="fixed"><Chart figure drawn/></div></div>
            {message}
        </figure>
    }
    .into_any()
}
