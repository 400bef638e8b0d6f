//! The guided new plan: four short parts on one page, with what follows from them beside it.

mod about;
mod begun;
mod contributions;
mod fields;
mod form;
mod from_table;
mod lines;
mod members;
mod merge;
mod preview;

pub use begun::Begun;

use crate::state::context;
use crate::state::route::Route;
use crate::ui::focus::focus_soon;
use crate::ui::form::on_mouse;
use crate::words::{self, Language, label, new_plan as text};
use leptos::prelude::*;

/// The form. There is no submit: Enter in a field says that the field is done, and only the button makes the plan.
#[component]
pub fn NewPlan() -> impl IntoView {
    let context = context();
    let form = fields::form();
    Effect::new(move |_| form.speak(context.language()));
    let language = move || untrack(|| context.language());
    let create = move |_| match form.finish() {
        Some(plan) => {
            context.session.open_as_new(plan);
            drop(form.clear(language()));
            context.place.go(Route::Budget);
        }
        None => focus_soon(".new-plan .field.invalid input"),
    };
    let restart = move |_| {
        let back = form.clear(language());
        context.notices.undoable(text::restarted(language()).to_owned(), back);
    };
    let title = move |word: fn(Language) -> &'static str| move || word(context.language());
    view! {
        <div class="new-plan" data-kept="">
            <header class="view-head">
                <div>
                    <h1>{title(words::view::new_plan)}</h1>
                    <p class="muted">{title(text::intro)}</p>
                </div>
                <Show when=move || form.is_touched()>
                    <button type="button" class="quiet" on:click=on_mouse(restart)>{title(text::restart)}</button>
                </Show>
            </header>
            <div class="parts">
                <from_table::FromTable/>
                {merge::merge(context)}
                <section aria-labelledby="part-about">
                    <h2 id="part-about"><span class="step" aria-hidden="true">"1"</span>{title(label::the_plan)}</h2>
                    <about::About/>
                </section>
                <section aria-labelledby="part-members">
                    <h2 id="part-members"><span class="step" aria-hidden="true">"2"</span>{title(label::members)}</h2>
                    <members::Members/>
                </section>
                <section aria-labelledby="part-contributions">
                    <h2 id="part-contributions"><span class="step" aria-hidden="true">"3"</span>{title(words::category::contribution)}</h2>
                    <contributions::ContributionsPart/>
                </section>
                <section aria-labelledby="part-costs">
                    <h2 id="part-costs"><span class="step" aria-hidden="true">"4"</span>{title(text::costs)}</h2>
                    <lines::Lines/>
                </section>
                <div class="finish">
                    <button type="button" class="primary" on:click=on_mouse(create)>{title(text::create)}</button>
                    <Wrong/>
                </div>
            </div>
            <preview::Preview/>
        </div>
    }
}

/// Why there is no plan yet, once it has been asked for.
#[component]
fn Wrong() -> impl IntoView {
    let context = context();
    let form = fields::form();
    let said = move || match form.wrong() {
        0 => {
            let problems = form.problems();
            let lines = problems.iter().map(|problem| words::problem(context.language(), problem)).collect::<Vec<_>>();
            (!lines.is_empty()).then(|| lines.join(" "))
        }
        count => Some(text::NotCreated { count }.say(context.language())),
    };
    view! { <div class="field-error" role="alert" data-test="not-created">{said}</div> }
}
