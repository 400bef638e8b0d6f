//! Who stands where, and what was said: roles and parties, no names demanded.

use super::state::Page;
use super::text_box::{Write, text_box};
use crate::state::memo::memo;
use crate::ui::focus::focus_new;
use crate::ui::form::{choice_of, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::say;
use crate::words::{self, Language, label, report as text};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use samplan::edit::PresentationEdit;
use samplan::plan::{Id, Position, Stand};
use wasm_bindgen::JsCast;

const STANDS: [Stand; 3] = [Stand::For, Stand::Against, Stand::NeedsMore];
const WORDS: [words::Word; 3] = [label::stand_for, label::stand_against, text::needs_more];

/// The list, and the way to one more.
pub fn positions(page: Page) -> AnyView {
    let context = page.context;
    let ids = memo(move || {
        let all = context
            .with_scenario(|_, scenario| scenario.positions.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
        all.unwrap_or_default()
    });
    let add = move || {
        let mut all = now(page);
        let id = Id::from_name("standpunkt", |id| all.iter().any(|one| one.id.as_str() == id));
        let who = label::party_or_role(context.settings.with_untracked(|settings| settings.language)).to_owned();
        all.push(Position { id: id.clone(), who, stand: Stand::For, said: String::new() });
        page.layout.tell(PresentationEdit::Positions(all));
        write_over(format!("#position-{id} textarea"));
    };
    view! {
        <ul class="positions">
            {keyed_list(move || ids.get(), move |id| row(page, id))}
        </ul>
        <button type="button" class="link screen-only" id="add-position" data-test="add-position" on:click=click(add)>
            {say(label::add_a_position)}</button>
    }
    .into_any()
}

fn now(page: Page) -> Vec<Position> {
    untrack(|| page.context.with_scenario(|_, scenario| scenario.positions.clone())).unwrap_or_default()
}

fn row(page: Page, id: Id) -> AnyView {
    let context = page.context;
    let test = format!("position-{id}");
    let id = StoredValue::new(id);
    let read = move |part: fn(&Position) -> String| {
        Signal::derive(move || {
            let found = context.with_scenario(|_, scenario| {
                id.with_value(|id| scenario.positions.iter().find(|one| one.id == *id).map(part))
            });
            found.flatten().unwrap_or_default()
        })
    };
    let with_change = move |change: &dyn Fn(&mut Position)| {
        let mut all = now(page);
        if let Some(one) = all.iter_mut().find(|one| id.with_value(|id| one.id == *id)) {
            change(one);
        }
        PresentationEdit::Positions(all)
    };
    let who = Write::new(move |typed: String| page.layout.try_tell(with_change(&|one| one.who.clone_from(&typed))));
    let said = Write::new(move |typed: String| page.layout.try_tell(with_change(&|one| one.said.clone_from(&typed))));
    let stand = Signal::derive(move || {
        let found = context.with_scenario(|_, scenario| {
            id.with_value(|id| scenario.positions.iter().find(|one| one.id == *id).map(|one| one.stand))
        });
        let stand = found.flatten().unwrap_or(Stand::For);
        STANDS.iter().position(|one| *one == stand).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        if let Some(stand) = STANDS.get(place) {
            page.layout.tell(with_change(&|one| one.stand = *stand));
        }
    });
    let remove = move || {
        let mut all = now(page);
        all.retain(|one| id.with_value(|id| one.id != *id));
        page.layout.tell(PresentationEdit::Positions(all));
        focus_new("#add-position");
    };
    let named = read(|one| one.who.clone());
    let stood = move || stand_word(context.language(), stand.get());
    view! {
        <li id=test.clone() data-test=test>
            {text_box(context, "who", "position-who".to_owned(), label::party_or_role, named, who)}
            <div class="screen-only hidden-label stand">{choice_of(label::position, &WORDS, stand, choose)}</div>
            <p class="on-paper stood">{stood}</p>
            {text_box(context, "said", "position-said".to_owned(), label::what_was_said, read(|one| one.said.clone()), said)}
            <button type="button" class="icon screen-only" data-test="remove-position" on:click=click(remove)
                aria-label=Signal::derive(move || text::RemovePosition { who: named.get() }.say(context.language()))>
                <Icon shape=Shape::Bin/></button>
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

fn stand_word(language: Language, place: usize) -> &'static str {
    WORDS.get(place).map_or("", |word| word(language))
}
