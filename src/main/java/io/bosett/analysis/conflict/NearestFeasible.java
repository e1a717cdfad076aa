package io.bosett.analysis.conflict;

import io.bosett.analysis.conflict.FeasibilityOracle.Answer;
import io.bosett.model.Conflict;
import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * The feasible numbers nearest to a given one, below and above. Places take nobody or at least the
 * minimum, so feasible numbers may have infeasible ones between them; but feasibility within a
 * range is monotone in the range, so bisection on its far end finds the nearest.
 *
 * @param pointer to the number
 * @param now the present number
 * @param least the smallest number a document may have
 * @param most the largest number a document may have
 * @param open frees the number, from the scenario without the rule
 * @param within the program with the number limited to a range
 * @param reading the number of an assignment
 * @param change to another number
 */
record NearestFeasible(
    String pointer,
    long now,
    long least,
    long most,
    BiFunction<RelaxedScenario, FeasibilityOracle, Program> open,
    BiFunction<Program, Bounds, Program> within,
    ToLongFunction<Assignment> reading,
    LongFunction<ScenarioChange> change)
    implements RelaxationSearch {
  /** Stands for no number. */
  static final long NONE = -1;

  @Override
  public List<Conflict.Relaxation> find(
      RelaxedScenario without, FeasibilityOracle feasibilityOracle) {
    Program free = open.apply(without, feasibilityOracle);
    OptionalLong less = less(free, feasibilityOracle);
    OptionalLong more = more(free, feasibilityOracle);
    List<Conflict.Relaxation> found = new ArrayList<>();
    if (less.isEmpty() || more.isEmpty()) {
      return found;
    }
    long nearest = Math.min(distance(less.getAsLong()), distance(more.getAsLong()));
    if (less.getAsLong() != NONE && distance(less.getAsLong()) == nearest) {
      confirm(less.getAsLong(), 1, feasibilityOracle, found);
    }
    if (more.getAsLong() != NONE && distance(more.getAsLong()) == nearest) {
      confirm(more.getAsLong(), -1, feasibilityOracle, found);
    }
    return found;
  }

  /** The largest smaller number that is feasible, or {@link #NONE}; empty if unknown. */
  OptionalLong less(Program free, FeasibilityOracle feasibilityOracle) {
    return nearest(free, feasibilityOracle, least, -1);
  }

  /** The smallest larger number that is feasible, or {@link #NONE}; empty if unknown. */
  OptionalLong more(Program free, FeasibilityOracle feasibilityOracle) {
    return nearest(free, feasibilityOracle, most, 1);
  }

  private OptionalLong nearest(
      Program free, FeasibilityOracle feasibilityOracle, long end, int side) {
    long tooNear = 0;
    long farthest = (end - now) * side;
    if (farthest < 1) {
      return OptionalLong.of(NONE);
    }
    FeasibilityOracle.Found found = within(free, farthest, side, feasibilityOracle);
    if (found.answer() == Answer.INFEASIBLE) {
      return OptionalLong.of(NONE);
    }
    long enough = distance(found, farthest);
    while (found.answer() != Answer.UNKNOWN && enough - tooNear > 1) {
      long middle = tooNear + (enough - tooNear) / 2;
      found = within(free, middle, side, feasibilityOracle);
      if (found.answer() == Answer.FEASIBLE) {
        enough = distance(found, middle);
      } else {
        tooNear = middle;
      }
    }
    return found.answer() == Answer.UNKNOWN
        ? OptionalLong.empty()
        : OptionalLong.of(now + side * enough);
  }

  /** Whether a number at most so far away is feasible. */
  private FeasibilityOracle.Found within(
      Program free, long distance, int side, FeasibilityOracle feasibilityOracle) {
    Bounds limits =
        side < 0 ? new Bounds(now - distance, now - 1) : new Bounds(now + 1, now + distance);
    return feasibilityOracle.find(within.apply(free, limits));
  }

  private long distance(FeasibilityOracle.Found found, long atMost) {
    return found.assignment() == null ? atMost : distance(reading.applyAsLong(found.assignment()));
  }

  private long distance(long number) {
    return number == NONE ? Long.MAX_VALUE : Math.abs(number - now);
  }

  private void confirm(
      long to, int back, FeasibilityOracle feasibilityOracle, List<Conflict.Relaxation> found) {
    ScenarioChange wanted = change.apply(to);
    boolean enough = feasibilityOracle.ofDocument(wanted.scenario()) == Answer.FEASIBLE;
    boolean needed =
        to + back == now
            || feasibilityOracle.ofDocument(change.apply(to + back).scenario())
                == Answer.INFEASIBLE;
    if (enough && needed) {
      found.add(new Conflict.Relaxation(pointer, Long.toString(now), wanted.to(), wanted.text()));
    }
  }
}
