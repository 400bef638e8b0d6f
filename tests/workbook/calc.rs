//! A small calculator for the formulas that workbooks have: sums, products, ROUND, IF, SUM and COUNT.

use std::collections::HashMap;

/// What a cell comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    Number(f64),
    Text(String),
}

impl Value {
    pub fn number(&self) -> f64 {
        match self {
            Value::Number(number) => *number,
            Value::Empty => 0.0,
            Value::Text(text) => panic!("{text:?} is no number"),
        }
    }
}

/// A cell's place: sheet, row and column from 0.
pub type Place = (usize, usize, usize);

/// Gives what stands in a cell: a value, or a formula.
pub enum Content {
    Value(Value),
    Formula(String),
}

/// Reckons cells, each once.
pub struct Calculator<'b> {
    pub sheets: Vec<String>,
    pub content: Box<dyn Fn(Place) -> Content + 'b>,
    pub known: HashMap<Place, Value>,
}

impl Calculator<'_> {
    pub fn value(&mut self, place: Place) -> Value {
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let value = match (self.content)(place) {
            Content::Value(value) => value,
            Content::Formula(formula) => {
                let mut parser = Parser { text: formula.chars().collect(), at: 0, sheet: place.0, calculator: self };
                let value = parser.comparison();
                assert_eq!(parser.at, parser.text.len(), "{formula} is not read to its end");
                value
            }
        };
        self.known.insert(place, value.clone());
        value
    }
}

struct Parser<'p, 'b> {
    text: Vec<char>,
    at: usize,
    sheet: usize,
    calculator: &'p mut Calculator<'b>,
}

impl Parser<'_, '_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        self.at += usize::from(there);
        there
    }

    fn comparison(&mut self) -> Value {
        let left = self.sum();
        if !self.take('=') {
            return left;
        }
        let right = self.sum();
        // An empty cell is both 0 and the empty text.
        let same = match (&left, &right) {
            (Value::Text(one), Value::Text(other)) => one == other,
            (Value::Text(text), Value::Empty) | (Value::Empty, Value::Text(text)) => text.is_empty(),
            (Value::Text(_), _) | (_, Value::Text(_)) => false,
            (one, other) => one.number() == other.number(),
        };
        Value::Number(f64::from(u8::from(same)))
    }

    fn sum(&mut self) -> Value {
        let first = if self.take('-') { Value::Number(-self.product().number()) } else { self.product() };
        let mut sum = first;
        loop {
            if self.take('+') {
                sum = Value::Number(sum.number() + self.product().number());
            } else if self.take('-') {
                sum = Value::Number(sum.number() - self.product().number());
            } else {
                return sum;
            }
        }
    }

    fn product(&mut self) -> Value {
        let mut product = self.atom();
        loop {
            if self.take('*') {
                product = Value::Number(product.number() * self.atom().number());
            } else if self.take('/') {
                product = Value::Number(product.number() / self.atom().number());
            } else {
                return product;
            }
        }
    }

    fn atom(&mut self) -> Value {
        match self.peek() {
            Some('(') => {
                self.at += 1;
                let inside = self.comparison();
                assert!(self.take(')'));
                inside
            }
            Some('"') => {
                self.at += 1;
                let text: String = self.text[self.at..].iter().take_while(|one| **one != '"').collect();
                self.at += text.chars().count() + 1;
                Value::Text(text)
            }
            Some('\'') => {
                let sheet = self.sheet_name();
                let place = self.reference(sheet);
                self.calculator.value(place)
            }
            Some(digit) if digit.is_ascii_digit() => {
                let digits: String =
                    self.text[self.at..].iter().take_while(|one| one.is_ascii_digit() || **one == '.').collect();
                self.at += digits.len();
                Value::Number(digits.parse().unwrap())
            }
            _ => {
                let word: String = self.text[self.at..].iter().take_while(|one| one.is_ascii_uppercase()).collect();
                if self.text.get(self.at + word.len()) == Some(&'(') {
                    self.at += word.len() + 1;
                    return self.function(&word);
                }
                let place = self.reference(self.sheet);
                self.calculator.value(place)
            }
        }
    }

    fn sheet_name(&mut self) -> usize {
        self.at += 1;
        let mut name = String::new();
        loop {
            if self.take('\'') {
                if !self.take('\'') {
                    break;
                }
                name.push('\'');
            } else {
                name.push(self.peek().unwrap());
                self.at += 1;
            }
        }
        assert!(self.take('!'));
        self.calculator.sheets.iter().position(|sheet| *sheet == name).unwrap_or_else(|| panic!("no sheet {name}"))
    }

    fn reference(&mut self, sheet: usize) -> Place {
        let mut column = 0;
        while let Some(letter) = self.peek().filter(char::is_ascii_uppercase) {
            column = column * 26 + (letter as usize - 'A' as usize + 1);
            self.at += 1;
        }
        let digits: String = self.text[self.at..].iter().take_while(|one| one.is_ascii_digit()).collect();
        self.at += digits.len();
        (sheet, digits.parse::<usize>().unwrap() - 1, column - 1)
    }

    fn function(&mut self, name: &str) -> Value {
        if name == "IF" {
            let holds = self.comparison().number() != 0.0;
            assert!(self.take(','));
            // The part that does not hold may not be reckoned: it may divide by zero.
            let (yes, no) = (self.branch(holds, ','), self.branch(!holds, ')'));
            return if holds { yes } else { no };
        }
        let mut numbers = Vec::new();
        loop {
            let begin = self.at;
            let mut cells = self.list().unwrap_or_else(|| {
                self.at = begin;
                vec![self.comparison()]
            });
            numbers.append(&mut cells);
            if self.take(')') {
                break;
            }
            assert!(self.take(','));
        }
        let counted = numbers.iter().filter_map(|one| if let Value::Number(one) = one { Some(*one) } else { None });
        Value::Number(match name {
            "SUM" => counted.sum(),
            "COUNT" => counted.count() as f64,
            "ROUND" => round(numbers[0].number(), numbers[1].number() as i32),
            other => panic!("{other} is not known"),
        })
    }

    /// A range of cells, where one stands.
    fn list(&mut self) -> Option<Vec<Value>> {
        let letters = self.text[self.at..].iter().take_while(|one| one.is_ascii_uppercase()).count();
        let digits = self.text[self.at + letters..].iter().take_while(|one| one.is_ascii_digit()).count();
        if letters == 0 || digits == 0 || self.text.get(self.at + letters + digits) != Some(&':') {
            return None;
        }
        let from = self.reference(self.sheet);
        assert!(self.take(':'));
        let to = self.reference(self.sheet);
        let cells = (from.1..=to.1).flat_map(|row| (from.2..=to.2).map(move |column| (from.0, row, column)));
        Some(cells.collect::<Vec<_>>().into_iter().map(|place| self.calculator.value(place)).collect())
    }

    fn branch(&mut self, holds: bool, end: char) -> Value {
        if holds {
            let value = self.comparison();
            assert!(self.take(end));
            return value;
        }
        let mut depth = 0;
        let mut quoted = None;
        loop {
            let one = self.peek().unwrap();
            self.at += 1;
            match one {
                _ if quoted == Some(one) => quoted = None,
                _ if quoted.is_some() => {}
                '"' | '\'' => quoted = Some(one),
                '(' => depth += 1,
                _ if one == end && depth == 0 => return Value::Empty,
                ')' => depth -= 1,
                _ => {}
            }
        }
    }
}

/// To `places` decimals, half away from zero, of the binary number as it is: spreadsheet programs are kinder to one that falls
/// just under a half, but not always, and not all of them.
fn round(number: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    (number * scale).round() / scale
}

#[test]
fn the_calculator_reckons_as_spreadsheets_do() {
    let of = |formula: &str| {
        let content = |place: Place| match place {
            (0, 0, 0) => Content::Value(Value::Number(100.0)),
            (0, 1, 0) => Content::Value(Value::Text(String::new())),
            (0, 2, 0) => Content::Value(Value::Number(0.025)),
            _ => Content::Value(Value::Empty),
        };
        let (sheets, content) = (vec!["A 'b'".to_owned()], Box::new(content));
        let mut calculator = Calculator { sheets, content, known: HashMap::new() };
        let mut parser = Parser { text: formula.chars().collect(), at: 0, sheet: 0, calculator: &mut calculator };
        parser.comparison()
    };
    assert_eq!(of("ROUND(A1*(1+A3),0)"), Value::Number(102.0), "102,5 as a binary number");
    assert_eq!(of("ROUND(ROUND(A1*(1+A3),6),0)"), Value::Number(103.0));
    assert_eq!(of("SUM(A1:A3)-2*A1"), Value::Number(-99.975));
    assert_eq!(of("IF(A2=\"\",\"\",1/A4)"), Value::Text(String::new()));
    assert_eq!(of("IF(COUNT(A1,A2)=0,\"\",SUM(A1,A2))"), Value::Number(100.0));
    assert_eq!(of("'A ''b'''!A1/(A1+A1)"), Value::Number(0.5));
}
