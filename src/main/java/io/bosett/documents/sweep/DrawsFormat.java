package io.bosett.documents.sweep;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.sweep.SweepDocument.Draws;
import io.bosett.documents.sweep.SweepDocument.Method;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The format of {@code draws}. */
final class DrawsFormat {
  /** As far as an index into a Sobol sequence goes. */
  private static final int MOST_DRAWS = 2_000_000_000;

  private static final long LARGEST_SEED = (1L << 53) - 1;
  private static final Map<String, Method> METHODS =
      new TreeMap<>(
          Map.of(
              "random", Method.RANDOM,
              "sobol", Method.SOBOL,
              "latinHypercube", Method.LATIN_HYPERCUBE));

  private DrawsFormat() {}

  static @Nullable Draws read(JsonCursor at, AxisFormat axes) {
    if (!at.isPresent()) {
      return null;
    }
    ObjectFields fields = at.fields("count", "seed", "method", "axes");
    int count = fields.need("count").whole(1, MOST_DRAWS, 1);
    @Nullable Long seed = fields.get("seed").longOrNull(0, LARGEST_SEED);
    Method method = fields.get("method").choice(METHODS, Method.SOBOL);
    JsonCursor list = fields.need("axes");
    return new Draws(count, seed == null ? 1 : seed, method, SweepFormat.axes(list, axes, false));
  }
}
