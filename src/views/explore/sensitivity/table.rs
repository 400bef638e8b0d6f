//! The tornado's table: each lever with its range, the measure at both ends, and the way to the lever.

use super::tool::{FEW, SensitivityTool, TornadoAnswer, range_button};
use crate::decisions;
use crate::state::route::PlanSection as Section;
use crate::ui::focus::focus_soon;
use crate::ui::form::click;
use crate::ui::text::at_strokes;
use crate::words::{self, label, sensitivity as text};
use leptos::prelude::*;
use samplan::explore::{RangeOf, TornadoBar, Usual};
use samplan::lever::LeverAddress;
use samplan::money::Decimal;
use std::sync::Arc;

/// The table.
pub fn table(tool: SensitivityTool, answer: &Arc<TornadoAnswer>, moving: usize) -> AnyView {
    let language = tool.context.language();
    let kept = Arc::clone(answer);
    let rows = move || {
        let count = if tool.all.get() { moving } else { moving.min(FEW) };
        let bars = kept.sensitivity.bars.iter().take(count).enumerate();
        bars.map(|(place, bar)| row(tool, &kept, place, bar)).collect_view()
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="tornado-title">
            <table class="plain-table tornado-table" data-test="tornado-table">
                <thead><tr>
                    <th scope="col">{label::lever(language)}</th>
                    <th scope="col">{text::range(language)}</th>
                    <th scope="col">{text::at_low(language)}</th>
                    <th scope="col">{label::now(language)}</th>
                    <th scope="col">{text::at_high(language)}</th>
                    <th scope="col">{text::swing(language)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(tool: SensitivityTool, answer: &TornadoAnswer, place: usize, bar: &TornadoBar) -> AnyView {
    let context = tool.context;
    let (language, unit) = (context.language(), context.unit());
    let name = decisions::lever_address(language, &answer.plan, &bar.address, unit);
    let value = |value: Decimal| words::lever_value(language, value, bar.unit, unit);
    let metric = answer.sensitivity.measure.metric;
    let figure = |value: Decimal| {
        let under_zero = value < Decimal::ZERO;
        view! { <td class:negative=under_zero>{words::figure_value(language, metric, value, unit)}</td> }
    };
    let range = format!("{} – {}", value(bar.low), value(bar.high));
    let (to, ranged) = (bar.address.clone(), bar.address.clone());
    let of = match &bar.of {
        RangeOf::Own { reason, source } => {
            let source = (!source.is_empty()).then(|| label::FromSource { source }.say(language));
            let why: Vec<String> = (!reason.is_empty()).then(|| reason.clone()).into_iter().chain(source).collect();
            let why = (!why.is_empty()).then(|| view! { <span class="now">{why.join(" ")}</span> });
            view! { <span class="mark">{text::own(language)}</span>{why} }.into_any()
        }
        RangeOf::Usual(usual) => {
            view! { <span class="now">{text::RuleOfThumb { reach: reach(language, *usual) }.say(language)}</span> }
                .into_any()
        }
    };
    let change = move || {
        tool.ranged.set(Some(ranged.clone()));
        tool.ranging.set(true);
    };
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" title=text::go(language)
                    on:click=click(move || go(tool, &to))>{at_strokes(&name)}</button>
            </th>
            <td>
                <button type="button" class="link range" id=range_button(place) on:click=click(change)
                    aria-label=text::ChangeRange { name: &name, range: &range }.say(language)>
                    {range.clone()}
                </button>
                <span class="now">{label::NowValue { value: value(bar.value) }.say(language)}</span>
                {of}
            </td>
            {figure(bar.at_low)}
            {figure(answer.sensitivity.now)}
            {figure(bar.at_high)}
            <td class="swing">{words::figure_value(language, metric, bar.swing, unit)}</td>
        </tr>
    }
    .into_any()
}

/// How far the usual range reaches.
fn reach(language: words::Language, usual: Usual) -> &'static str {
    match usual {
        Usual::Tenth => text::reach_tenth(language),
        Usual::OnePoint => text::reach_point(language),
        Usual::FivePoints => text::reach_points(language),
        Usual::Quarter => text::reach_quarter(language),
        Usual::Year => text::reach_year(language),
    }
}

/// Goes to where the lever is.
fn go(tool: SensitivityTool, address: &LeverAddress) {
    let place = tool.context.place;
    let of_association = |association: &samplan::plan::Id, section: Section| {
        place.go_to_section(section, Some(association));
    };
    match address {
        LeverAddress::Decision { scenario, step, .. } => {
            place.go_to_scenario(scenario.clone());
            focus_soon(format!("#step-{step}"));
        }
        LeverAddress::Line { association, line, .. } => {
            place.go_to_line(association.clone(), line.clone());
        }
        LeverAddress::IndexRate { .. } => {
            place.go_to_section(Section::Indices, None);
        }
        LeverAddress::CostPerFte { association, .. } | LeverAddress::PlacesPerFte { association } => {
            of_association(association, Section::Capacity);
        }
        LeverAddress::OpeningEquity { association } | LeverAddress::EquityUse { association, .. } => {
            of_association(association, Section::Equity);
        }
    }
}
