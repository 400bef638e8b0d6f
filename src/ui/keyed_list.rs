//! Lists whose rows stay on the page while their keys stay: one type for each kind of key, whatever the rows are.

use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

/// A row for each key; a row is drawn once, and moved or taken away as the keys are.
pub fn keyed_list<K, V>(
    keys: impl Fn() -> Vec<K> + Send + Sync + 'static,
    row: impl Fn(K) -> V + Send + Sync + 'static,
) -> AnyView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    of_boxes(Box::new(keys), Arc::new(move |key| row(key).into_any()))
}

fn of_boxes<K>(keys: Box<dyn Fn() -> Vec<K> + Send + Sync>, row: Arc<dyn Fn(K) -> AnyView + Send + Sync>) -> AnyView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    view! { <For each=move || keys() key=K::clone children=move |key| row(key)/> }.into_any()
}
