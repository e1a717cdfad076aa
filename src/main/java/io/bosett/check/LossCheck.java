package io.bosett.check;

import io.bosett.check.proof.LagrangianBound;
import io.bosett.check.proof.OtherSides;
import io.bosett.check.recount.Recomputation;
import io.bosett.model.Certificate;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Confirms from scenario and certificate alone who is asked in every allocation that loses at most
 * a share e of the objective, and who in none. What the certificate's multipliers do not settle
 * stays open: such a candidate may be either, and only solving tells.
 */
public final class LossCheck {
  private final List<String> ids = new ArrayList<>();
  private final long[] limits;
  private final boolean[] selected;
  private final long objective;

  private LossCheck(Problem problem, Certificate certificate, List<Place> places, long objective) {
    Recomputation recomputation = new Recomputation(problem);
    int n = recomputation.candidateIndex().size();
    int[] persons = new int[n];
    places.forEach(
        p -> persons[recomputation.candidateIndex().indexOf(p.municipality())] = p.persons());
    this.objective = objective;
    selected = new boolean[n];
    for (int i = 0; i < n; i++) {
      ids.add(recomputation.candidateIndex().id(i));
      selected[i] = persons[i] > 0;
    }
    LagrangianBound bound =
        new LagrangianBound(
            recomputation, certificate.multipliers().inOrder(), certificate.scale());
    limits = OtherSides.limits(recomputation, bound, certificate.scale(), persons, objective);
  }

  /**
   * The losses of an optimum that {@link Checker} has confirmed and certified.
   *
   * @throws IllegalArgumentException when the result is no optimum with a certificate
   * @throws ArithmeticException when the multipliers lead beyond exact numbers
   */
  public static LossCheck of(Problem problem, Result result) {
    Certificate certificate = result.certificate();
    Long objective = result.objective();
    if (result.status() != Result.Status.OPTIMAL || certificate == null || objective == null) {
      throw new IllegalArgumentException("expected an optimum with a certificate");
    }
    return new LossCheck(problem, certificate, result.places(), objective);
  }

  /**
   * Who is settled within a loss.
   *
   * @param units {@code floor(e * |objective|)}
   * @param always asked in every allocation within it, ascending
   * @param never asked in none, ascending
   * @param open not settled by the certificate, ascending
   */
  public record Settled(
      BigDecimal units, List<String> always, List<String> never, List<String> open) {}

  /** Who is settled within a share e of the objective. */
  public Settled within(BigDecimal e) {
    BigDecimal units =
        e.multiply(BigDecimal.valueOf(objective).abs()).setScale(0, RoundingMode.FLOOR);
    List<String> always = new ArrayList<>();
    List<String> never = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < limits.length; i++) {
      boolean settled =
          limits[i] == OtherSides.NEVER || BigDecimal.valueOf(limits[i]).compareTo(units) > 0;
      (!settled ? open : selected[i] ? always : never).add(ids.get(i));
    }
    return new Settled(units, always, never, open);
  }
}
