package io.bosett.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario: demand, rules, criteria and weights over one dataset. Holds exactly what the document
 * says, with the defaults filled in.
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
 * @param regions limits over groups of candidates
 * @param fixed municipalities whose numbers are given, at most one entry each
 * @param previous an earlier allocation, change against which costs, or null
 * @param solver the solver settings in the scenario
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

  /** The cells that the scenario reads in its dataset, with pointers into the scenario. */
  public Stream<CellsRead> reads() {
    return Stream.of(
            candidates.reads().map(cells -> cells.under("/candidates")),
            places.reads().map(cells -> cells.under("/places")),
            minors.reads().map(cells -> cells.under("/minors")),
            IntStream.range(0, criteria.size()).boxed().flatMap(this::readsOfCriterion))
        .flatMap(Function.identity());
  }

  /** Figures that were not known yet when the scenario's year was decided. */
  public List<Warning> foresight() {
    return reads().filter(cells -> cells.to() >= year).map(this::foresight).distinct().toList();
  }

  private Warning foresight(CellsRead cells) {
    int first = Math.max(cells.from(), year);
    String years = first == cells.to() ? "" + first : first + " to " + cells.to();
    String text = " was not known when " + year + " was decided";
    return new Warning(cells.partAt(), cells.indicator() + " of " + years + text);
  }

  private Stream<CellsRead> readsOfCriterion(int c) {
    return criteria.get(c).reads().map(cells -> cells.under("/criteria/" + c));
  }

  /** The same with another name. */
  public Scenario withName(String value) {
    return with(copy -> copy.name = value);
  }

  /** The same on another dataset; null when it carries its municipalities itself. */
  public Scenario withDataset(@Nullable String value) {
    return with(copy -> copy.dataset = value);
  }

  /** The same with another demand. */
  public Scenario withDemand(Demand value) {
    return with(copy -> copy.demand = value);
  }

  /** The same with other candidates. */
  public Scenario withCandidates(Candidates value) {
    return with(copy -> copy.candidates = value);
  }

  /** The same with another selection. */
  public Scenario withSelection(@Nullable Selection value) {
    return with(copy -> copy.selection = value);
  }

  /** The same with other rules about places. */
  public Scenario withPlaces(Places value) {
    return with(copy -> copy.places = value);
  }

  /** The same with other rules about minors. */
  public Scenario withMinors(Minors value) {
    return with(copy -> copy.minors = value);
  }

  /** The same with other criteria. */
  public Scenario withCriteria(List<Criterion> value) {
    return with(copy -> copy.criteria = value);
  }

  /** The same with another fit. */
  public Scenario withFit(Fit value) {
    return with(copy -> copy.fit = value);
  }

  /** The same with other regions. */
  public Scenario withRegions(List<Region> value) {
    return with(copy -> copy.regions = value);
  }

  /** The same with other fixed answers. */
  public Scenario withFixed(List<Fixed> value) {
    return with(copy -> copy.fixed = value);
  }

  /** The same with another earlier allocation. */
  public Scenario withPrevious(@Nullable Previous value) {
    return with(copy -> copy.previous = value);
  }

  /** The same with another region, by its index. */
  public Scenario withRegion(int index, Region value) {
    return withRegions(replaced(regions, index, value));
  }

  /** The same with another fixed answer, by its index. */
  public Scenario withFixed(int index, Fixed value) {
    return withFixed(replaced(fixed, index, value));
  }

  /** The same with other solver settings. */
  public Scenario withSolver(SolverSettings value) {
    return with(copy -> copy.solver = value);
  }

  private Scenario with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** All parts, to be changed: the one place that lists them by position. */
  private static final class Copy {
    private String name;
    private @Nullable String dataset;
    private final int year;
    private Demand demand;
    private Candidates candidates;
    private @Nullable Selection selection;
    private Places places;
    private Minors minors;
    private List<Criterion> criteria;
    private Fit fit;
    private List<Region> regions;
    private List<Fixed> fixed;
    private @Nullable Previous previous;
    private SolverSettings solver;

    Copy(Scenario s) {
      name = s.name;
      dataset = s.dataset;
      year = s.year;
      demand = s.demand;
      candidates = s.candidates;
      selection = s.selection;
      places = s.places;
      minors = s.minors;
      criteria = s.criteria;
      fit = s.fit;
      regions = s.regions;
      fixed = s.fixed;
      previous = s.previous;
      solver = s.solver;
    }

    Scenario made() {
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
          previous,
          solver);
    }
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, value);
    return copy;
  }
}
