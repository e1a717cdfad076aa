package io.bosett.program.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Ids;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AscendingLookupTest {
  @Test
  void positions_asked_for_in_ascending_order_are_those_of_the_dataset() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      DatasetBuilder builder = new DatasetBuilder("", "");
      TreeSet<String> asked = new TreeSet<>(Ids.BY_CODE_POINT);
      int ids = random.nextInt(60);
      for (int i = 0; i < ids; i++) {
        String id = Integer.toString(random.nextInt(40) + 100 * i);
        builder.municipality(id, "", "1");
        if (random.nextInt(3) == 0) {
          asked.add(id);
        }
        if (random.nextInt(5) == 0) {
          asked.add(Integer.toString(random.nextInt(7000)));
        }
      }
      Dataset dataset = builder.build();
      AscendingLookup lookup = new AscendingLookup(dataset);
      for (String id : asked) {
        assertThat(lookup.position(id))
            .as("seed %d, id %s", seed, id)
            .isEqualTo(dataset.position(id));
      }
    }
  }
}
