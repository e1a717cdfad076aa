package io.bosett.solve.decomposition;

/** What one round of the closing search works on. */
record Round(Groups groups, Rows rows, Parts parts, Base base, Effort effort) {}
