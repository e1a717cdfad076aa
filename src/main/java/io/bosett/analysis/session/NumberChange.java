package io.bosett.analysis.session;

import io.bosett.model.Ids;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A municipality's numbers in two allocations.
 *
 * @param municipality id
 * @param from in the first
 * @param to in the second
 */
public record NumberChange(String municipality, Numbers from, Numbers to) {
  private static final Numbers NOBODY = new Numbers(0, 0);

  /** Persons, and the minors among them. */
  public record Numbers(int persons, int minors) {
    static Numbers of(Assignment assignment, int i) {
      return new Numbers(assignment.persons()[i], assignment.minors()[i]);
    }
  }

  /** By how many persons the number grows. */
  public int gain() {
    return to.persons - from.persons;
  }

  /** Whether it is asked for somebody only in the second. */
  public boolean enters() {
    return from.persons == 0 && to.persons > 0;
  }

  /** Whether it is asked for somebody only in the first. */
  public boolean leaves() {
    return from.persons > 0 && to.persons == 0;
  }

  /** All differences between two allocations of one program's candidates, ascending by id. */
  public static List<NumberChange> between(Program program, Assignment from, Assignment to) {
    List<NumberChange> changes = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      if (from.persons()[i] != to.persons()[i] || from.minors()[i] != to.minors()[i]) {
        String id = program.candidates().ids()[i];
        changes.add(new NumberChange(id, Numbers.of(from, i), Numbers.of(to, i)));
      }
    }
    return changes;
  }

  /**
   * All differences between two allocations, ascending by id; who is a candidate of one program
   * alone is asked for nobody in the other.
   */
  public static List<NumberChange> between(
      Program program, Assignment from, Program otherProgram, Assignment to) {
    if (Arrays.equals(program.candidates().ids(), otherProgram.candidates().ids())) {
      return between(program, from, to);
    }
    SortedMap<String, Numbers> before = numbers(program, from);
    SortedMap<String, Numbers> after = numbers(otherProgram, to);
    SortedSet<String> ids = new TreeSet<>(Ids.BY_CODE_POINT);
    ids.addAll(before.keySet());
    ids.addAll(after.keySet());
    return ids.stream()
        .map(id -> new NumberChange(id, orNobody(before.get(id)), orNobody(after.get(id))))
        .filter(change -> !change.from.equals(change.to))
        .toList();
  }

  /**
   * The differences between two allocations, from those of both from a third one, ascending by id.
   *
   * @param first differences of the first
   * @param second differences of the second
   */
  public static List<NumberChange> between(List<NumberChange> first, List<NumberChange> second) {
    SortedMap<String, Numbers> from = new TreeMap<>(Ids.BY_CODE_POINT);
    SortedMap<String, Numbers> to = new TreeMap<>(Ids.BY_CODE_POINT);
    for (NumberChange one : first) {
      from.put(one.municipality, one.to);
      to.put(one.municipality, one.from);
    }
    for (NumberChange one : second) {
      from.putIfAbsent(one.municipality, one.from);
      to.put(one.municipality, one.to);
    }
    return from.entrySet().stream()
        .map(e -> new NumberChange(e.getKey(), e.getValue(), orNobody(to.get(e.getKey()))))
        .filter(change -> !change.from.equals(change.to))
        .toList();
  }

  private static Numbers orNobody(@Nullable Numbers numbers) {
    return numbers == null ? NOBODY : numbers;
  }

  /** Of all who are asked. */
  private static SortedMap<String, Numbers> numbers(Program program, Assignment assignment) {
    SortedMap<String, Numbers> numbers = new TreeMap<>(Ids.BY_CODE_POINT);
    for (int i = 0; i < program.size(); i++) {
      if (assignment.persons()[i] > 0) {
        numbers.put(program.candidates().ids()[i], Numbers.of(assignment, i));
      }
    }
    return numbers;
  }
}
