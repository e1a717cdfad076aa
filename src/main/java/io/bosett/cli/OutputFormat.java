package io.bosett.cli;

/** The output formats of {@code solve}. */
enum OutputFormat {
  table,
  json,
  csv,
  xlsx
}
