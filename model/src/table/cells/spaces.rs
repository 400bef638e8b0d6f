//! Text whose cells are apart by spaces: by their positions where lines have runs of them, else by the numbers
//! themselves, as text from a PDF has it.

use super::accounts::with_accounts;
use super::grid::{Cell, Separator, tidy};
use super::leaders::{without_leaders, without_page};
use super::numbers::{self, Line};
use crate::table::figure::{self, Doubt, Figure, clean};
use crate::table::heading::{self, Aside, bare_year};
use crate::table::page::{is_page, lines_of_pages};

/// The rows of a text without tabs.
pub(super) fn rows(text: &str) -> (Separator, Vec<Vec<Cell>>) {
    let lines: Vec<String> = text.lines().map(|line| without_leaders(without_page(line))).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let pages = lines_of_pages(&lines);
    let of_table = |(place, line)| if pages.contains(&place) { "" } else { line };
    let (separator, mut rows) = of_lines(&lines.iter().copied().enumerate().map(of_table).collect::<Vec<_>>());
    for place in pages {
        if let (Some(row), Some(line)) = (rows.get_mut(place), lines.get(place)) {
            *row = vec![Cell::new(line.trim())];
        }
    }
    (separator, with_accounts(rows))
}

fn of_lines(lines: &[&str]) -> (Separator, Vec<Vec<Cell>>) {
    let tokens: Vec<Vec<Token>> = lines.iter().map(|line| tokens(line)).collect();
    let apart = tokens.iter().any(|line| line.len() > 1);
    let joined = |token: &Token| {
        figure::read(&token.text) == Figure::Doubtful(Doubt::SeveralNumbers)
            || !numbers::line(&token.text).ways.is_empty()
                && figure::read(&token.text) == Figure::Text
                && !heading::read(&token.text).names_years()
    };
    // `533   se bilaga 2`: words after a figure are about it.
    let remark = |before: &Token, token: &Token| is_figure(before) && token.text.starts_with(char::is_alphabetic);
    let runs_together = |pair: &[Token]| matches!(pair, [before, token] if joined(token) && !remark(before, token));
    if apart && !tokens.iter().flat_map(|line| line.windows(2)).any(runs_together) {
        return (Separator::Spaces, by_position(&tokens));
    }
    single(lines)
}

/// A run of text without two spaces in it, and where it stands.
struct Token {
    text: String,
    from: usize,
    to: usize,
}

fn tokens(line: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaces: usize = 2;
    for (at, c) in line.chars().enumerate() {
        if c == ' ' {
            spaces = spaces.saturating_add(1);
            continue;
        }
        match tokens.last_mut() {
            Some(token) if spaces < 2 => {
                if spaces == 1 {
                    token.text.push(' ');
                }
                token.text.push(c);
                token.to = at;
            }
            _ => tokens.push(Token { text: c.to_string(), from: at, to: at }),
        }
        spaces = 0;
    }
    tokens
}

/// Whether a token stands in a column of figures.
fn is_figure(token: &Token) -> bool {
    !matches!(figure::read(&token.text), Figure::Text | Figure::Empty) || heading::read(&token.text).names_years()
}

/// Whether a token is a head of a column by its words.
fn heads_column(token: &Token) -> bool {
    let read = heading::read(&token.text);
    read.names_years() || read.of.is_some() || read.aside.is_some()
}

fn by_position(lines: &[Vec<Token>]) -> Vec<Vec<Cell>> {
    let named = lines.iter().filter_map(|line| line.first()).any(|first| first.from == 0 && !is_figure(first));
    let in_column = |place: usize, token: &Token| place > 0 || is_figure(token) && (!named || token.from > 0);
    let mut columns = columns(lines, in_column);
    columns.extend(columns_of_words(lines, &columns));
    columns.sort_unstable();
    let columns = columns;
    let column_of = |token: &Token| columns.iter().position(|(from, to)| token.from <= *to && token.to >= *from);
    let figures = |line: &[Token]| {
        line.iter().enumerate().filter(|(place, token)| in_column(*place, token) && is_figure(token)).count()
    };
    // Columns that ran together tell nothing of a line with fewer figures than others.
    let most = lines.iter().map(|line| figures(line)).max().unwrap_or(0);
    let ragged = lines.iter().any(|line| {
        let places: Vec<_> = line.iter().filter(|token| is_figure(token)).filter_map(column_of).collect();
        places.windows(2).any(|pair| matches!(pair, [left, right] if left == right))
    });
    let width = if ragged { most } else { columns.len() };
    let before = usize::from(named);
    // Words to the right of all figures are remarks, in a column of their own.
    let end = columns.iter().map(|(_, to)| *to).max().unwrap_or(usize::MAX);
    let is_remark = |line: &[Token], place: usize, token: &Token| {
        let after = line.iter().take(place).skip(1).any(is_figure);
        after && !is_figure(token) && token.from > end
    };
    let remarks = lines.iter().any(|line| {
        line.iter().enumerate().any(|(place, token)| is_remark(line, place, token) && !heads_column(token))
    });
    let row = |line: &Vec<Token>| {
        let fewer = ragged && figures(line) < most;
        let last = width.saturating_add(before);
        let mut cells = vec![Cell::default(); last.saturating_add(usize::from(remarks))];
        let mut next = before;
        let heads = line.len() > 1 && line.iter().skip(1).all(heads_column);
        let long = line.first().filter(|first| named && !ragged && line.len() > 1 && !in_column(0, first));
        let long = long.and_then(|first| figures_of_a_long_name(first, &columns));
        for (place, token) in line.iter().enumerate() {
            if let (0, Some((name, figures, column))) = (place, &long) {
                let figures = Cell { text: figures.clone(), covered: false, doubt: Some(Doubt::Position) };
                if let Some(cell) = cells.get_mut(column.saturating_add(before)) {
                    *cell = figures;
                }
                if let Some(cell) = cells.first_mut() {
                    cell.text = tidy(name);
                }
                continue;
            }
            // `Not   2027   2028`, over the column of the notes' numbers.
            let heads = heads && token.from > 0 && heads_column(token) && column_of(token).is_some();
            let column = if remarks && is_remark(line, place, token) {
                last
            } else if !in_column(place, token) && !heads {
                0
            } else if ragged {
                next = next.saturating_add(1);
                next.saturating_sub(1)
            } else {
                // Words between the columns belong to the name.
                column_of(token).map_or(0, |column| column.saturating_add(before))
            };
            let Some(cell) = cells.get_mut(column) else { continue };
            if !cell.text.is_empty() {
                cell.text.push(' ');
            }
            cell.text.push_str(&tidy(&token.text));
            if fewer && is_figure(token) && in_column(place, token) {
                cell.doubt = Some(Doubt::Position);
            }
        }
        if let [only] = line.as_slice()
            && !in_column(0, only)
        {
            cells.truncate(1);
        }
        cells
    };
    lines.iter().map(row).collect()
}

/// A long name that leaves one space before its figures, and the column that they end in.
fn figures_of_a_long_name(token: &Token, columns: &[(usize, usize)]) -> Option<(String, String, usize)> {
    let line = numbers::line(&token.text);
    let begin = token.to.saturating_sub(line.figures.chars().count().saturating_sub(1));
    let column = columns.iter().position(|(from, to)| *from <= token.to && begin <= *to)?;
    let told = !line.ways.is_empty() && !line.name.is_empty() && !heading::read(&token.text).names_years();
    told.then_some((line.name, line.figures, column))
}

/// Where words stand under a head of notes (*Ägare*, *Period*), apart from all figures: from and to.
fn columns_of_words(lines: &[Vec<Token>], columns: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let meets = |(from, to): (usize, usize), token: &Token| token.from <= to && token.to >= from;
    let beside = |line: &Vec<Token>| line.iter().skip(1).map(|token| (token.from, token.to)).collect::<Vec<_>>();
    let head = lines.iter().find(|line| line.iter().skip(1).any(|token| heading::read(&token.text).names_years()));
    let notes = head.into_iter().flat_map(|line| line.iter().skip(1)).filter(|token| {
        heading::read(&token.text).aside == Some(Aside::Note) && !columns.iter().any(|column| meets(*column, token))
    });
    let mut found = Vec::new();
    for note in notes {
        let under = lines.iter().flat_map(beside).filter(|span| meets(*span, note));
        let span = under.fold((note.from, note.to), |all, span| (all.0.min(span.0), all.1.max(span.1)));
        let free = |(from, to): &(usize, usize)| *to < span.0 || *from > span.1;
        if columns.iter().all(free) && found.iter().all(free) {
            found.push(span);
        }
    }
    found
}

/// Where figures stand under each other: from and to.
fn columns(lines: &[Vec<Token>], in_column: impl Fn(usize, &Token) -> bool) -> Vec<(usize, usize)> {
    let tokens = lines.iter().flat_map(|line| line.iter().enumerate());
    let figures = tokens.filter(|(place, token)| in_column(*place, token) && is_figure(token));
    let mut spans: Vec<(usize, usize)> = figures.map(|(_, token)| (token.from, token.to)).collect();
    spans.sort_unstable();
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for (from, to) in spans {
        match columns.last_mut() {
            Some((_, end)) if from <= *end => *end = (*end).max(to),
            _ => columns.push((from, to)),
        }
    }
    columns
}

/// Cells a single space apart.
fn single(lines: &[&str]) -> (Separator, Vec<Vec<Cell>>) {
    let read: Vec<Line> = lines.iter().map(|line| numbers::line(line)).collect();
    let first = lines.iter().zip(&read).position(|(text, line)| has_amounts(text, line)).unwrap_or(lines.len());
    let header = lines.iter().take(first).enumerate().filter_map(|(place, line)| Some((place, header(line)?)));
    let header = header.max_by_key(|(place, (_, columns))| (columns.len(), *place));
    if read.iter().all(|line| line.ways.is_empty()) && header.is_none() {
        return (Separator::None, lines.iter().map(|line| vec![Cell::new(tidy(&clean(line)))]).collect());
    }
    let width = header.as_ref().map(|(_, (_, columns))| columns.len());
    let kinds = header.as_ref().map(|(at, (_, columns))| kinds_beside(lines, *at, columns.len())).unwrap_or_default();
    let note_first = header.as_ref().is_some_and(|(_, (_, columns))| {
        columns.len() > 1 && columns.first().is_some_and(|first| heading::read(first).aside == Some(Aside::Note))
    });
    let grouped =
        read.iter().flat_map(|line| &line.ways).flatten().any(|number| number.len() > 4 && number.contains(' '));
    let largest = largest(&read, width);
    // As many columns as some line has at the least.
    let least = |line: &Line| {
        let ways = line.shorter.as_ref().map_or(&line.ways, |(_, ways)| ways);
        ways.iter().filter(|way| is_likely(way)).map(Vec::len).min().unwrap_or(0)
    };
    let amounts = lines.iter().zip(&read).filter(|(text, line)| has_amounts(text, line));
    let most = amounts.map(|(_, line)| least(line)).max().unwrap_or(0);
    let rows = lines.iter().zip(&read).enumerate().map(|(place, (text, line))| {
        if let Some((at, (name, columns))) = &header
            && *at == place
        {
            return std::iter::once(Cell::new(name)).chain(columns.iter().map(Cell::new)).collect();
        }
        if let Some((_, words)) = kinds.iter().find(|(at, _)| *at == place) {
            return words.iter().map(Cell::new).collect();
        }
        if line.joined {
            let figures = Cell { text: line.figures.clone(), covered: false, doubt: Some(Doubt::SeveralNumbers) };
            return vec![Cell::new(tidy(&line.name)), figures];
        }
        if !has_amounts(text, line) {
            return vec![Cell::new(tidy(&clean(text)))];
        }
        row(line, width, note_first, grouped, largest, most)
    });
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    // Figures alone have no column of names.
    if rows.iter().all(|row| row.first().is_none_or(|name| name.text.is_empty())) {
        rows.iter_mut().filter(|row| !row.is_empty()).for_each(|row| drop(row.remove(0)));
    }
    (Separator::Spaces, rows)
}

/// Whether a line has figures that are no part of a heading.
fn has_amounts(text: &str, line: &Line) -> bool {
    let years_alone = header(text).is_some() || is_title(text, line);
    !line.ways.is_empty() && !years_alone && !is_sentence(text) && !is_page(text)
}

/// Whether a line's only figure is the last of several years that it speaks of (`Budget 2027 med plan 2028 och 2029`).
fn is_title(text: &str, line: &Line) -> bool {
    bare_year(&line.figures).is_some() && heading::read(text).years.len() > 1
}

/// A sentence ends in a full stop or is long, and its last figure is within it.
fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with('.') && text.split_whitespace().count() > 5
}

/// The largest amount among the lines whose figures can be told apart in one way.
fn largest(lines: &[Line], width: Option<usize>) -> crate::money::Decimal {
    let value =
        |text: &String| if let Figure::Amount { value, .. } = figure::read(text) { Some(value.abs()) } else { None };
    let certain = lines.iter().filter_map(|line| {
        let mut fitting = line.ways.iter().filter(|way| width.is_none_or(|width| way.len() == width));
        fitting.next().filter(|_| fitting.next().is_none())
    });
    certain.flatten().filter_map(value).max().unwrap_or(crate::money::Decimal::MAX)
}

fn row(
    line: &Line,
    width: Option<usize>,
    note_first: bool,
    grouped: bool,
    largest: crate::money::Decimal,
    most: usize,
) -> Vec<Cell> {
    // A number is one where spaces part no thousands in the table, or where it would be larger than all others.
    let stands = |way: &&Vec<String>| {
        way.iter().all(|number| match figure::read(number) {
            Figure::Amount { value, .. } => {
                let spaced = number.trim_start_matches(['-', '+', ' ']).contains(' ') && number.len() > 4;
                !spaced || grouped && value.abs() <= largest.saturating_mul(crate::money::Decimal::from(3))
            }
            _ => true,
        })
    };
    let all: Vec<&Vec<String>> = line.ways.iter().collect();
    let known = |way: &&Vec<String>| if width.is_some() { stands(way) } else { is_likely(way) };
    let candidates: Vec<&Vec<String>> = all.iter().copied().filter(known).collect();
    let candidates = if candidates.is_empty() { all } else { candidates };
    let shorter: Vec<&Vec<String>> = line.shorter.iter().flat_map(|(_, ways)| ways).filter(known).collect();
    let fits = |ways: &[&Vec<String>], count: usize| ways.iter().filter(|way| way.len() == count).count();
    let cells = |name: &str, figures: &[String], doubt: Option<Doubt>, skip: usize| {
        let figures = figures.iter().map(|text| Cell { text: text.clone(), covered: false, doubt });
        let empty = std::iter::repeat_n(Cell::default(), skip);
        std::iter::once(Cell::new(tidy(name))).chain(empty).chain(figures).collect::<Vec<_>>()
    };
    let fewest = |ways: &[&Vec<String>]| ways.iter().map(|way| way.len()).min().unwrap_or(0);
    let name_shorter = line.shorter.as_ref().map_or("", |(name, _)| name.as_str());
    let whole = |doubt| {
        let text = candidates.first().map(|way| way.join(" ")).unwrap_or_default();
        cells(&line.name, &[text], Some(doubt), usize::from(note_first))
    };
    let Some(width) = width else {
        if line.leaps {
            return whole(Doubt::SeveralNumbers);
        }
        // Without a header a year before the amounts belongs to the name.
        let (name, ways) =
            if shorter.is_empty() { (line.name.as_str(), &candidates) } else { (name_shorter, &shorter) };
        let count = fewest(ways);
        let more = ways.iter().any(|way| (count.saturating_add(1)..=most).contains(&way.len()));
        return match ways.iter().filter(|way| way.len() == count).collect::<Vec<_>>().as_slice() {
            [one] if !more => cells(name, one, None, 0),
            _ => whole(Doubt::SeveralNumbers),
        };
    };
    for (name, ways) in [(line.name.as_str(), &candidates), (name_shorter, &shorter)] {
        let fitting: Vec<_> = ways.iter().filter(|way| way.len() == width).collect();
        if let [one] = fitting.as_slice() {
            // `Projekt 2 100 000 200 000`: the first figure may number the name.
            if !note_first && name == line.name && fits(&shorter, width) > 0 {
                return whole(Doubt::SeveralNumbers);
            }
            // With a column of notes a row may have no note: then the same figures are one amount.
            let other = note_first && fits(ways, width.saturating_sub(1)) > 0;
            let fewer = !note_first && ways.iter().any(|way| way.len() < width);
            return if other || fewer { whole(Doubt::SeveralNumbers) } else { cells(name, one, None, 0) };
        }
        if fitting.len() > 1 {
            return whole(Doubt::SeveralNumbers);
        }
    }
    let less: Vec<_> = candidates.iter().filter(|way| way.len() < width).collect();
    match less.as_slice() {
        [one] if note_first && one.len() == width.saturating_sub(1) => cells(&line.name, one, None, 1),
        [one] => cells(&line.name, one, Some(Doubt::Position), 0),
        _ => whole(Doubt::SeveralNumbers),
    }
}

/// Whether a line without a header's help is likely told apart so: no dash stands for nothing just before a number,
/// where it is far more likely the number's sign, and no amount is ten thousand times another of its line (`3` and
/// `200 000`).
fn is_likely(way: &[String]) -> bool {
    let digit = |text: &String| text.starts_with(|c: char| c.is_ascii_digit());
    let dashed = way.windows(2).any(|pair| matches!(pair, [dash, number] if dash == "-" && digit(number)));
    let amounts = || {
        way.iter().filter_map(|number| match figure::read(number) {
            Figure::Amount { value, .. } if !value.is_zero() => Some(value.abs()),
            _ => None,
        })
    };
    let (least, most) = (amounts().min().unwrap_or_default(), amounts().max().unwrap_or_default());
    !dashed && most <= least.saturating_mul(10_000.into())
}

/// The lines next to the years that say what each of them is (`Bokslut Budget Plan`), as cells.
fn kinds_beside(lines: &[&str], years: usize, columns: usize) -> Vec<(usize, Vec<String>)> {
    let filled = |place: &usize| lines.get(*place).is_some_and(|line| !line.trim().is_empty());
    let beside = [(0..years).rev().find(filled), (years.saturating_add(1)..lines.len()).find(filled)];
    let kinds = |place: usize| {
        let words: Vec<&str> = lines.get(place)?.split_whitespace().collect();
        let (before, kinds) = words.split_at_checked(words.len().checked_sub(columns)?)?;
        let all = columns > 1 && before.len() <= 1 && kinds.iter().all(|word| heading::read(word).of.is_some());
        let cells = || std::iter::once(before.join(" ")).chain(kinds.iter().map(|word| (*word).to_owned()));
        all.then(|| (place, cells().collect()))
    };
    beside.into_iter().flatten().filter_map(kinds).collect()
}

/// Whether a head's only word is of a column beside the years: `Not 2027 2028`.
fn heads_notes(words: &[&str]) -> bool {
    words.iter().any(|word| heading::read(word).aside == Some(Aside::Note))
}

/// A line that heads columns: what stands over the names, and a text for each column.
fn header(text: &str) -> Option<(String, Vec<String>)> {
    let text = clean(text);
    // `Konto Benämning 2027 2028`: words without a digit, and years alone.
    let all: Vec<&str> = text.split(' ').collect();
    let years = all.iter().rev().take_while(|word| bare_year(word).is_some()).count();
    let (before, after) = all.split_at_checked(all.len().saturating_sub(years)).unwrap_or((&all, &[]));
    let plain =
        before.iter().all(|word| !word.contains(|c: char| c.is_ascii_digit()) && heading::read(word).of.is_none());
    if years > 1 && plain && !before.is_empty() && before.len() <= 4 && !(before.len() == 1 && heads_notes(before)) {
        return Some((before.join(" "), after.iter().map(|year| (*year).to_owned()).collect()));
    }
    let mut name: Vec<&str> = Vec::new();
    let mut columns: Vec<String> = Vec::new();
    // Words that may belong to the year after them.
    let mut waiting: Vec<&str> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let read = heading::read(word);
        let with_waiting = heading::read(&format!("{} {word}", waiting.join(" ")));
        if !read.years.is_empty() || with_waiting.relative.is_some() {
            let column = if waiting.is_empty() { word.to_owned() } else { format!("{} {word}", waiting.join(" ")) };
            columns.push(column);
            waiting.clear();
        } else if read.scale.is_some() && waiting.is_empty() && !columns.is_empty() {
            if let Some(last) = columns.last_mut() {
                last.push(' ');
                last.push_str(word);
            }
        } else if read.aside.is_some() && (!word.contains('%') || word == "%" && !columns.is_empty()) {
            name.append(&mut waiting);
            columns.push(word.to_owned());
        } else if read.of.is_some() || matches!(word.to_lowercase().as_str(), "år" | "year") {
            waiting.push(word);
        } else if columns.is_empty() {
            name.append(&mut waiting);
            name.push(word);
        } else {
            return None;
        }
    }
    let years = columns.iter().any(|column| heading::read(column).names_years());
    (years && waiting.is_empty() && name.len() <= 6).then(|| (name.join(" "), columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        rows(text).1.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn positions_keep_empty_cells_in_their_columns() {
        let text = "                          2027     2028     2029\nNy insats                          500      600\nAdministration             954      960      966";
        assert_eq!(
            texts(text),
            [
                vec!["", "2027", "2028", "2029"],
                vec!["Ny insats", "", "500", "600"],
                vec!["Administration", "954", "960", "966"]
            ]
        );
    }

    #[test]
    fn single_spaces_go_by_the_numbers() {
        let text = "Post Budget 2016 Budget 2017\nDriftbidrag 5 795 388 kr 5 795 388 kr\nÖvrigt - kr - kr\nKostnader\nProjekt - 4 556 000 kr - 4 556 000 kr\nHyra 120 000 125 000";
        assert_eq!(
            texts(text),
            [
                vec!["Post", "Budget 2016", "Budget 2017"],
                vec!["Driftbidrag", "5 795 388 kr", "5 795 388 kr"],
                vec!["Övrigt", "- kr", "- kr"],
                vec!["Kostnader"],
                vec!["Projekt", "- 4 556 000 kr", "- 4 556 000 kr"],
                vec!["Hyra", "120 000", "125 000"],
            ]
        );
    }
}
