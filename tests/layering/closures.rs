//! A closure is not called twice with the same amount. On wasm32 an amount goes to a closure by its place in memory, and
//! rustc (1.77 to 1.96 at least, rust-lang/rust#155241) gives the second call the place that the first one may have written
//! to: the release build then shows another figure, and no native test can see it. The amount is asked once and bound.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// A call of a closure: what it is given, in which function or closure, and in which branches it stands there (the fork and
/// which of its ways).
struct Call {
    given: String,
    within: usize,
    branches: BTreeMap<usize, usize>,
}

#[derive(Default)]
struct Body {
    /// Closures that take an amount itself.
    closures: BTreeSet<String>,
    calls: Vec<Call>,
    /// Forks and closures that have been met.
    met: usize,
}

/// What closures are given twice, one call after the other, function by function.
pub fn given_twice(text: &str) -> Vec<String> {
    let tokens: Vec<TokenTree> = text.parse::<TokenStream>().unwrap().into_iter().collect();
    let mut found = Vec::new();
    functions(&tokens, &mut found);
    found
}

fn functions(tokens: &[TokenTree], found: &mut Vec<String>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Ident(word) if word == "fn" => {
                let signature = tokens[at..].iter().take_while(|token| !is_body(token)).count();
                let Some(TokenTree::Group(body)) = tokens.get(at + signature) else { continue };
                found.extend(Body::read(&tokens[at..at + signature], body.stream()).twice());
                at += signature + 1;
            }
            TokenTree::Group(group) => functions(&trees(group.stream()), found),
            _ => {}
        }
    }
}

impl Body {
    fn read(signature: &[TokenTree], body: TokenStream) -> Body {
        let mut read = Body::default();
        for group in signature.iter().filter_map(group) {
            read.parameters(&trees(group.stream()));
        }
        let body = trees(body);
        read.bound(&body);
        read.walk(&body, 0, &BTreeMap::new());
        read
    }

    /// `name: impl Fn(Decimal) -> …`
    fn parameters(&mut self, tokens: &[TokenTree]) {
        for parameter in tokens.split(|token| is_punct(token, ',')) {
            let takes = parameter.windows(2).any(|pair| match pair {
                [TokenTree::Ident(word), TokenTree::Group(given)] => {
                    word.to_string().starts_with("Fn") && takes_amount(&trees(given.stream()))
                }
                _ => false,
            });
            if let (true, Some(TokenTree::Ident(name))) = (takes, parameter.first()) {
                self.closures.insert(name.to_string());
            }
        }
    }

    /// `let name = move |amount: Decimal| …`
    fn bound(&mut self, tokens: &[TokenTree]) {
        for (at, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                self.bound(&trees(group.stream()));
            }
            if !matches!(token, TokenTree::Ident(word) if word == "let") {
                continue;
            }
            let rest: Vec<&TokenTree> = tokens[at + 1..].iter().take(60).collect();
            let Some(TokenTree::Ident(name)) = rest.iter().find(|token| !is_word(token, "mut")) else { continue };
            let value = rest.iter().skip_while(|token| !is_punct(token, '=')).skip(1);
            let mut value = value.skip_while(|token| is_word(token, "move"));
            if value.next().is_some_and(|token| is_punct(token, '|')) {
                let given: Vec<TokenTree> =
                    value.take_while(|token| !is_punct(token, '|')).map(|token| (*token).clone()).collect();
                if takes_amount(&given) {
                    self.closures.insert(name.to_string());
                }
            }
        }
    }

    fn walk(&mut self, tokens: &[TokenTree], within: usize, branches: &BTreeMap<usize, usize>) {
        let arrows = tokens.windows(2).any(is_arrow);
        let fork = self.next();
        let (mut arm, mut chain, mut way) = (0, self.next(), 0);
        let (mut inside, mut parameters) = (within, false);
        for (at, token) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let mut branches = branches.clone();
            if arrows {
                branches.insert(fork, arm);
            }
            match token {
                TokenTree::Group(inner) => {
                    let name = before.and_then(|before| match before {
                        TokenTree::Ident(name) => Some(name.to_string()),
                        _ => None,
                    });
                    let called = name.is_some_and(|name| self.closures.contains(&name))
                        && inner.delimiter() == Delimiter::Parenthesis
                        && !is_of_another(&tokens[..at.saturating_sub(1)]);
                    if called {
                        self.calls.push(Call {
                            given: inner.stream().to_string(),
                            within: inside,
                            branches: branches.clone(),
                        });
                    }
                    if inner.delimiter() == Delimiter::Brace {
                        // `if … { } else if … { } else { }` is one fork with several ways.
                        let after_else = tokens[..at].iter().rev().take_while(|token| !is_body(token));
                        if after_else.clone().any(|token| is_word(token, "else")) {
                            way += 1;
                        } else {
                            (chain, way) = (self.next(), 0);
                        }
                        branches.insert(chain, way);
                    }
                    self.walk(&trees(inner.stream()), inside, &branches);
                    let ends = at >= 2 && is_arrow(&tokens[at - 2..at]) && inner.delimiter() == Delimiter::Brace;
                    arm += usize::from(ends);
                }
                token if is_punct(token, '|') => {
                    let opens = before.is_none_or(|before| {
                        is_word(before, "move") || ",=>".chars().any(|mark| is_punct(before, mark))
                    });
                    if parameters || opens {
                        parameters = !parameters;
                        inside = if parameters { self.next() } else { inside };
                    }
                }
                _ if parameters => {}
                token if is_punct(token, ',') => (arm, inside) = (arm + 1, within),
                token if is_punct(token, ';') => inside = within,
                _ => {}
            }
        }
    }

    fn next(&mut self) -> usize {
        self.met += 1;
        self.met
    }

    fn twice(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (place, call) in self.calls.iter().enumerate() {
            let again = self.calls[place + 1..].iter().any(|other| {
                let apart =
                    call.branches.iter().any(|(fork, way)| other.branches.get(fork).is_some_and(|one| one != way));
                other.given == call.given && other.within == call.within && !apart
            });
            if again {
                found.push(call.given.clone());
            }
        }
        found
    }
}

/// Whether what follows is a method, a function of a path, or a function that is defined there.
fn is_of_another(before: &[TokenTree]) -> bool {
    match before {
        [.., one, other] if is_punct(one, ':') && is_punct(other, ':') => true,
        [.., last] => is_punct(last, '.') || is_word(last, "fn"),
        [] => false,
    }
}

/// Whether an amount is among what is taken, by itself and not by reference.
fn takes_amount(tokens: &[TokenTree]) -> bool {
    tokens.split(|token| is_punct(token, ',')).any(|one| {
        let by_reference = one.iter().any(|token| is_punct(token, '&'));
        !by_reference && one.iter().any(|token| is_word(token, "Decimal"))
    })
}

fn trees(stream: TokenStream) -> Vec<TokenTree> {
    stream.into_iter().collect()
}

fn group(token: &TokenTree) -> Option<&proc_macro2::Group> {
    match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    }
}

fn is_body(token: &TokenTree) -> bool {
    group(token).is_some_and(|group| group.delimiter() == Delimiter::Brace)
}

fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn is_arrow(pair: &[TokenTree]) -> bool {
    matches!(pair, [one, other] if is_punct(one, '=') && is_punct(other, '>'))
}

#[test]
fn a_second_call_with_the_same_amount_is_found_and_other_ways_are_none() {
    let after = "fn rows() { let kr = |amount: Decimal| 1; a.push(Row { cost: kr(base) }); if let Some(b) = c { d(kr(base)) } }";
    assert_eq!(given_twice(after), ["base"]);
    let inside = "fn f(kr: &impl Fn(Decimal) -> u8) { view! { <dd>{kr(found)}</dd><dd>{kr(found)}</dd> } }";
    assert_eq!(given_twice(inside), ["found"]);
    let arms = "fn f() { let kr = move |amount: Decimal| 1; match a { A => kr(b), B { .. } => { kr(b) } C => kr(b) } }";
    assert_eq!(given_twice(arms), Vec::<String>::new());
    let ways = "fn f() { let kr = |amount: Decimal| 1; if a { kr(b) } else if c { kr(b) } else { kr(b) } }";
    assert_eq!(given_twice(ways), Vec::<String>::new());
    let bodies =
        "fn f() { let kr = |amount: Decimal| 1; a(|b| kr(b), move |b: Decimal| { kr(b) }); c.map(|b| words::kr(b)) }";
    assert_eq!(given_twice(bodies), Vec::<String>::new());
    let by_reference = "fn f() { let kr = |amount: &Decimal| 1; kr(b); kr(b); }";
    assert_eq!(given_twice(by_reference), Vec::<String>::new());
}
