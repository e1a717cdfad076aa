/**
 * Stability of an optimum: the loss of each candidate, which is how far it is from changing sides
 * between asked and not asked.
 *
 * <p>{@code Stability} is the analysis: candidates are forced to their other side, figures are not
 * perturbed; {@code StabilityOptions} has the losses that are looked at unless others are asked
 * for. {@code Losses} serves previews, exact up to a share of the objective.
 */
@NullMarked
package io.bosett.analysis.stability;

import org.jspecify.annotations.NullMarked;
