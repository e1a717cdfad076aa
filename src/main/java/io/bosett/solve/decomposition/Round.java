package io.bosett.solve.decomposition;

import java.util.function.BooleanSupplier;

/** What one round of the closing search works on. */
record Round(Groups groups, Rows rows, Base base, BooleanSupplier stop) {}
