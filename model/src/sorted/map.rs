//! A map in the order of its keys, one list of pairs: what a plan gives by year or by member is a handful, and is read far
//! more often than it grows.

use super::sort_by;
use litemap::LiteMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::{Bound, Deref, DerefMut, RangeBounds};

/// Values by keys, in the keys' order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortedMap<K, V>(LiteMap<K, V>);

impl<K, V> SortedMap<K, V> {
    /// One with nothing in it.
    pub const fn new() -> SortedMap<K, V> {
        SortedMap(LiteMap::new_vec())
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.pairs().is_empty()
    }

    fn pairs(&self) -> &[(K, V)] {
        self.0.as_slice()
    }

    /// The lowest key, with its value.
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.0.first()
    }

    /// The highest key, with its value.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.0.last()
    }

    /// The values, to be changed, in the order of their keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The keys alone.
    pub fn into_keys(self) -> impl Iterator<Item = K> {
        self.into_iter().map(|(key, _)| key)
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// What lies between two keys, in their order; nothing where the first lies after the last.
    pub fn range(&self, between: impl RangeBounds<K>) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        let pairs = self.pairs();
        let before = |is_before: &dyn Fn(&K) -> bool| pairs.partition_point(|(key, _)| is_before(key));
        let from = match between.start_bound() {
            Bound::Included(first) => before(&|key| key < first),
            Bound::Excluded(first) => before(&|key| key <= first),
            Bound::Unbounded => 0,
        };
        let to = match between.end_bound() {
            Bound::Included(last) => before(&|key| key <= last),
            Bound::Excluded(last) => before(&|key| key < last),
            Bound::Unbounded => pairs.len(),
        };
        pairs.get(from..to).unwrap_or_default().iter().map(|(key, value)| (key, value))
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> SortedMap<K, V> {
        SortedMap::new()
    }
}

impl<K, V> Deref for SortedMap<K, V> {
    type Target = LiteMap<K, V>;

    fn deref(&self) -> &LiteMap<K, V> {
        &self.0
    }
}

impl<K, V> DerefMut for SortedMap<K, V> {
    fn deref_mut(&mut self) -> &mut LiteMap<K, V> {
        &mut self.0
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    /// Of several with one key the last counts. One by one: for a few.
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.0.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    /// Of several with one key the last counts. At once, as a stranger's file may have any number in any order.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> SortedMap<K, V> {
        let mut pairs: Vec<(K, V)> = pairs.into_iter().collect();
        if !pairs.is_sorted_by(|(one, _), (next, _)| one < next) {
            sort_by(&mut pairs, |(one, _), (other, _)| one.cmp(other));
            pairs.dedup_by(|later, kept| {
                let is_same = later.0 == kept.0;
                if is_same {
                    std::mem::swap(later, kept);
                }
                is_same
            });
        }
        SortedMap(LiteMap::from_sorted_store_unchecked(pairs))
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for SortedMap<K, V> {
    fn from(pairs: [(K, V); N]) -> SortedMap<K, V> {
        pairs.into_iter().collect()
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_tuple_vec().into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a SortedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = <&'a LiteMap<K, V> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&self.0).into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a mut SortedMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = <&'a mut LiteMap<K, V> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&mut self.0).into_iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self)
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for SortedMap<K, V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<SortedMap<K, V>, D::Error> {
        Ok(BTreeMap::deserialize(from)?.into_iter().collect())
    }
}

#[cfg(feature = "schema")]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for SortedMap<K, V> {
    fn inline_schema() -> bool {
        BTreeMap::<K, V>::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        BTreeMap::<K, V>::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        BTreeMap::<K, V>::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        BTreeMap::<K, V>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_what_a_tree_holds() {
        let pairs = [(7, 'a'), (3, 'b'), (9, 'c'), (3, 'd'), (1, 'e')];
        let (ours, theirs): (SortedMap<_, _>, BTreeMap<_, _>) = (pairs.into(), pairs.into());
        assert!(ours.iter().eq(theirs.iter()));
        let mut extended = SortedMap::new();
        extended.extend(pairs);
        assert_eq!(extended, ours);
        for first in 0..11 {
            assert!(ours.range(first..).eq(theirs.range(first..)));
            assert!(ours.range(..first).eq(theirs.range(..first)));
            assert!(ours.range(..=first).eq(theirs.range(..=first)));
            for last in first..11 {
                assert!(ours.range(first..last).eq(theirs.range(first..last)));
            }
        }
        assert_eq!(ours.range((Bound::Excluded(3), Bound::Included(1))).count(), 0);
        assert_eq!(
            (ours.first_key_value(), ours.last_key_value()),
            (theirs.first_key_value(), theirs.last_key_value())
        );
    }
}
