//! A table with names becomes lines, amounts, saved money, printed figures and an outcome.

use super::decided::{Decided, PaidBy, RowUse};
use super::printed;
use super::whole;
use crate::calendar::{Horizon, Year};
use crate::edit::{AssociationEdit, Edit, LineChange, LineEdit, PlanEdit};
use crate::money::Decimal;
use crate::plan::{Actuals, Association, Category, Id, Line, Metric, Plan, Schedule, Term};
use crate::sorted::SortedMap;
use crate::table::{Of, Reading, Row};

/// What a table comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// The edit that puts it in.
    pub edit: Edit,
    /// How many figures it puts in.
    pub count: usize,
    /// Rows that were to be printed figures, or have some beside them, and cannot: what they sum up does not all go in.
    pub unplaced: Vec<usize>,
}

/// The edit that puts a table's amounts into an association. Years before the plan's first
/// or after its last one make the plan longer.
pub fn paste(plan: &Plan, association: &Association, reading: &Reading, decided: &Decided) -> Pasted {
    let mut work = Work {
        association,
        decided,
        edits: Vec::new(),
        count: 0,
        terms: SortedMap::new(),
        taken: association.lines.iter().map(|line| line.id.clone()).collect(),
        at: association.lines.len(),
        outcome: SortedMap::new(),
        first: plan.first_year,
        last: plan.horizon().last(),
    };
    for (place, row) in reading.rows.iter().enumerate() {
        work.row(place, row);
    }
    let mut edits = longer(plan.horizon(), work.last);
    edits.append(&mut work.edits);
    // After the amounts, so that the equity that the plan began with is led to by them.
    let earlier = PlanEdit::AddFirstYear { source: decided.source.to_owned() };
    edits.extend(std::iter::repeat_n(Edit::Plan(earlier), usize::from(plan.first_year.since(work.first))));
    let remove = |line: &Line| Edit::Line(association.id.clone(), LineEdit::Remove { line: line.id.clone() });
    edits.extend(whole::left_over(association, reading, decided).into_iter().map(remove));
    let mut unplaced = Vec::new();
    let terms = std::mem::take(&mut work.terms);
    let term = |place: usize| terms.get(&place).cloned();
    for (place, row) in printed_rows(reading, decided) {
        let own = whole::of_the_table(association, reading, decided, row, &term);
        match own.or_else(|| printed::stands(row, &term)).map(|of| printed::keep(association, row, decided.source, &of))
        {
            Some(kept) => {
                work.count = work.count.saturating_add(kept.len());
                edits.extend(kept);
            }
            None => unplaced.push(place),
        }
    }
    for (place, row) in with_figures_beside(reading, decided) {
        match printed::keep_beside(association, &reading.rows, row, decided.source, &term) {
            Some(kept) => {
                work.count = work.count.saturating_add(kept.len());
                edits.extend(kept);
            }
            None => unplaced.push(place),
        }
    }
    if let Some(through) = decided.outcome.filter(|_| !work.outcome.is_empty()) {
        work.count = work.count.saturating_add(work.outcome.len());
        let actuals = Actuals { through, lines: work.outcome, source: decided.source.to_owned() };
        edits.push(Edit::Association(association.id.clone(), AssociationEdit::Actuals(Some(actuals))));
    }
    Pasted { edit: Edit::All(edits), count: work.count, unplaced }
}

/// A paste under way.
struct Work<'a> {
    association: &'a Association,
    decided: &'a Decided<'a>,
    edits: Vec<Edit>,
    count: usize,
    /// What each row became.
    terms: SortedMap<usize, Term>,
    /// The ids of lines that are there or have been made.
    taken: Vec<Id>,
    /// The place of the next new line.
    at: usize,
    /// The outcome by line.
    outcome: SortedMap<Id, Decimal>,
    /// The first year that the plan needs.
    first: Year,
    /// The last year that the plan needs.
    last: Year,
}

impl Work<'_> {
    fn row(&mut self, place: usize, row: &Row) {
        // A plan keeps amounts positive; what was negative has been asked about.
        let amounts: SortedMap<Year, Decimal> =
            row.amounts.iter().map(|(year, amount)| (*year, amount.abs())).collect();
        let outcome = self.decided.outcome.and_then(|through| row.others.get(&(Of::Outcome, through.year())).copied());
        let Some(becomes) = self.decided.uses.get(place) else { return };
        if amounts.is_empty() && (outcome.is_none() || !matches!(becomes, RowUse::Existing(_))) {
            return;
        }
        let id = self.association.id.clone();
        let line = match becomes {
            RowUse::Skip | RowUse::Unanswered | RowUse::Printed => return,
            RowUse::SavedMoney => {
                self.terms.insert(place, Term::Metric(Metric::EquityUse));
                self.edits.extend(amounts.iter().map(|(year, amount)| {
                    Edit::Association(id.clone(), AssociationEdit::EquityUse(*year, Some(*amount)))
                }));
                None
            }
            RowUse::Existing(line) => {
                self.edits.extend(self.other_payer(place, line));
                self.edits.extend(amounts.iter().map(|(year, amount)| {
                    let line = line.clone();
                    Edit::Line(id.clone(), LineEdit::Amount { line, year: *year, amount: Some(*amount) })
                }));
                Some(line.clone())
            }
            RowUse::NewLine(category) => Some(self.new_line(place, row, *category, &amounts)),
        };
        if let Some(line) = line {
            self.terms.insert(place, Term::Line(line.clone()));
            if let Some(outcome) = outcome {
                self.outcome.insert(line, outcome.abs());
            }
        }
        self.count = self.count.saturating_add(amounts.len());
        self.first = amounts.keys().next().copied().unwrap_or(self.first).min(self.first);
        self.last = amounts.keys().next_back().copied().unwrap_or(self.last).max(self.last);
    }

    fn new_line(&mut self, place: usize, row: &Row, category: Category, amounts: &SortedMap<Year, Decimal>) -> Id {
        let name = if row.name.trim().is_empty() { self.decided.unnamed } else { &row.name };
        let id = Id::from_name(name, |id| self.taken.iter().any(|known| known.as_str() == id));
        self.taken.push(id.clone());
        let mut line = Line::new(id.clone(), name, category, Schedule::Amounts(amounts.clone()));
        line.note.clone_from(&row.note);
        if category == Category::Contribution {
            self.pay(place, &mut line);
        }
        let add = LineEdit::Add { at: self.at, line: Box::new(line) };
        self.edits.push(Edit::Line(self.association.id.clone(), add));
        self.at = self.at.saturating_add(1);
        id
    }

    /// Puts down who pays a contribution, where that is known.
    fn pay(&self, place: usize, line: &mut Line) {
        match self.decided.payers.get(place) {
            Some(PaidBy::Member(member)) => (line.member, line.party) = (Some(member.clone()), None),
            Some(PaidBy::Party(party)) => (line.member, line.party) = (None, Some(*party)),
            Some(PaidBy::Unknown) | None => {}
        }
    }

    /// The edit that gives a contribution that is there another payer, when another is chosen.
    fn other_payer(&self, place: usize, line: &Id) -> Option<Edit> {
        let old = self.association.line(line).filter(|line| line.category == Category::Contribution)?;
        let mut new = old.clone();
        self.pay(place, &mut new);
        (new != *old)
            .then(|| Edit::Line(self.association.id.clone(), LineEdit::changed(old, new, LineChange::Category)))
    }
}

/// Makes the plan reach a year.
fn longer(horizon: Horizon, last: Year) -> Vec<Edit> {
    vec![Edit::Plan(PlanEdit::AddYear); usize::from(last.since(horizon.last()))]
}

fn printed_rows<'a>(reading: &'a Reading, decided: &'a Decided) -> impl Iterator<Item = (usize, &'a Row)> {
    let rows = reading.rows.iter().zip(decided.uses).enumerate();
    rows.filter(|(_, (row, becomes))| **becomes == RowUse::Printed && !row.amounts.is_empty())
        .map(|(place, (row, _))| (place, row))
}

/// Rows that go in with printed figures beside them.
fn with_figures_beside<'a>(reading: &'a Reading, decided: &'a Decided) -> impl Iterator<Item = (usize, &'a Row)> {
    let rows = reading.rows.iter().zip(decided.uses).enumerate();
    let goes = |becomes: &RowUse| matches!(becomes, RowUse::NewLine(_) | RowUse::Existing(_));
    rows.filter(move |(_, (row, becomes))| goes(becomes) && !row.beside.is_empty())
        .map(|(place, (row, _))| (place, row))
}

#[cfg(test)]
mod tests {
    use super::super::decided::Extent;
    use super::super::{payers, presets};
    use super::*;
    use crate::calendar::Month;
    use crate::edit::known;
    use crate::plan::{FigureMeaning, Member, Party};
    use crate::table::{Answers, ColumnAnswer, ColumnKind, from_text, read};

    fn year(number: u16) -> Year {
        Year::new(number).unwrap()
    }

    fn plan() -> Plan {
        let amounts = SortedMap::from([(year(2014), Decimal::from(220_000))]);
        let line = Line::new(Id::new("arvoden"), "Arvoden inkl. PO", Category::Board, Schedule::Amounts(amounts));
        let member = Member {
            id: Id::new("region"),
            name: "Region Kronoberg".to_owned(),
            party: Party::Region,
            inhabitants: None,
            source: String::new(),
        };
        let association =
            Association { lines: vec![line], members: vec![member], ..Association::new(Id::new("vaxjo"), "Växjö") };
        Plan::new(Id::new("plan"), "Plan", year(2014), 3, vec![association])
    }

    fn put(text: &str, extent: Extent, outcome: Option<Month>) -> (Plan, Pasted) {
        let plan = plan();
        let association = &plan.associations[0];
        let known = known(&plan, association);
        let answers = Answers::default();
        let reading = read(from_text(text).unwrap(), &known, &answers);
        let uses = presets(association, &reading);
        let payers = payers(association, &reading, &known, &uses);
        let decided =
            Decided { uses: &uses, payers: &payers, extent, outcome, unnamed: "Ny rad", source: "Inklistrad tabell" };
        let pasted = paste(&plan, association, &reading, &decided);
        (pasted.edit.apply(&plan).unwrap(), pasted)
    }

    #[test]
    fn a_pasted_table_replaces_adds_and_keeps_its_sums_as_printed_figures() {
        let text = "Post\t2015\t2016\nArvoden inkl.PO\t190 000\t190 000\nLönekostnader\t1 640 000\t1 640 000\nSumma kostnader\t1 830 000\t1 900 000\n";
        let (after, pasted) = put(text, Extent::Add, None);
        assert_eq!(pasted.count, 6);
        let association = &after.associations[0];
        assert_eq!(association.lines.len(), 2);
        assert_eq!(association.lines[0].schedule.given().get(&year(2015)), Some(&Decimal::from(190_000)));
        assert_eq!(association.printed.len(), 2);
        assert_eq!(association.printed[0].stands_for, FigureMeaning::Term(Term::Metric(Metric::Cost)));
    }

    #[test]
    fn a_total_of_a_table_beside_other_lines_is_of_the_table() {
        let text = "Post\t2014\nLots\t850 000\nRehab\t150 000\nSumma kostnader\t1 000 000\n";
        let of = |text, extent| put(text, extent, None).0.associations[0].printed[0].stands_for.clone();
        let rows = FigureMeaning::Sum(vec![Term::Line(Id::new("lots")), Term::Line(Id::new("rehab"))]);
        let all = FigureMeaning::Term(Term::Metric(Metric::Cost));
        assert_eq!(of(text, Extent::Add), rows);
        assert_eq!(of(text, Extent::Whole), all);
        // What the rows do not add up to is a total of the plan's lines too.
        assert_eq!(of(&text.replace("1 000 000", "1 220 000"), Extent::Add), all);
    }

    #[test]
    fn what_a_table_replaces_goes_and_what_it_adds_to_stays() {
        let text = "Post\t2015\nLönekostnader\t1 640 000\n";
        assert_eq!(put(text, Extent::Add, None).0.associations[0].lines.len(), 2);
        assert_eq!(put(text, Extent::Part, None).0.associations[0].lines.len(), 2);
        assert_eq!(put(text, Extent::Whole, None).0.associations[0].lines.len(), 1);
    }

    #[test]
    fn a_year_before_the_first_lets_the_plan_begin_earlier_and_leaves_the_others_as_they_were() {
        let mut plan = plan();
        plan.associations[0].opening_equity.amount = Decimal::from(500_000);
        let association = &plan.associations[0];
        let mut answers = Answers::default();
        let answer = |number| ColumnAnswer { kind: ColumnKind::Amount, year: Some(year(number)), of: Of::Budget };
        answers.columns.extend([(1, answer(2012)), (2, answer(2014))]);
        let text = "Post\t2012\t2014\nArvoden inkl. PO\t200 000\t210 000\n";
        let known = known(&plan, association);
        let reading = read(from_text(text).unwrap(), &known, &answers);
        let uses = presets(association, &reading);
        let decided =
            Decided { uses: &uses, payers: &[], extent: Extent::Add, outcome: None, unnamed: "", source: "Tabell" };
        let after = paste(&plan, association, &reading, &decided).edit.apply(&plan).unwrap();
        assert_eq!((after.first_year, after.years), (year(2012), 5));
        // 200 000 kr were spent in 2012 and nothing in 2013: 500 000 kr at the beginning of 2014 as before.
        let opening = &after.associations[0].opening_equity;
        assert_eq!((opening.amount, opening.source.as_str()), (Decimal::from(700_000), "Tabell"));
        let equity = |plan: &Plan, at| {
            let outcome = crate::outcome::project_base(plan).unwrap();
            outcome.projection.get(None, year(at), Metric::Equity)
        };
        assert_eq!(equity(&after, 2013), Some(Decimal::from(500_000)));
        assert_eq!(equity(&after, 2014), Some(Decimal::from(290_000)));
    }

    #[test]
    fn rows_that_are_asked_about_wait() {
        let (after, pasted) = put("Post\t2015\nProjekt\t100 000\nProjekt\t300 000\n", Extent::Add, None);
        assert_eq!((after.associations[0].lines.len(), pasted.count), (1, 0));
    }

    #[test]
    fn a_contribution_has_its_payer() {
        let (after, _) = put("Bidrag\t2015\nRegion Kronoberg\t1 000 000\n", Extent::Add, None);
        assert_eq!(after.associations[0].lines[1].member, Some(Id::new("region")));
    }

    #[test]
    fn a_contribution_that_is_there_keeps_its_payer_until_another_is_chosen() {
        let plan = put("Bidrag\t2015\nRegion Kronoberg\t1 000 000\n", Extent::Add, None).0;
        let association = &plan.associations[0];
        let known = known(&plan, association);
        let reading =
            read(from_text("Bidrag\t2016\nRegion Kronoberg\t1 100 000\n").unwrap(), &known, &Answers::default());
        let uses = presets(association, &reading);
        let mut payers = payers(association, &reading, &known, &uses);
        assert_eq!(payers[1], PaidBy::Member(Id::new("region")));
        let put = |payers: &[PaidBy]| {
            let decided =
                Decided { uses: &uses, payers, extent: Extent::Add, outcome: None, unnamed: "Ny rad", source: "" };
            let after = paste(&plan, association, &reading, &decided).edit.apply(&plan).unwrap();
            after.associations[0].lines[1].clone()
        };
        assert_eq!(put(&payers).member, Some(Id::new("region")));
        payers[1] = PaidBy::Party(Party::State);
        let line = put(&payers);
        assert_eq!((line.member, line.party), (None, Some(Party::State)));
        assert_eq!(line.schedule.given().get(&year(2016)), Some(&Decimal::from(1_100_000)));
    }

    #[test]
    fn an_outcome_goes_to_the_accounts_when_it_is_asked_for() {
        let text = "Post\tBudget 2015\tUtfall 2014\nArvoden inkl. PO\t190 000\t185 000\n";
        assert_eq!(put(text, Extent::Add, None).0.associations[0].actuals, None);
        let through = Month::december(year(2014));
        let actuals = put(text, Extent::Add, Some(through)).0.associations[0].actuals.clone().unwrap();
        assert_eq!((actuals.through, actuals.lines.get(&Id::new("arvoden"))), (through, Some(&Decimal::from(185_000))));
    }

    #[test]
    fn a_sum_of_rows_that_do_not_all_go_in_is_told() {
        let plan = plan();
        let association = &plan.associations[0];
        let known = known(&plan, association);
        let text = "Post\t2015\nProjekt A\t100 000\nProjekt B\t300 000\nDelsumma projekt\t400 000\nHyra\t50 000\n";
        let reading = read(from_text(text).unwrap(), &known, &Answers::default());
        let mut uses = presets(association, &reading);
        assert_eq!(uses[3], RowUse::Printed);
        uses[1] = RowUse::Skip;
        let decided =
            Decided { uses: &uses, payers: &[], extent: Extent::Add, outcome: None, unnamed: "Ny rad", source: "" };
        assert_eq!(paste(&plan, association, &reading, &decided).unplaced, [3]);
    }
}
