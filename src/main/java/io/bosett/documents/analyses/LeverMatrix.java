package io.bosett.documents.analyses;

import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The levers of many municipalities: a row each, who costs least first, and a column a lever. */
final class LeverMatrix {
  /** Rows that are drawn. */
  static final int MOST = 396;

  private static final double WIDTH = 900;
  private static final double NAMES = 140;
  private static final double COST = 70;
  private static final double LETTER = 5.6;
  private static final int MOST_LETTERS = 52;
  private static final double ROW = 27;
  private static final double BAR = 8;
  private static final double GAP = 8;
  private static final int ROWS = 33;
  private static final int COLUMNS = 12;
  private static final double TURN = -38;

  private final ReportWords words;
  private final Municipalities places;
  private final List<OfMunicipality> rows;
  private final List<Column> columns;

  LeverMatrix(ReportWords words, Municipalities places, List<OfMunicipality> municipalities) {
    this.words = words;
    this.places = places;
    rows =
        municipalities.stream()
            .sorted(Comparator.comparing(LeverMatrix::cost))
            .limit(MOST)
            .toList();
    columns = columns(rows);
  }

  /** A lever and what it is about. */
  private record Column(Lever lever, @Nullable String about) {
    static Column of(LeverAnswer one) {
      return new Column(one.lever(), one.about());
    }

    @Nullable LeverAnswer in(OfMunicipality row) {
      return row.levers().stream().filter(one -> of(one).equals(this)).findFirst().orElse(null);
    }
  }

  private static long cost(OfMunicipality one) {
    return Objects.requireNonNullElse(one.loss(), Long.MAX_VALUE);
  }

  private static List<Column> columns(List<OfMunicipality> rows) {
    return rows.stream()
        .flatMap(one -> one.levers().stream())
        .filter(one -> one.lever() != Lever.NOTHING && one.lever() != Lever.CANDIDATE)
        .map(Column::of)
        .distinct()
        .sorted(Comparator.comparing(Column::lever))
        .toList();
  }

  /** As many rows and columns as fit on a page in each. */
  List<SvgPicture> all() {
    List<SvgPicture> pictures = new ArrayList<>();
    for (int left = 0; left < columns.size(); left += COLUMNS) {
      List<Column> shown = columns.subList(left, Math.min(columns.size(), left + COLUMNS));
      for (int from = 0; from < rows.size(); from += ROWS) {
        pictures.add(picture(shown, rows.subList(from, Math.min(rows.size(), from + ROWS))));
      }
    }
    return pictures;
  }

  private SvgPicture picture(List<Column> shown, List<OfMunicipality> some) {
    SvgPicture picture = new SvgPicture(WIDTH);
    List<String> titles = shown.stream().map(one -> title(one, some)).toList();
    double width = width(titles);
    double y = head(titles);
    picture.turned(NAMES + COST - 20, y - 6, TURN, words.say("bar.cost"));
    for (int c = 0; c < shown.size(); c++) {
      picture.turned(NAMES + COST + (c + 0.4) * width, y - 6, TURN, titles.get(c));
    }
    for (OfMunicipality one : some) {
      String name = places.name(one.municipality());
      picture.rectangle("rule", 0, y - 3, NAMES + COST + shown.size() * width, 0.7);
      picture.text(0, y + 15, name).text("small end", NAMES + COST - 12, y + 15, costText(one));
      for (int c = 0; c < shown.size(); c++) {
        LeverAnswer lever = shown.get(c).in(one);
        if (lever != null) {
          cell(picture, NAMES + COST + c * width, y, width - GAP, lever, name, one.selected());
        }
      }
      y += ROW;
    }
    return picture;
  }

  /** The height of the turned titles. */
  private double head(List<String> titles) {
    int longest = Math.max(words.say("bar.cost").length(), longest(titles));
    return 16 + longest * LETTER * Math.sin(Math.toRadians(-TURN));
  }

  /** The width of a column, so that the last title ends inside. */
  private static double width(List<String> titles) {
    double last = titles.get(titles.size() - 1).length() * LETTER * Math.cos(Math.toRadians(TURN));
    return Math.min(110, (WIDTH - NAMES - COST - Math.max(60, last - 20)) / titles.size());
  }

  private static int longest(List<String> titles) {
    return titles.stream().mapToInt(String::length).max().orElse(0);
  }

  private String title(Column column, List<OfMunicipality> some) {
    String title =
        some.stream()
            .map(column::in)
            .filter(Objects::nonNull)
            .findFirst()
            .map(new LeverWords(words)::subject)
            .orElse("");
    return title.length() <= MOST_LETTERS ? title : title.substring(0, MOST_LETTERS) + "\u2026";
  }

  private String costText(OfMunicipality one) {
    Long loss = one.loss();
    return loss == null ? "\u2013" : words.language().amount(loss);
  }

  private void cell(
      SvgPicture picture,
      double x,
      double y,
      double width,
      LeverAnswer one,
      String name,
      boolean selected) {
    picture.text("small", x, y + 9, text(one));
    if (LeverScale.has(one)) {
      String title = name + ": " + new LeverWords(words).of(one, selected);
      new LeverBar(picture, x, y + 12, width, BAR).draw(one, selected, title);
    }
  }

  private String text(LeverAnswer one) {
    BigDecimal value = one.value();
    if (!one.known()) {
      return "?";
    } else if (one.in() != null) {
      return one.in().isEmpty() ? "\u2013" : "";
    }
    return value == null ? "\u2013" : words.change(one.now(), value);
  }
}
