package io.bosett.generate;

import io.bosett.model.CellRef;
import io.bosett.model.Minors;
import io.bosett.model.Minors.Who;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the rules on minors. */
final class RandomMinors {
  private RandomMinors() {}

  static Minors draw(DrawContext drawContext) {
    SeededRandom draw = drawContext.draw();
    if (draw.chance(0.15)) {
      return Minors.DEFAULT;
    }
    int n = drawContext.candidates().size();
    int quota = drawContext.demand().minors();
    int group = draw.oneOf(1, 1, 1, 2, 2, 3);
    @Nullable Integer maximum =
        draw.chance(0.25) ? draw.between(group, Math.max(group, quota)) : null;
    @Nullable Integer places = draw.chance(0.3) ? draw.between(Math.max(1, n / 3), n) : null;
    BigDecimal share = share(draw);
    return new Minors(group, share, maximum, places, draw.chance(0.25) ? who(drawContext) : null);
  }

  private static BigDecimal share(SeededRandom draw) {
    return draw.chance(0.02)
        ? BigDecimal.ZERO
        : draw.decimal(
            "1", "1", "1", "0.5", "0.5", "0.58", "0.75", "0.3", "0.333", "0.33333333333");
  }

  private static Who who(DrawContext drawContext) {
    SeededRandom draw = drawContext.draw();
    List<String> municipalities = drawContext.municipalities();
    if (draw.chance(0.4)) {
      return new Who.Listed(draw.someOrOne(municipalities, 0.75));
    }
    CellRef cell = new CellRef(RandomFigures.SETTLED, RandomFigures.LAST_YEAR);
    return switch (draw.between(1, 4)) {
      case 1 -> new Who.Condition(cell, BigDecimal.valueOf(drawContext.typical()), null);
      case 2 -> new Who.Condition(cell, null, BigDecimal.valueOf(2L * drawContext.typical()));
      case 3 -> new Who.Condition(cell, BigDecimal.ONE, BigDecimal.valueOf(drawContext.typical()));
      default -> new Who.Condition(cell, BigDecimal.ONE, null);
    };
  }
}
