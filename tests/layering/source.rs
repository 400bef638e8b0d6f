//! One source file, read: the modules it declares, the names it defines and imports, the paths it refers to. What only
//! tests see is left out.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree};

/// What a file says.
#[derive(Default)]
pub struct Source {
    /// Modules that lie in files of their own.
    pub modules: Vec<String>,
    /// Names of items.
    pub defined: BTreeSet<String>,
    /// `use` by `use`.
    pub imports: Vec<Import>,
    /// Every path of two segments or more.
    pub paths: BTreeSet<Vec<String>>,
    /// How many modules deep in the file is being read.
    inline: usize,
}

/// One name that a `use` brings in; `*` for all of them.
pub struct Import {
    pub name: String,
    pub path: Vec<String>,
}

impl Source {
    pub fn read(text: &str) -> syn::Result<Source> {
        let file = syn::parse_file(text)?;
        let mut source = Source::default();
        for item in &file.items {
            source.visit_item(item);
            source.defined.extend(name(item));
        }
        Ok(source)
    }

    fn import(&mut self, tree: &UseTree, mut path: Vec<String>) {
        match tree {
            // Out of a module in this file.
            UseTree::Path(part) if part.ident == "super" && path.len() < self.inline => {
                path.push("self".to_owned());
                self.import(&part.tree, path);
            }
            UseTree::Path(part) => {
                path.push(part.ident.to_string());
                self.import(&part.tree, path);
            }
            UseTree::Name(part) if part.ident == "self" => {
                let name = path.last().cloned().unwrap_or_default();
                self.imports.push(Import { name, path });
            }
            UseTree::Name(part) => {
                path.push(part.ident.to_string());
                self.imports.push(Import { name: part.ident.to_string(), path });
            }
            UseTree::Rename(part) => {
                path.push(part.ident.to_string());
                self.imports.push(Import { name: part.rename.to_string(), path });
            }
            UseTree::Glob(_) => self.imports.push(Import { name: "*".to_owned(), path }),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, path.clone())),
        }
    }

    /// A table of kinds has a file for each: `mod name` in its input declares the file, and the table hands on what it
    /// defines.
    fn table(&mut self, tokens: TokenStream) {
        let mut declares = false;
        for token in tokens {
            match token {
                TokenTree::Ident(name) if declares => {
                    self.modules.push(name.to_string());
                    self.imports.push(Import { name: "*".to_owned(), path: vec![name.to_string()] });
                    declares = false;
                }
                other => declares = matches!(other, TokenTree::Ident(word) if word == "mod"),
            }
        }
    }

    /// The paths in a macro's input, which only the macro can parse.
    fn scan(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.keep(&mut path);
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.keep(&mut path);
                    self.scan(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => self.keep(&mut path),
            }
        }
        self.keep(&mut path);
    }

    fn keep(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.paths.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Source {
    fn visit_item(&mut self, item: &'ast Item) {
        if attributes(item).iter().any(is_for_tests) {
            return;
        }
        match item {
            // What lies in another folder has a path of its own.
            Item::Mod(module) if module.attrs.iter().any(|attribute| attribute.path().is_ident("path")) => {}
            Item::Mod(module) if module.content.is_none() => self.modules.push(module.ident.to_string()),
            Item::Use(item) => self.import(&item.tree, Vec::new()),
            Item::Macro(table) if table.ident.is_none() => {
                self.table(table.mac.tokens.clone());
                visit::visit_item(self, item);
            }
            Item::Mod(_) => {
                self.inline += 1;
                visit::visit_item(self, item);
                self.inline -= 1;
            }
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.keep(&mut path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.scan(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    let test = |tokens: &TokenStream| tokens.to_string() == "test";
    attribute.path().is_ident("cfg") && attribute.meta.require_list().is_ok_and(|list| test(&list.tokens))
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn name(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Macro(item) => item.ident.as_ref()?.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        _ => return None,
    })
}
