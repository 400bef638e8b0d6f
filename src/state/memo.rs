//! Memos whose closures hide behind one type for each kind of value: a memo with a type of its own costs half a
//! kilobyte, and the app has hundreds.

use leptos::prelude::*;

/// A value that is computed anew when what it reads changes, and told of only when it is another than before.
pub fn memo<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    of_box(Box::new(compute))
}

fn of_box<T>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| compute())
}
