//! Part four: the first budget lines and the equity to begin with.

use super::fields::{DraftNumber, DraftText, form, said};
use crate::state::context;
use crate::state::memo::memo;
use crate::ui::field::Choice;
use crate::ui::focus::{focus_new, focus_soon};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::text_fn;
use crate::words::{self, Language, label, new_plan as text};
use leptos::prelude::*;
use samplan::edit::draft::{DraftField, FormRow};
use samplan::plan::{Approach, Category};

type Kind = (Category, Option<Approach>);

/// The kinds of cost that a budget begins with.
const KINDS: [Kind; 7] = [
    (Category::Board, None),
    (Category::Administration, None),
    (Category::Audit, None),
    (Category::Activity, Some(Approach::Base)),
    (Category::Activity, Some(Approach::Process)),
    (Category::Activity, Some(Approach::Structure)),
    (Category::Activity, None),
];

fn kind_name(language: Language, kind: Kind) -> &'static str {
    match kind {
        (Category::Activity, Some(Approach::Base)) => text::activity_base(language),
        (Category::Activity, Some(Approach::Process)) => text::activity_process(language),
        (Category::Activity, Some(Approach::Structure)) => text::activity_structure(language),
        (Category::Activity, None) => text::activity(language),
        (category, _) => words::category(language, category),
    }
}

/// Suggested lines, to be filled, renamed, removed or added to.
#[component]
pub fn Lines() -> impl IntoView {
    let form = form();
    let rows = memo(move || form.draft.with(|draft| draft.lines.iter().map(|line| line.row).collect::<Vec<_>>()));
    let add = move |_| {
        let row = form.draft.try_update(|draft| draft.add_line("", Category::Activity, Some(Approach::Base)));
        if let Some(row) = row {
            focus_new(format!("[data-row=\"{row}\"] input"));
        }
    };
    view! {
        <p class="muted">{text_fn(text::costs_hint)}</p>
        <div class="rows lines">
            <div class="heads" aria-hidden="true">
                <span>{text_fn(label::line)}</span>
                <span>{text_fn(label::category)}</span>
                <span class="number">{text_fn(text::amount)}</span>
            </div>
            {keyed_list(move || rows.get(), move |row| view! { <LineRow row rows/> })}
        </div>
        <button type="button" class="quiet" id="add-line" on:click=on_mouse(add)>
            <Icon shape=Shape::Plus/>{text_fn(text::add_line)}
        </button>
        <div class="fields opening">
            <DraftNumber place=DraftField::OpeningEquity label=said(text::opening) hint=said(text::opening_hint)
                read=|draft| draft.opening_equity write=|draft, amount| draft.opening_equity = amount/>
        </div>
    }
}

#[component]
fn LineRow(row: FormRow, rows: Memo<Vec<FormRow>>) -> impl IntoView {
    let context = context();
    let form = form();
    let number = memo(move || rows.with(|rows| (1usize..).zip(rows).find(|(_, at)| **at == row).map_or(1, |(n, _)| n)));
    let kinds =
        Signal::derive(move || KINDS.map(|kind| (kind, kind_name(context.language(), kind).to_owned())).to_vec());
    let kind = Signal::derive(move || {
        let found = form.draft.with(|draft| draft.line(row).map(|line| (line.category, line.approach)));
        found.unwrap_or((Category::Activity, None))
    });
    let choose = move |(category, approach): Kind| {
        form.draft.update(|draft| {
            if let Some(line) = draft.line_mut(row) {
                (line.category, line.approach) = (category, approach);
            }
        });
    };
    let remove = move |_| {
        focus_soon("#add-line");
        form.forget(DraftField::LineAmount(row));
        form.draft.update(|draft| draft.remove(row));
    };
    view! {
        <div class="row" data-row=row.to_string()>
            <DraftText place=DraftField::LineName(row) hide_label=true
                label=Signal::derive(move || text::LineNumber { number: number.get() }.say(context.language()))
                read=move |draft| draft.line(row).map(|line| &line.name)
                write=move |draft, text| if let Some(line) = draft.line_mut(row) { line.name = text; }/>
            <Choice hide_label=true label=Signal::derive(move || text::KindNumber { number: number.get() }.say(context.language()))
                options=kinds value=kind on_change=choose/>
            <DraftNumber place=DraftField::LineAmount(row) hide_label=true
                label=Signal::derive(move || text::LineAmountNumber { number: number.get() }.say(context.language()))
                read=move |draft| draft.line(row).and_then(|line| line.amount)
                write=move |draft, amount| if let Some(line) = draft.line_mut(row) { line.amount = amount; }/>
            <button type="button" class="icon" on:click=on_mouse(remove)
                aria-label=move || text::RemoveLine { number: number.get() }.say(context.language())
                title=move || text::RemoveLine { number: number.get() }.say(context.language())><Icon shape=Shape::Bin/></button>
        </div>
    }
}
