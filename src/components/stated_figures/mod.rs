//! Printed figures: what a document states beside what the lines give, and the dialog that changes one.

mod dialog;
mod editor;
mod read;

pub use dialog::StatedFigureDialog;
pub use editor::StatedFigureEditor;

use read::read;

use crate::commands::list;
use crate::state::memo::memo;
use crate::state::{Context, context};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::focus_later;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::finding::{Detail, Finding, PrintedDiffers, RuleCode};
use samplan::money::Decimal;
use samplan::plan::{Id, StatedFigure, StatedValue};

/// How a printed figure compares with the lines.
#[derive(Debug, Clone, PartialEq)]
enum Agreement {
    Agrees,
    Differs(Decimal),
    Outside,
    /// There is nothing to hold it against.
    Unchecked,
}

/// Printed figures, each with what it should equal and whether it does. `places` are places in the association's list.
/// When one is removed the focus goes to the element `after`, for its own button is gone.
#[component]
pub fn StatedFigureList(
    association: Id,
    #[prop(into)] places: Signal<Vec<usize>>,
    editor: StatedFigureEditor,
    #[prop(optional)] with_year: bool,
    after: &'static str,
) -> impl IntoView {
    let context = context();
    let association = StoredValue::new(association);
    view! {
        <ul class="printed-list">
            {keyed_list(move || places.get(), move |place| {
                let printed = memo(move || read(context, &association.get_value(), |association| {
                    let printed = association.printed.get(place)?;
                    Some((printed.clone(), words::figure(context.language(), &printed.stands_for, association)))
                }).flatten());
                let check = memo(move || check(context, &association.get_value(), place));
                let remove = move |_| {
                    if let Err(why) = list::printed(context, association.get_value()).remove(place) {
                        context.notices.warn(why);
                    }
                    focus_later(after);
                };
                let named = move |say: fn(words::Language, String, String) -> String| {
                    let (label, year) = printed.get().map(|(one, _)| (one.label, one.year.to_string())).unwrap_or_default();
                    say(context.language(), label, year)
                };
                view! {
                    <li class:differs=move || matches!(check.get(), Some(Agreement::Differs(_))) data-test="printed">
                        <div class="what">
                            <span class="label">{move || printed.get().map(|(one, _)| title(&one, with_year))}</span>
                            <span class="hint">{move || printed.get().map(|(_, figure)| figure)}</span>
                        </div>
                        <span class="value number">
                            {move || printed.get().map(|(one, _)| words::value(context.language(), &one.value, context.unit()))}
                        </span>
                        <span class="check">{move || printed.get().and_then(|(one, _)| told(context, &one, check.get()?))}</span>
                        <span class="row-tools">
                            <button type="button" class="icon" on:click=on_mouse(move |_| editor.change(place))
                                aria-label=move || named(|language, label, year| words::printed::Change { label, year }.say(language))><Icon shape=Shape::Pencil/></button>
                            <button type="button" class="icon" on:click=on_mouse(remove)
                                aria-label=move || named(|language, label, year| words::printed::Remove { label, year }.say(language))><Icon shape=Shape::Bin/></button>
                        </span>
                    </li>
                }
            })}
        </ul>
    }
}

fn title(printed: &StatedFigure, with_year: bool) -> String {
    if with_year { format!("{}, {}", printed.label, printed.year) } else { printed.label.clone() }
}

fn told(context: Context, printed: &StatedFigure, check: Agreement) -> Option<String> {
    let language = context.language();
    Some(match check {
        Agreement::Agrees => words::printed::agrees(language).to_owned(),
        Agreement::Outside => label::outside(language).to_owned(),
        Agreement::Unchecked => words::printed::unchecked(language).to_owned(),
        Agreement::Differs(computed) => {
            let computed = match &printed.value {
                StatedValue::Amount(_) => words::kr(computed, context.unit()),
                StatedValue::Count(_) => words::count(language, computed, 2),
                // As many decimals as the document has, so that the difference shows.
                StatedValue::Percent(stated) => {
                    format!("{}\u{a0}%", words::count(language, computed, stated.scale().max(1)))
                }
            };
            words::printed::Differs { computed }.say(language)
        }
    })
}

fn check(context: Context, id: &Id, place: usize) -> Option<Agreement> {
    let year = read(context, id, |association| association.printed.get(place).map(|printed| printed.year))??;
    context.outcome.with(|outcome| {
        let outcome = outcome.as_ref()?;
        if !outcome.budget.horizon.contains(year) {
            return Some(Agreement::Outside);
        }
        let is_unchecked = |finding: &Finding| {
            matches!(&finding.detail, Detail::PrintedUnchecked(one) if one.place == place)
                && finding.association.as_ref() == Some(id)
        };
        let differs = outcome.report.findings.iter().find_map(|finding| match &finding.detail {
            Detail::PrintedDiffers(PrintedDiffers { place: at, computed, .. })
                if *at == place && finding.association.as_ref() == Some(id) =>
            {
                Some(*computed)
            }
            _ => None,
        });
        match differs {
            Some(computed) => Some(Agreement::Differs(computed)),
            None if outcome.report.findings.iter().any(is_unchecked) => Some(Agreement::Unchecked),
            None => outcome.report.has_judged(RuleCode::PrintedDiffers).then_some(Agreement::Agrees),
        }
    })
}
