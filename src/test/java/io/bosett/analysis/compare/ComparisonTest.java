package io.bosett.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bosett.analysis.TinyProblem;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Ids;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final Dataset FOUR = TinyProblem.dataset(800, 1000, 1200, 400);
  private static final Problem PROBLEM = TinyProblem.of(FOUR, 20, 0, p -> p);
  private static final Program PROGRAM = Compiler.compile(PROBLEM);

  private static ComparedAllocation side(String label, Map<String, Integer> persons) {
    SortedMap<String, Integer> sorted = new TreeMap<>(Ids.BY_CODE_POINT);
    sorted.putAll(persons);
    return new ComparedAllocation(label, sorted, null, 0, null, null);
  }

  @Test
  void who_enters_leaves_gains_and_loses_is_listed_by_size() {
    Comparison comparison =
        Comparison.of(
            PROBLEM,
            PROGRAM,
            side("old", Map.of("A", 5, "B", 5, "C", 10)),
            side("new", Map.of("A", 7, "C", 4, "D", 8, "X", 1)));
    assertThat(comparison.enters())
        .extracting(Comparison.Move::municipality)
        .containsExactly("D", "X");
    assertThat(comparison.leaves()).extracting(Comparison.Move::change).containsExactly(-5);
    assertThat(comparison.gains()).extracting(Comparison.Move::change).containsExactly(2);
    assertThat(comparison.loses()).extracting(Comparison.Move::change).containsExactly(-6);
    assertThat(comparison.selectedInCommon()).isEqualTo(2);
    assertThat(comparison.overlap()).isEqualTo(9);
    assertThat(comparison.placedOtherwise()).isEqualTo(11);
    assertThat(comparison.absoluteDifference()).isEqualTo(22);
    assertThat(comparison.right().outside()).isEqualTo(new Comparison.Outside(1, 1));
    assertThat(comparison.enters().get(1).candidate()).isFalse();
  }

  @Test
  void with_equal_totals_placed_otherwise_is_half_the_absolute_difference() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      ComparedAllocation left = side("left", draw(random));
      ComparedAllocation right = side("right", draw(random));
      Comparison there = Comparison.of(PROBLEM, PROGRAM, left, right);
      Comparison back = Comparison.of(PROBLEM, PROGRAM, right, left);
      assertThat(there.placedOtherwise() * 2).isEqualTo(there.absoluteDifference());
      assertThat(back.placedOtherwise()).isEqualTo(there.placedOtherwise());
      assertThat(back.enters()).hasSameSizeAs(there.leaves());
    }
  }

  /** Twenty persons over four municipalities. */
  private static Map<String, Integer> draw(Random random) {
    Map<String, Integer> persons = new TreeMap<>();
    for (int k = 0; k < 20; k++) {
      persons.merge(FOUR.municipality(random.nextInt(4)), 1, Integer::sum);
    }
    return persons;
  }

  @Test
  void the_fit_of_a_result_is_the_one_it_reports() {
    Result result =
        new CheckedSolver(new Decomposition(), new LagrangianCertifier())
            .solve(PROBLEM, SolveOptions.DEFAULT)
            .result();
    ComparedAllocation side = ComparedAllocation.of("result", result);
    Comparison comparison = Comparison.of(PROBLEM, PROGRAM, side, side);
    assertThat(comparison.left().fit().persons()).isCloseTo(result.fit().persons(), within(1e-12));
    assertThat(comparison.placedOtherwise()).isZero();
    assertThat(comparison.notes()).isEmpty();
  }

  @Test
  void an_indicator_is_compared_as_it_stands_and_suppressed_cells_are_told() {
    DatasetBuilder builder = new DatasetBuilder("tiny", "tiny");
    for (String id : new String[] {"A", "B", "C"}) {
      builder.municipality(id, id, "1").number(id, "population", 2017, 100);
    }
    builder.number("A", "requested", 2018, 12).suppressed("B", "requested", 2018);
    Dataset dataset = builder.build();
    Problem problem = TinyProblem.of(dataset, 10, 0, p -> p);
    ComparedAllocation requested = ComparedAllocation.of(dataset, "requested", 2018);
    Comparison comparison =
        Comparison.of(problem, Compiler.compile(problem), side("mine", Map.of("A", 10)), requested);
    assertThat(comparison.right().persons()).isEqualTo(12);
    assertThat(comparison.placedOtherwise()).isZero();
    assertThat(comparison.notes())
        .containsExactly(
            new Comparison.Note(Comparison.Note.Kind.TOTALS_DIFFER, "", 2),
            new Comparison.Note(Comparison.Note.Kind.SUPPRESSED, "requested:2018", 1));
    assertThatThrownBy(() -> ComparedAllocation.of(dataset, "requested", 2011))
        .hasMessageContaining("no cell of indicator 'requested' in 2011; years with cells: [2018]");
  }
}
