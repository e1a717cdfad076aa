/**
 * The figures of a dataset as a criterion reads them: years weighted, shares of few people shrunk,
 * gaps filled, values standardized; and which county each municipality lies in. A gap gets the mean
 * of county or nation ({@code Imputation}), or excludes the candidate ({@code Exclusions}), as the
 * criterion says; what stays is refused at its pointer ({@code CriteriaFaults}).
 */
@NullMarked
package io.bosett.program.figures;

import org.jspecify.annotations.NullMarked;
