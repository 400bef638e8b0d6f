//! Each row's role, name and kind, in the order that they stand: headings open sections, arithmetic and words tell
//! sums from lines.

use super::figure::Figure;
use super::known::{Known, KnownLine, Likeness};
use super::layout::{self, Grid, Layout};
use super::page::{is_bare_number, is_of_the_document, is_page};
use super::payer::{Payer, is_bare, payer};
use super::question::{Code, Question};
use super::reading::{Answers, Column, ColumnKind, Role};
use super::words::{self, TableSection};
use super::{contributors, own, years};
use crate::base::Category;

/// A row before its amounts are known.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) category: Option<Category>,
    /// Whether words or the plan tell the kind, and not the preset alone.
    pub(super) category_told: bool,
    pub(super) payer: Option<Payer>,
    pub(super) line: Option<usize>,
    /// Whether it opens a section or stands apart, so that a sub-total does not reach over it.
    pub(super) opens: bool,
    /// Whether a mark of a list stands before its name.
    pub(super) listed: bool,
    /// Whether it is a row that the app's own table computes.
    pub(super) computed: bool,
    /// Whether it is a line of the app's own table, whatever it is called.
    pub(super) own: bool,
}

impl Draft {
    fn empty() -> Draft {
        Draft {
            role: Role::Ignored,
            name: String::new(),
            note: String::new(),
            category: None,
            category_told: false,
            payer: None,
            line: None,
            opens: false,
            listed: false,
            computed: false,
            own: false,
        }
    }
}

/// Reads the rows' roles by their words.
pub(super) fn roles(
    grid: &Grid,
    layout: &Layout,
    columns: &[Column],
    known: &Known,
    answers: &Answers,
) -> (Vec<Draft>, Vec<Question>) {
    let names = layout.names;
    let mut drafts: Vec<Draft> = Vec::with_capacity(grid.cells.len());
    let mut questions = Vec::new();
    let mut section = TableSection::default();
    let mut joined = String::new();
    let explained = explained(grid, layout);
    let own = own::lines(grid, names, layout.body);
    for row in 0..grid.cells.len() {
        let mut ask = |code| questions.push(Question { row: Some(row), column: None, code });
        let mut draft = Draft::empty();
        let (name, mark) = name_and_mark(names.map_or("", |names| grid.name(row, names)));
        let explained = explained.iter().find(|mark| name.ends_with(mark.as_str()) && name.len() > mark.len());
        let (name, mark) = match explained.and_then(|mark| name.strip_suffix(mark.as_str())) {
            Some(name) => (name.trim_end().to_owned(), explained.cloned().unwrap_or_default()),
            None => (name, mark),
        };
        let kind = own.get(row).copied().flatten();
        draft.own = kind.is_some();
        let written = names.map_or("", |names| grid.text(row, names));
        draft.name = if draft.own { super::figure::clean(written) } else { name };
        draft.listed = names.is_some_and(|names| grid.text(row, names).starts_with(['-', '–', '•', '·', '▪', '○']));
        draft.note = note(grid, columns, row, &mark);
        if grid.cells.get(row).is_none_or(|cells| cells.iter().all(|cell| cell.text.is_empty())) {
            drafts.push(draft);
            continue;
        }
        let headed = row >= layout.body;
        let again = headed.then(|| layout::years_again(grid, row, names)).flatten();
        let amounts = columns.iter().enumerate().any(|(column, kind)| {
            matches!(kind.kind, ColumnKind::Amount | ColumnKind::SubTotal)
                && !matches!(grid.figure(row, column), Figure::Empty | Figure::Text)
        });
        let years_above =
            layout.headers.iter().any(|above| *above < row && layout::years_again(grid, *above, names).is_some());
        if !headed && years_above && has_own_years(grid, row, names, &draft.name) && !answers.roles.contains_key(&row) {
            ask(Code::YearsOrAmounts);
        }
        if !headed || !amounts && again.is_none() {
            heading(grid, layout, row, &mut draft, &mut joined, &mut section, &mut ask);
            if contributors::heads(grid, layout, row) {
                section = TableSection::of_payers();
            }
            if headed && draft.role == Role::Heading && years::is_of_another(&draft.name, columns) {
                ask(Code::YearsChange);
            }
            drafts.push(draft);
            continue;
        }
        // `Antagen av styrelsen | 2026-11-12` under the table.
        let plain = |column| {
            matches!(grid.figure(row, column), Figure::Amount { .. } | Figure::Percent(_))
                && !grid.is_bare_year(row, column)
        };
        if is_of_the_document(&draft.name) && !(0..grid.width).any(plain) {
            draft.role = Role::Heading;
            draft.opens = true;
            drafts.push(draft);
            continue;
        }
        if layout.foot == Some(row) {
            draft.role = Role::Heading;
            draft.opens = true;
            drafts.push(draft);
            continue;
        }
        if words::is_index(&draft.name) && is_per_cent(grid, columns, row) && !draft.own {
            drafts.push(draft);
            continue;
        }
        if let Some(again) = again {
            let same = again.iter().all(|(column, heading)| {
                columns.get(*column).is_none_or(|column| {
                    column.kind != ColumnKind::Amount || heading.year() == column.year || !heading.names_years()
                })
            });
            let opens = TableSection::under(&draft.name);
            let figures = again.iter().filter(|(_, heading)| heading.bare).count();
            let near = again.iter().filter_map(|(_, heading)| heading.year()).any(|year| {
                let years =
                    columns.iter().filter(|column| column.kind == ColumnKind::Amount).filter_map(|column| column.year);
                let mut years = years.peekable();
                // Where no column has a year, one of these decades could be meant.
                years.peek().is_none() && (2010..=2045).contains(&year.number())
                    || years.any(|of| of.since(year) <= 10 && year.since(of) <= 10)
            });
            let over_names = super::heading::is_over_names(&draft.name);
            if same && (figures > 1 || opens.is_some() || over_names) {
                draft.role = Role::Heading;
                draft.opens = true;
                section = opens.unwrap_or(section);
                drafts.push(draft);
                continue;
            }
            if near && !answers.roles.contains_key(&row) {
                let worded = draft.name.is_empty() || super::heading::read(&draft.name).worded;
                let change = figures > 1 && (opens.is_some() || worded) || !draft.name.is_empty() && over_names;
                ask(if change { Code::YearsChange } else { Code::YearsOrAmounts });
                if change {
                    draft.role = Role::Heading;
                    draft.opens = true;
                    section = opens.unwrap_or(section);
                    drafts.push(draft);
                    continue;
                }
            }
        }
        if !joined.is_empty() {
            // The first part of a name stood on a line of its own.
            let first = std::mem::take(&mut joined);
            draft.name = format!("{first} {}", draft.name);
        }
        by_words(&mut draft, section, kind, known, &mut ask);
        section = section.after(draft.role, &draft.name);
        if let Some(role) = answers.roles.get(&row) {
            draft.role = *role;
        }
        if let Some(category) = answers.categories.get(&row) {
            draft.category = Some(*category);
            draft.category_told = true;
        }
        drafts.push(draft);
    }
    (drafts, questions)
}

/// Whether all figures of a row are written as per cent.
fn is_per_cent(grid: &Grid, columns: &[Column], row: usize) -> bool {
    let amounts = columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Amount);
    amounts.map(|(place, _)| grid.figure(row, place)).all(|figure| matches!(figure, Figure::Percent(_) | Figure::Empty))
}

/// Whether a row with a line's name has nothing but bare years: amounts that look like years, perhaps.
fn has_own_years(grid: &Grid, row: usize, names: Option<usize>, name: &str) -> bool {
    let heads = super::heading::read(name).worded;
    let years =
        layout::years_again(grid, row, names).is_some_and(|cells| cells.iter().all(|(_, heading)| heading.bare));
    years && !name.is_empty() && !heads
}

/// A row of amounts: what its words and the plan say.
fn by_words(
    draft: &mut Draft,
    section: TableSection,
    own: Option<Category>,
    known: &Known,
    ask: &mut impl FnMut(Code),
) {
    let names = draft.own || draft.name.contains(char::is_alphabetic) && !draft.name.starts_with('=');
    if draft.name.is_empty() || !names {
        draft.role = Role::Line;
        ask(Code::NameMissing);
        return;
    }
    let (role, category) = own.map_or_else(|| section.row(&draft.name), |kind| (Role::Line, Some(kind)));
    draft.role = role;
    draft.category_told = category.is_some();
    draft.category = (role == Role::Line).then_some(category.unwrap_or(Category::Activity));
    if words::is_part_of_above(&draft.name) && role == Role::Line && !draft.own {
        draft.role = Role::Ignored;
        draft.category = None;
        ask(Code::PartOfAbove);
        return;
    }
    let counts = role == Role::Line && words::is_no_money(&draft.name) || words::is_ratio(&draft.name);
    if counts && !draft.own && !section.is_computed(&draft.name) {
        draft.role = Role::Ignored;
        draft.category = None;
        ask(Code::NotMoney);
        return;
    }
    draft.computed = !draft.own && section.is_computed(&draft.name);
    if role == Role::Ignored && !section.balance && !draft.computed {
        ask(Code::Balance);
    }
    let same = known.lines.iter().position(|line| Likeness::of(&line.name, &draft.name) == Likeness::Same);
    if let Some(line) = same.filter(|_| !section.balance && !draft.computed) {
        draft.line = Some(line);
        draft.role = Role::Line;
        draft.category = known.lines.get(line).map(|line| line.category);
        draft.category_told = true;
    } else if draft.role == Role::Line {
        let close = known.lines.iter().position(|line| Likeness::of(&line.name, &draft.name) == Likeness::Close);
        if close.is_some() {
            draft.line = close;
            ask(Code::CloseName);
        }
    }
    // A member's bare name is a contribution where it stands among income.
    let told = payer(&draft.name, &known.members);
    if draft.role == Role::Line && draft.category == Some(Category::Contribution) {
        draft.payer = told;
        if told == Some(Payer::Unclear) && draft.line.is_none() {
            ask(Code::Payer);
        }
    } else if draft.role == Role::Line
        && !draft.category_told
        && let Some(Payer::Member(member)) = told
        && known.members.get(member).is_some_and(|member| is_bare(&draft.name, member))
    {
        draft.category = Some(Category::Contribution);
        draft.category_told = true;
        draft.payer = told;
    }
    // What the same payer pays already is not put beside it unasked: *Växjö* and *Växjö kommun*.
    if draft.role == Role::Line && draft.line.is_none() && draft.category == Some(Category::Contribution) {
        let same =
            |line: &KnownLine| line.category == Category::Contribution && payer(&line.name, &known.members) == told;
        let paid = told.filter(|told| *told != Payer::Unclear).and_then(|_| known.lines.iter().position(same));
        if paid.is_some() {
            draft.line = paid;
            ask(Code::CloseName);
        }
    }
}

/// A row without amounts: a title, a section's heading, or a part of a name in two lines.
fn heading(
    grid: &Grid,
    layout: &Layout,
    row: usize,
    draft: &mut Draft,
    joined: &mut String,
    section: &mut TableSection,
    ask: &mut impl FnMut(Code),
) {
    if is_page(&draft.name) || is_bare_number(&draft.name) {
        draft.role = Role::Ignored;
        return;
    }
    draft.role = Role::Heading;
    draft.opens = true;
    joined.clear();
    let names = layout.names.unwrap_or(0);
    if row >= layout.body || layout.headers.is_empty() || layout.headers.last().is_some_and(|last| row >= *last) {
        let next = row.saturating_add(1);
        let joins = ["och", "samt", "inkl.", "inklusive", "för", "med", "till", "av"];
        let joins =
            draft.name.ends_with(',') || draft.name.split(' ').next_back().is_some_and(|last| joins.contains(&last));
        let goes_on = joins || grid.text(next, names).chars().next().is_some_and(char::is_lowercase);
        let listed = grid.text(next, names).starts_with(['-', '–', '•', '·']);
        let next_has_amounts = (0..grid.width).any(|column| column != names && grid.is_amount(next, column));
        let alone = grid.is_alone(row, names) && grid.is_unparted(row) && !draft.name.ends_with(':');
        let opens = TableSection::under(&draft.name);
        if alone && row > 0 && goes_on && !listed && next_has_amounts && !is_heading_word(&draft.name) {
            draft.role = Role::Ignored;
            draft.opens = false;
            joined.clone_from(&draft.name);
            return;
        }
        let continues = draft.name.chars().next().is_some_and(char::is_lowercase);
        let explains = grid.text(row, names).starts_with('*');
        if alone
            && continues
            && !explains
            && row > layout.body
            && grid.separated()
            && !grid.is_alone(row.saturating_sub(1), names)
        {
            ask(Code::NameParts);
        }
        if row >= layout.body && has_loose_figures(&draft.name)
            || alone && (ends_in_amount(&draft.name) || begins_with_amount(&draft.name))
        {
            ask(Code::FiguresInText);
        }
        if let Some(opens) = opens {
            if opens.balance && !section.balance {
                ask(Code::Balance);
            }
            *section = opens;
        }
    } else if let Some(opens) = TableSection::under(&draft.name) {
        if opens.balance && !section.balance {
            ask(Code::Balance);
        }
        *section = opens;
    }
}

/// Whether a line ends in a number of several groups of digits (`Lönekostnader 1 640 000`): an amount, also over the first row.
fn ends_in_amount(text: &str) -> bool {
    let digits = |group: &&str| group.chars().all(|c| c.is_ascii_digit());
    let groups: Vec<&str> = text.rsplit(' ').take_while(digits).collect();
    let Some((first, rest)) = groups.split_last() else { return false };
    !rest.is_empty() && rest.iter().all(|group| group.len() == 3) && first.len() <= 3 && !first.starts_with('0')
}

/// Whether a line begins with such a number, and words follow (`910 000 Förbundschef`).
fn begins_with_amount(text: &str) -> bool {
    let digits = |group: &&str| group.bytes().all(|c| c.is_ascii_digit());
    let groups: Vec<&str> = text.split(' ').take_while(digits).collect();
    groups.len() > 1
        && groups.iter().skip(1).all(|group| group.len() == 3)
        && groups.first().is_some_and(|first| first.len() <= 3 && !first.starts_with('0'))
}

/// Whether a line of words has an amount in it that nothing parts from them. Sentences speak of amounts too.
pub(super) fn has_loose_figures(name: &str) -> bool {
    let amount = |word: &str| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        digits >= 3 && super::heading::read(word).years.is_empty()
    };
    let counted = |pair: &[&str]| {
        let [number, unit] = pair else { return false };
        number.starts_with(|c: char| c.is_ascii_digit())
            && ["kr", "kronor", "tkr", "mkr", "mnkr", "miljon", "miljoner", "tusen", "milj"].contains(unit)
    };
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split([' ', '\u{a0}']).collect();
    // A telephone's number, or that of a giro.
    let reached = ["tel", "mobil", "org", "bankgiro", "plusgiro"].iter().any(|word| lower.starts_with(word));
    !name.ends_with('.')
        && !reached
        && words.len() <= 12
        && (words.iter().any(|word| amount(word)) || words.windows(2).any(counted))
}

/// A word that heads a section and begins no name.
fn is_heading_word(name: &str) -> bool {
    let words = name.trim_end_matches(':').split_whitespace().count();
    let lower = name.to_lowercase();
    words == 1
        && [
            "insatser",
            "kostnader",
            "intäkter",
            "inkomster",
            "utgifter",
            "bidrag",
            "aktiviteter",
            "styrelse",
            "styrelsen",
            "administration",
            "projekt",
            "kansli",
            "övrigt",
        ]
        .contains(&lower.trim_end_matches(':'))
}

impl Grid {
    /// Whether any row has its cells apart.
    fn separated(&self) -> bool {
        self.cells.iter().any(|row| row.len() > 1)
    }
}

/// A name without list marks, and the footnote's mark that ended it.
fn name_and_mark(written: &str) -> (String, String) {
    let plain = super::figure::clean(written);
    // A colon leads to the figures, and `>` marks what an e-mail answers.
    let listed = plain.trim_start_matches(['-', '–', '•', '·', '*', ' ', '\u{f0b7}', '▪', '○', '>']).trim_start();
    let listed = listed.trim_end_matches([':', ' ']);
    // `Projekt Steget[1]`, as Word copies a footnote.
    let noted = listed.strip_suffix(']').and_then(|inner| inner.rsplit_once('['));
    let noted = noted.filter(|(_, mark)| mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let bare = noted.map_or(listed, |(name, _)| name);
    // `Hyra 120 m²` ends in a measure.
    let measure = bare.strip_suffix(['²', '³']).and_then(|name| name.strip_suffix('m'));
    let measure = measure.is_some_and(|before| !before.ends_with(char::is_alphabetic));
    let name = if measure { bare } else { bare.trim_end_matches(['*', ' ', '¹', '²', '³', '_']) };
    if name.is_empty() {
        return (plain, String::new());
    }
    let mark = listed.get(name.len()..).unwrap_or_default().trim().trim_matches('_').to_owned();
    (name.replace('_', " "), mark)
}

/// The marks of footnotes that stand before their texts under the amounts: `1) inkl. sociala avgifter`.
fn explained(grid: &Grid, layout: &Layout) -> Vec<String> {
    let names = layout.names.unwrap_or(0);
    let alone = (layout.body..grid.cells.len()).filter(|row| grid.is_alone(*row, names));
    let mark = |row: usize| {
        let (mark, _) = grid.text(row, names).split_once(' ')?;
        let number = mark.strip_suffix(')').filter(|number| (1..=2).contains(&number.len()));
        number.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit())).map(|_| mark.to_owned())
    };
    alone.filter_map(mark).collect()
}

/// What goes to the line's note: marks of footnotes and the texts of note columns.
fn note(grid: &Grid, columns: &[Column], row: usize, mark: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |part: &str| {
        if !part.is_empty() && !parts.iter().any(|has| has == part) {
            parts.push(part.to_owned());
        }
    };
    add(mark);
    for (place, column) in columns.iter().enumerate() {
        if let Figure::Amount { mark, .. } = grid.figure(row, place)
            && column.kind == ColumnKind::Amount
        {
            add(mark);
        }
        if column.kind == ColumnKind::Note && !matches!(grid.figure(row, place), Figure::Empty) {
            add(grid.text(row, place));
        }
    }
    parts.join(" ")
}
