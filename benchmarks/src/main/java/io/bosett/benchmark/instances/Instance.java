package io.bosett.benchmark.instances;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance of the race.
 *
 * @param id unique
 * @param family what makes it interesting
 * @param size candidates, about
 * @param subsets named selections it belongs to, such as {@code quick}
 * @param recipe how it is made
 * @param known the best that is known of it, or null
 */
public record Instance(
    String id,
    String family,
    int size,
    List<String> subsets,
    Recipe recipe,
    @Nullable Known known) {
  public Instance {
    subsets = List.copyOf(subsets);
  }

  /** The same with other knowledge. */
  Instance with(@Nullable Known better) {
    return new Instance(id, family, size, subsets, recipe, better);
  }

  /** Names a problem by what its answer depends on, in 16 hexadecimal digits. */
  public static String fingerprint(Problem problem) {
    return ScenarioFormat.document(problem).hash().substring(0, 8)
        + problem.datasetHash().substring(0, 8);
  }
}
