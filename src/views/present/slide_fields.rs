//! What stands on the chosen slide: its own title and text, and the levers on it.

use super::lever_name::lever_name;
use super::question_and_proposal::long;
use super::show::{kinds, stated_now};
use super::slides::{self, current};
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::field::TextField;
use crate::ui::form::{OnChange, check};
use crate::ui::text::text_signal;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::lever::{self, LeverAddress};
use samplan::plan::Slide;
use samplan::show;

/// The fields of the slide at `chosen`.
pub fn fields(context: Context, chosen: RwSignal<usize>) -> AnyView {
    let slide = memo(move || current(context).into_iter().nth(chosen.get()));
    let change = move |change: &dyn Fn(&mut Slide)| {
        if let Some(id) = slide.with_untracked(|slide| slide.as_ref().map(|slide| slide.id.clone())) {
            slides::change(context, &id, change);
        }
    };
    let part = move |read: fn(&Slide) -> String| -> Signal<String> {
        memo(move || slide.with(|slide| slide.as_ref().map(read)).unwrap_or_default()).into()
    };
    let title = OnChange::new(move |title: String| {
        change(&|slide: &mut Slide| slide.title = title.trim().to_owned());
        Ok(())
    });
    let words = OnChange::new(move |words: String| {
        change(&|slide: &mut Slide| slide.text = words.trim().to_owned());
        Ok(())
    });
    let notes = OnChange::new(move |notes: String| {
        change(&|slide: &mut Slide| slide.notes = notes.trim().to_owned());
        Ok(())
    });
    let heading = move || {
        let kind = slide.with(|slide| slide.as_ref().map(|slide| slide.kind))?;
        Some(
            text::SlideHeading {
                number: chosen.get().saturating_add(1),
                kind: words::slide_kind(context.language(), kind),
            }
            .say(context.language()),
        )
    };
    let hint = Signal::derive(move || {
        let kind = slide.with(|slide| slide.as_ref().map(|slide| slide.kind));
        let language = context.language();
        kind.map_or_else(String::new, |kind| (kinds::of(kind).hint)(language).to_owned())
    });
    // What stands there when the field is left empty.
    let title_hint = memo(move || {
        let title = slide.with(|slide| stated_now(context, slide.as_slice()).pop().flatten());
        title.map_or_else(String::new, |title| text::TitleHint { title }.say(context.language()))
    });
    let has_levers = memo(move || slide.with(|slide| slide.as_ref().is_some_and(|slide| kinds::of(slide.kind).levers)));
    let levers = move || {
        has_levers.get().then(|| {
            levers(
                context,
                slide,
                Callback::new(move |levers: Vec<LeverAddress>| {
                    change(&|slide: &mut Slide| slide.levers.clone_from(&levers));
                }),
            )
        })
    };
    view! {
        <h2 id="slide-title" data-test="slide-heading">{heading}</h2>
        <div id="slide-fields" class="slide-fields">
            <TextField label=text_signal(text::own_title) value=part(|slide| slide.title.clone()) hint=title_hint
                on_change=move |typed| title.run(typed)/>
            {long(text_signal(label::own_text), hint, part(|slide| slide.text.clone()), words)}
            {long(text_signal(text::notes), text_signal(text::notes_hint), part(|slide| slide.notes.clone()), notes)}
            {levers}
        </div>
    }
    .into_any()
}

/// At most three of the plan's and the scenario's levers, the scenario's first.
fn levers(context: Context, slide: Memo<Option<Slide>>, take: Callback<Vec<LeverAddress>>) -> AnyView {
    let on_slide = memo(move || {
        let own = slide.with(|slide| slide.as_ref().map(|slide| slide.levers.clone())).unwrap_or_default();
        context.with_scenario(|plan, scenario| show::levers(plan, Some(scenario), &own)).unwrap_or_default()
    });
    let all = memo(move || {
        let found = context.with_scenario(|plan, scenario| {
            let levers = lever::levers(plan, Some(&scenario.id)).into_iter().map(|lever| lever.address);
            let named = levers.map(|address| {
                let name = lever_name(context.language(), plan, Some(scenario), &address, context.unit());
                (address, name)
            });
            let (own, base): (Vec<_>, Vec<_>) =
                named.partition(|(address, _)| matches!(address, LeverAddress::Decision { .. }));
            (own, base)
        });
        found.unwrap_or_default()
    });
    let again = RwSignal::new(false);
    let toggle = move |address: LeverAddress, on: bool| {
        let mut levers = on_slide.get_untracked();
        levers.retain(|one| *one != address);
        if on && levers.len() >= Slide::MOST_LEVERS {
            context.notices.say(text::most_levers(context.language()).to_owned());
            // The box is ticked on the page already.
            again.update(|again| *again = !*again);
            return;
        }
        if on {
            levers.push(address);
        }
        take.run(levers);
    };
    let boxes = move |listed: Vec<(LeverAddress, String)>| {
        let boxes = listed.into_iter().map(|(address, name)| {
            let of = StoredValue::new(address);
            let on = Signal::derive(move || of.with_value(|of| on_slide.with(|levers| levers.contains(of))));
            check(Signal::stored(name), on, Callback::new(move |on| toggle(of.get_value(), on)))
        });
        boxes.collect_view()
    };
    let inside = move || {
        again.track();
        let (own, base) = all.get();
        view! {
            <div class="boxes">{boxes(own)}</div>
            <details>
                <summary>{text::levers_of_plan(context.language())}</summary>
                <div class="boxes">{boxes(base)}</div>
            </details>
        }
    };
    view! { <fieldset class="chosen-levers" data-test="chosen-levers"><legend>{text_signal(text::levers_label)}</legend>{inside}</fieldset> }
        .into_any()
}
