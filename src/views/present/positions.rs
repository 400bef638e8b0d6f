//! The positions of the open scenario as rows of fields: roles and parties, no names.

use super::question_and_proposal::long;
use crate::components::positions::{self, PositionLens};
use crate::state::Context;
use crate::ui::focus::focus_new;
use crate::ui::form::{self, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{label, show as text};
use leptos::prelude::*;
use samplan::plan::Id;

/// The rows, and a way to one more.
pub fn editor(context: Context) -> AnyView {
    let ids = positions::ids(context);
    let rows = move || ids.get().into_iter().map(|id| row(context, id)).collect_view();
    let add = move || {
        let place = ids.with_untracked(Vec::len).saturating_add(1);
        let who = text::Somebody { number: place }.say(context.language());
        if positions::add(context, who).is_some() {
            focus_new(format!("{}.positions .position:nth-of-type({place}) input", panel(context)));
        }
    };
    view! {
        <div class="positions">
            <p class="hint">{text_fn(text::positions_hint)}</p>
            {rows}
            <button type="button" class="add" id="add-position" data-test="add-position" on:click=click(add)>
                <Icon shape=Shape::Plus/>{text_fn(label::add_a_position)}
            </button>
        </div>
    }
    .into_any()
}

/// The showing's panel lies over the page and has the same rows.
fn panel(context: Context) -> &'static str {
    if context.show.get_untracked() { ".show " } else { "" }
}

fn row(context: Context, id: Id) -> AnyView {
    let position = PositionLens::new(context, id);
    let remove = move || {
        position.remove();
        focus_new(format!("{}.positions .add", panel(context)));
    };
    view! {
        <div class="position" data-test="position">
            {form::text(text_signal(label::who), position.who(), position.take_who())}
            {position.stand_choice()}
            {long(text_signal(label::what_was_said), Signal::stored(String::new()), position.said(), position.take_said())}
            <button type="button" class="icon" aria-label=position.remove_label() on:click=click(remove)><Icon shape=Shape::Bin/></button>
        </div>
    }
    .into_any()
}
