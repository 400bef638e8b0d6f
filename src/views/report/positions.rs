//! Who stands where, and what was said, written in place: roles and parties, no names demanded.

use super::state::Page;
use super::text_box::text_box;
use crate::components::positions::{self, PositionLens, stand_name};
use crate::ui::focus::focus_new;
use crate::ui::form::click;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::text_fn;
use crate::words::label;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use samplan::plan::Id;
use wasm_bindgen::JsCast;

/// The list, and the way to one more.
pub fn positions(page: Page) -> AnyView {
    let context = page.context;
    let ids = positions::ids(context);
    let add = move || {
        let who = label::party_or_role(untrack(|| context.language())).to_owned();
        if let Some(id) = positions::add(context, who) {
            write_over(format!("#position-{id} textarea"));
        }
    };
    view! {
        <ul class="positions">
            {keyed_list(move || ids.get(), move |id| row(page, id))}
        </ul>
        <button type="button" class="link screen-only" id="add-position" data-test="add-position" on:click=click(add)>
            {text_fn(label::add_a_position)}</button>
    }
    .into_any()
}

fn row(page: Page, id: Id) -> AnyView {
    let context = page.context;
    let test = format!("position-{id}");
    let position = PositionLens::new(context, id);
    let remove = move || {
        position.remove();
        focus_new("#add-position");
    };
    view! {
        <li id=test.clone() data-test=test>
            {text_box(context, "who", "position-who".to_owned(), label::party_or_role, position.who(), position.take_who())}
            <div class="screen-only hidden-label stand">{position.stand_choice()}</div>
            <p class="on-paper stood">{move || stand_name(position.stand())(context.language())}</p>
            {text_box(context, "said", "position-said".to_owned(), label::what_was_said, position.said(), position.take_said())}
            <button type="button" class="icon screen-only" data-test="remove-position" on:click=click(remove)
                aria-label=position.remove_label()><Icon shape=Shape::Bin/></button>
        </li>
    }
    .into_any()
}

/// Moves the focus to a new field with its text selected, so that what is typed takes its place.
fn write_over(selector: String) {
    spawn_local(async move {
        tick().await;
        let field = document().query_selector(&selector).ok().flatten();
        if let Some(field) = field.and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
            let _ = field.focus();
            field.select();
        }
    });
}
