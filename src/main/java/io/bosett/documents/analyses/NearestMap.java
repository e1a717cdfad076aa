package io.bosett.documents.analyses;

import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.model.Result;
import io.bosett.model.Tile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The map of who would be in with how many municipalities more or fewer; the number stands in the
 * tile, so that the picture needs no colours.
 */
final class NearestMap {
  private static final double WIDTH = 640;
  private static final double HEXAGON = 11;
  private static final int[] MOST = {5, 20, 50, 100};
  private static final String ASKED = "askedNow";
  private static final String NONE = "nearNone";
  private static final int DARK = 2;

  private final TileMap map;
  private final Map<String, String> kinds = new TreeMap<>();
  private final Map<String, Integer> changes = new TreeMap<>();

  NearestMap(Municipalities places, WhyNotReport report, Result optimum) {
    map = new TileMap(places.dataset(), HEXAGON);
    Set<String> asked =
        optimum.places().stream().map(Result.Place::municipality).collect(Collectors.toSet());
    asked.forEach(id -> kinds.put(id, ASKED));
    for (OfMunicipality one : report.municipalities()) {
      LeverAnswer lever = lever(one);
      if (lever != null && !asked.contains(one.municipality())) {
        kinds.put(one.municipality(), kind(one.municipality(), lever));
      }
    }
  }

  /** Whether a municipality that can be drawn has an answer. */
  boolean isWorthDrawing() {
    return kinds.entrySet().stream()
        .anyMatch(one -> !one.getValue().equals(ASKED) && map.tile(one.getKey()) != null);
  }

  private static @Nullable LeverAnswer lever(OfMunicipality one) {
    return one.levers().stream()
        .filter(lever -> lever.lever() == Lever.NUMBER_SELECTED && LeverScale.has(lever))
        .findFirst()
        .orElse(null);
  }

  private String kind(String id, LeverAnswer lever) {
    BigDecimal value = lever.value();
    BigDecimal now = lever.now();
    if (value == null || now == null) {
      return NONE;
    }
    int change = value.subtract(now).intValue();
    changes.put(id, change);
    int k = 0;
    while (k < MOST.length && Math.abs(change) > MOST[k]) {
      k++;
    }
    return "near" + k;
  }

  SvgPicture picture(ReportWords words) {
    SvgPicture picture = new SvgPicture(WIDTH);
    kinds.forEach(
        (id, kind) -> {
          Tile tile = map.tile(id);
          if (tile != null) {
            draw(picture, words, id, kind, tile);
          }
        });
    return picture.described(
        legend(words).stream().map(ReportPicture.Legend::text).collect(Collectors.joining("; ")));
  }

  private void draw(SvgPicture picture, ReportWords words, String id, String kind, Tile tile) {
    Integer change = changes.get(id);
    String text = change == null ? words.say(kind) : words.signed(BigDecimal.valueOf(change));
    map.draw(picture, tile, kind, map.name(id) + ": " + text);
    if (change != null) {
      String ink = kind.charAt(kind.length() - 1) - '0' < DARK ? "tile light" : "tile";
      picture.text(ink, map.x(tile), map.y(tile) + 3, String.valueOf(Math.abs(change)));
    }
  }

  /** What the colours mean, and how many each has. */
  List<ReportPicture.Legend> legend(ReportWords words) {
    List<ReportPicture.Legend> legend = new ArrayList<>();
    for (int k = 0; k <= MOST.length; k++) {
      String text =
          k == MOST.length
              ? words.say("nearMore", "" + MOST[k - 1])
              : words.say("nearMost", (k == 0 ? 1 : MOST[k - 1] + 1) + "\u2013" + MOST[k]);
      add(legend, "near" + k, text);
    }
    add(legend, NONE, words.say(NONE));
    add(legend, ASKED, words.say(ASKED));
    return legend;
  }

  private void add(List<ReportPicture.Legend> legend, String kind, String text) {
    long count = kinds.values().stream().filter(kind::equals).count();
    if (count > 0) {
      legend.add(new ReportPicture.Legend(kind, text + " (" + count + ")"));
    }
  }
}
