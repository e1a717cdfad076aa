package io.bosett.oracle;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brute force: tries every combination of the candidates' choices, skipping those with more persons
 * than the demand. Where that is too much, {@link PlainDynamicProgram} answers.
 */
final class ExhaustiveSearch {
  private static final double MOST_COMBINATIONS = 1e6;

  private final List<List<Option>> options;
  private final List<Row> rows;
  private final long persons;
  private final Option[] chosen;
  private Option @Nullable [] best;
  private long bestObjective;

  private ExhaustiveSearch(Program program) {
    options = Option.all(program);
    rows = Row.all(program);
    persons = program.limits(Term.PERSONS).most();
    chosen = new Option[program.size()];
  }

  /** The best of all assignments, or empty when none satisfies all rules. */
  static Optional<Optimum> solve(Program program) {
    ExhaustiveSearch search = new ExhaustiveSearch(program);
    if (search.combinations() > MOST_COMBINATIONS) {
      return PlainDynamicProgram.solve(program);
    }
    search.choose(0, 0, 0);
    return Optional.ofNullable(search.best).map(b -> optimum(b, search.bestObjective));
  }

  /** Whether there are few enough combinations to try them all. */
  static boolean canTryAll(Program program) {
    return new ExhaustiveSearch(program).combinations() <= MOST_COMBINATIONS;
  }

  static Optimum optimum(Option[] chosen, long objective) {
    int[] persons = Stream.of(chosen).mapToInt(Option::persons).toArray();
    int[] minors = Stream.of(chosen).mapToInt(Option::minors).toArray();
    return new Optimum(objective, new Assignment(persons, minors));
  }

  private double combinations() {
    return options.stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
  }

  private void choose(int i, long used, long objective) {
    if (used > persons) {
      return;
    }
    if (i < chosen.length) {
      for (Option option : options.get(i)) {
        chosen[i] = option;
        choose(i + 1, used + option.persons(), Math.addExact(objective, option.gain()));
      }
    } else if ((best == null || objective > bestObjective)
        && rows.stream().allMatch(row -> row.holds(chosen))) {
      best = chosen.clone();
      bestObjective = objective;
    }
  }
}
