/**
 * The checker: computes candidates, figures, targets, gains, rules, objective and certificate a
 * second time, plainly, from scenario and dataset alone, so that it can refute every solver and the
 * program they solve. It shares only {@code model} with them, which {@code ArchitectureTest} holds.
 * Sums are whole millionths of a person ({@code long}; overflow throws); doubles occur only where a
 * gain is computed, whose rounding is part of its definition ({@code FitGain}).
 *
 * <p>{@link io.bosett.check.recount.Recomputation} recomputes what the scenario means. {@code
 * AllocationCheck}, {@code ReportCheck} and {@code StatusCheck} compare the document with it.
 * {@code CertificateCheck} recomputes the bound ({@code LagrangianBound}) and closes the gap by
 * exhaustive search ({@code ClosingSearch}), in which each region's own minimum loss reduces the
 * problem first ({@code RegionReduction}). An effort limit applies ({@code EffortLimit}, its states
 * from the caller, else {@code Checker.DEFAULT_STATE_LIMIT}): beyond it, or after a stop, {@code
 * CertificateCheck} does not certify the status, and everything else is checked all the same.
 */
@NullMarked
package io.bosett.check;

import org.jspecify.annotations.NullMarked;
