//! What a printed figure stands for, in words.

use super::generated::printed as text;
use super::names::{Named, gone, line_of};
use super::{Language, category, count, metric, month};
use samplan::plan::{Association, FigureMeaning, Term};

/// `Summa kostnader`, `Styrelse + Administration`, `Insatser som andel av Summa kostnader`.
pub fn figure(language: Language, figure: &FigureMeaning, association: &Association) -> String {
    let sum = |terms: &[Term]| {
        let names: Vec<_> = terms.iter().map(|part| term(language, part, association)).collect();
        names.join(" + ")
    };
    match figure {
        FigureMeaning::Term(one) => term(language, one, association),
        FigureMeaning::Sum(terms) => sum(terms),
        FigureMeaning::Share { part, whole } => text::ShareOf { part: sum(part), whole: sum(whole) }.say(language),
    }
}

/// A part of a sum.
pub fn term(language: Language, term: &Term, association: &Association) -> String {
    match term {
        Term::Metric(of) => metric(language, *of).to_owned(),
        Term::Category(of) => category(language, *of).to_owned(),
        Term::Line(id) => line_of(association, id).unwrap_or_else(|| gone(language, Named::Line)),
        Term::Stated { name, amount, from, to } => {
            let stated = format!("{name} {}", count(language, *amount, 2));
            match (from, to) {
                (Some(from), Some(to)) => format!("{stated} ({} – {})", month(language, *from), month(language, *to)),
                _ => stated,
            }
        }
    }
}
