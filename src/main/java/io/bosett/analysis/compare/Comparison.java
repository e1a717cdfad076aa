package io.bosett.analysis.compare;

import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Program;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two allocations, with the fits of both on one scenario. {@code
 * placedOtherwise} is {@code min(totals) - sum_i min(left_i, right_i)}: how many persons of the
 * smaller allocation are placed elsewhere in the other; with equal totals half the sum of the
 * absolute differences.
 *
 * @param left the first
 * @param right the second
 * @param selectedInCommon municipalities with somebody in both
 * @param placedOtherwise persons placed otherwise
 * @param overlap {@code sum_i min(left_i, right_i)}
 * @param absoluteDifference {@code sum_i |right_i - left_i|}, the distance (L1) of the two
 * @param enters who has somebody on the right alone, the largest first
 * @param leaves who has somebody on the left alone, the largest first
 * @param gains who has somebody in both and more on the right, the largest gain first
 * @param loses who has somebody in both and fewer on the right, the largest loss first
 * @param notes what to know before comparing
 */
public record Comparison(
    Summary left,
    Summary right,
    int selectedInCommon,
    long placedOtherwise,
    long overlap,
    long absoluteDifference,
    List<Move> enters,
    List<Move> leaves,
    List<Move> gains,
    List<Move> loses,
    List<Note> notes) {
  public Comparison {
    enters = List.copyOf(enters);
    leaves = List.copyOf(leaves);
    gains = List.copyOf(gains);
    loses = List.copyOf(loses);
    notes = List.copyOf(notes);
  }

  /**
   * Compares two allocations on a scenario.
   *
   * @param problem whose candidates and targets fits are taken on
   * @param program compiled from it
   */
  public static Comparison of(
      Problem problem, Program program, ComparedAllocation left, ComparedAllocation right) {
    return new ComparisonBuilder(new ScenarioContext(problem, program), left, right).comparison();
  }

  /**
   * Compares two allocations without their scenario. Fits are those that the results report; fits
   * of figures and candidacy are unknown.
   *
   * @param leftResult the result that the left side is made of, or null
   * @param rightResult the result that the right side is made of, or null
   * @param figures names of municipalities that are in no result, or null
   */
  public static Comparison asReported(
      ComparedAllocation left,
      @Nullable Result leftResult,
      ComparedAllocation right,
      @Nullable Result rightResult,
      @Nullable Dataset figures) {
    ReportedContext context = new ReportedContext(figures);
    context.add(left, leftResult);
    context.add(right, rightResult);
    return new ComparisonBuilder(context, left, right).comparison();
  }

  /**
   * What to know before comparing.
   *
   * @param kind of note
   * @param label of the side that it is on, or empty
   * @param number of persons or municipalities that it names, or 0
   */
  public record Note(Kind kind, String label, long number) {
    /** The kinds of notes. */
    public enum Kind {
      /** The two rest on different figures. */
      OTHER_FIGURES,
      /** They answer different scenarios, and each reports its own fit. */
      OTHER_SCENARIOS_OWN_FITS,
      /** They answer different scenarios, and both fits are taken on one of them. */
      OTHER_SCENARIOS_ONE_GROUND,
      /** The totals differ by so many persons. */
      TOTALS_DIFFER,
      /** So many municipalities of a side with a suppressed number count as nobody. */
      SUPPRESSED
    }
  }

  /**
   * The summary of one allocation.
   *
   * @param label for people
   * @param selected municipalities with somebody
   * @param persons their sum
   * @param minors their sum, or null when unknown
   * @param outside those among them that are no candidates of the scenario
   * @param fit of the candidates' numbers, per person of the scenario's demand; null when unknown
   */
  public record Summary(
      String label,
      int selected,
      long persons,
      @Nullable Long minors,
      Outside outside,
      @Nullable FitOfSide fit) {}

  /** Municipalities that are no candidates, and their persons. */
  public record Outside(int municipalities, long persons) {}

  /**
   * The fit over persons; null where a candidate with somebody has a target of 0, as that fit is
   * infinite.
   *
   * @param persons weighted mean over the criteria
   * @param criteria in the scenario's order; by id where the scenario is not at hand
   */
  public record FitOfSide(@Nullable Double persons, List<OfCriterion> criteria) {
    public FitOfSide {
      criteria = List.copyOf(criteria);
    }

    static FitOfSide of(Result.FitReport fit) {
      return new FitOfSide(
          finite(fit.persons()),
          fit.criteria().stream().map(one -> new OfCriterion(one.id(), one.fit())).toList());
    }

    /** The same with the criteria by id: those of a result alone have no order. */
    FitOfSide orderedById() {
      return new FitOfSide(
          persons,
          criteria.stream()
              .sorted(Comparator.comparing(OfCriterion::id, Ids.BY_CODE_POINT))
              .toList());
    }

    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    /** The fit of one criterion. */
    public record OfCriterion(String id, @Nullable Double fit) {}
  }

  /**
   * A municipality whose number differs.
   *
   * @param candidate whether it is one of the scenario; true where unknown
   */
  public record Move(
      String municipality, String name, String county, int left, int right, boolean candidate) {
    /** Right less left. */
    public int change() {
      return right - left;
    }
  }
}
