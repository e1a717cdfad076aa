package io.bosett.analysis;

import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A plain exact solver for tiny programs, as oracle: candidate by candidate, the best way to every
 * state of used sums. Where any number of persons will do, one candidate is tried up to {@link
 * #ENOUGH} persons.
 */
public final class DynamicProgram implements Solver {
  /** More than any tiny problem needs of one candidate. */
  static final int ENOUGH = 45;

  int calls;

  @Override
  public String name() {
    return "dynamic-program";
  }

  @Override
  public String version() {
    return "test";
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    calls++;
    SolveResult.Statistics statistics =
        new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>());
    @Nullable Label best = best(program);
    return best == null
        ? new SolveResult.Infeasible(null, "", statistics)
        : new SolveResult.Proven(best.assignment(program.size()), null, "", statistics);
  }

  private static @Nullable Label best(Program program) {
    List<Row> rows = rows(program);
    Map<List<Integer>, Label> labels = new HashMap<>();
    labels.put(new ArrayList<>(Collections.nCopies(rows.size(), 0)), Label.START);
    for (int i = 0; i < program.size(); i++) {
      labels = extended(program, rows, i, labels);
    }
    Label best = null;
    for (Map.Entry<List<Integer>, Label> entry : labels.entrySet()) {
      boolean allowed = true;
      for (int r = 0; r < rows.size(); r++) {
        allowed &= rows.get(r).limits.holds(entry.getKey().get(r));
      }
      if (allowed && (best == null || entry.getValue().value > best.value)) {
        best = entry.getValue();
      }
    }
    return best;
  }

  private static Map<List<Integer>, Label> extended(
      Program program, List<Row> rows, int i, Map<List<Integer>, Label> labels) {
    Map<List<Integer>, Label> next = new HashMap<>();
    long limit = Math.min(ENOUGH, program.limits(Term.PERSONS).most());
    int most = (int) Math.min(program.candidates().high()[i], Math.max(limit, 0));
    for (int x = 0; x <= most; x++) {
      int minors = Math.min(x, program.candidates().minorsHigh()[i]);
      for (int m = 0; m <= Math.max(0, minors); m++) {
        if (program.allows(i, x, m)) {
          extend(program, rows, i, x, m, labels, next);
        }
      }
    }
    return next;
  }

  private static void extend(
      Program program,
      List<Row> rows,
      int i,
      int x,
      int m,
      Map<List<Integer>, Label> labels,
      Map<List<Integer>, Label> next) {
    long gain = program.personsGain(i, x) + program.minorsGain(i, m);
    for (Map.Entry<List<Integer>, Label> entry : labels.entrySet()) {
      List<Integer> state = new ArrayList<>(entry.getKey());
      boolean within = true;
      for (int r = 0; r < rows.size(); r++) {
        int used = state.get(r) + rows.get(r).use(i, x, m);
        within &= used <= rows.get(r).limits.most();
        state.set(r, used);
      }
      long value = entry.getValue().value + gain;
      @Nullable Label there = next.get(state);
      if (within && (there == null || there.value < value)) {
        next.put(state, new Label(value, x, m, entry.getValue()));
      }
    }
  }

  private static final List<Term> KINDS =
      List.of(Term.PERSONS, Term.MINORS, Term.SELECTED, Term.MINORS_PLACES);

  private static List<Row> rows(Program program) {
    List<Row> rows = new ArrayList<>();
    for (SharedRule rule : program.rules()) {
      int what = KINDS.indexOf(rule.quantity());
      add(rows, rule.limits(), what, rule.isGeneral() ? null : rule.members());
    }
    return rows;
  }

  private static void add(List<Row> rows, Bounds limits, int what, int @Nullable [] members) {
    if (!limits.isFree()) {
      rows.add(new Row(limits, what, members));
    }
  }

  private record Row(Bounds limits, int what, int @Nullable [] members) {
    int use(int i, int x, int m) {
      if (members != null && Arrays.binarySearch(members, i) < 0) {
        return 0;
      }
      return switch (what) {
        case 0 -> x;
        case 1 -> m;
        case 2 -> x > 0 ? 1 : 0;
        default -> m > 0 ? 1 : 0;
      };
    }
  }

  private record Label(long value, int x, int m, @Nullable Label before) {
    static final Label START = new Label(0, 0, 0, null);

    Assignment assignment(int size) {
      int[] persons = new int[size];
      int[] minors = new int[size];
      Label label = this;
      for (int i = size - 1; i >= 0 && label != null; i--) {
        persons[i] = label.x;
        minors[i] = label.m;
        label = label.before;
      }
      return new Assignment(persons, minors);
    }
  }
}
