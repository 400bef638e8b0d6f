//! The page's sections: which, in what order, with what text of the users' own.

use crate::commands::edit::commit;
use crate::state::Context;
use crate::state::memo::memo;
use leptos::prelude::*;
use samplan::edit::{Edit, ListStep, PresentationEdit, WholeList};
use samplan::plan::{ReportSection, SectionKind};

/// The sections of the open scenario's page. The base has no place in the file for them: its page is chosen for as long
/// as the view is open.
#[derive(Clone, Copy)]
pub struct PageLayout {
    context: Context,
    base: RwSignal<Vec<ReportSection>>,
    sections: Memo<Vec<ReportSection>>,
}

impl PageLayout {
    pub fn new(context: Context) -> PageLayout {
        let base = RwSignal::new(Vec::new());
        let sections = memo(move || {
            let kept = context.with_scenario(|_, scenario| scenario.report.clone());
            complete(kept.unwrap_or_else(|| base.get()))
        });
        PageLayout { context, base, sections }
    }

    /// All sections in order, also those that are left out.
    pub fn sections(self) -> Vec<ReportSection> {
        self.sections.get()
    }

    /// The kinds in order; a memo of their own keeps the page's elements when a text changes.
    pub fn order(self) -> Memo<Vec<SectionKind>> {
        memo(move || self.sections.with(|all| all.iter().map(|one| one.kind).collect::<Vec<_>>()))
    }

    /// Reads a section and follows it.
    pub fn with<T: Default>(self, kind: SectionKind, read: impl FnOnce(&ReportSection) -> T) -> T {
        self.sections.with(|all| all.iter().find(|one| one.kind == kind).map(read)).unwrap_or_default()
    }

    /// Shows or leaves out a section.
    pub fn show(self, kind: SectionKind, shown: bool) {
        if let Err(why) = self.change(kind, |one| one.hidden = !shown) {
            self.context.notices.warn(why);
        }
    }

    /// Writes a section's own text; the refusal is what the field shows.
    pub fn write(self, kind: SectionKind, text: String) -> Result<(), String> {
        self.change(kind, |one| one.text = text)
    }

    /// Moves a section one place; whether it moved.
    pub fn shift(self, kind: SectionKind, down: bool) -> bool {
        let mut all = self.sections.get_untracked();
        let found = all.iter().enumerate().find(|(_, one)| one.kind == kind);
        let Some((place, moved)) = found.map(|(place, one)| (place, one.clone())) else { return false };
        let to = if down { place.saturating_add(1) } else { place.wrapping_sub(1) };
        if to >= all.len() {
            return false;
        }
        all.swap(place, to);
        let taken = self.keep(all, ListStep::Move(moved));
        if let Err(why) = &taken {
            self.context.notices.warn(why.clone());
        }
        taken.is_ok()
    }

    fn change(self, kind: SectionKind, change: impl FnOnce(&mut ReportSection)) -> Result<(), String> {
        let mut all = self.sections.get_untracked();
        let Some(one) = all.iter_mut().find(|one| one.kind == kind) else { return Ok(()) };
        change(one);
        let did = ListStep::Change(one.clone());
        self.keep(all, did)
    }

    fn keep(self, all: Vec<ReportSection>, did: ListStep<ReportSection>) -> Result<(), String> {
        match self.context.scenario.get_untracked() {
            Some(id) => {
                let was = untrack(|| self.context.with_scenario(|_, scenario| scenario.report.clone()));
                let change = WholeList { was: was.unwrap_or_default(), now: all, did };
                commit(self.context, Edit::Presentation(id, PresentationEdit::Report(change)))
            }
            None => {
                self.base.set(all);
                Ok(())
            }
        }
    }

    /// Changes the scenario's question, proposal or what the registry asks, from a field, which shows the refusal.
    pub fn try_tell(self, edit: PresentationEdit) -> Result<(), String> {
        match self.context.scenario.get_untracked() {
            Some(id) => commit(self.context, Edit::Presentation(id, edit)),
            None => Ok(()),
        }
    }
}

/// Each section once. None in the file means the app's own choice; those that a file leaves out can be taken in.
fn complete(kept: Vec<ReportSection>) -> Vec<ReportSection> {
    let own_choice = kept.is_empty();
    let mut all: Vec<ReportSection> = Vec::with_capacity(SectionKind::ALL.len());
    for one in kept {
        if !all.iter().any(|other| other.kind == one.kind) {
            all.push(one);
        }
    }
    for kind in SectionKind::ALL {
        if !all.iter().any(|other| other.kind == kind) {
            all.push(ReportSection { kind, hidden: !own_choice, text: String::new() });
        }
    }
    all
}
