//! What a row becomes, and who pays it.

use super::ask;
use super::work::{Paste, Ready};
use crate::state::memo::memo;
use crate::ui::field::Choice;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::edit::{PaidBy, RowUse, takes_amounts};
use samplan::plan::{Category, Line, Party};
use samplan::table::Code;

/// The choices of a row, and its question.
#[component]
pub fn RowHead(paste: Paste, place: usize) -> impl IntoView {
    let context = paste.table.context;
    let value = memo(move || paste.uses.with(|uses| uses.get(place).cloned().unwrap_or(RowUse::Skip)));
    let asked = memo(move || {
        let here = paste.questions(|question| question.row == Some(place) && question.column.is_none());
        here.first().map(|question| question.code)
    });
    let question = move || {
        let language = context.language();
        let unplaced = matches!(paste.ready.get(), Ready::Go { unplaced, .. } if unplaced.contains(&place));
        let text = match (value.get(), asked.get()) {
            (RowUse::Unanswered, Some(code)) => ask::question(language, code),
            (RowUse::Unanswered, None) => words::ask::months(language),
            // What stands below waits, whatever the row itself becomes.
            (_, Some(code @ Code::YearsChange)) => ask::question(language, code),
            (_, Some(Code::Negative)) => words::paste::sign(language),
            (RowUse::Printed, _) if unplaced => words::ask::sum_of_what(language),
            _ if unplaced => words::ask::sub_total_of_what(language),
            _ => return None,
        };
        Some(view! { <span class="field-error small" data-test="paste-question">{text}</span> })
    };
    let pays = memo(move || match value.get() {
        RowUse::NewLine(category) => category == Category::Contribution,
        RowUse::Existing(id) => {
            let of = paste.table.with_association(|one| one.line(&id).map(|line| line.category));
            of.flatten() == Some(Category::Contribution)
        }
        _ => false,
    });
    view! {
        <UseChoice paste place value/>
        {move || pays.get().then(|| view! { <PayerChoice paste place/> })}
        {question}
    }
}

#[component]
fn UseChoice(paste: Paste, place: usize, value: Memo<RowUse>) -> impl IntoView {
    let table = paste.table;
    let context = table.context;
    let options = Signal::derive(move || {
        let language = context.language();
        let mut options = Vec::new();
        if value.get() == RowUse::Unanswered {
            options.push((RowUse::Unanswered, words::paste::choose(language).to_owned()));
        }
        options.push((RowUse::Skip, label::leave_out(language).to_owned()));
        options.extend(Category::ALL.map(|category| {
            let name = words::category(language, category);
            (RowUse::NewLine(category), words::paste::NewLine { category: name }.say(language))
        }));
        options.push((RowUse::SavedMoney, words::decision::equity_use(language).to_owned()));
        options.push((RowUse::Printed, words::paste::printed(language).to_owned()));
        let lines = |lines: &[Line]| -> Vec<(RowUse, String)> {
            let named = |line: &Line| {
                let name = words::paste::Existing { name: &line.name }.say(language);
                (RowUse::Existing(line.id.clone()), name)
            };
            lines.iter().filter(|line| takes_amounts(line)).map(named).collect()
        };
        options.extend(table.with_association(|association| lines(&association.lines)).unwrap_or_default());
        options
    });
    let choose = move |chosen: RowUse| paste.use_row(place, chosen);
    view! {
        <Choice label=Signal::derive(move || words::paste::row_use(context.language()).to_owned()) hide_label=true
            options value on_change=choose/>
    }
}

#[component]
fn PayerChoice(paste: Paste, place: usize) -> impl IntoView {
    let table = paste.table;
    let context = table.context;
    let value = memo(move || paste.payers.with(|payers| payers.get(place).cloned().unwrap_or(PaidBy::Unknown)));
    let options = Signal::derive(move || {
        let language = context.language();
        let mut options = vec![(PaidBy::Unknown, words::paste::payer_unknown(language).to_owned())];
        let members = table.with_association(|association| association.members.clone()).unwrap_or_default();
        options.extend(members.into_iter().map(|member| (PaidBy::Member(member.id), member.name)));
        let parties = [Party::State, Party::Region, Party::Municipalities];
        options.extend(parties.map(|party| (PaidBy::Party(party), words::party(language, party).to_owned())));
        options
    });
    view! {
        <Choice label=Signal::derive(move || words::paste::payer(context.language()).to_owned()) hide_label=true
            options value on_change=move |chosen: PaidBy| paste.choose(|choices| {
                choices.chosen.payers.insert(place, chosen);
            })/>
    }
}
