package io.bosett.program.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.LongRanges;
import io.bosett.model.Fit;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cutting a long range at its bends gives the same steps as looking at every amount. */
class IncrementalFormLongTest {
  @Test
  void a_range_cut_at_its_bends_has_the_gain_of_every_amount() {
    int checked = 0;
    for (long seed = 0; seed < 200; seed++) {
      Problem problem = LongRanges.of(seed, 6_000);
      if (problem.scenario().fit() == Fit.PROPORTIONAL) {
        continue;
      }
      Program program = Compiler.compile(problem);
      for (int i = 0; i < program.size(); i++) {
        checked++;
        int candidate = i;
        int high = program.candidates().high()[i];
        int before = program.changeCost() == null ? 0 : program.changeCost().before()[i];
        int[] bends =
            IntStream.concat(
                    IntStream.of(program.personsGains().bends(i, 0, high)),
                    IntStream.of(0, Math.min(before, high - 1)))
                .sorted()
                .distinct()
                .toArray();
        List<IncrementalForm> cut =
            IncrementalForm.ofLinear(x -> program.personsGain(candidate, x), bends, 0, high);
        agree(seed, cut, program, i, high);
      }
    }
    assertThat(checked).isGreaterThan(200);
  }

  private static void agree(
      long seed, List<IncrementalForm> cut, Program program, int i, int high) {
    int next = 0;
    for (IncrementalForm piece : cut) {
      assertThat(piece.from()).as("seed %d", seed).isEqualTo(next);
      long gain = piece.gain();
      int x = piece.from();
      for (int k = 0; k < piece.widths().length; k++) {
        assertThat(k == 0 || piece.slopes()[k] < piece.slopes()[k - 1]).isTrue();
        for (int step = 0; step < piece.widths()[k]; step++) {
          assertThat(gain).as("seed %d, %d", seed, x).isEqualTo(program.personsGain(i, x));
          gain += piece.slopes()[k];
          x++;
        }
      }
      assertThat(gain).as("seed %d", seed).isEqualTo(program.personsGain(i, x));
      assertThat(x).as("seed %d", seed).isEqualTo(piece.to());
      next = x + 1;
    }
    assertThat(next).isEqualTo(high + 1);
  }
}
