package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
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
  private final Shape shape;
  private final Dataset dataset;
  private final ViolationCollector faults;
  private final References references;
  private final Poll poll;

  private Compiler(
      Scenario scenario, Shape shape, ViolationCollector faults, BooleanSupplier stop) {
    poll = new Poll(stop);
    this.scenario = scenario;
    this.shape = shape;
    this.dataset = shape.dataset();
    this.faults = faults;
    references = new References(dataset, faults);
  }

  /**
   * The integer program of a problem.
   *
   * @throws InvalidInputException when the scenario can be refused without looking at capacities;
   *     carries all violations that {@link #attempt} finds
   */
  public static Program compile(Problem problem) {
    return compile(problem, new Shape(problem.dataset()));
  }

  /**
   * The same program, with what the shape keeps from the problem before.
   *
   * @param shape of the problem's dataset
   * @throws InvalidInputException as {@link #compile(Problem)}
   */
  public static Program compile(Problem problem, Shape shape) {
    return compile(problem, shape, Compiler::never);
  }

  /**
   * The same program, unless it is time to stop before it is finished.
   *
   * @param stop is asked every few milliseconds
   * @throws InvalidInputException as {@link #compile(Problem)}
   * @throws CompileStoppedException when it was told to stop
   */
  public static Program compile(Problem problem, BooleanSupplier stop) {
    return compile(problem, new Shape(problem.dataset()), stop);
  }

  /**
   * The same program, with what the shape keeps, unless it is time to stop before it is finished.
   *
   * @param shape of the problem's dataset; may be used again after a stop
   * @param stop is asked every few milliseconds
   * @throws InvalidInputException as {@link #compile(Problem)}
   * @throws CompileStoppedException when it was told to stop
   */
  @SuppressWarnings("ReferenceEquality") // what is kept was read from this very dataset
  public static Program compile(Problem problem, Shape shape, BooleanSupplier stop) {
    if (shape.dataset() != problem.dataset()) {
      throw new IllegalArgumentException("a shape of another dataset than the problem's");
    }
    ViolationCollector faults = new ViolationCollector(List.of());
    @Nullable Program program = new Compiler(problem.scenario(), shape, faults, stop).compile();
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
    return attempt(scenario, dataset, known, Compiler::never);
  }

  /**
   * The same, unless it is time to stop before it is finished.
   *
   * @param stop is asked every few milliseconds
   * @throws CompileStoppedException when it was told to stop
   */
  public static Attempt attempt(
      Scenario scenario, Dataset dataset, List<Violation> known, BooleanSupplier stop) {
    ViolationCollector faults = new ViolationCollector(known);
    boolean readable = !faults.at("/dataset") && !faults.at("/municipalities");
    @Nullable Program program =
        readable ? new Compiler(scenario, new Shape(dataset), faults, stop).compile() : null;
    return new Attempt(program, faults.found());
  }

  private @Nullable Program compile() {
    shape.findReferences(scenario, references, faults);
    FixedFaults fixed = new FixedFaults(dataset, references, faults);
    fixed.find(scenario);
    @Nullable PreviousNumbers previous =
        PreviousNumbers.of(scenario.previous(), dataset, references);
    @Nullable CandidateShape candidates = shape.candidates(scenario, fixed, faults, poll);
    if (candidates == null
        || anyFaultAt(
            "/criteria", "/demand", "/places", "/minors", "/fit", "/fixed", "/previous")) {
      return null;
    }
    return compile(candidates, previous);
  }

  private static boolean never() {
    return false;
  }

  private boolean anyFaultAt(String... pointers) {
    boolean any = false;
    for (String pointer : pointers) {
      any |= faults.at(pointer);
    }
    return any;
  }

  private @Nullable Program compile(CandidateShape of, @Nullable PreviousNumbers previous) {
    CandidateSet set = of.set();
    BitSet mayTakeMinors = of.mayTakeMinors(scenario.minors().candidates());
    Targets targets = TargetTable.of(scenario, of.figures(), mayTakeMinors, faults, poll);
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
    List<SharedRule> regional = of.regional(scenario.regions());
    return new Program(
        candidates,
        share,
        worth.persons(),
        cost,
        worth.minors(),
        SharedRules.of(scenario, set.size(), regional),
        targets,
        of.filledIn());
  }

  /** Polls for a stop once in so many figures, which take a millisecond or two. */
  static final class Poll {
    private static final int EVERY = 1 << 14;

    private final BooleanSupplier stop;
    private int passed;

    Poll(BooleanSupplier stop) {
      this.stop = stop;
    }

    /**
     * Counts figures that were computed.
     *
     * @throws CompileStoppedException when it is time to stop
     */
    void after(int figures) {
      passed += figures;
      if (passed >= EVERY) {
        passed = 0;
        if (stop.getAsBoolean()) {
          throw new CompileStoppedException();
        }
      }
    }
  }
}
