//! What lasts as long as the app and is followed by what comes and goes. The framework keeps each follower's place in the
//! list of what it follows also when the follower is gone: over a day of views drawn anew these lists, and the time that
//! each change takes to go through them, would only grow. Here those that are gone are taken out.

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{AnySource, AnySubscriber, Observer, Source, ToAnySource};
use std::collections::HashSet;
use std::mem;
use std::panic::Location;

/// How many more than those that were there at the last look may have come before the next.
const MORE: usize = 128;

/// A signal or memo that is read and followed as any other, without keeping a place for those that are gone.
#[derive(Clone, Copy)]
pub struct Lasting<S> {
    signal: S,
    followers: StoredValue<Followers>,
}

impl<T: Send + Sync + 'static> Lasting<ReadSignal<T>> {
    /// Of a signal that is never disposed of.
    pub fn of_signal(signal: ReadSignal<T>) -> Lasting<ReadSignal<T>> {
        Lasting { signal, followers: StoredValue::new(Followers::of(signal.to_any_source())) }
    }
}

impl<T: Send + Sync + 'static> Lasting<Memo<T>> {
    /// Of a memo that is never disposed of.
    pub fn of_memo(memo: Memo<T>) -> Lasting<Memo<T>> {
        Lasting { signal: memo, followers: StoredValue::new(Followers::of(ArcMemo::from(memo).to_any_source())) }
    }
}

impl<S: DefinedAt> DefinedAt for Lasting<S> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.signal.defined_at()
    }
}

impl<S: Track> Track for Lasting<S> {
    fn track(&self) {
        self.signal.track();
        if let Some(follower) = Observer::get() {
            self.followers.try_update_value(|followers| followers.note(follower));
        }
    }
}

impl<S: ReadUntracked> ReadUntracked for Lasting<S> {
    type Value = S::Value;

    fn try_read_untracked(&self) -> Option<S::Value> {
        self.signal.try_read_untracked()
    }
}

/// Who has begun to follow a source since those that are gone were last looked for.
struct Followers {
    source: AnySource,
    /// In the order in which they came; some more than once.
    noted: Vec<AnySubscriber>,
    /// How many may be noted before the next look.
    most: usize,
}

impl Followers {
    fn of(source: AnySource) -> Followers {
        Followers { source, noted: Vec::new(), most: MORE }
    }

    fn note(&mut self, follower: AnySubscriber) {
        self.noted.push(follower);
        if self.noted.len() > self.most {
            self.look();
        }
    }

    /// Takes out those that are gone. The latest first: a view's followers came together and go together, and what is
    /// taken from the end of a list moves nothing else in it.
    fn look(&mut self) {
        let mut seen = HashSet::new();
        let mut there = Vec::new();
        for follower in mem::take(&mut self.noted).into_iter().rev() {
            if follower.1.strong_count() == 0 {
                self.source.remove_subscriber(&follower);
            } else if seen.insert(follower.0) {
                there.push(follower);
            }
        }
        there.reverse();
        self.most = there.len().saturating_mul(2).saturating_add(MORE);
        self.noted = there;
    }
}
