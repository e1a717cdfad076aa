package io.bosett.solve.decomposition.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Term;
import io.bosett.solve.decomposition.Closable;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Plain;
import io.bosett.solve.decomposition.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChoiceItemsTest {
  @Test
  void items_reach_the_sums_that_all_choices_reach_at_the_same_least_losses() {
    Seeds.run(
        3_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 4);
          drawn.regions = Math.max(0, drawn.between(-2, 3));
          drawn.disjoint = drawn.random.nextBoolean();
          drawn.most = 8;
          Closable closable = Closable.of(drawn);
          if (closable != null) {
            assertThat(meetingDemand(closable, closable.byItems()))
                .isEqualTo(meetingDemand(closable, closable.byEnumeration()));
          }
        });
  }

  /** Movers do not go farther than the demand may ask for, so only sums that meet it compare. */
  private static Map<List<Long>, Long> meetingDemand(
      Closable closable, Map<List<Long>, Long> losses) {
    Map<List<Long>, Long> meeting = new HashMap<>(losses);
    meeting.keySet().removeIf(sums -> sums.get(0) != closable.program.limits(Term.PERSONS).least());
    return meeting;
  }

  @Test
  void options_of_items_taken_together_are_allowed_and_lose_what_they_say() {
    Seeds.run(
        3_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 6);
          drawn.regions = Math.max(0, drawn.between(-2, 3));
          Closable closable = Closable.of(drawn);
          if (closable != null) {
            assertTogether(closable, drawn.random);
          }
        });
  }

  private static void assertTogether(Closable closable, SplittableRandom random) {
    int[] persons = closable.base.persons.clone();
    int[] minors = closable.base.minors.clone();
    long loss = 0;
    for (ChoiceItem item : closable.items) {
      int option = random.nextInt(item.size());
      item.apply(option, persons, minors);
      loss += item.loss(option);
    }
    long lost = 0;
    for (int i = 0; i < persons.length; i++) {
      assertThat(closable.program.allows(i, persons[i], minors[i])).isTrue();
      List<Plain.Option> options =
          Plain.options(closable.program, i, closable.base.u, Closable.SCALE);
      Plain.Option taken = new Plain.Option(persons[i], minors[i], 0);
      lost += Plain.best(options) - value(options, taken);
    }
    assertThat(lost).isEqualTo(loss);
  }

  private static long value(List<Plain.Option> options, Plain.Option taken) {
    return options.stream()
        .filter(o -> o.persons() == taken.persons() && o.minors() == taken.minors())
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void a_second_choice_is_seen_exactly_when_there_is_one() {
    Seeds.run(
        2_000,
        seed -> {
          Closable closable = Closable.of(new Drawn(seed, 6));
          if (closable != null) {
            for (int i = 0; i < closable.program.size(); i++) {
              assertSecond(closable, i);
            }
          }
        });
  }

  private static void assertSecond(Closable closable, int i) {
    List<Plain.Option> options =
        new ArrayList<>(Plain.options(closable.program, i, closable.base.u, Closable.SCALE));
    long best = Plain.best(options);
    options.removeIf(option -> best - option.value() > closable.budget);
    closable.base.exact.look(i);
    boolean seen =
        ChoiceItems.ofSecondChoices(closable.base.exact, closable.base, closable.budget)
            .hasSecondChoice();
    assertThat(seen).isEqualTo(options.size() > 1);
    assertThat(options.size() > 1 && closable.base.nextLoss[i] > closable.budget).isFalse();
  }
}
