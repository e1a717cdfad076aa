package io.bosett.solve;

import io.bosett.model.Certificate;
import io.bosett.model.Problem;
import io.bosett.program.Program;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes certificates: finds multipliers and computes the bound that they prove; implemented by
 * {@code LagrangianCertifier}.
 */
public interface Certifier {
  /**
   * Multipliers that nearly minimize the bound of a program.
   *
   * @param stop ends the search early with the best found so far
   */
  ScaledMultipliers prices(Program program, BooleanSupplier stop);

  /**
   * The certificate of given multipliers.
   *
   * @param objective of the allocation it goes with, or null when there is none
   * @param infeasible whether it is to prove infeasibility
   * @param stop ends the computation early, without a certificate; polled once in many steps
   * @return null when the multipliers cannot be used: sums overflow, or a candidate has no choice
   */
  @Nullable Certificate certify(
      Problem problem,
      Program program,
      ScaledMultipliers prices,
      @Nullable Long objective,
      boolean infeasible,
      BooleanSupplier stop);
}
