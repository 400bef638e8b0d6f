//! A full storage: what takes the room, and what makes some. Work goes on meanwhile, on the screen.

use crate::commands::files;
use crate::components::kilobytes::kilobytes;
use crate::components::part::part;
use crate::state::modules::{Module, Slot};
use crate::state::route::Route;
use crate::state::session::SaveState;
use crate::state::storage::StoreError;
use crate::state::storage::past::{self, Room};
use crate::state::{Context, context};
use crate::ui::dialog::Dialog;
use crate::ui::form::click;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, keeping, room as text};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Where its module hands over what the dialog holds.
pub static BODY: Slot<fn() -> AnyView> = Slot::new();

/// Beside the label that says that nothing is kept, when it is for want of room.
pub fn button(context: Context) -> AnyView {
    let shown = move || {
        (context.session.saved().get() == SaveState::Failed(StoreError::Full)).then(|| {
            let open = click(move || context.making_room.set(true));
            view! { <button type="button" class="link" on:click=open data-test="make-room">{text_fn(words::shell::make_room)}</button> }
        })
    };
    shown.into_any()
}

/// The place of the dialog.
pub fn place(context: Context) -> AnyView {
    let body = move || part(context, Module::Aside, || BODY.get().map(|draw| draw()));
    view! { <Dialog open=context.making_room title=text_signal(words::shell::make_room)>{body()}</Dialog> }.into_any()
}

/// What the dialog holds.
pub fn body() -> AnyView {
    let context = context();
    let room = RwSignal::new(None::<Room>);
    Effect::new(move |_| {
        // Follows what is stored.
        context.storage.plans();
        spawn_local(async move {
            room.try_set(Some(past::room().await));
        });
    });
    let told = move || match context.session.saved().get() {
        SaveState::Failed(_) => text::what(context.language()).to_owned(),
        _ => text::kept_again(context.language()).to_owned(),
    };
    let file = click(move || files::export(context));
    let home = click(move || {
        context.making_room.set(false);
        context.place.go(Route::Home);
    });
    view! {
        <div data-test="room">
            <p role="status" data-test="room-told">{told}</p>
            {move || room.get().map(|taken| takers(context, room, &taken))}
            <div class="buttons">
                <button type="button" class="primary" on:click=file data-test="room-file">{text_fn(words::action::save)}</button>
                <button type="button" on:click=home>{text_fn(text::home)}</button>
            </div>
        </div>
    }
    .into_any()
}

/// What takes room, each with what makes some.
fn takers(context: Context, room: RwSignal<Option<Room>>, taken: &Room) -> AnyView {
    let language = context.language();
    let bin = move || {
        let deleted = context.storage.plans_untracked().trash();
        let keys = deleted.into_iter().map(|entry| entry.key).collect();
        spawn_local(async move {
            context.storage.forget_deleted(keys).await;
            context.session.save_again();
        });
    };
    let versions = move || {
        spawn_local(async move {
            past::forget(None).await;
            room.try_set(Some(past::room().await));
            context.session.save_again();
        });
    };
    let row = |name: &'static str, characters: f64, way: Option<AnyView>| {
        let amount = text::Kilobytes { size: kilobytes(language, characters) }.say(language);
        view! { <tr><th scope="row">{name}</th><td>{amount}</td><td>{way}</td></tr> }
    };
    let empty = (taken.bin > 0.0).then(|| {
        view! { <button type="button" on:click=click(bin) data-test="room-bin">{words::bin::empty(language)}</button> }
            .into_any()
    });
    let drop_versions = (taken.versions > 0.0).then(|| {
        view! { <button type="button" on:click=click(versions) data-test="room-versions">{keeping::drop_versions(language)}</button> }
            .into_any()
    });
    view! {
        <table class="plain-table" aria-label=text::takes(language)>
            <tbody>
                {row(text::plans(language), taken.plans, None)}
                {row(text::bin(language), taken.bin, empty)}
                {row(text::versions(language), taken.versions, drop_versions)}
                {row(text::others(language), taken.others, None)}
            </tbody>
        </table>
    }
    .into_any()
}
