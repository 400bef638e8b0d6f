//! Printed figures of every kind.

use super::value::{any_amount, any_year, months, name, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::plan::{Category, FigureMeaning, Id, Line, Metric, StatedFigure, StatedValue, Term};

pub fn printed() -> impl Strategy<Value = StatedFigure> {
    let value = prop_oneof![
        any_amount().prop_map(StatedValue::Amount),
        any_amount().prop_map(StatedValue::Percent),
        any_amount().prop_map(StatedValue::Count),
    ];
    (name(), any_year(), value, figure(), text()).prop_map(|(label, year, value, stands_for, source)| StatedFigure {
        label,
        year,
        value,
        stands_for,
        source,
    })
}

/// Makes terms that name a line point at one that is there, or at a category when there is none.
pub fn settle(printed: &mut StatedFigure, lines: &[Line]) {
    let terms: Vec<&mut Term> = match &mut printed.stands_for {
        FigureMeaning::Term(term) => vec![term],
        FigureMeaning::Sum(terms) => terms.iter_mut().collect(),
        FigureMeaning::Share { part, whole } => part.iter_mut().chain(whole).collect(),
    };
    for term in terms {
        if let Term::Line(id) = term {
            let mut reference = Some(id.clone());
            super::settle(&mut reference, lines, |line| &line.id);
            *term = reference.map_or(Term::Category(Category::Board), Term::Line);
        }
    }
}

fn figure() -> impl Strategy<Value = FigureMeaning> {
    prop_oneof![
        term().prop_map(FigureMeaning::Term),
        vec(term(), 0..4).prop_map(FigureMeaning::Sum),
        (vec(term(), 0..3), vec(term(), 0..3)).prop_map(|(part, whole)| FigureMeaning::Share { part, whole }),
    ]
}

fn term() -> impl Strategy<Value = Term> {
    let stated = (name(), any_amount(), proptest::option::of(months())).prop_map(|(name, amount, months)| {
        let (from, to) = months.unzip();
        Term::Stated { name, amount, from, to }
    });
    prop_oneof![
        select(&Metric::ALL[..]).prop_map(Term::Metric),
        select(&Category::ALL[..]).prop_map(Term::Category),
        (0usize..100).prop_map(|drawn| Term::Line(Id::new(&drawn.to_string()))),
        stated,
    ]
}
