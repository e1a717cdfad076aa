package io.bosett.generate;

import io.bosett.model.Column;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Minors.Who;
import io.bosett.model.Places;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws fixed municipalities, of every kind that is valid. */
final class RandomFixed {
  private final DrawContext drawContext;
  private final SeededRandom draw;
  private final Places places;
  private final Minors minors;

  private RandomFixed(DrawContext drawContext, Places places, Minors minors) {
    this.drawContext = drawContext;
    draw = drawContext.draw();
    this.places = places;
    this.minors = minors;
  }

  static List<Fixed> draw(DrawContext drawContext, Places places, Minors minors) {
    SeededRandom draw = drawContext.draw();
    if (draw.chance(0.7)) {
      return List.of();
    }
    RandomFixed fixed = new RandomFixed(drawContext, places, minors);
    List<Fixed> entries = new ArrayList<>();
    List<String> left = new ArrayList<>(drawContext.municipalities());
    int count = Math.min(left.size(), draw.between(1, drawContext.size().fixed()));
    for (int k = 0; k < count; k++) {
      String id = left.remove(draw.between(0, left.size() - 1));
      entries.add(fixed.entry(id));
    }
    return entries;
  }

  private Fixed entry(String id) {
    boolean candidate = Collections.binarySearch(drawContext.candidates(), id) >= 0;
    if (!candidate || draw.chance(0.2)) {
      return nobody(id);
    }
    int most = Math.max(places.minimum(), drawContext.typical() + 1);
    int persons = draw.between(places.minimum(), draw.chance(0.9) ? most : 3 * most);
    return switch (draw.between(1, 4)) {
      case 1 -> new Fixed(id, null, null, true);
      case 2 -> new Fixed(id, persons, null, draw.chance(0.2) ? true : null);
      case 3 -> new Fixed(id, persons, minorsWithin(id, persons), null);
      default -> new Fixed(id, null, minorsWithin(id, drawContext.demand().persons()), null);
    };
  }

  private Fixed nobody(String id) {
    return switch (draw.between(1, 4)) {
      case 1 -> new Fixed(id, 0, null, null);
      case 2 -> new Fixed(id, null, 0, null);
      case 3 -> new Fixed(id, 0, 0, false);
      default -> new Fixed(id, null, null, false);
    };
  }

  private int minorsWithin(String id, int persons) {
    int most =
        minors
            .maximumShare()
            .multiply(BigDecimal.valueOf(persons))
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
    int quota = drawContext.demand().minors();
    most = Math.min(most, Math.max(minors.minimumGroup(), quota));
    boolean none = quota == 0 ? draw.chance(0.95) : draw.chance(0.3);
    return none || !mayTakeMinors(id) || most < minors.minimumGroup()
        ? 0
        : draw.between(minors.minimumGroup(), most);
  }

  private boolean mayTakeMinors(String id) {
    @Nullable Who who = minors.candidates();
    if (who instanceof Who.Listed listed) {
      return listed.municipalities().contains(id);
    }
    return !(who instanceof Who.Condition condition) || meets(condition, id);
  }

  private boolean meets(Who.Condition condition, String id) {
    @Nullable Column column =
        drawContext.dataset().column(condition.cell().indicator(), condition.cell().year());
    int position = drawContext.dataset().position(id);
    @Nullable BigDecimal least = condition.atLeast();
    @Nullable BigDecimal most = condition.atMost();
    if (column == null || !column.isNumber(position)) {
      return false;
    }
    BigDecimal cell = BigDecimal.valueOf(column.value(position));
    return (least == null || cell.compareTo(least) >= 0)
        && (most == null || cell.compareTo(most) <= 0);
  }
}
