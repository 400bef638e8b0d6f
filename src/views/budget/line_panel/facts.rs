//! Owner, participants, source and note.

use super::group::Group;
use super::lens::LineLens;
use crate::ui::field::{NumberKind, TextField};
use crate::ui::text::text_signal;
use crate::ui::years::YearFields;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::LineChange;
use samplan::money::{self, Decimal};

#[component]
pub fn Facts(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let owner = lens.part(|line| line.owner.clone());
    let digest = Signal::derive(move || {
        let owner = owner.get();
        let source = lens.with(|_, _, line| line.source.clone()).unwrap_or_default();
        let told = if owner.is_empty() { source } else { owner };
        if told.is_empty() { words::line_panel::none(context.language()).to_owned() } else { told }
    });
    let participants = move |year: Year| {
        lens.with(|_, _, line| line.participants.get(&year).map(|count| Decimal::from(*count))).flatten()
    };
    let set_participants = move |year: Year, count: Option<Decimal>| {
        let count = match count.map(money::count) {
            Some(None) => return Err(words::line_panel::whole_number(context.language()).to_owned()),
            Some(Some(count)) => Some(count),
            None => None,
        };
        lens.change(LineChange::Participants, |line| {
            match count {
                Some(count) => line.participants.insert(year, count),
                None => line.participants.remove(&year),
            };
        })
    };
    view! {
        <Group title=text_signal(words::line_panel::facts) digest=digest name="facts">
            <TextField label=text_signal(words::line_panel::owner) hint=text_signal(words::line_panel::owner_hint) value=owner
                on_change=move |owner: String| lens.change(LineChange::Text, |line| line.owner = owner.trim().to_owned())/>
            <YearFields label=text_signal(words::line_panel::participants) hint=text_signal(words::line_panel::participants_hint)
                years=lens.years(|line| line.participants.keys().copied().collect()) kind=NumberKind::Number
                value=participants on_change=set_participants/>
            <TextField label=text_signal(label::source) multiline=true value=lens.part(|line| line.source.clone())
                on_change=move |source: String| lens.change(LineChange::Text, |line| line.source = source)/>
            <TextField label=text_signal(words::line_panel::note) multiline=true value=lens.part(|line| line.note.clone())
                on_change=move |note: String| lens.change(LineChange::Text, |line| line.note = note)/>
        </Group>
    }
}
