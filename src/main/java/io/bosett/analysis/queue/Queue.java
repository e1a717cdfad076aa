package io.bosett.analysis.queue;

import io.bosett.analysis.Label;
import io.bosett.analysis.queue.QueueReport.ByNumber;
import io.bosett.analysis.queue.QueueReport.InQueue;
import io.bosett.analysis.queue.QueueReport.OtherTotal;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.ScenarioVariants;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.Stability;
import io.bosett.program.Assignment;
import io.bosett.solve.Variant;
import io.bosett.solve.VariantAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The queue analysis. Every number K of selected municipalities is solved, for who is selected with
 * K need not be with K + 1; the solver's own optimum of each K counts.
 */
public final class Queue {
  private static final int[] OTHER_TOTALS = {-1000, -100, -10, -1, 1, 10, 100, 1000};

  private final SolveSession session;
  private final ScenarioVariants variants;

  private Queue(SolveSession session) {
    this.session = session;
    variants = new ScenarioVariants(session);
  }

  /** The queue; also of a scenario that is infeasible only by how many it selects. */
  public static QueueReport of(SolveSession session) {
    return new Queue(session).report();
  }

  private QueueReport report() {
    int n = session.program().size();
    session.plan(n + 1);
    List<@Nullable VariantAnswer> byNumber =
        session.map(n + 1, k -> session.solve(variants.selecting(k)));
    return new QueueReport(
        candidates(n, byNumber),
        optima(byNumber),
        numbers(byNumber, true),
        numbers(byNumber, false),
        session.hasOptimum() ? totals() : List.of(),
        firstOut());
  }

  private List<ByNumber> optima(List<@Nullable VariantAnswer> byNumber) {
    List<ByNumber> optima = new ArrayList<>();
    Assignment before = session.assignment();
    for (int k = 0; k < byNumber.size(); k++) {
      VariantAnswer answer = byNumber.get(k);
      Assignment best = answer != null && answer.isOptimal() ? answer.assignment() : null;
      if (answer != null && best != null) {
        long objective = Objects.requireNonNull(answer.objective());
        List<NumberChange> changes = NumberChange.between(session.program(), before, best);
        optima.add(new ByNumber(k, objective, answer.certified(), changes));
        before = best;
      }
    }
    return optima;
  }

  private static List<Integer> numbers(List<@Nullable VariantAnswer> byNumber, boolean infeasible) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < byNumber.size(); k++) {
      VariantAnswer answer = byNumber.get(k);
      boolean isUnknown = answer == null || !answer.isProven();
      if (infeasible ? answer != null && answer.isInfeasible() : isUnknown) {
        numbers.add(k);
      }
    }
    return numbers;
  }

  private List<InQueue> candidates(int n, List<@Nullable VariantAnswer> byNumber) {
    List<InQueue> queue = new ArrayList<>(n);
    int certified = certified(byNumber);
    for (int i = 0; i < n; i++) {
      queue.add(inQueue(i, byNumber, certified));
    }
    return queue;
  }

  /** How many numbers, from 0 on, are certified without a gap. */
  private static int certified(List<@Nullable VariantAnswer> byNumber) {
    int k = 0;
    while (k < byNumber.size()) {
      VariantAnswer answer = byNumber.get(k);
      if (answer == null || !answer.certified()) {
        return k;
      }
      k++;
    }
    return k;
  }

  private InQueue inQueue(int i, List<@Nullable VariantAnswer> byNumber, int certified) {
    Integer place = null;
    List<Integer> leaves = new ArrayList<>();
    boolean wasIn = false;
    for (int k = 0; k < byNumber.size(); k++) {
      VariantAnswer answer = byNumber.get(k);
      Assignment best = answer != null && answer.isOptimal() ? answer.assignment() : null;
      if (best != null) {
        boolean isIn = best.persons()[i] > 0;
        place = place == null && isIn ? Integer.valueOf(k) : place;
        if (wasIn && !isIn) {
          leaves.add(k);
        }
        wasIn = isIn;
      }
    }
    String id = session.program().candidates().ids()[i];
    Label leavesLabel = certified == byNumber.size() ? Label.PROVEN : Label.ESTIMATED;
    Label placeLabel = place != null && place < certified ? Label.PROVEN : leavesLabel;
    return new InQueue(id, session.isSelected(i), place, leaves, placeLabel, leavesLabel);
  }

  private List<OtherTotal> totals() {
    int demand = session.problem().scenario().demand().persons();
    @Nullable Variant[] varied = new Variant[OTHER_TOTALS.length];
    Arrays.setAll(varied, k -> variants.demanding(demand + OTHER_TOTALS[k]));
    session.plan((int) Arrays.stream(varied).filter(Objects::nonNull).count());
    List<@Nullable OtherTotal> found =
        session.map(OTHER_TOTALS.length, k -> total(OTHER_TOTALS[k], varied[k]));
    List<OtherTotal> totals = new ArrayList<>();
    for (int k = 0; k < OTHER_TOTALS.length; k++) {
      OtherTotal one = found.get(k);
      if (one == null) {
        one = OtherTotal.none(OTHER_TOTALS[k]);
      }
      totals.add(one);
    }
    return totals;
  }

  /** A number of persons that no scenario can have has no status, and is no solve. */
  private OtherTotal total(int more, @Nullable Variant variant) {
    if (variant == null) {
      return OtherTotal.none(more);
    }
    VariantAnswer answer = session.solve(variant);
    Assignment best = answer.assignment();
    List<NumberChange> changes =
        answer.isOptimal() && best != null
            ? NumberChange.between(session.program(), session.assignment(), best)
            : List.of();
    return new OtherTotal(more, answer.status(), answer.certified(), changes);
  }

  /** By what leaving each out loses, every loss solved; last who cannot leave, or is not known. */
  private List<CandidateStability> firstOut() {
    if (!session.hasOptimum()) {
      return List.of();
    }
    List<CandidateStability> selected =
        new ArrayList<>(Stability.exact(session, session.candidates(true)));
    selected.sort(
        Comparator.comparing((CandidateStability one) -> one.by() == null)
            .thenComparing(one -> one.loss(), Comparator.nullsLast(Comparator.naturalOrder())));
    return selected;
  }
}
