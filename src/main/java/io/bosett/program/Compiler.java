package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.program.figures.Counties;
import io.bosett.program.figures.Figures;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compiler from a scenario on its dataset to the integer program of {@code models/problem.md},
 * exact to the last bit ("The same bits everywhere"): sums run over municipalities in ascending
 * order of their ids, years ascending, criteria in the document's order, plain and left to right;
 * {@code exp} and {@code pow} are {@link StrictMath}'s; floors and bands are exact decimals.
 *
 * <p>Time and memory are linear in municipalities times figures. What several criteria share is
 * computed once.
 */
public final class Compiler {
  private final Scenario scenario;
  private final Dataset dataset;
  private final ViolationCollector faults;
  private final References references;
  private final Counties counties;

  private Compiler(Scenario scenario, Dataset dataset, ViolationCollector faults) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.faults = faults;
    references = new References(dataset, faults);
    counties = new Counties(dataset);
  }

  /**
   * The integer program of a problem.
   *
   * @throws InvalidInputException when the scenario can be refused without looking at capacities;
   *     carries all violations that {@link #attempt} finds
   */
  public static Program compile(Problem problem) {
    ViolationCollector faults = new ViolationCollector(List.of());
    @Nullable Program program = compile(problem.scenario(), problem.dataset(), faults);
    if (program == null) {
      throw new InvalidInputException(faults.found());
    }
    return program;
  }

  /**
   * What compiling a scenario came to: its program, or else its faults.
   *
   * @param program null when there are faults, those known before included
   * @param faults beyond the known ones
   */
  public record Attempt(@Nullable Program program, List<Violation> faults) {
    public Attempt {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Compiles a scenario that may be only partly readable, and finds all its violations on its
   * dataset and across fields: unknown ids, counties, indicators and years, an empty region, what
   * is fixed of a municipality that cannot have it, no candidate, values that are missing, negative
   * or all 0, targets and gains too large for exact arithmetic.
   *
   * @param scenario what could be read, with placeholders where violations are known
   * @param known violations found in reading; their places, and what depends on them, are not
   *     reported again
   */
  public static Attempt attempt(Scenario scenario, Dataset dataset, List<Violation> known) {
    ViolationCollector faults = new ViolationCollector(known);
    boolean readable = !faults.at("/dataset") && !faults.at("/municipalities");
    @Nullable Program program = readable ? compile(scenario, dataset, faults) : null;
    return new Attempt(program, faults.found());
  }

  /** The program, or null when there are violations; collects as many of them as possible. */
  static @Nullable Program compile(Scenario scenario, Dataset dataset, ViolationCollector faults) {
    return new Compiler(scenario, dataset, faults).compile();
  }

  private @Nullable Program compile() {
    new ScenarioReferences(scenario, references, faults).find(counties);
    FixedFaults fixed = new FixedFaults(dataset, references, faults);
    fixed.find(scenario);
    @Nullable PreviousNumbers previous =
        PreviousNumbers.of(scenario.previous(), dataset, references);
    Figures figures = new Figures(dataset);
    @Nullable CandidateSet candidates = CandidateSet.of(scenario, dataset, figures, faults);
    if (candidates == null) {
      return null;
    }
    fixed.findOthers(scenario.fixed(), candidates);
    CandidateFigures ofCandidates = new CandidateFigures(dataset, candidates, figures, counties);
    new CriteriaFaults(dataset, candidates, ofCandidates, faults).find(scenario.criteria());
    if (anyFaultAt("/criteria", "/demand", "/places", "/minors", "/fit", "/fixed", "/previous")) {
      return null;
    }
    return compile(candidates, ofCandidates, previous);
  }

  private boolean anyFaultAt(String... pointers) {
    boolean any = false;
    for (String pointer : pointers) {
      any |= faults.at(pointer);
    }
    return any;
  }

  private @Nullable Program compile(
      CandidateSet set, CandidateFigures figures, @Nullable PreviousNumbers previous) {
    BitSet mayTakeMinors = MinorsCandidates.of(scenario.minors().candidates(), dataset, set);
    Targets targets = TargetTable.of(scenario, figures, mayTakeMinors, faults);
    if (faults.at("/criteria")) {
      return null;
    }
    GainFunctions worth = GainFunctions.of(scenario, targets);
    ShareLimit share = ShareLimit.of(scenario.minors().maximumShare());
    CandidateRanges candidates =
        CandidateDomains.of(
            scenario, dataset, set, share, mayTakeMinors, worth.noPersons(), worth.noMinors());
    @Nullable ChangeCost cost = previous == null ? null : previous.cost(set);
    new GainFaults(candidates, faults).find(worth, cost);
    if (!faults.isEmpty()) {
      return null;
    }
    return new Program(
        candidates,
        share,
        worth.persons(),
        cost,
        worth.minors(),
        SharedRules.of(scenario, set.size(), new RegionMembers(dataset, set, counties)),
        targets,
        figures.filledIn());
  }
}
