//! An event of the year's cycle in a dialog; each field is kept as it is left.

use super::tool::{CalendarTool, event_button};
use crate::commands::list;
use crate::state::memo::memo;
use crate::ui::dialog::Dialog;
use crate::ui::field::NumberKind;
use crate::ui::focus::{focus_new, focus_soon};
use crate::ui::form::{self, OnChange, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, timeline as text};
use leptos::prelude::*;
use samplan::money::Decimal;
use samplan::plan::{AnnualEvent, Id};

/// Adds an event in this month and opens it.
pub fn add(tool: CalendarTool) {
    let name = text::new_event(tool.context.language());
    let id = Id::from_name(name, |id| untrack(|| tool.events()).iter().any(|event| event.id.as_str() == id));
    let event = AnnualEvent {
        id: id.clone(),
        name: name.to_owned(),
        month: tool.today.number(),
        day: None,
        last: None,
        what: String::new(),
        owner: String::new(),
        source: String::new(),
    };
    match list::events(tool.context).add(event) {
        Ok(()) => open(tool, id),
        Err(why) => tool.context.notices.warn(why),
    }
}

/// Opens an event.
pub fn open(tool: CalendarTool, id: Id) {
    tool.edited.set(Some(id));
    tool.editing_event.set(true);
    focus_new("#event-fields input");
}

/// The dialog; the focus goes back to the list when it closes.
pub fn dialog(tool: CalendarTool) -> AnyView {
    let context = tool.context;
    Effect::new(move |before: Option<bool>| {
        let open = tool.editing_event.get();
        if before == Some(true) && !open {
            let id = tool.edited.get_untracked();
            let there = id.filter(|id| untrack(|| tool.events()).iter().any(|event| event.id == *id));
            focus_soon(there.map_or_else(|| "#cycle-title".to_owned(), |id| format!("#{}", event_button(&id))));
        }
        open
    });
    let title = Signal::derive(move || text::event(context.language()).to_owned());
    view! { <Dialog open=tool.editing_event title=title>{move || fields(tool)}</Dialog> }.into_any()
}

#[derive(Clone, Copy)]
struct EditedEvent {
    tool: CalendarTool,
    id: StoredValue<Id>,
    event: Memo<Option<AnnualEvent>>,
}

impl EditedEvent {
    fn set(self, change: &dyn Fn(&mut AnnualEvent)) -> Result<(), String> {
        list::events(self.tool.context).change_where(&|event| self.is(event), change)
    }

    fn is(self, event: &AnnualEvent) -> bool {
        self.id.with_value(|id| event.id == *id)
    }

    fn text(
        self,
        label: words::Word,
        read: fn(&AnnualEvent) -> &String,
        write: fn(&mut AnnualEvent, String),
    ) -> AnyView {
        let value = Signal::derive(move || self.event.get().map(|event| read(&event).clone()).unwrap_or_default());
        let take = OnChange::new(move |text: String| self.set(&|event| write(event, text.trim().to_owned())));
        form::text(text_signal(label), value, take)
    }

    /// A month of any year; with `none` it can be left out.
    fn month(
        self,
        label: words::Word,
        none: Option<words::Word>,
        read: fn(&AnnualEvent) -> u8,
        write: fn(&mut AnnualEvent, u8),
    ) -> AnyView {
        let language = move || self.tool.context.language();
        let skip = usize::from(none.is_none());
        let names = Signal::derive(move || {
            let none = none.map(|none| none(language()).to_owned());
            none.into_iter().chain((1..=12).map(|number| words::month_name(language(), number).to_owned())).collect()
        });
        let chosen = Signal::derive(move || {
            let now = self.event.get().map(|event| read(&event)).unwrap_or_default();
            usize::from(now).saturating_sub(skip)
        });
        let choose = Callback::new(move |place: usize| {
            let month = u8::try_from(place.saturating_add(skip)).unwrap_or_default();
            self.tool.warn(self.set(&|event| write(event, month)));
        });
        form::choice(text_signal(label), names, chosen, choose)
    }
}

fn fields(tool: CalendarTool) -> Option<AnyView> {
    let context = tool.context;
    let id = StoredValue::new(tool.edited.get()?);
    let event = memo(move || tool.events().into_iter().find(|event| id.with_value(|id| event.id == *id)));
    let edited = EditedEvent { tool, id, event };
    let day = Signal::derive(move || event.get().and_then(|event| event.day).map(Decimal::from));
    let take_day = OnChange::new(move |typed: Option<Decimal>| {
        let day = match typed {
            None => None,
            Some(number) => {
                let whole =
                    Some(number).filter(|number| number.is_integer()).and_then(|number| u8::try_from(number).ok());
                Some(whole.ok_or_else(|| text::bad_day(context.language()).to_owned())?)
            }
        };
        edited.set(&|event| event.day = day)
    });
    let remove = click(move || {
        let name = event.get_untracked().map(|event| event.name).unwrap_or_default();
        let told = text::EventRemoved { name }.say(context.language());
        let edit = list::events(context).removal_where(&|event| edited.is(event));
        tool.editing_event.set(false);
        tool.take_away(edit, told);
    });
    let close = click(move || tool.editing_event.set(false));
    Some(
        view! {
            <div class="editor" id="event-fields" data-test="event-fields">
                {edited.text(text::event_name, |event| &event.name, |event, text| event.name = text)}
                <div class="fields">
                    {edited.month(text::month, None, |event| event.month, |event, month| event.month = month)}
                    {form::number(text_signal(text::day_of_month), NumberKind::Number, day, take_day)}
                    {edited.month(
                        label::up_to_and_including,
                        Some(text::one_month),
                        |event| event.last.unwrap_or_default(),
                        |event, month| event.last = Some(month).filter(|month| *month > 0),
                    )}
                </div>
                {edited.text(text::what, |event| &event.what, |event, text| event.what = text)}
                {edited.text(text::owner_of, |event| &event.owner, |event, text| event.owner = text)}
                {edited.text(label::source, |event| &event.source, |event, text| event.source = text)}
            </div>
            <div class="actions">
                <button type="button" class="danger" on:click=remove data-test="event-remove">
                    <Icon shape=Shape::Bin/>{text_fn(text::remove_event)}
                </button>
                <button type="button" class="primary" on:click=close>{text_fn(label::done)}</button>
            </div>
        }
        .into_any(),
    )
}
