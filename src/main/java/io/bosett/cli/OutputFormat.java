package io.bosett.cli;

/** How answers are written. */
enum OutputFormat {
  table,
  json,
  csv,
  xlsx
}
