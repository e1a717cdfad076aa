package io.bosett.benchmark.instances;

import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * An earlier allocation at three places of five, somewhere around what a place can take, that
 * changes cost something against.
 *
 * @param moved cost per person moved
 * @param switched cost per place that joins or drops out
 */
record PreviousNear(double moved, double switched, SplittableRandom random) implements Step {
  @Override
  public Problem apply(Problem problem) {
    Program program = Compiler.compile(problem);
    double even = (double) problem.scenario().demand().persons() / (0.6 * program.size());
    Map<String, Integer> allocation = new TreeMap<>();
    for (int i = 0; i < program.size(); i++) {
      if (random.nextDouble() < 0.6) {
        double about = Math.min(program.candidates().high()[i], even);
        int persons = (int) Math.max(1, about * Steps.real(random, 0.4, 2));
        allocation.put(program.candidates().ids()[i], persons);
      }
    }
    Draft draft = new Draft(problem);
    draft.previous = new Previous(allocation, moved, switched);
    return draft.problem();
  }
}
