//! From the tree of values to the types, knowing at every step where that is: what every type must say of itself, and
//! what it is helped with.

use super::error::{Expected, FormError};
use super::path::{Path, beginning};
use super::value::JsonValue;
use super::writer::Writer;

/// A value as it was read, or why not.
pub type Read<T> = Result<T, Box<FormError>>;

/// What has a place in a file.
pub trait Form: Sized {
    /// The value of a node.
    ///
    /// # Errors
    /// [`FormError`]: the first place in it that does not fit.
    fn read(node: Node<'_>) -> Read<Self>;

    /// Writes the value.
    fn write(&self, to: &mut Writer<'_>);

    /// What a field holds that is not there; `None` when it must be.
    fn absent() -> Option<Self> {
        None
    }
}

/// What can be the name of a field.
pub trait FieldName: Sized + Ord {
    /// The value with this name, if there is one.
    fn of(name: &str) -> Option<Self>;

    /// Its name.
    fn name(&self) -> String;
}

/// A value and its place.
#[derive(Clone, Copy)]
pub struct Node<'n> {
    value: &'n JsonValue,
    path: &'n Path<'n>,
}

impl<'n> Node<'n> {
    /// The value at a place.
    pub fn new(value: &'n JsonValue, path: &'n Path<'n>) -> Node<'n> {
        Node { value, path }
    }

    /// The value itself.
    pub fn value(self) -> &'n JsonValue {
        self.value
    }

    /// Says that something else should stand here.
    #[cold]
    #[inline(never)]
    pub fn refuse<T>(self, expected: Expected) -> Read<T> {
        Err(wrong(self, expected))
    }

    /// Says that a number stands here where an amount's text should.
    #[cold]
    pub fn refuse_number<T>(self, number: &str) -> Read<T> {
        Err(Box::new(FormError::AmountAsNumber { path: self.path.to_string(), found: beginning(number) }))
    }

    /// The fields of an object that has no others than the known ones.
    #[inline(never)]
    pub fn fields(self, known: &'static [&'static str]) -> Read<ObjectFields<'n>> {
        let JsonValue::Object(fields) = self.value else { return self.refuse(Expected::Object) };
        match fields.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => Err(unknown(self.path, name, known)),
            None => Ok(ObjectFields { fields, path: self.path }),
        }
    }

    /// What is chosen of these: a text, or the one field of an object that holds more.
    #[inline(never)]
    pub fn choice(self, names: &'static [&'static str]) -> Read<ChosenVariant<'n>> {
        let place = |name: &str| names.iter().position(|one| *one == name);
        let (name, place, content) = match self.value {
            JsonValue::Text(name) => match place(name) {
                Some(place) => (name, place, None),
                None => return self.refuse(Expected::OneOf(names)),
            },
            JsonValue::Object(fields) => match fields.as_slice() {
                [(name, content)] => match place(name) {
                    Some(place) => (name, place, Some(content)),
                    None => return Err(unknown(self.path, name, names)),
                },
                _ => return self.refuse(Expected::OneFieldOf(names)),
            },
            _ => return self.refuse(Expected::OneOf(names)),
        };
        Ok(ChosenVariant { names, place, content, node: self, path: self.path.field(name) })
    }

    /// The items of a list.
    pub fn items<T: Form>(self) -> Read<Vec<T>> {
        let JsonValue::List(items) = self.value else { return self.refuse(Expected::List) };
        items.iter().enumerate().map(|(place, value)| T::read(Node { value, path: &self.path.item(place) })).collect()
    }

    /// The entries of an object with names that are values.
    pub fn entries<K: FieldName, V: Form, C: FromIterator<(K, V)>>(self) -> Read<C> {
        let JsonValue::Object(fields) = self.value else { return self.refuse(Expected::Object) };
        let entry = |(name, value): &(String, JsonValue)| {
            let path = self.path.field(name);
            let Some(key) = K::of(name) else {
                // The names of fields are years, wherever they are not free.
                return Node { value: &JsonValue::Text(name.clone()), path: &path }.refuse(Expected::YearAsField);
            };
            Ok((key, V::read(Node { value, path: &path })?))
        };
        fields.iter().map(entry).collect()
    }
}

#[cold]
#[inline(never)]
fn wrong(node: Node<'_>, expected: Expected) -> Box<FormError> {
    Box::new(FormError::WrongValue { path: node.path.to_string(), found: node.value.found(), expected })
}

#[cold]
#[inline(never)]
fn unknown(path: &Path<'_>, field: &str, known: &'static [&'static str]) -> Box<FormError> {
    Box::new(FormError::UnknownField { path: path.field(field).to_string(), known })
}

/// The fields of an object.
#[derive(Clone, Copy)]
pub struct ObjectFields<'n> {
    fields: &'n [(String, JsonValue)],
    path: &'n Path<'n>,
}

impl<'n> ObjectFields<'n> {
    /// What a field holds.
    #[inline(never)]
    pub fn read<T: Form>(self, name: &str) -> Read<T> {
        match self.field(name) {
            Some(value) => T::read(Node { value, path: &self.path.field(name) }),
            None => T::absent().ok_or_else(|| self.missing(name)),
        }
    }

    /// What a field holds, or what stands for it when it is not there.
    #[inline(never)]
    pub fn read_or<T: Form>(self, name: &str, otherwise: fn() -> T) -> Read<T> {
        match self.field(name) {
            Some(value) => T::read(Node { value, path: &self.path.field(name) }),
            None => Ok(otherwise()),
        }
    }

    #[inline(never)]
    fn field(self, name: &str) -> Option<&'n JsonValue> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    #[cold]
    #[inline(never)]
    fn missing(self, name: &str) -> Box<FormError> {
        Box::new(FormError::MissingField { path: self.path.field(name).to_string() })
    }
}

/// What was chosen.
pub struct ChosenVariant<'n> {
    names: &'static [&'static str],
    place: usize,
    content: Option<&'n JsonValue>,
    node: Node<'n>,
    path: Path<'n>,
}

impl ChosenVariant<'_> {
    /// Its place among the names.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Holds when there is nothing more to it.
    #[inline(never)]
    pub fn alone(&self) -> Read<()> {
        match self.content {
            None => Ok(()),
            Some(_) => self.refuse(),
        }
    }

    /// What more it holds.
    #[inline(never)]
    pub fn content<T: Form>(&self) -> Read<T> {
        T::read(self.held()?)
    }

    /// The fields of what more it holds.
    #[inline(never)]
    pub fn fields(&self, known: &'static [&'static str]) -> Read<ObjectFields<'_>> {
        self.held()?.fields(known)
    }

    /// Says that one of the names should stand here.
    #[cold]
    pub fn refuse<T>(&self) -> Read<T> {
        self.node.refuse(Expected::OneOf(self.names))
    }

    fn held(&self) -> Read<Node<'_>> {
        match self.content {
            Some(value) => Ok(Node { value, path: &self.path }),
            None => self.node.refuse(Expected::OneFieldOf(self.names)),
        }
    }
}
