package io.bosett.oracle;

import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the numbers of persons that a candidate has in nearly optimal assignments. */
final class NearlyBest {
  private NearlyBest() {}

  /**
   * The candidate's numbers of persons, ascending; none when no assignment satisfies all rules.
   *
   * @param slack by how many units an assignment may be worse
   */
  static NavigableSet<Integer> persons(Program program, int candidate, long slack) {
    SortedMap<Integer, Long> best = bestByPersons(program, candidate);
    TreeSet<Integer> persons = new TreeSet<>();
    long top = best.values().stream().mapToLong(v -> v).max().orElse(0);
    best.forEach(
        (x, objective) -> {
          if (objective >= top - slack) {
            persons.add(x);
          }
        });
    return persons;
  }

  /** The best objective with each number of persons of a candidate that some assignment gives. */
  static SortedMap<Integer, Long> bestByPersons(Program program, int candidate) {
    List<List<Option>> options = new ArrayList<>(Option.all(program));
    List<Option> own = options.get(candidate);
    SortedMap<Integer, Long> best = new TreeMap<>();
    for (int x : own.stream().map(Option::persons).distinct().toList()) {
      options.set(candidate, own.stream().filter(o -> o.persons() == x).toList());
      Optional<Optimum> optimum = PlainDynamicProgram.solve(program, options);
      optimum.ifPresent(found -> best.put(x, found.objective()));
    }
    return best;
  }
}
