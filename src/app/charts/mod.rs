//! Charts: the only place that knows the chart library.
