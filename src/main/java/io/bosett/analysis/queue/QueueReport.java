package io.bosett.analysis.queue;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.model.Result.Status;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a queue analysis.
 *
 * @param candidates ascending by id
 * @param numbers the optimum of each number of selected municipalities that has one, ascending
 * @param infeasible the numbers of selected municipalities, ascending, that no allocation reaches
 * @param unknown those, ascending, for which there was no proof
 * @param totals other numbers of persons, ascending
 * @param firstOut the selected, in ascending order of what leaving each of them out loses
 */
public record QueueReport(
    List<InQueue> candidates,
    List<ByNumber> numbers,
    List<Integer> infeasible,
    List<Integer> unknown,
    List<OtherTotal> totals,
    List<CandidateStability> firstOut) {
  public QueueReport {
    candidates = List.copyOf(candidates);
    numbers = List.copyOf(numbers);
    infeasible = List.copyOf(infeasible);
    unknown = List.copyOf(unknown);
    totals = List.copyOf(totals);
    firstOut = List.copyOf(firstOut);
  }

  /**
   * The same with one candidate's place alone.
   *
   * @param municipality id, or null for all
   */
  public QueueReport only(@Nullable String municipality) {
    return municipality == null
        ? this
        : new QueueReport(
            candidates.stream().filter(c -> c.municipality().equals(municipality)).toList(),
            numbers,
            infeasible,
            unknown,
            totals,
            firstOut);
  }

  /** The weakest label of all places, which rest on assumptions where a number stayed open. */
  public Label label() {
    return candidates.stream()
        .map(one -> one.placeLabel().and(one.leavesLabel()))
        .reduce(Label.PROVEN, Label::and);
  }

  /** Whether nothing stayed open: every number selected, every other total and every loss. */
  public boolean isComplete() {
    return unknown.isEmpty()
        && totals.stream().allMatch(OtherTotal::isSettled)
        && firstOut.stream().allMatch(one -> one.by() != null);
  }

  /**
   * A candidate's place in the queue.
   *
   * @param municipality id
   * @param selected whether the optimum asks it
   * @param place the smallest number of selected municipalities with which it is selected, or null
   *     when it never is
   * @param leavesAgainAt the numbers, ascending, at which it no longer is, though it is at the next
   *     smaller feasible one
   * @param placeLabel proven when every smaller number, and the place itself, is certified; every
   *     number when there is no place
   * @param leavesLabel proven when every number is certified
   */
  public record InQueue(
      String municipality,
      boolean selected,
      @Nullable Integer place,
      List<Integer> leavesAgainAt,
      Label placeLabel,
      Label leavesLabel) {
    public InQueue {
      leavesAgainAt = List.copyOf(leavesAgainAt);
    }
  }

  /**
   * The optimum with a number of selected municipalities, the solver's own.
   *
   * @param selected how many
   * @param objective in 10<sup>-6</sup> person
   * @param certified whether the checker has certified it
   * @param changes its differences from the optimum of the number before it in the list, and of the
   *     first one from the scenario's own; nobody is asked where that is not known
   */
  public record ByNumber(
      int selected, long objective, boolean certified, List<NumberChange> changes) {
    public ByNumber {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The optimum of another number of persons.
   *
   * @param persons more than in the scenario; negative for fewer
   * @param status OPTIMAL, INFEASIBLE, or what was known when the solve ended; null when canceled,
   *     or when no scenario can have so many persons
   * @param certified whether the checker has certified that
   * @param changes all differences from the scenario's own optimum, ascending by id
   */
  public record OtherTotal(
      int persons, @Nullable Status status, boolean certified, List<NumberChange> changes) {
    public OtherTotal {
      changes = List.copyOf(changes);
    }

    /** Neither solved nor to be solved. */
    static OtherTotal none(int persons) {
      return new OtherTotal(persons, null, true, List.of());
    }

    /** Who has more persons. */
    public List<NumberChange> gains() {
      return only(change -> change.gain() > 0);
    }

    /** Who has fewer; also where the total grows (the house paradox). */
    public List<NumberChange> loses() {
      return only(change -> change.gain() < 0);
    }

    /** Whose minors alone differ. */
    public List<NumberChange> minorsOnly() {
      return only(change -> change.gain() == 0);
    }

    private List<NumberChange> only(Predicate<NumberChange> condition) {
      return changes.stream().filter(condition).toList();
    }

    /** Whether it was solved, to an optimum or to infeasibility, or is no total at all. */
    boolean isSettled() {
      return status == null || status == Status.OPTIMAL || status == Status.INFEASIBLE;
    }

    /** Whether somebody loses though there are more to settle, or gains though fewer. */
    public boolean isParadox() {
      return !(persons > 0 ? loses() : gains()).isEmpty();
    }
  }
}
