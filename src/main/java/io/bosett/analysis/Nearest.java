package io.bosett.analysis;

import io.bosett.analysis.Feasibility.Answer;
import io.bosett.model.Conflict;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;

/**
 * The numbers nearest to a given one, below and above, for which there is an assignment. Places take
 * nobody or at least the minimum, so numbers that are possible may have others between them that are
 * not; the nearest one below is therefore found as the largest below, by optimization.
 *
 * @param pointer to the number
 * @param now the number
 * @param least the smallest number a document may say
 * @param most the largest number a document may say
 * @param open lets the number go, from the scenario without the rule
 * @param below the program for the largest smaller number
 * @param above the program for the smallest larger number
 * @param reading the number in an assignment
 * @param change to another number
 */
record Nearest(
    String pointer,
    long now,
    long least,
    long most,
    BiFunction<Draft, Feasibility, Program> open,
    Function<Program, Program> below,
    Function<Program, Program> above,
    ToLongBiFunction<Program, Assignment> reading,
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
    return now <= least ? OptionalLong.of(NONE) : read(below.apply(free), feasibility);
  }

  /** The smallest larger number there is an assignment for, or {@link #NONE}; empty if unknown. */
  OptionalLong more(Program free, Feasibility feasibility) {
    return now >= most ? OptionalLong.of(NONE) : read(above.apply(free), feasibility);
  }

  private OptionalLong read(Program program, Feasibility feasibility) {
    Feasibility.Best best = feasibility.best(program);
    if (best.assignment() != null) {
      return OptionalLong.of(reading.applyAsLong(program, best.assignment()));
    }
    return best.answer() == Answer.INFEASIBLE ? OptionalLong.of(NONE) : OptionalLong.empty();
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
      found.add(
          new Conflict.Relaxation(pointer, Long.toString(now), wanted.to(), wanted.text()));
    }
  }
}
