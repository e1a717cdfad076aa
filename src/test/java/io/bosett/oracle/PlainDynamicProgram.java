package io.bosett.oracle;

import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An independent dynamic program as oracle: candidate by candidate, the best that can still be
 * added for the used sums of every shared rule. A state is the exact sum of every rule that later
 * candidates count in; sums beyond a lower limit without an upper one count as the limit. Uses
 * neither concavity nor prices nor bounds.
 */
final class PlainDynamicProgram {
  private static final long IMPOSSIBLE = Long.MIN_VALUE;

  private final List<List<Option>> options;
  private final List<Sum> sums = new ArrayList<>();
  private final List<Map<Long, Long>> known = new ArrayList<>();
  private boolean outOfReach;

  private PlainDynamicProgram(Program program, List<List<Option>> options) {
    this.options = options;
    options.forEach(o -> known.add(new HashMap<>()));
    long stride = 1;
    for (Row row : Row.all(program)) {
      if (Sum.isOutOfReach(row, options)) {
        outOfReach = true;
        return;
      }
      Sum sum = Sum.of(row, options, stride);
      sums.add(sum);
      stride = Math.multiplyExact(stride, sum.top() + 1);
    }
  }

  /** The best of all assignments, or empty when none satisfies all rules. */
  static Optional<Optimum> solve(Program program) {
    return solve(program, Option.all(program));
  }

  /** The best that takes one of the given options for every candidate. */
  static Optional<Optimum> solve(Program program, List<List<Option>> options) {
    PlainDynamicProgram search = new PlainDynamicProgram(program, options);
    long objective = search.outOfReach ? IMPOSSIBLE : search.best(0, 0);
    return objective == IMPOSSIBLE
        ? Optional.empty()
        : Optional.of(ExhaustiveSearch.optimum(search.choices(), objective));
  }

  /** The most that candidates i and later can add in a state, or {@link #IMPOSSIBLE}. */
  private long best(int i, long state) {
    if (i == options.size()) {
      return 0;
    }
    Long before = known.get(i).get(state);
    if (before != null) {
      return before;
    }
    long best = IMPOSSIBLE;
    for (Option option : options.get(i)) {
      best = Math.max(best, value(i, state, option));
    }
    known.get(i).put(state, best);
    return best;
  }

  private long value(int i, long state, Option option) {
    long next = next(i, state, option);
    long later = next == Sum.BROKEN ? IMPOSSIBLE : best(i + 1, next);
    return later == IMPOSSIBLE ? IMPOSSIBLE : Math.addExact(later, option.gain());
  }

  private long next(int i, long state, Option option) {
    long next = state;
    for (Sum sum : sums) {
      next = sum.next(next, i, option);
      if (next == Sum.BROKEN) {
        return next;
      }
    }
    return next;
  }

  private Option[] choices() {
    Option[] chosen = new Option[options.size()];
    long state = 0;
    for (int i = 0; i < chosen.length; i++) {
      for (Option option : options.get(i)) {
        if (chosen[i] == null && value(i, state, option) == best(i, state)) {
          chosen[i] = option;
        }
      }
      state = next(i, state, chosen[i]);
    }
    return chosen;
  }
}
