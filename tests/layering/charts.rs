//! Only `src/charts` writes the chart library's options: a view gives a figure.

use super::{package, sources, text};

/// Words of the library's options, and what writes them.
const OF_THE_LIBRARY: [&str; 7] = ["json!", "itemStyle", "lineStyle", "splitLine", "xAxis", "yAxis", "markLine"];

#[test]
fn charts_alone_write_the_librarys_options() {
    let charts = package().join("src/charts");
    for path in sources(&package().join("src")).into_iter().filter(|path| !path.starts_with(&charts)) {
        for (line, number) in text(&path).lines().zip(1..) {
            for word in OF_THE_LIBRARY {
                assert!(!line.contains(word), "{}:{number} names {word}", path.display());
            }
        }
    }
}
