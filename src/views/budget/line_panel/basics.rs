//! Name, kind, and who pays.

use super::lens::LineLens;
use crate::state::memo::memo;
use crate::ui::field::{Choice, TextField};
use crate::ui::text::text_signal;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::edit::LineChange;
use samplan::plan::{Category, Id, Line, Party};

/// Who pays a contribution.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Payer {
    #[default]
    None,
    Member(Id),
    Party(Party),
}

impl Payer {
    fn of(line: &Line) -> Payer {
        match (&line.member, line.party) {
            (Some(member), _) => Payer::Member(member.clone()),
            (None, Some(party)) => Payer::Party(party),
            (None, None) => Payer::None,
        }
    }
}

#[component]
pub fn Basics(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let category = lens.part(|line| Some(line.category));
    let categories = Signal::derive(move || {
        let language = context.language();
        let named =
            Category::ALL.into_iter().map(|category| (Some(category), words::category(language, category).to_owned()));
        named.collect::<Vec<_>>()
    });
    let is_contribution = memo(move || category.get() == Some(Category::Contribution));
    let payer = lens.part(Payer::of);
    let payers = Signal::derive(move || {
        let language = context.language();
        let members = lens.with(|_, association, _| association.members.clone()).unwrap_or_default();
        let members = members.into_iter().map(|member| (Payer::Member(member.id), member.name));
        let parties = Party::ALL.map(|party| {
            let name = words::line_panel::PayerParty { party: words::party(language, party) }.say(language);
            (Payer::Party(party), name)
        });
        let none = (Payer::None, words::line_panel::payer_none(language).to_owned());
        std::iter::once(none).chain(members).chain(parties).collect::<Vec<_>>()
    });
    let set_category = move |category: Option<Category>| {
        if let Some(category) = category {
            lens.set(LineChange::Category, |line| become_category(line, category));
        }
    };
    view! {
        <div class="basics">
            <TextField label=text_signal(label::name) value=lens.part(|line| line.name.clone())
                on_change=move |name: String| lens.change(LineChange::Name, |line| line.name = name.trim().to_owned())/>
            <Choice label=text_signal(label::category) options=categories value=category
                on_change=set_category/>
            <Show when=move || is_contribution.get()>
                <Choice label=text_signal(words::line_panel::payer) options=payers value=payer
                    on_change=move |payer: Payer| lens.set(LineChange::Category, |line| {
                        (line.member, line.party) = match payer {
                            Payer::None => (None, None),
                            Payer::Member(member) => (Some(member), None),
                            Payer::Party(party) => (None, Some(party)),
                        };
                    })/>
            </Show>
        </div>
    }
}

/// What only the old kind can carry goes with it; undo brings it back.
fn become_category(line: &mut Line, category: Category) {
    line.category = category;
    if category != Category::Contribution {
        (line.member, line.party) = (None, None);
    }
    if category != Category::Activity {
        line.approach = None;
        line.locked = false;
    }
}
