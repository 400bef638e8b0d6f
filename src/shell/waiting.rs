//! A view that is being fetched: a quiet sign while it is waited for, and a word when it cannot be had.

use crate::state::Context;
use crate::state::modules::Missing;
use crate::state::travel::Lost;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::views;
use crate::words::{shell as text, waiting};
use leptos::prelude::*;

/// Says which view is being fetched, once it has taken a while.
pub fn sign(context: Context) -> AnyView {
    let said = move || {
        context.place.travel().slow().get().map(|route| {
            let view = views::title(route)(context.language());
            view! { <p>{waiting::Fetching { view }.say(context.language())}</p> }
        })
    };
    view! { <div class="waiting" role="status" data-test="waiting">{said}</div> }.into_any()
}

/// Says which view could not be fetched, and what helps. The view that is shown stays.
pub fn lost(context: Context) -> AnyView {
    let lost = context.place.travel().lost();
    let said = move || lost.get().map(|one| word(context, one));
    said.into_any()
}

fn word(context: Context, lost: Lost) -> AnyView {
    let language = context.language();
    let view = views::title(lost.route)(language);
    let (sentence, name): (_, fn(_) -> _) = match lost.why {
        Missing::Unreachable => (waiting::Unreachable { view }.say(language), waiting::retry),
        Missing::Replaced => (waiting::Replaced { view }.say(language), waiting::reload),
    };
    let help = move || match lost.why {
        Missing::Unreachable => context.place.retry(lost.clone()),
        // The view stands in the address already when the page opens anew.
        Missing::Replaced => context.place.open_anew(lost.route),
    };
    let close = move || context.place.travel().lost().set(None);
    view! {
        <div class="notice error" role="alert" data-test="view-missing">
            <div>
                <p>{sentence}</p>
                <button class="link" on:click=click(help)>{text_fn(name)}</button>
            </div>
            <button class="icon" aria-label=text_fn(text::close) on:click=click(close)>"×"</button>
        </div>
    }
    .into_any()
}
