//! A crate's files and the arrows between them: a file that names something points at the file that defines it, through
//! whatever other files name it again.

use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A crate, read.
pub struct House {
    /// The folder of its sources.
    folder: PathBuf,
    modules: BTreeMap<Module, File>,
}

/// A module's path from the crate's root.
type Module = Vec<String>;

struct File {
    path: String,
    source: Source,
}

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Module(Module),
    /// An item of a module.
    Item(Module),
    /// Another crate's.
    Outside,
}

/// How often a name may be named again.
const DEEPEST: usize = 8;

impl House {
    pub fn read(folder: PathBuf, root: &str) -> House {
        let mut house = House { folder, modules: BTreeMap::new() };
        house.open(Vec::new(), Path::new(root).to_path_buf());
        house
    }

    fn open(&mut self, module: Module, path: PathBuf) {
        let text = std::fs::read_to_string(self.folder.join(&path)).unwrap();
        let source = Source::read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let is_folder = module.is_empty() || path.ends_with("mod.rs");
        let beside = path.parent().unwrap().to_path_buf();
        let below = if is_folder { beside } else { beside.join(path.file_stem().unwrap()) };
        for name in &source.modules {
            let file = below.join(format!("{name}.rs"));
            let file = if self.folder.join(&file).exists() { file } else { below.join(name).join("mod.rs") };
            let child = module.iter().chain([name]).cloned().collect();
            self.open(child, file);
        }
        let path = path.to_string_lossy().into_owned();
        self.modules.insert(module, File { path, source });
    }

    /// Every arrow from a file to another of the same crate.
    pub fn arrows(&self) -> BTreeSet<(&str, &str)> {
        self.leads(|path, module| self.resolve(path, module, 0))
            .map(|(from, module)| (from, self.file(&module)))
            .collect()
    }

    /// Each file with the room that a path of it names in so many words, be what it names defined there or not.
    pub fn rooms_named(&self) -> BTreeSet<(&str, &str)> {
        let mut named = BTreeSet::new();
        for (_, file, path) in self.paths() {
            if let [root, room, ..] = path
                && root == "crate"
                && let Some((room, _)) = self.modules.get_key_value(std::slice::from_ref(room))
            {
                named.insert((file.path.as_str(), room[0].as_str()));
            }
        }
        named
    }

    fn paths(&self) -> impl Iterator<Item = (&Module, &File, &[String])> {
        self.modules.iter().flat_map(|(module, file)| {
            let imports = file.source.imports.iter().map(|import| import.path.as_slice());
            imports.chain(file.source.paths.iter().map(Vec::as_slice)).map(move |path| (module, file, path))
        })
    }

    fn leads(&self, lead: impl Fn(&[String], &[String]) -> Option<Target>) -> impl Iterator<Item = (&str, Module)> {
        self.paths().filter_map(move |(module, file, path)| match lead(path, module)? {
            Target::Module(to) | Target::Item(to) => Some((file.path.as_str(), to)).filter(|(_, to)| to != module),
            Target::Outside => None,
        })
    }

    fn file(&self, module: &[String]) -> &str {
        &self.modules[module].path
    }

    /// Where a path in a module leads; `None` out of the crate.
    fn resolve(&self, path: &[String], module: &[String], depth: usize) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(self.walk(Vec::new(), rest, depth)),
            "self" => Some(self.walk(module.to_vec(), rest, depth)),
            "super" => {
                let (_, parent) = module.split_last()?;
                if rest.first().is_some_and(|next| next == "super") {
                    return self.resolve(rest, parent, depth);
                }
                Some(self.walk(parent.to_vec(), rest, depth))
            }
            _ => match self.step(module, first, depth)? {
                Target::Module(next) => Some(self.walk(next, rest, depth)),
                other => Some(other),
            },
        }
    }

    /// From a module on, as far as the path names modules and items.
    fn walk(&self, mut module: Module, path: &[String], depth: usize) -> Target {
        for name in path {
            match self.step(&module, name, depth) {
                Some(Target::Module(next)) => module = next,
                Some(other) => return other,
                None => return Target::Item(module),
            }
        }
        Target::Module(module)
    }

    /// What a name is in a module.
    fn step(&self, module: &[String], name: &str, depth: usize) -> Option<Target> {
        let child: Module = module.iter().map(String::as_str).chain([name]).map(str::to_owned).collect();
        if self.modules.contains_key(&child) {
            return Some(Target::Module(child));
        }
        let source = &self.modules.get(module)?.source;
        if source.defined.contains(name) {
            return Some(Target::Item(module.to_vec()));
        }
        if depth > DEEPEST {
            return None;
        }
        if let Some(import) = source.imports.iter().find(|import| import.name == name) {
            return Some(self.resolve(&import.path, module, depth + 1).unwrap_or(Target::Outside));
        }
        let mut globs = source.imports.iter().filter(|import| import.name == "*");
        globs.find_map(|import| match self.resolve(&import.path, module, depth + 1)? {
            Target::Module(from) => self.step(&from, name, depth + 1),
            other => Some(other),
        })
    }
}

/// A circle in a graph, if there is one: each name points at the next, and the last at the first.
pub fn circle<'h>(arrows: &BTreeSet<(&'h str, &'h str)>) -> Option<Vec<&'h str>> {
    let mut left = arrows.clone();
    // What nothing points at, or what points at nothing, is in no circle.
    loop {
        let from: BTreeSet<_> = left.iter().map(|(from, _)| *from).collect();
        let to: BTreeSet<_> = left.iter().map(|(_, to)| *to).collect();
        let before = left.len();
        left.retain(|(a, b)| to.contains(a) && from.contains(b));
        if left.len() == before {
            break;
        }
    }
    let mut at = left.first()?.0;
    let mut walked = vec![];
    while !walked.contains(&at) {
        walked.push(at);
        at = left.iter().find(|(from, _)| *from == at)?.1;
    }
    let start = walked.iter().position(|name| *name == at)?;
    Some(walked.split_off(start))
}
