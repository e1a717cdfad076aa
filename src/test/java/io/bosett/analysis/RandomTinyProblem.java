package io.bosett.analysis;

import io.bosett.model.Band;
import io.bosett.model.CellRef;
import io.bosett.model.Dataset;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws tiny problems with all kinds of rules, often too many to hold. */
final class RandomTinyProblem {
  private static final CellRef SETTLED = new CellRef("settled", 2017);

  private final Random random;
  private final int persons;
  private final int quota;

  private RandomTinyProblem(Random random) {
    this.random = random;
    persons = 6 + random.nextInt(20);
    quota = chance(0.5) ? random.nextInt(persons / 2 + 1) : 0;
  }

  static Problem of(long seed) {
    return new RandomTinyProblem(new Random(seed)).draw();
  }

  private Problem draw() {
    int[] populations = random.ints(3 + random.nextInt(2), 100, 1500).toArray();
    Dataset dataset = TinyProblem.dataset(populations);
    return TinyProblem.of(
        dataset,
        persons,
        quota,
        p ->
            p.places(places())
                .minors(minors())
                .selection(selection(populations.length))
                .regions(regions())
                .fixed(fixed(populations.length)));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private BigDecimal hundredths(int least, int most) {
    return BigDecimal.valueOf(least + random.nextInt(most - least + 1), 2);
  }

  private Places places() {
    @Nullable Integer maximum = chance(0.4) ? Integer.valueOf(3 + random.nextInt(8)) : null;
    Places.@Nullable ShareOf share =
        chance(0.4) ? new Places.ShareOf(SETTLED, hundredths(30, 100)) : null;
    Places.@Nullable Per1000 per1000 =
        chance(0.3)
            ? new Places.Per1000(new CellRef("population", 2017), hundredths(300, 1200))
            : null;
    return new Places(1 + random.nextInt(4), maximum, share, per1000);
  }

  private Minors minors() {
    Minors.@Nullable Who who =
        chance(0.3)
            ? new Minors.Who.Condition(SETTLED, BigDecimal.valueOf(1 + random.nextInt(12)), null)
            : null;
    return new Minors(
        1 + random.nextInt(3),
        hundredths(25, 100),
        chance(0.3) ? Integer.valueOf(1 + random.nextInt(5)) : null,
        chance(0.3) ? Integer.valueOf(random.nextInt(3)) : null,
        who);
  }

  private @Nullable Selection selection(int n) {
    if (chance(0.4)) {
      return new Selection.Share(hundredths(30, 100), hundredths(0, 20));
    }
    int most = random.nextInt(n + 1);
    return chance(0.3) ? new Selection.Count(random.nextInt(most + 1), most) : null;
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (int r = random.nextInt(3); r > 0; r--) {
      regions.add(
          new Region(
              "r" + r, Integer.toString(1 + random.nextInt(2)), List.of(), band(15),
              chance(0.3) ? band(4) : Band.FREE, chance(0.3) ? band(2) : Band.FREE));
    }
    return regions;
  }

  private Band band(int range) {
    int most = random.nextInt(range + 1);
    Integer least = chance(0.5) ? Integer.valueOf(random.nextInt(most + 1)) : null;
    return new Band(least, chance(0.5) ? Integer.valueOf(most) : null);
  }

  private List<Fixed> fixed(int n) {
    List<Fixed> fixed = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String id = Character.toString((char) ('A' + i));
      switch (random.nextInt(12)) {
        case 0 -> fixed.add(new Fixed(id, 4 + random.nextInt(12), null, null));
        case 1 -> fixed.add(new Fixed(id, null, null, chance(0.5)));
        case 2 -> fixed.add(new Fixed(id, null, 0, null));
        default -> {}
      }
    }
    return fixed;
  }
}
