package io.bosett.generate;

import static io.bosett.generate.RandomFigures.LAST_YEAR;
import static io.bosett.generate.RandomFigures.POPULATION;
import static io.bosett.generate.RandomFigures.SETTLED;

import io.bosett.model.CellRef;
import io.bosett.model.Places;
import io.bosett.model.Places.Per1000;
import io.bosett.model.Places.ShareOf;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Draws the rules on places and on the selection. */
final class RandomPlaces {
  private RandomPlaces() {}

  static Places draw(DrawContext drawContext) {
    SeededRandom draw = drawContext.draw();
    int typical = drawContext.typical();
    int most = draw.chance(0.9) ? 2 * typical : Integer.MAX_VALUE;
    int few = Math.min(drawContext.size().minimum(), most);
    int minimum = draw.chance(0.4) ? 1 : draw.between(1, few);
    @Nullable Integer maximum = draw.chance(0.2) ? draw.between(typical + 1, 5 * typical) : null;
    @Nullable ShareOf shareOf =
        draw.chance(0.1)
            ? new ShareOf(
                new CellRef(SETTLED, LAST_YEAR), draw.decimal("1", "0.75", "0.58", "0.5", "0.333"))
            : null;
    return new Places(minimum, maximum, shareOf, draw.chance(0.1) ? per1000(draw, typical) : null);
  }

  private static Per1000 per1000(SeededRandom draw, int typical) {
    BigDecimal value =
        BigDecimal.valueOf(typical)
            .multiply(draw.decimal("9", "12.5", "20", "40.1", "80"))
            .stripTrailingZeros();
    String plain = value.toPlainString();
    return new Per1000(new CellRef(POPULATION, LAST_YEAR), new BigDecimal(plain));
  }

  static @Nullable Selection selection(DrawContext drawContext) {
    SeededRandom draw = drawContext.draw();
    int n = drawContext.candidates().size();
    if (draw.chance(0.5)) {
      return null;
    }
    if (draw.chance(0.6)) {
      return new Selection.Share(
          draw.decimal("0.5", "0.5", "0.55", "0.3", "0.75", "1"),
          draw.decimal("0", "0.05", "0.1", "0.2"));
    }
    int least = draw.between(0, draw.chance(0.9) ? n / 2 : n + 1);
    int most = draw.between(Math.max(1, least), n + 1);
    return switch (draw.between(1, 3)) {
      case 1 -> new Selection.Count(least, null);
      case 2 -> new Selection.Count(null, most);
      default -> new Selection.Count(least, most);
    };
  }
}
