//! The files themselves: one form only, valid, and sourced.

use crate::support::{load, path, text};
use samplan::exchange::{read, read_changed, write};
use samplan::plan::{Metric, Schedule};

const ALL: [&str; 8] = [
    "akst-2014",
    "sydnarke-2016",
    "varend-2015-interim",
    "varend-2015",
    "varend-2016",
    "vaxjo-2011",
    "vaxjo-2014",
    "vaxjo-alvesta-2015",
];

/// With `UPDATE_PLANS=1` in the environment the files are rewritten in the writer's form; run this test alone then.
#[test]
fn a_file_read_and_written_is_the_same_file() {
    for name in ALL {
        let updating = std::env::var_os("UPDATE_PLANS").is_some();
        // What was edited by hand does not have its checksum yet.
        let read = if updating { read_changed(&text(name)) } else { read(&text(name)) };
        let plan =
            read.unwrap_or_else(|error| panic!("plans/{name}.json: {error}; UPDATE_PLANS=1 gives it a new checksum"));
        let written = write(&plan);
        if updating {
            std::fs::write(path(name), &written).unwrap();
        }
        assert!(
            text(name) == written,
            "plans/{name}.json is not in the writer's form; run the test with UPDATE_PLANS=1"
        );
    }
}

#[test]
fn the_folder_holds_these_plans_and_no_others() {
    let folder = std::fs::read_dir(format!("{}/plans", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut names: Vec<_> = folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ALL.map(|name| format!("{name}.json")));
}

#[test]
fn every_figure_names_its_source() {
    for name in ALL {
        let plan = load(name).plan;
        assert!(!plan.description.is_empty(), "{name}");
        for association in &plan.associations {
            assert!(!association.source.is_empty(), "{name}");
            assert!(!association.opening_equity.source.is_empty(), "{name}");
            for line in &association.lines {
                assert!(!line.source.is_empty(), "{name}: {}", line.id);
            }
            for printed in &association.printed {
                assert!(!printed.source.is_empty(), "{name}: {}", printed.label);
            }
            for goal in &association.goals {
                assert!(!goal.source.is_empty(), "{name}: {}", goal.name);
            }
        }
    }
}

/// The documents index nothing: what they plan is given year by year.
#[test]
fn documents_give_every_year() {
    for name in ALL.into_iter().filter(|name| *name != "varend-2016") {
        let plan = load(name).plan;
        assert!(plan.indices.is_empty(), "{name}");
        for line in &plan.associations[0].lines {
            if let Schedule::Amounts(given) = &line.schedule {
                assert!(given.is_empty() || given.len() == usize::from(plan.years), "{name}: {}", line.id);
            }
        }
    }
}

#[test]
fn the_total_of_one_association_is_its_own() {
    for name in ALL.into_iter().filter(|name| *name != "vaxjo-alvesta-2015") {
        let example = load(name);
        let projection = &example.outcome.projection;
        assert_eq!(projection.associations.len(), 1);
        for (place, total) in projection.total.iter().enumerate() {
            for metric in Metric::ALL {
                assert_eq!(total.get(metric), projection.associations[0].get(place, metric), "{name}: {metric:?}");
            }
        }
    }
}
