package io.bosett.model;

import java.util.List;

/**
 * The optimality certificate: Lagrangian multipliers from which anybody can recompute a bound on
 * the objective without trusting a solver. The bound
 *
 * <pre> B = sum_i max over allowed (x, m) of [
 * g_i(x) + h_i(m) - sum_rules multiplier * use(x, m) ]   + sum_rules multiplier * (upper limit if
 * multiplier >= 0, else lower limit) </pre>
 *
 * is an upper bound (weak Lagrangian duality; Geoffrion 1974). The sum runs over gains times {@code
 * scale}; the bound is that sum divided by {@code scale}, rounded down. {@code
 * check.CertificateCheck} verifies it. See {@code models/problem.md}, "The certificate".
 *
 * @param scale a power of two
 * @param multipliers whole numbers in 10<sup>-6</sup> person divided by {@code scale}
 * @param bound B, in 10<sup>-6</sup> person
 * @param open candidates that B does not settle, ascending: those with a second choice within
 *     {@code bound - objective} of their best
 * @param scenarioHash {@link ScenarioDocument#hash()}
 * @param datasetHash {@link Dataset#contentHash()}
 */
public record Certificate(
    int scale,
    Multipliers multipliers,
    long bound,
    List<String> open,
    String scenarioHash,
    String datasetHash) {
  public Certificate {
    open = List.copyOf(open);
  }
}
