//! Who stands where on the scenario, and what was said: roles and parties, no names.

use super::question_and_proposal::long;
use crate::commands::edit::commit;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::focus::focus_new;
use crate::ui::form::{self, Take, choice_of, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{said, say};
use crate::words::{Word, label, show as text};
use leptos::prelude::*;
use samplan::edit::{Edit, PresentationEdit};
use samplan::plan::{Id, Position, Stand};

/// The stands in the order of the columns.
pub const STANDS: [Stand; 3] = [Stand::For, Stand::Against, Stand::NeedsMore];
const NAMES: [Word; 3] = [label::stand_for, label::stand_against, text::stand_needs];

/// A stand's name.
pub fn stand_name(stand: Stand) -> Word {
    match stand {
        Stand::For => label::stand_for,
        Stand::Against => label::stand_against,
        Stand::NeedsMore => text::stand_needs,
    }
}

/// The positions of the open scenario as rows of fields, and a way to one more.
pub fn editor(context: Context) -> AnyView {
    let ids = memo(move || {
        let ids = context
            .with_scenario(|_, one| one.positions.iter().map(|position| position.id.clone()).collect::<Vec<_>>());
        ids.unwrap_or_default()
    });
    let rows = move || ids.get().into_iter().map(|id| row(context, id)).collect_view();
    view! {
        <div class="positions">
            <p class="hint">{say(text::positions_hint)}</p>
            {rows}
            <button type="button" class="add" id="add-position" data-test="add-position" on:click=click(move || add(context))>
                <Icon shape=Shape::Plus/>{say(label::add_a_position)}
            </button>
        </div>
    }
    .into_any()
}

fn now(context: Context) -> Vec<Position> {
    untrack(|| context.with_scenario(|_, scenario| scenario.positions.clone())).unwrap_or_default()
}

fn write(context: Context, positions: Vec<Position>) -> Result<(), String> {
    match context.scenario.get_untracked() {
        Some(id) => commit(context, Edit::Presentation(id, PresentationEdit::Positions(positions))),
        None => Ok(()),
    }
}

/// A new position has the first role that nobody has yet, to be typed over.
fn add(context: Context) {
    let mut positions = now(context);
    let who = text::Somebody { number: positions.len().saturating_add(1) }.say(context.language());
    let id = Id::from_name("stallning", |id| positions.iter().any(|one| one.id.as_str() == id));
    let place = positions.len().saturating_add(1);
    positions.push(Position { id, who, stand: Stand::NeedsMore, said: String::new() });
    match write(context, positions) {
        Ok(()) => {
            // The showing's panel lies over the page and has the same rows.
            let panel = if context.show.get_untracked() { ".show " } else { "" };
            focus_new(format!("{panel}.positions .position:nth-of-type({place}) input"));
        }
        Err(why) => context.notices.warn(why),
    }
}

fn row(context: Context, id: Id) -> AnyView {
    let id = StoredValue::new(id);
    let position = memo(move || {
        let all = context.with_scenario(|_, scenario| scenario.positions.clone()).unwrap_or_default();
        id.with_value(|id| all.into_iter().find(|one| one.id == *id))
    });
    let change = move |change: &dyn Fn(&mut Position)| {
        let mut positions = now(context);
        if let Some(one) = id.with_value(|id| positions.iter_mut().find(|one| one.id == *id)) {
            change(one);
        }
        write(context, positions)
    };
    // A memo: what is being typed stays while another part of the position changes.
    let part = move |read: fn(&Position) -> String| -> Signal<String> {
        memo(move || position.with(|position| position.as_ref().map(read)).unwrap_or_default()).into()
    };
    let stand = Signal::derive(move || {
        let now = position.with(|position| position.as_ref().map(|one| one.stand));
        STANDS.iter().position(|stand| Some(*stand) == now).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        let stand = STANDS.get(place).copied().unwrap_or(Stand::NeedsMore);
        if let Err(why) = change(&|one: &mut Position| one.stand = stand) {
            context.notices.warn(why);
        }
    });
    let who = Take::new(move |who: String| change(&|one: &mut Position| one.who = who.trim().to_owned()));
    let words = Take::new(move |said: String| change(&|one: &mut Position| one.said = said.trim().to_owned()));
    let remove = move || {
        let mut positions = now(context);
        positions.retain(|one| id.with_value(|id| one.id != *id));
        if let Err(why) = write(context, positions) {
            context.notices.warn(why);
        }
        focus_new(if context.show.get_untracked() { ".show .positions .add" } else { ".positions .add" });
    };
    let who_now = part(|one| one.who.clone());
    let name = Signal::derive(move || text::RemovePosition { who: who_now.get() }.say(context.language()));
    view! {
        <div class="position" data-test="position">
            {form::text(said(label::who), who_now, who)}
            {choice_of(label::position, &NAMES, stand, choose)}
            {long(said(label::what_was_said), Signal::stored(String::new()), part(|one| one.said.clone()), words)}
            <button type="button" class="icon" aria-label=name on:click=click(remove)><Icon shape=Shape::Bin/></button>
        </div>
    }
    .into_any()
}
