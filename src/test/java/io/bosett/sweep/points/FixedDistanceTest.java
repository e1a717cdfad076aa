package io.bosett.sweep.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.TinyProblem;
import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far an allocation is from an optimum. */
final class FixedDistanceTest {
  /** Nobody has to move where one of the two only has more than the other. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 5})
  void persons_that_only_one_of_them_has_are_not_moved(int more) {
    Problem problem = TinyProblem.of(TinyProblem.dataset(4, 3, 2, 1), 6, 0, s -> s);
    Result result =
        new CheckedSolver(new Decomposition(), new LagrangianCertifier())
            .solve(problem, SolveOptions.DEFAULT)
            .result();
    SortedMap<String, Integer> persons = new TreeMap<>();
    result.places().forEach(place -> persons.put(place.municipality(), place.persons()));
    persons.merge(persons.firstKey(), more, Integer::sum);
    ComparedAllocation fixed = new ComparedAllocation("f", persons, null, 0, null, null);
    assertThat(new FixedDistance(fixed).from(Compiler.compile(problem), result).otherwise())
        .isZero();
  }
}
