//! The levers of a plan's base: lines, indices, capacity and equity.

use super::{Lever, LeverAddress, LeverError, QuantityKind, line_levers, set_line};
use crate::money::Decimal;
use crate::plan::validation::Validator;
use crate::plan::{Association, Id, Line, Plan};
use std::ops::DerefMut;

pub(super) fn levers(plan: &Plan) -> Vec<Lever> {
    let mut levers = Vec::new();
    let mut add = |address, value, scale| levers.push(Lever::new(address, value, scale, plan));
    for index in &plan.indices {
        for (year, rate) in &index.rates {
            add(LeverAddress::IndexRate { index: index.id.clone(), year: *year }, *rate, QuantityKind::Rate);
        }
    }
    for of in &plan.associations {
        let association = || of.id.clone();
        for line in &of.lines {
            for (part, value, scale) in line_levers(line) {
                add(LeverAddress::Line { association: association(), line: line.id.clone(), part }, value, scale);
            }
        }
        if let Some(capacity) = &of.capacity {
            for (year, cost) in &capacity.cost_per_fte {
                add(LeverAddress::CostPerFte { association: association(), year: *year }, *cost, QuantityKind::Kronor);
            }
            if let Some(places) = capacity.places_per_fte {
                add(LeverAddress::PlacesPerFte { association: association() }, places, QuantityKind::Places);
            }
        }
        add(LeverAddress::OpeningEquity { association: association() }, of.opening_equity.amount, QuantityKind::Equity);
        for (year, amount) in &of.equity_use {
            add(LeverAddress::EquityUse { association: association(), year: *year }, *amount, QuantityKind::Kronor);
        }
    }
    levers
}

pub(super) fn of_line(plan: &Plan, association: &Id, line: &Id) -> Vec<Lever> {
    let Some(found) = plan.association(association).and_then(|of| of.line(line)) else { return Vec::new() };
    let at = |part| LeverAddress::Line { association: association.clone(), line: line.clone(), part };
    let levers = line_levers(found).into_iter();
    levers.map(|(part, value, scale)| Lever::new(at(part), value, scale, plan)).collect()
}

pub(super) fn read(plan: &Plan, address: &LeverAddress) -> Option<(Decimal, QuantityKind)> {
    match address {
        LeverAddress::Decision { .. } => None,
        LeverAddress::Line { association, line, part } => {
            let line = plan.association(association)?.line(line)?;
            line_levers(line).into_iter().find(|(other, _, _)| other == part).map(|(_, value, scale)| (value, scale))
        }
        LeverAddress::IndexRate { index, year } => Some((*plan.index(index)?.rates.get(year)?, QuantityKind::Rate)),
        LeverAddress::CostPerFte { association, year } => {
            let capacity = plan.association(association)?.capacity.as_ref()?;
            Some((*capacity.cost_per_fte.get(year)?, QuantityKind::Kronor))
        }
        LeverAddress::PlacesPerFte { association } => {
            Some((plan.association(association)?.capacity.as_ref()?.places_per_fte?, QuantityKind::Places))
        }
        LeverAddress::OpeningEquity { association } => {
            Some((plan.association(association)?.opening_equity.amount, QuantityKind::Equity))
        }
        LeverAddress::EquityUse { association, year } => {
            Some((*plan.association(association)?.equity_use.get(year)?, QuantityKind::Kronor))
        }
    }
}

pub(super) fn set(plan: &mut Plan, address: &LeverAddress, value: Decimal) -> Result<(), LeverError> {
    check(plan, address, value)?;
    write(plan, address, value).ok_or(LeverError::NoSuchLever)
}

/// Whether the plan stays valid.
fn check(plan: &Plan, address: &LeverAddress, value: Decimal) -> Result<(), LeverError> {
    let mut check = Validator::alone();
    match address {
        LeverAddress::IndexRate { .. } => check.rate("", value),
        LeverAddress::OpeningEquity { .. } => check.kronor("", value),
        LeverAddress::CostPerFte { .. } => check.price("", value),
        LeverAddress::Line { association, line, part } => {
            let found = plan.association(association).and_then(|of| of.line(line));
            let mut line: Line = found.cloned().ok_or(LeverError::NoSuchLever)?;
            check.line_itself(&line, "");
            let before = check.take_problems();
            set_line(&mut line, *part, value).ok_or(LeverError::OutOfRange)?;
            check.line_itself(&line, "");
            check.forget(&before);
        }
        _ => check.amount("", value),
    }
    match check.take_problems().into_iter().next() {
        Some(problem) => Err(LeverError::Invalid(problem.kind)),
        None => Ok(()),
    }
}

pub(super) fn write(plan: &mut Plan, address: &LeverAddress, value: Decimal) -> Option<()> {
    fn of<'p>(plan: &'p mut Plan, id: &Id) -> Option<&'p mut Association> {
        plan.associations.iter_mut().find(|association| association.id == *id).map(DerefMut::deref_mut)
    }
    let slot = match address {
        LeverAddress::Decision { .. } => return None,
        LeverAddress::Line { association, line, part } => {
            let line = of(plan, association)?.lines.iter_mut().find(|other| other.id == *line)?;
            return set_line(line, *part, value);
        }
        LeverAddress::IndexRate { index, year } => {
            plan.indices.iter_mut().find(|other| other.id == *index)?.rates.get_mut(year)?
        }
        LeverAddress::CostPerFte { association, year } => {
            of(plan, association)?.capacity.as_mut()?.cost_per_fte.get_mut(year)?
        }
        LeverAddress::PlacesPerFte { association } => {
            of(plan, association)?.capacity.as_mut()?.places_per_fte.as_mut()?
        }
        LeverAddress::OpeningEquity { association } => &mut of(plan, association)?.opening_equity.amount,
        LeverAddress::EquityUse { association, year } => of(plan, association)?.equity_use.get_mut(year)?,
    };
    *slot = value;
    Some(())
}
