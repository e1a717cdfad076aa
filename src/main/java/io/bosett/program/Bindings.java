package io.bosett.program;

import io.bosett.model.Problem;
import io.bosett.model.Result.Binding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The binding rules of the candidates' numbers in an assignment.
 *
 * @param candidates with caps and fixed marks
 * @param minimum nobody is asked for fewer; 1 means none
 * @param inRegion members of a region that has reached one of its limits
 */
record Bindings(CandidateRanges candidates, int minimum, BitSet inRegion) {
  /** All sets of binding rules as lists, indexed by the sum of {@code 1 << ordinal}. */
  private static final List<List<Binding>> SETS = sets();

  static Bindings of(Problem problem, Program program, Assignment assignment) {
    BitSet inRegion = new BitSet();
    for (SharedRule rule : program.rules()) {
      if (!rule.isGeneral()
          && !rule.limits().isFree()
          && rule.limits().isReachedBy(rule.sum(assignment))) {
        Arrays.stream(rule.members()).forEach(inRegion::set);
      }
    }
    return new Bindings(program.candidates(), problem.scenario().places().minimum(), inRegion);
  }

  /**
   * The binding rules of candidate {@code i}, in the order of {@link Binding}; the lists are
   * shared.
   */
  List<Binding> at(int i, int persons) {
    int set = persons == candidates.caps()[i] ? 1 << Binding.CAP.ordinal() : 0;
    set |= minimum > 1 && persons == minimum ? 1 << Binding.MINIMUM.ordinal() : 0;
    set |= candidates.fixed().get(i) ? 1 << Binding.FIXED.ordinal() : 0;
    set |= inRegion.get(i) ? 1 << Binding.REGION.ordinal() : 0;
    return SETS.get(set);
  }

  private static List<List<Binding>> sets() {
    List<List<Binding>> sets = new ArrayList<>();
    for (int set = 0; set < 1 << Binding.values().length; set++) {
      List<Binding> members = new ArrayList<>();
      for (Binding binding : Binding.values()) {
        if ((set & 1 << binding.ordinal()) != 0) {
          members.add(binding);
        }
      }
      sets.add(List.copyOf(members));
    }
    return List.copyOf(sets);
  }
}
