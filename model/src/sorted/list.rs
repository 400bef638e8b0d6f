//! One sort for lists of every type. It sorts places and moves the elements afterwards, so that only the moving is compiled
//! for each type: for lists as people write them, not for thousands of numbers.

use std::cmp::Ordering;

/// Sorts by what `key` tells of each; what has the same key stays in its order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts as `compare` says; what is equal stays in its order.
pub fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..list.len()).collect();
    sort_places(&mut places, &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    follow(&mut places, &mut |one, other| list.swap(one, other));
}

/// The places of texts that stand at a place before too, in order.
pub fn repeated(texts: &[&str]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..texts.len()).collect();
    sort_places(&mut places, &|one, other| texts.get(one).cmp(&texts.get(other)));
    let is_same = |two: &&[usize]| matches!(two, [one, other] if texts.get(*one) == texts.get(*other));
    let mut found: Vec<usize> = places.windows(2).filter(is_same).filter_map(|two| two.last().copied()).collect();
    sort_places(&mut found, &|one, other| one.cmp(&other));
    found
}

/// The one that is compiled once.
fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, other| compare(*one, *other));
}

/// Brings what stood at `places[0]` to the first place, what stood at `places[1]` to the second, and so on.
fn follow(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for to in 0..places.len() {
        // What was to come here has gone on to where the element before it stood.
        let mut from = places.get(to).copied().unwrap_or(to);
        while from < to {
            from = places.get(from).copied().unwrap_or(to);
        }
        swap(to, from);
        if let Some(place) = places.get_mut(to) {
            *place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_too_is_found_in_order() {
        assert_eq!(repeated(&["b", "a", "b", "c", "a", "b"]), [2, 4, 5]);
        assert!(repeated(&["b", "a", ""]).is_empty());
        assert!(repeated(&[]).is_empty());
    }

    #[test]
    fn any_order_comes_in_order_and_equals_keep_theirs() {
        // All arrangements of seven, two of which are equal.
        let mut lists = vec![vec![]];
        for _ in 0..7 {
            lists = lists
                .into_iter()
                .flat_map(|list: Vec<usize>| {
                    (0..7).filter(|one| !list.contains(one)).map(|one| [&list[..], &[one]].concat()).collect::<Vec<_>>()
                })
                .collect();
        }
        assert_eq!(lists.len(), 5_040);
        for list in lists {
            let key = |one: &usize| one / 2;
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, key);
            theirs.sort_by_key(key);
            assert_eq!(ours, theirs);
        }
    }
}
