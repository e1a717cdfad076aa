/**
 * The checker: candidates, figures, targets, gains, rules, objective and certificate computed from
 * scenario and dataset alone, a second time and plainly, so that it can convict every solver and
 * the program they solve. It shares nothing with them but the model.
 *
 * <p>The way of a check: {@link io.bosett.check.recount.Recomputation} recomputes what the scenario
 * means; {@code AllocationCheck}, {@code ReportCheck} and {@code StatusCheck} hold the document
 * against it; {@code CertificateCheck} recomputes the bound ({@code LagrangianBound}) and closes
 * what it leaves open by exhaustive search ({@code ClosingSearch}). That search lets each region
 * prove by itself what it must lose ({@code RegionReduction}), and what it may spend is limited
 * ({@code EffortLimit}): beyond it, or after a stop, a status is not certified, and everything else
 * is checked all the same.
 */
@NullMarked
package io.bosett.check;

import org.jspecify.annotations.NullMarked;
