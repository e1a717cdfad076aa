package io.bosett.generate;

import io.bosett.model.Band;
import io.bosett.model.Dataset;
import io.bosett.model.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws regions: counties and lists, some of them overlapping, with bands around their natural
 * shares.
 */
final class RandomRegions {
  private final DrawContext drawContext;
  private final SeededRandom draw;

  private RandomRegions(DrawContext drawContext) {
    this.drawContext = drawContext;
    draw = drawContext.draw();
  }

  static List<Region> draw(DrawContext drawContext) {
    RandomRegions regions = new RandomRegions(drawContext);
    if (drawContext.draw().chance(0.5)) {
      return List.of();
    }
    List<Region> drawn = new ArrayList<>();
    int count = drawContext.draw().between(1, drawContext.size().regions());
    for (int r = 0; r < count; r++) {
      drawn.add(regions.region("Region " + (r + 1)));
    }
    return drawn;
  }

  private Region region(String name) {
    Dataset dataset = drawContext.dataset();
    String some = draw.oneOf(drawContext.candidates());
    @Nullable String county = draw.chance(0.5) ? dataset.county(dataset.position(some)) : null;
    List<String> listed = county == null ? listed(some) : List.of();
    long members =
        drawContext.candidates().stream()
            .filter(
                id ->
                    county == null
                        ? listed.contains(id)
                        : dataset.county(dataset.position(id)).equals(county))
            .count();
    double share = (double) members / drawContext.candidates().size();
    int kind = draw.between(1, 5);
    return new Region(
        name,
        county,
        listed,
        kind <= 3 ? band(share * drawContext.demand().persons()) : Band.FREE,
        kind >= 4 || draw.chance(0.2) ? minorsBand(kind, share) : Band.FREE,
        kind == 5 || draw.chance(0.2) ? band(0.7 * members) : Band.FREE);
  }

  private Band minorsBand(int kind, double share) {
    return kind == 5 && draw.chance(0.7) ? Band.FREE : band(share * drawContext.demand().minors());
  }

  private List<String> listed(String some) {
    List<String> listed = new ArrayList<>(draw.some(drawContext.municipalities(), 0.4));
    if (!listed.contains(some)) {
      listed.add(some);
    }
    return listed;
  }

  private Band band(double expected) {
    int least = (int) Math.floor(expected * draw.oneOf(0.2, 0.4, 0.6, 0.9));
    int most = (int) Math.ceil(expected * draw.oneOf(0.8, 1.2, 1.5, 2.0));
    return switch (draw.between(1, 3)) {
      case 1 -> new Band(least, null);
      case 2 -> new Band(null, most);
      default -> new Band(Math.min(least, most), most);
    };
  }
}
