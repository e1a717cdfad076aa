package io.bosett.analysis.without;

import io.bosett.analysis.session.NumberChange;
import io.bosett.model.Result.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the analysis of criteria that are left out.
 *
 * @param criteria in the order of the scenario; none without an optimum to compare with
 */
public record WithoutReport(List<LeftOut> criteria) {
  public WithoutReport {
    criteria = List.copyOf(criteria);
  }

  /**
   * The optimum without a criterion.
   *
   * @param criterion id
   * @param isOnly whether no other criterion has a weight, so that it cannot be left out
   * @param status OPTIMAL, or what was known when the solve ended; null when it was not solved
   * @param certified whether the checker has certified that
   * @param changes all differences from the scenario's own optimum, ascending by id
   */
  public record LeftOut(
      String criterion,
      boolean isOnly,
      @Nullable Status status,
      boolean certified,
      List<NumberChange> changes) {
    public LeftOut {
      changes = List.copyOf(changes);
    }

    private LeftOut only(String municipality) {
      List<NumberChange> own =
          changes.stream().filter(change -> change.municipality().equals(municipality)).toList();
      return new LeftOut(criterion, isOnly, status, certified, own);
    }
  }

  /**
   * The same with one municipality's changes alone.
   *
   * @param municipality id, or null for all
   */
  public WithoutReport only(@Nullable String municipality) {
    return municipality == null
        ? this
        : new WithoutReport(criteria.stream().map(one -> one.only(municipality)).toList());
  }

  /** Whether every criterion that can be left out was solved to an optimum. */
  public boolean isComplete() {
    return criteria.stream().allMatch(one -> one.isOnly || one.status == Status.OPTIMAL);
  }
}
