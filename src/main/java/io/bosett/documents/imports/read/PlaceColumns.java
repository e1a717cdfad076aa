package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.Place;
import io.bosett.documents.imports.facts.PlaceText;
import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.Value;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which columns of a table name the places.
 *
 * @param code the column with codes, or with codes and names, or the only one with names; -1 when
 *     the table has none
 * @param name a column with names beside that with codes, or -1
 * @param county a column with the names of counties, or -1
 */
record PlaceColumns(int code, int name, int county) {
  private static final int ROWS_LOOKED_AT = 5_000;
  private static final int COLUMNS_LOOKED_AT = 64;
  private static final Pattern STRONG =
      Pattern.compile("0\\d{3}|[Kk][-_ ]?\\d+.*|\\d+[\\s:-]+[^\\d\\s].*");
  private static final int HEADER_TEXTS = 2;
  private static final Set<Place.Kind> OTHERS =
      EnumSet.of(
          Place.Kind.COUNTRY,
          Place.Kind.TOTAL,
          Place.Kind.MEAN,
          Place.Kind.NOWHERE,
          Place.Kind.ELSEWHERE);
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  static PlaceColumns of(Grid grid, Codebook codebook) {
    int width = Math.min(grid.width(), COLUMNS_LOOKED_AT);
    Look[] looks = new Look[width];
    for (int column = 0; column < width; column++) {
      looks[column] = look(grid, column, codebook);
    }
    int code = best(looks, -1, false);
    int name = best(looks, code, true);
    if (code < 0) {
      code = name >= 0 ? name : mostKnown(looks);
      name = -1;
    }
    if (name < 0 && code >= 0) {
      name = beside(looks, code);
    }
    int county = -1;
    for (int column = 0; column < width; column++) {
      boolean free = column != code && column != name;
      if (free && county < 0 && looks[column].isCounties()) {
        county = column;
      }
    }
    return new PlaceColumns(code, name, county);
  }

  boolean isNone() {
    return code < 0;
  }

  boolean holds(int column) {
    return column == code || column == name || column == county;
  }

  private static int best(Look[] looks, int except, boolean names) {
    int best = -1;
    int most = 0;
    for (int column = 0; column < looks.length; column++) {
      int score = names ? looks[column].nameScore() : looks[column].codeScore();
      if (column != except && score > most) {
        best = column;
        most = score;
      }
    }
    return best;
  }

  /** A column beside that with codes in which only rows that are no municipality have a name. */
  private static int beside(Look[] looks, int code) {
    for (int column : new int[] {code + 1, code - 1}) {
      if (column >= 0 && column < looks.length && looks[column].isOfOthers()) {
        return column;
      }
    }
    return -1;
  }

  private static int mostKnown(Look[] looks) {
    int best = -1;
    int most = 0;
    for (int column = 0; column < looks.length; column++) {
      if (looks[column].known > most) {
        best = column;
        most = looks[column].known;
      }
    }
    return best;
  }

  private static Look look(Grid grid, int column, Codebook codebook) {
    Look look = new Look();
    int rows = Math.min(grid.rows().size(), ROWS_LOOKED_AT);
    for (int row = 0; row < rows; row++) {
      Value value = grid.at(row, column);
      if (!value.isEmpty()) {
        look.add(value, codebook);
      }
    }
    return look;
  }

  /** What the cells of one column are. */
  private static final class Look {
    private final Set<String> codes = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private int strong;
    private int coded;
    private int numbers;
    private int named;
    private int texts;
    private int counties;
    private int known;
    private int periods;
    private int others;

    void add(Value value, Codebook codebook) {
      String text = value.text();
      Place place = codebook.place(new PlaceText(text, "", ""));
      known += place.isKnown() && !CellForm.isNumber(value) ? 1 : 0;
      counties += codebook.isCounty(text) ? 1 : 0;
      others += OTHERS.contains(place.kind()) ? 1 : 0;
      if (DIGITS.matcher(text).matches() || CellForm.isNumber(value)) {
        numbers++;
      } else {
        texts++;
      }
      periods += LabelWords.is(LabelWords.Kind.TIME, text) ? 1 : 0;
      if (!place.isPlace()) {
        return;
      }
      if (place.kind() == Place.Kind.AMBIGUOUS || !startsWithDigit(text)) {
        named++;
        names.add(Spaces.folded(text));
      } else {
        coded++;
        codes.add(place.code());
        strong += STRONG.matcher(text).matches() ? 1 : 0;
      }
    }

    private static boolean startsWithDigit(String text) {
      return text.matches("(?s)(?:[Kk][-_ .]?)?\\d.*");
    }

    /** Bare numbers must nearly all be codes, for some figures look like one. */
    int codeScore() {
      boolean bare = strong == 0;
      boolean enough = bare ? coded * 10 >= numbers * 6 : coded * 10 >= numbers * 3;
      return enough && periods == 0 ? codes.size() : 0;
    }

    int nameScore() {
      return named * 4 >= texts ? names.size() : 0;
    }

    /** Whether nothing but names of sums and of nowhere stands there, and a heading. */
    boolean isOfOthers() {
      return numbers == 0 && others > 0 && others >= texts - HEADER_TEXTS;
    }

    boolean isCounties() {
      return counties > 0 && counties * 10 >= (texts + numbers) * 6;
    }
  }
}
