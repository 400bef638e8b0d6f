//! The dialog for one printed figure.

use super::editor::{StatedFigureEditor, ValueKind, kind_for};
use super::read::read;
use crate::state::memo::memo;
use crate::ui::dialog::Dialog;
use crate::ui::field::{Choice, TextField};
use crate::ui::form::{on_event, on_mouse, on_submit};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Language, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::plan::{Association, Category, FigureMeaning, Metric, Term};

/// The dialog; it is open while its editor is.
#[component]
pub fn StatedFigureDialog(editor: StatedFigureEditor) -> impl IntoView {
    let context = editor.context;
    let title = Signal::derive(move || {
        let language = context.language();
        let add = editor.was.get().is_none();
        let title = if add { words::printed::add_title(language) } else { words::printed::change_title(language) };
        title.to_owned()
    });
    view! {
        <Dialog open=editor.open title=title><Form editor=editor/></Dialog>
    }
}

#[component]
fn Form(editor: StatedFigureEditor) -> impl IntoView {
    let context = editor.context;
    let years = Signal::derive(move || {
        let horizon = context.session.plan().with(|plan| plan.as_ref().map(|plan| plan.horizon()));
        let mut years: Vec<Year> =
            horizon.into_iter().flat_map(|horizon| horizon.iter()).chain([editor.year.get()]).collect();
        years.sort_unstable();
        years.dedup();
        years.into_iter().map(|year| (year, year.to_string())).collect::<Vec<_>>()
    });
    let kinds = Signal::derive(move || {
        let language = context.language();
        vec![
            (ValueKind::Amount, words::printed::amount(language).to_owned()),
            (ValueKind::Percent, label::per_cent(language).to_owned()),
            (ValueKind::Count, words::printed::count(language).to_owned()),
        ]
    });
    view! {
        <form class="printed-form" novalidate=true on:submit=on_submit(move |event| {
            event.prevent_default();
            editor.save();
        })>
            <TextField label=text_signal(words::printed::label) value=editor.label
                on_change=move |label| { editor.label.set(label); Ok(()) }/>
            <div class="two">
                <Choice label=text_signal(label::year) options=years value=editor.year
                    on_change=move |year| editor.year.set(year)/>
                <Choice label=text_signal(words::printed::kind) options=kinds value=editor.kind
                    on_change=move |kind| editor.kind.set(kind)/>
            </div>
            <TextField label=text_signal(words::printed::value) hint=text_signal(words::printed::value_hint) value=editor.value
                on_change=move |value| { editor.value.set(value); editor.read_value().map(|_| ()) }/>
            <StandsFor editor=editor/>
            <TextField label=text_signal(label::source) value=editor.source
                on_change=move |source| { editor.source.set(source); Ok(()) }/>
            {move || editor.error.get().map(|error| view! { <p class="field-error" role="alert">{error}</p> })}
            <div class="actions">
                <button type="button" on:click=on_mouse(move |_| editor.open.set(false))>{text_fn(label::cancel)}</button>
                <button type="submit" class="primary">{text_fn(words::printed::save)}</button>
            </div>
        </form>
    }
}

/// What the figure should equal: a choice of one term. A sum or share is shown in words and kept as it is.
#[component]
fn StandsFor(editor: StatedFigureEditor) -> impl IntoView {
    let context = editor.context;
    let id = "printed-stands-for";
    let is_choice = memo(move || {
        editor
            .stands_for
            .with(|figure| matches!(figure, FigureMeaning::Term(Term::Metric(_) | Term::Category(_) | Term::Line(_))))
    });
    let in_words = move || {
        let figure = editor.stands_for.get();
        read(context, &editor.association.get_value(), |association| {
            words::figure(context.language(), &figure, association)
        })
    };
    let groups = memo(move || {
        let language = context.language();
        read(context, &editor.association.get_value(), |association| groups(language, association)).unwrap_or_default()
    });
    let choose = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        let term = groups.with_untracked(|groups| {
            groups.iter().flat_map(|(_, terms)| terms).nth(place).map(|(term, _)| term.clone())
        });
        let Some(term) = term else { return };
        let figure = FigureMeaning::Term(term);
        editor.kind.set(kind_for(&figure));
        editor.stands_for.set(figure);
    };
    let listed = move || {
        let now = editor.stands_for.get();
        let mut place = 0..;
        let group = |(name, terms): (String, Vec<(Term, String)>)| {
            let options = terms.into_iter().map(|(term, name)| {
                let selected = now == FigureMeaning::Term(term);
                let place: usize = place.next().unwrap_or_default();
                view! { <option value=place.to_string() selected=selected>{name}</option> }
            });
            view! { <optgroup label=name>{options.collect_view()}</optgroup> }
        };
        groups.get().into_iter().map(group).collect_view()
    };
    view! {
        <Show when=move || is_choice.get() fallback=move || view! {
            <div class="field">
                <span class="as-label">{text_fn(words::printed::stands_for)}</span>
                <p>{in_words}</p>
                <p class="hint">{text_fn(words::printed::kept)}</p>
            </div>
        }>
            <div class="field">
                <label for=id>{text_fn(words::printed::stands_for)}</label>
                <select id=id on:change=on_event(choose)>{listed}</select>
            </div>
        </Show>
    }
}

fn groups(language: Language, association: &Association) -> Vec<(String, Vec<(Term, String)>)> {
    let named = |term: Term| {
        let name = words::term(language, &term, association);
        (term, name)
    };
    let metrics = Metric::ALL.map(|metric| named(Term::Metric(metric))).to_vec();
    let categories = Category::ALL.map(|category| named(Term::Category(category))).to_vec();
    let lines: Vec<_> = association.lines.iter().map(|line| named(Term::Line(line.id.clone()))).collect();
    let mut groups = vec![
        (words::printed::sums(language).to_owned(), metrics),
        (words::printed::categories(language).to_owned(), categories),
    ];
    if !lines.is_empty() {
        groups.push((words::printed::lines(language).to_owned(), lines));
    }
    groups
}
