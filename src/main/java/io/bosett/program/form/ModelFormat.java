package io.bosett.program.form;

/** The file formats of integer programs. */
public enum ModelFormat {
  /** Free MPS, as cbc, HiGHS, SCIP and glpk read it. */
  MPS,
  /** CPLEX LP. */
  LP
}
