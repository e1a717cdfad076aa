package io.bosett.documents.analyses;

import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.NumberRange;
import io.bosett.analysis.stability.Side;
import io.bosett.analysis.stability.StabilityReport;
import io.bosett.analysis.stability.StabilityReport.Total;
import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pictures of a stability analysis: totals, the map, ranges as bars with gaps. */
final class StabilityPictures {
  private static final double WIDTH = 640;
  private static final double ROW = 18;
  private static final double NAMES = 170;
  private static final double PERCENT = 56;
  private static final double HEXAGON = 8;
  private static final String[] SIDES = {"always", "tossUp", "never"};

  private final StabilityReport report;
  private final TileMap tiles;
  private final int minimum;

  StabilityPictures(StabilityReport report, Dataset dataset, int minimum) {
    this.report = report;
    tiles = new TileMap(dataset, HEXAGON);
    this.minimum = minimum;
  }

  List<ReportPicture> all() {
    List<ReportPicture> pictures = new ArrayList<>();
    if (!report.candidates().isEmpty()) {
      pictures.add(
          new ReportPicture("totals", words -> "", words -> List.of(totals(words))).with(SIDES));
      int shown = report.totals().size() / 2;
      double loss = report.totals().get(shown).e().doubleValue();
      Function<ReportWords, String> e = words -> words.percent(loss);
      if (report.candidates().stream().anyMatch(one -> tiles.tile(one.municipality()) != null)) {
        pictures.add(new ReportPicture("map", e, words -> List.of(map(words, shown))).with(SIDES));
      }
      if (report.candidates().stream().anyMatch(one -> one.ranges() != null)) {
        pictures.add(
            new ReportPicture("ranges", e, words -> ranges(words, shown))
                .with(StabilityPictures::rangesLegend, words -> words.say("rangesApart")));
      }
    }
    return pictures;
  }

  private static List<ReportPicture.Legend> rangesLegend(ReportWords words) {
    return Stream.of("range", "zero")
        .map(kind -> new ReportPicture.Legend(kind, words.say(kind)))
        .toList();
  }

  private SvgPicture totals(ReportWords words) {
    SvgPicture picture = new SvgPicture(WIDTH);
    double y = 0;
    for (Total total : report.totals()) {
      double unit = (WIDTH - NAMES) / Math.max(1, total.always() + total.tossUp() + total.never());
      double x = NAMES;
      String numbers = total.always() + " / " + total.tossUp() + " / " + total.never();
      picture
          .text(0, y + ROW - 7, words.percent(total.e().doubleValue()))
          .text(PERCENT, y + ROW - 7, numbers);
      int[] counts = {total.always(), total.tossUp(), total.never()};
      Side[] sides = {Side.ALWAYS, Side.TOSS_UP, Side.NEVER};
      for (int k = 0; k < counts.length; k++) {
        String word = NamedTable.word(sides[k]);
        String title = words.say(word) + " " + counts[k];
        picture.rectangle(word, x, y, counts[k] * unit, ROW - 3, title);
        x += counts[k] * unit;
      }
      y += ROW;
    }
    return picture;
  }

  private SvgPicture map(ReportWords words, int shown) {
    SvgPicture picture = new SvgPicture(WIDTH);
    for (CandidateStability one : report.candidates()) {
      Tile tile = tiles.tile(one.municipality());
      if (tile != null) {
        Side side = one.classes().get(shown);
        String word = side == null ? "unknown" : NamedTable.word(side);
        String name = tiles.name(one.municipality());
        String title = side == null ? name : name + ": " + words.say(word);
        tiles.draw(picture, tile, word, title);
      }
    }
    return picture;
  }

  private List<SvgPicture> ranges(ReportWords words, int shown) {
    List<CandidateStability> open =
        report.candidates().stream().filter(one -> isOpen(one, shown)).toList();
    int most = 1;
    for (CandidateStability one : open) {
      most = Math.max(most, range(one, shown).most());
    }
    List<SvgPicture> pictures = new ArrayList<>();
    for (int from = 0; from == 0 || from < open.size(); from += ReportPicture.ROWS) {
      int to = Math.min(open.size(), from + ReportPicture.ROWS);
      pictures.add(ranges(words, open.subList(from, to), shown, most));
    }
    return pictures;
  }

  private SvgPicture ranges(ReportWords words, List<CandidateStability> open, int shown, int most) {
    SvgPicture picture = new SvgPicture(WIDTH);
    double y = 0;
    for (CandidateStability one : open) {
      NumberRange range = range(one, shown);
      String name = tiles.name(one.municipality());
      String numbers = range.least() + "–" + range.most();
      String title = name + ": " + (range.least() == 0 ? words.say("orNone", numbers) : numbers);
      int from = range.least() == 0 ? Math.min(minimum, range.most()) : range.least();
      if (range.least() == 0) {
        picture.rectangle("zero", NAMES - 2, y, 4, ROW - 4, title);
      }
      double start = at(from, most);
      double width = Math.max(3, at(range.most(), most) - start);
      picture
          .text(0, y + ROW - 7, name)
          .rectangle("range", start, y, width, ROW - 4, title)
          .text(start + width + 5, y + ROW - 7, numbers);
      y += ROW;
    }
    for (int tick = 1; tick <= most; tick *= 10) {
      picture.text(at(tick, most), y + ROW - 4, String.valueOf(tick));
    }
    return picture;
  }

  /** Numbers are logarithmic, for the largest municipality has many times what most have. */
  private static double at(int number, int most) {
    return NAMES + (WIDTH - NAMES - 90) * Math.log1p(number) / Math.log1p(most);
  }

  private static boolean isOpen(CandidateStability one, int shown) {
    return one.ranges() != null && range(one, shown).least() < range(one, shown).most();
  }

  private static NumberRange range(CandidateStability one, int shown) {
    List<NumberRange> ranges = one.ranges();
    if (ranges == null) {
      throw new IllegalStateException("no ranges");
    }
    return ranges.get(shown);
  }
}
