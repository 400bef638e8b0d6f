//! Who stands where on the open scenario, as what edits it sees it: in Visa, in a showing and in Underlag.

use crate::commands::list::{self, ListLens};
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::form::{OnChange, choice_of};
use crate::words::{Word, label};
use leptos::prelude::*;
use samplan::plan::{Id, Opinion, Stance};

/// The stands in the order of their columns.
pub const STANDS: [Opinion; 3] = [Opinion::For, Opinion::Against, Opinion::NeedsMore];
const NAMES: [Word; 3] = [label::stand_for, label::stand_against, label::stand_needs];

/// A stand's name.
pub fn stand_name(stand: Opinion) -> Word {
    match stand {
        Opinion::For => label::stand_for,
        Opinion::Against => label::stand_against,
        Opinion::NeedsMore => label::stand_needs,
    }
}

/// The positions in order.
pub fn ids(context: Context) -> Memo<Vec<Id>> {
    memo(move || {
        let ids = context.with_scenario(|_, one| one.positions.iter().map(|one| one.id.clone()).collect());
        ids.unwrap_or_default()
    })
}

/// Adds a position of somebody whose stand is not known yet. Nothing comes back where it was refused, which is told.
pub fn add(context: Context, who: String) -> Option<Id> {
    let all = all(context)?;
    let taken = |id: &str| untrack(|| all.with(|list| list.iter().any(|one| one.id.as_str() == id)));
    let id = Id::from_name("standpunkt", taken);
    let added = all.add(Stance { id: id.clone(), who, opinion: Opinion::NeedsMore, said: String::new() });
    added.map_err(|why| context.notices.warn(why)).ok().map(|()| id)
}

fn all(context: Context) -> Option<ListLens<Stance>> {
    context.scenario.get_untracked().map(|scenario| list::positions(context, scenario))
}

/// One position: its parts as signals, and how they are changed. Cheap to copy.
#[derive(Clone, Copy)]
pub struct PositionLens {
    context: Context,
    id: StoredValue<Id>,
    position: Memo<Option<Stance>>,
}

impl PositionLens {
    pub fn new(context: Context, id: Id) -> PositionLens {
        let id = StoredValue::new(id);
        let position = memo(move || {
            let found = context.with_scenario(|_, scenario| {
                id.with_value(|id| scenario.positions.iter().find(|one| one.id == *id).cloned())
            });
            found.flatten()
        });
        PositionLens { context, id, position }
    }

    /// Who it is: a role or a party.
    pub fn who(self) -> Signal<String> {
        self.part(|one| &one.who)
    }

    /// What was said.
    pub fn said(self) -> Signal<String> {
        self.part(|one| &one.said)
    }

    /// Takes another role or party.
    pub fn take_who(self) -> OnChange<String> {
        OnChange::new(move |who: String| self.change(&|one| who.trim().clone_into(&mut one.who)))
    }

    /// Takes what was said.
    pub fn take_said(self) -> OnChange<String> {
        OnChange::new(move |said: String| self.change(&|one| said.trim().clone_into(&mut one.said)))
    }

    /// Where they stand.
    pub fn stand(self) -> Opinion {
        self.position.with(|position| position.as_ref().map_or(Opinion::NeedsMore, |one| one.opinion))
    }

    /// The choice of where they stand.
    pub fn stand_choice(self) -> AnyView {
        let chosen = Signal::derive(move || STANDS.iter().position(|one| *one == self.stand()).unwrap_or_default());
        let choose = Callback::new(move |place: usize| {
            let Some(stand) = STANDS.get(place) else { return };
            if let Err(why) = self.change(&|one| one.opinion = *stand) {
                self.context.notices.warn(why);
            }
        });
        choice_of(label::position, &NAMES, chosen, choose)
    }

    /// What the button says that takes it away.
    pub fn remove_label(self) -> Signal<String> {
        Signal::derive(move || label::RemovePosition { who: self.who().get() }.say(self.context.language()))
    }

    /// Takes it away.
    pub fn remove(self) {
        let Some(all) = all(self.context) else { return };
        if let Err(why) = all.remove_where(&|one| self.is(one)) {
            self.context.notices.warn(why);
        }
    }

    // A memo: what is being typed stays while another part of the position changes.
    fn part(self, read: fn(&Stance) -> &String) -> Signal<String> {
        memo(move || self.position.with(|one| one.as_ref().map(|one| read(one).clone())).unwrap_or_default()).into()
    }

    fn change(self, change: &dyn Fn(&mut Stance)) -> Result<(), String> {
        all(self.context).map_or(Ok(()), |all| all.change_where(&|one| self.is(one), change))
    }

    fn is(self, one: &Stance) -> bool {
        self.id.with_value(|id| one.id == *id)
    }
}
