//! A risk's fields in a dialog; each is kept as it is left.

use super::tool::{RiskTool, row_button};
use crate::commands::edit::commit_and_tell;
use crate::state::memo::memo;
use crate::ui::dialog::Dialog;
use crate::ui::field::NumberKind;
use crate::ui::focus::{focus_new, focus_soon};
use crate::ui::form::{self, OnChange, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, risk as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Decimal;
use samplan::plan::{Grade, Id, Risk};

const GRADES: [Grade; 3] = [Grade::Low, Grade::Medium, Grade::High];

/// Adds a risk and opens it with its name ready to be typed.
pub fn add(tool: RiskTool) {
    let name = text::new_name(tool.context.language());
    let id = Id::from_name(name, |id| untrack(|| tool.risks()).iter().any(|risk| risk.id.as_str() == id));
    let risk = Risk::new(id.clone(), name);
    match tool.list().map_or(Ok(()), |risks| risks.add(risk)) {
        Ok(()) => open(tool, id),
        Err(why) => tool.context.notices.warn(why),
    }
}

/// Opens a risk.
pub fn open(tool: RiskTool, id: Id) {
    tool.edited.set(Some(id));
    tool.editing.set(true);
    focus_new("#risk-fields input");
}

/// The dialog; the focus goes back to the register when it closes.
pub fn dialog(tool: RiskTool) -> AnyView {
    let context = tool.context;
    Effect::new(move |before: Option<bool>| {
        let open = tool.editing.get();
        if before == Some(true) && !open {
            let edited = tool.edited.get_untracked();
            let place = tool.entries.with_untracked(|entries| {
                entries.iter().position(|entry| match &entry.of {
                    samplan::explore::RiskEntryOf::Risk(id) => Some(id) == edited.as_ref(),
                    samplan::explore::RiskEntryOf::Line(_) => false,
                })
            });
            let add = || "#risk-add".to_owned();
            focus_soon(place.map_or_else(add, |place| format!("#{}", row_button(place))));
        }
        open
    });
    let title = Signal::derive(move || label::risk(context.language()).to_owned());
    view! { <Dialog open=tool.editing title=title wide=true>{move || fields(tool)}</Dialog> }.into_any()
}

/// The risk that is edited, as a signal, and how it is changed.
#[derive(Clone, Copy)]
struct EditedRisk {
    tool: RiskTool,
    id: StoredValue<Id>,
    risk: Memo<Option<Risk>>,
}

impl EditedRisk {
    fn set(self, change: &dyn Fn(&mut Risk)) -> Result<(), String> {
        self.tool.list().map_or(Ok(()), |risks| risks.change_where(&|risk| self.is(risk), change))
    }

    fn is(self, risk: &Risk) -> bool {
        self.id.with_value(|id| risk.id == *id)
    }

    fn text(self, label: words::Word, read: fn(&Risk) -> &String, write: fn(&mut Risk, String)) -> AnyView {
        let value = Signal::derive(move || self.risk.get().map(|risk| read(&risk).clone()).unwrap_or_default());
        let take = OnChange::new(move |text: String| self.set(&|risk| write(risk, text.trim().to_owned())));
        form::text(text_signal(label), value, take)
    }

    fn grade(
        self,
        label: words::Word,
        read: fn(&Risk) -> Option<Grade>,
        write: fn(&mut Risk, Option<Grade>),
    ) -> AnyView {
        let language = move || self.tool.context.language();
        let names = Signal::derive(move || {
            let with_line = self.risk.with(|risk| risk.as_ref().is_some_and(|risk| risk.line.is_some()));
            let none = if with_line { text::the_lines(language()) } else { text::unknown(language()) };
            let graded = GRADES.iter().map(|grade| words::grade(language(), *grade));
            std::iter::once(none).chain(graded).map(str::to_owned).collect()
        });
        let chosen = Signal::derive(move || {
            let now = self.risk.get().and_then(|risk| read(&risk));
            GRADES.iter().position(|grade| Some(*grade) == now).map_or(0, |place| place.saturating_add(1))
        });
        let choose = Callback::new(move |place: usize| {
            let grade = place.checked_sub(1).and_then(|place| GRADES.get(place)).copied();
            self.warn(self.set(&|risk| write(risk, grade)));
        });
        form::choice(text_signal(label), names, chosen, choose)
    }

    fn year(
        self,
        label: words::Word,
        none: words::Word,
        read: fn(&Risk) -> Option<Year>,
        write: fn(&mut Risk, Option<Year>),
    ) -> AnyView {
        let context = self.tool.context;
        let years = move || {
            let mut years: Vec<Year> = context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect());
            years.extend(self.risk.get().and_then(|risk| read(&risk)));
            years.sort_unstable();
            years.dedup();
            years
        };
        let names = Signal::derive(move || {
            let none = none(context.language()).to_owned();
            std::iter::once(none).chain(years().iter().map(Year::to_string)).collect()
        });
        let chosen = Signal::derive(move || {
            let now = self.risk.get().and_then(|risk| read(&risk));
            years().iter().position(|year| Some(*year) == now).map_or(0, |place| place.saturating_add(1))
        });
        let choose = Callback::new(move |place: usize| {
            let year = place.checked_sub(1).and_then(|place| untrack(years).get(place).copied());
            self.warn(self.set(&|risk| write(risk, year)));
        });
        form::choice(text_signal(label), names, chosen, choose)
    }

    fn line(self) -> AnyView {
        let lines = move || self.tool.shown.association(|_, one| words::lines_of(one)).unwrap_or_default();
        let names = Signal::derive(move || {
            let none = text::no_line(self.tool.context.language()).to_owned();
            std::iter::once(none).chain(lines().into_iter().map(|(_, name)| name)).collect()
        });
        let chosen = Signal::derive(move || {
            let now = self.risk.get().and_then(|risk| risk.line);
            lines().iter().position(|(id, _)| Some(id) == now.as_ref()).map_or(0, |place| place.saturating_add(1))
        });
        let choose = Callback::new(move |place: usize| {
            let line = place.checked_sub(1).and_then(|place| untrack(lines).into_iter().nth(place)).map(|(id, _)| id);
            self.warn(self.set(&|risk| risk.line.clone_from(&line)));
        });
        form::choice(text_signal(text::line), names, chosen, choose)
    }

    fn warn(self, outcome: Result<(), String>) {
        if let Err(why) = outcome {
            self.tool.context.notices.warn(why);
        }
    }
}

fn fields(tool: RiskTool) -> Option<AnyView> {
    let context = tool.context;
    let id = StoredValue::new(tool.edited.get()?);
    let risk = memo(move || tool.risks().into_iter().find(|risk| id.with_value(|id| risk.id == *id)));
    let edited = EditedRisk { tool, id, risk };
    let amount = Signal::derive(move || risk.get().and_then(|risk| risk.amount));
    let take = OnChange::new(move |amount: Option<Decimal>| edited.set(&|risk| risk.amount = amount));
    let remove = click(move || {
        let told = text::Removed { name: risk.get_untracked().map(|risk| risk.name).unwrap_or_default() }
            .say(context.language());
        let edit = tool.list().map(|risks| risks.removal_where(&|risk| edited.is(risk)));
        tool.editing.set(false);
        match edit {
            Some(Ok(edit)) => _ = commit_and_tell(context, edit, told),
            Some(Err(why)) => context.notices.warn(why),
            None => {}
        }
    });
    let close = click(move || tool.editing.set(false));
    Some(
        view! {
            <div class="editor" id="risk-fields" data-test="risk-fields">
                {edited.text(text::name, |risk| &risk.name, |risk, text| risk.name = text)}
                {edited.line()}
                <div class="fields">
                    {edited.grade(label::likelihood, |risk| risk.likelihood, |risk, grade| risk.likelihood = grade)}
                    {edited.grade(label::effect, |risk| risk.effect, |risk, grade| risk.effect = grade)}
                </div>
                <div class="fields">
                    {form::number(text_signal(text::amount), NumberKind::Money, amount, take)}
                    {edited.year(text::first, text::plans_first, |risk| risk.first, |risk, year| risk.first = year)}
                    {edited.year(text::last, text::plans_last, |risk| risk.last, |risk, year| risk.last = year)}
                </div>
                <p class="small muted">{text_fn(text::amount_what)}</p>
                {edited.text(label::mitigation, |risk| &risk.mitigation, |risk, text| risk.mitigation = text)}
                {edited.text(text::owner, |risk| &risk.owner, |risk, text| risk.owner = text)}
                {edited.text(label::source, |risk| &risk.source, |risk, text| risk.source = text)}
            </div>
            <div class="actions">
                <button type="button" class="danger" on:click=remove data-test="risk-remove">
                    <Icon shape=Shape::Bin/>{text_fn(text::remove)}
                </button>
                <button type="button" class="primary" on:click=close>{text_fn(label::done)}</button>
            </div>
        }
        .into_any(),
    )
}
