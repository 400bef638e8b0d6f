//! The members. One that pays a contribution cannot be taken away before its line is.

use super::add_form::AddForm;
use super::by_inhabitants;
use super::lens::AssociationLens;
use super::section::TITLE;
use crate::decisions::leave;
use crate::state::memo::memo;
use crate::ui::field::{Choice, NumberField, NumberKind, TextField};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{focus_later, text_fn, text_signal};
use crate::words::{self, label, plan_settings as text};
use leptos::prelude::*;
use samplan::decision::Reference;
use samplan::edit::AssociationEdit;
use samplan::money::{self, Decimal};
use samplan::plan::{Id, Member, Party, users};

#[component]
pub fn Members(association: AssociationLens) -> impl IntoView {
    let context = association.context;
    // Whether inhabitants have been changed, which contributions may follow.
    let moved = RwSignal::new(false);
    let ids = association.part(|one| one.members.iter().map(|member| member.id.clone()).collect::<Vec<_>>());
    let add = move |name: String| {
        if name.is_empty() {
            return Err(text::name_first(context.language()).to_owned());
        }
        let id = untrack(|| {
            association.with(|one| Id::from_name(&name, |id| one.members.iter().any(|member| member.id.as_str() == id)))
        });
        let Some(id) = id else { return Ok(()) };
        let party = Party::Municipalities;
        association.commit(AssociationEdit::AddMember(Member {
            id,
            name,
            party,
            inhabitants: None,
            source: String::new(),
        }))
    };
    view! {
        <p class="hint">{text_fn(text::members_what)}</p>
        <table class="field-table">
            <thead>
                <tr>
                    <th scope="col">{text_fn(label::name)}</th>
                    <th scope="col">{text_fn(label::party)}</th>
                    <th scope="col" class="end">{text_fn(label::inhabitants)}</th>
                    <th scope="col">{text_fn(text::member_source)}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>
                {keyed_list(move || ids.get(), move |id| view! { <MemberRow association=association id=id moved=moved/> })}
            </tbody>
        </table>
        {by_inhabitants::offer(association, moved)}
        <AddForm id="add-member" label=label::new_member button=text::add_member on_add=add/>
    }
}

#[component]
fn MemberRow(association: AssociationLens, id: Id, moved: RwSignal<bool>) -> impl IntoView {
    let context = association.context;
    let id = StoredValue::new(id);
    let member = association.part(move |one| id.with_value(|id| one.member(id).cloned()));
    let name = memo(move || member.get().map(|member| member.name).unwrap_or_default());
    let party = memo(move || member.get().map_or(Party::Municipalities, |member| member.party));
    let inhabitants = memo(move || member.get().and_then(|member| member.inhabitants).map(Decimal::from));
    let source = memo(move || member.get().map(|member| member.source).unwrap_or_default());
    let parties = Signal::derive(move || {
        let language = context.language();
        Party::ALL.map(|party| (party, words::party(language, party).to_owned())).to_vec()
    });
    let change = move |change: &dyn Fn(&mut Member)| {
        let Some(mut changed) = member.get_untracked() else { return Ok(()) };
        change(&mut changed);
        association.commit(AssociationEdit::ReplaceMember(changed))
    };
    let set_inhabitants = move |count: Option<Decimal>| match count.map(money::count) {
        Some(None) => Err(words::line_panel::whole_number(context.language()).to_owned()),
        count => change(&|member| member.inhabitants = count.flatten()).map(|()| moved.set(true)),
    };
    let refused = RwSignal::new(None::<String>);
    let take_away = move || match association.commit(AssociationEdit::RemoveMember(id.get_value())) {
        Ok(()) => focus_later(TITLE),
        Err(why) => refused.set(Some(why)),
    };
    let remove = move |_| {
        let id = id.get_value();
        let paid = untrack(|| {
            association.with(|one| {
                let paid = one.lines.iter().filter(|line| line.member.as_ref() == Some(&id));
                paid.map(|line| line.name.clone()).collect::<Vec<_>>()
            })
        });
        let (language, paid) = (context.language(), paid.unwrap_or_default());
        if !paid.is_empty() {
            let line = paid.join("”, ”");
            refused.set(Some(text::MemberPays { name: name.get_untracked(), line }.say(language)));
            return;
        }
        let member = Reference::Member { association: association.id(), member: id };
        leave(context, &name.get_untracked(), |plan| users(plan, &member), take_away);
    };
    // The whole reads `Invånare: Växjö kommun`, for those who hear one field at a time.
    let of = move |word: fn(words::Language) -> &'static str| {
        Signal::derive(move || {
            text::OfName { what: word(context.language()), name: name.get() }.say(context.language())
        })
    };
    view! {
        <tr data-test="member">
            <td class="wide">
                <TextField label=text_signal(label::name) hide_label=true value=name
                    on_change=move |name: String| change(&|member| name.trim().clone_into(&mut member.name))/>
                {move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
            </td>
            <td data-label=text_fn(label::party)>
                <Choice label=of(label::party) hide_label=true options=parties value=party
                    on_change=move |party| {
                        if let Err(why) = change(&|member| member.party = party) {
                            context.notices.warn(why);
                        }
                    }/>
            </td>
            <td data-label=text_fn(label::inhabitants)>
                <NumberField label=of(label::inhabitants) hide_label=true value=inhabitants kind=NumberKind::Inhabitants
                    on_change=set_inhabitants/>
            </td>
            <td class="words" data-label=text_fn(text::member_source)>
                <TextField label=of(text::member_source) hide_label=true value=source
                    on_change=move |source: String| change(&|member| member.source.clone_from(&source))/>
            </td>
            <td class="row-tools">
                <button type="button" class="icon" on:click=on_mouse(remove)
                    aria-label=move || label::Remove { name: name.get() }.say(context.language())><Icon shape=Shape::Bin/></button>
            </td>
        </tr>
    }
}
