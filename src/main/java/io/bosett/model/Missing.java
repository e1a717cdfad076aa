package io.bosett.model;

/** The rule of imputation: what a value that is still missing becomes. */
public enum Missing {
  /** The plain mean of the values of the county's other municipalities. */
  COUNTY,
  /** The plain mean of the values of all municipalities. */
  NATIONAL,
  /** The municipality is no candidate. */
  EXCLUDE
}
