package io.bosett.analysis;

import io.bosett.analysis.Feasibility.Answer;
import io.bosett.model.Conflict;
import io.bosett.program.Assignment;
import io.bosett.program.Limits;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * The numbers nearest to a given one, below and above, for which there is an assignment. Places
 * take nobody or at least the minimum, so numbers that are possible may have others between them
 * that are not. But whether there is one within a range is monotone in the range: bisection on its
 * far end finds the nearest.
 *
 * @param pointer to the number
 * @param now the number
 * @param least the smallest number a document may say
 * @param most the largest number a document may say
 * @param open lets the number go, from the scenario without the rule
 * @param within the program with the number within limits
 * @param reading the number in an assignment
 * @param change to another number
 */
record Nearest(
    String pointer,
    long now,
    long least,
    long most,
    BiFunction<Draft, Feasibility, Program> open,
    BiFunction<Program, Limits, Program> within,
    ToLongFunction<Assignment> reading,
    LongFunction<Change> change)
    implements Relaxing {
  /** Stands for no number. */
  static final long NONE = -1;

  @Override
  public List<Conflict.Relaxation> find(Draft without, Feasibility feasibility) {
    Program free = open.apply(without, feasibility);
    OptionalLong less = less(free, feasibility);
    OptionalLong more = more(free, feasibility);
    List<Conflict.Relaxation> found = new ArrayList<>();
    if (less.isEmpty() || more.isEmpty()) {
      return found;
    }
    long nearest = Math.min(distance(less.getAsLong()), distance(more.getAsLong()));
    if (less.getAsLong() != NONE && distance(less.getAsLong()) == nearest) {
      confirm(less.getAsLong(), 1, feasibility, found);
    }
    if (more.getAsLong() != NONE && distance(more.getAsLong()) == nearest) {
      confirm(more.getAsLong(), -1, feasibility, found);
    }
    return found;
  }

  /** The largest smaller number there is an assignment for, or {@link #NONE}; empty if unknown. */
  OptionalLong less(Program free, Feasibility feasibility) {
    return nearest(free, feasibility, least, -1);
  }

  /** The smallest larger number there is an assignment for, or {@link #NONE}; empty if unknown. */
  OptionalLong more(Program free, Feasibility feasibility) {
    return nearest(free, feasibility, most, 1);
  }

  private OptionalLong nearest(Program free, Feasibility feasibility, long end, int side) {
    long tooNear = 0;
    long farthest = (end - now) * side;
    if (farthest < 1) {
      return OptionalLong.of(NONE);
    }
    Feasibility.Found found = within(free, farthest, side, feasibility);
    if (found.answer() == Answer.INFEASIBLE) {
      return OptionalLong.of(NONE);
    }
    long enough = distance(found, farthest);
    while (found.answer() != Answer.UNKNOWN && enough - tooNear > 1) {
      long middle = tooNear + (enough - tooNear) / 2;
      found = within(free, middle, side, feasibility);
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

  /** Whether there is a number at most so far away. */
  private Feasibility.Found within(Program free, long distance, int side, Feasibility feasibility) {
    Limits limits =
        side < 0 ? new Limits(now - distance, now - 1) : new Limits(now + 1, now + distance);
    return feasibility.find(within.apply(free, limits));
  }

  private long distance(Feasibility.Found found, long atMost) {
    return found.assignment() == null ? atMost : distance(reading.applyAsLong(found.assignment()));
  }

  private long distance(long number) {
    return number == NONE ? Long.MAX_VALUE : Math.abs(number - now);
  }

  private void confirm(
      long to, int back, Feasibility feasibility, List<Conflict.Relaxation> found) {
    Change wanted = change.apply(to);
    boolean enough = feasibility.ofDocument(wanted.scenario()) == Answer.FEASIBLE;
    boolean needed =
        to + back == now
            || feasibility.ofDocument(change.apply(to + back).scenario()) == Answer.INFEASIBLE;
    if (enough && needed) {
      found.add(new Conflict.Relaxation(pointer, Long.toString(now), wanted.to(), wanted.text()));
    }
  }
}
