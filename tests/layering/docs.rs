//! What is public says what it is: items, and what belongs to them. Fields and variants say it where their name does not;
//! the compiler's own lint knows no difference.

use syn::visit::{self, Visit};
use syn::{Attribute, ImplItemConst, ImplItemFn, Item, ItemImpl, TraitItem, Visibility};

#[derive(Default)]
struct Silent(Vec<String>);

/// The public items of a file that have no words of their own.
pub fn silent(text: &str) -> Vec<String> {
    let mut found = Silent::default();
    found.visit_file(&syn::parse_file(text).unwrap());
    found.0
}

impl Silent {
    fn note(&mut self, visibility: &Visibility, attributes: &[Attribute], name: &impl ToString) {
        if matches!(visibility, Visibility::Public(_)) && !attributes.iter().any(|one| one.path().is_ident("doc")) {
            self.0.push(name.to_string());
        }
    }
}

impl Visit<'_> for Silent {
    fn visit_item(&mut self, item: &Item) {
        match item {
            Item::Const(one) => self.note(&one.vis, &one.attrs, &one.ident),
            Item::Enum(one) => self.note(&one.vis, &one.attrs, &one.ident),
            Item::Fn(one) => self.note(&one.vis, &one.attrs, &one.sig.ident),
            Item::Static(one) => self.note(&one.vis, &one.attrs, &one.ident),
            Item::Struct(one) => self.note(&one.vis, &one.attrs, &one.ident),
            Item::Type(one) => self.note(&one.vis, &one.attrs, &one.ident),
            Item::Trait(one) => {
                self.note(&one.vis, &one.attrs, &one.ident);
                for item in &one.items {
                    match item {
                        TraitItem::Fn(item) => self.note(&one.vis, &item.attrs, &item.sig.ident),
                        TraitItem::Const(item) => self.note(&one.vis, &item.attrs, &item.ident),
                        TraitItem::Type(item) => self.note(&one.vis, &item.attrs, &item.ident),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_item_impl(&mut self, of: &ItemImpl) {
        // What a trait asks for is told where the trait is.
        if of.trait_.is_none() {
            visit::visit_item_impl(self, of);
        }
    }

    fn visit_impl_item_fn(&mut self, one: &ImplItemFn) {
        self.note(&one.vis, &one.attrs, &one.sig.ident);
    }

    fn visit_impl_item_const(&mut self, one: &ImplItemConst) {
        self.note(&one.vis, &one.attrs, &one.ident);
    }
}
