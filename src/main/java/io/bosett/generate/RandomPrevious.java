package io.bosett.generate;

import io.bosett.model.Previous;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws a previous allocation, of candidates or not, with the costs of change. */
final class RandomPrevious {
  private RandomPrevious() {}

  static @Nullable Previous draw(DrawContext drawContext) {
    SeededRandom draw = drawContext.draw();
    if (draw.chance(0.75)) {
      return null;
    }
    Map<String, Integer> allocation = new TreeMap<>();
    for (String id : draw.someOrOne(drawContext.municipalities(), 0.5)) {
      allocation.put(id, draw.between(draw.chance(0.1) ? 0 : 1, 2 * drawContext.typical() + 1));
    }
    return new Previous(
        allocation, draw.oneOf(0.0, 0.01, 0.1, 0.5, 0.1234567), draw.oneOf(0.0, 0.5, 1.0, 3.0));
  }
}
