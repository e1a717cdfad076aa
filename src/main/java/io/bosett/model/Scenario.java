package io.bosett.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: demand, rules, criteria and weights over one dataset. Holds exactly what the
 * document says, with the defaults filled in.
 *
 * @param name for people; empty when not given
 * @param dataset the id of the dataset, or null when the document carries its figures itself
 * @param year the year decided for; kept and shown, enters no formula
 * @param demand how many persons and minors are to be settled
 * @param candidates who may be asked
 * @param selection how many are asked, or null for any number
 * @param places how many persons one place may be asked for
 * @param minors where and in what groups minors are settled
 * @param criteria what decides, at least one
 * @param fit how an allocation is measured against the targets
 * @param regions bounds over groups of candidates
 * @param fixed municipalities whose answer is given, at most one entry each
 * @param previous an earlier allocation that changes cost something against, or null
 * @param solver the sender's wishes about the solver
 */
public record Scenario(
    String name,
    @Nullable String dataset,
    int year,
    Demand demand,
    Candidates candidates,
    @Nullable Selection selection,
    Places places,
    Minors minors,
    List<Criterion> criteria,
    Fit fit,
    List<Region> regions,
    List<Fixed> fixed,
    @Nullable Previous previous,
    SolverSettings solver) {
  public Scenario {
    criteria = List.copyOf(criteria);
    regions = List.copyOf(regions);
    fixed = List.copyOf(fixed);
  }

  /** The same with another demand. */
  public Scenario withDemand(Demand value) {
    return new Scenario(
        name,
        dataset,
        year,
        value,
        candidates,
        selection,
        places,
        minors,
        criteria,
        fit,
        regions,
        fixed,
        previous,
        solver);
  }

  /** The same with another selection. */
  public Scenario withSelection(@Nullable Selection value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        value,
        places,
        minors,
        criteria,
        fit,
        regions,
        fixed,
        previous,
        solver);
  }

  /** The same with other rules about places. */
  public Scenario withPlaces(Places value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        selection,
        value,
        minors,
        criteria,
        fit,
        regions,
        fixed,
        previous,
        solver);
  }

  /** The same with other rules about minors. */
  public Scenario withMinors(Minors value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        selection,
        places,
        value,
        criteria,
        fit,
        regions,
        fixed,
        previous,
        solver);
  }

  /** The same with other criteria. */
  public Scenario withCriteria(List<Criterion> value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        selection,
        places,
        minors,
        value,
        fit,
        regions,
        fixed,
        previous,
        solver);
  }

  /** The same with another fit. */
  public Scenario withFit(Fit value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        selection,
        places,
        minors,
        criteria,
        value,
        regions,
        fixed,
        previous,
        solver);
  }

  /** The same with other regions. */
  public Scenario withRegions(List<Region> value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        selection,
        places,
        minors,
        criteria,
        fit,
        value,
        fixed,
        previous,
        solver);
  }

  /** The same with other fixed answers. */
  public Scenario withFixed(List<Fixed> value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        selection,
        places,
        minors,
        criteria,
        fit,
        regions,
        value,
        previous,
        solver);
  }

  /** The same with another earlier allocation. */
  public Scenario withPrevious(@Nullable Previous value) {
    return new Scenario(
        name,
        dataset,
        year,
        demand,
        candidates,
        selection,
        places,
        minors,
        criteria,
        fit,
        regions,
        fixed,
        value,
        solver);
  }

  /** The same with another region, by its index. */
  public Scenario withRegion(int index, Region value) {
    return withRegions(replaced(regions, index, value));
  }

  /** The same with another fixed answer, by its index. */
  public Scenario withFixed(int index, Fixed value) {
    return withFixed(replaced(fixed, index, value));
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, value);
    return copy;
  }
}
