package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.Period;
import io.bosett.documents.imports.facts.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one column of a table, beside those of the places, holds in the rows of places. */
final class GridColumn {
  private static final int FEW = 20;

  private final int index;
  private final List<String> headings;
  private int filled;
  private int blank;
  private int numbers;
  private int words;
  private int computed;
  private int periods;
  private boolean firstIsFilled;
  private final Set<String> distinct = new HashSet<>();
  private Use use = Use.NONE;

  GridColumn(int index, List<String> headings) {
    this.index = index;
    this.headings = headings;
  }

  /** What a column is used for. */
  enum Use {
    NONE,
    VALUE,
    TIME,
    CATEGORY,
    /** Text for people, no figures. */
    TEXT
  }

  void add(Value value) {
    if (value.isEmpty()) {
      blank++;
      return;
    }
    firstIsFilled |= filled == 0 && blank == 0;
    filled++;
    if (distinct.size() <= 4 * FEW) {
      distinct.add(value.text());
    }
    boolean number = CellForm.isNumber(value);
    numbers += number ? 1 : 0;
    words += !number && !CellForm.isSign(value) ? 1 : 0;
    computed += value.kind() == Value.Kind.COMPUTED ? 1 : 0;
    periods += Period.isPeriod(value.text()) ? 1 : 0;
  }

  /** Decides, given how many rows there are and whether places stand in several. */
  void decide(int rows, boolean isLong) {
    if (filled == 0) {
      use = Use.NONE;
    } else if (isTime(isLong)) {
      use = Use.TIME;
    } else if (numbers > 0 && numbers >= words) {
      use = Use.VALUE;
    } else if (words == 0 && numbers == 0 && !isWordsOfOneLetter()) {
      use = Use.VALUE;
    } else if (isCategory(rows, isLong)) {
      use = Use.CATEGORY;
    } else {
      use = Use.TEXT;
    }
  }

  /** Short words in every row of a long table, such as M and K, are categories and no signs. */
  private boolean isWordsOfOneLetter() {
    return blank == 0 && distinct.stream().allMatch(text -> Character.isLetter(text.charAt(0)));
  }

  private boolean isTime(boolean isLong) {
    if (periods < filled) {
      return false;
    }
    boolean said = headings.stream().anyMatch(GridColumn::saysTime);
    return said || (distinct.size() <= FEW && (isLong || (distinct.size() == 1 && filled > 2)));
  }

  private static boolean saysTime(String heading) {
    for (String part : heading.split("\\s+-\\s+|[:.]\\s+")) {
      if (LabelWords.is(LabelWords.Kind.TIME, part)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCategory(int rows, boolean isLong) {
    if (isLong) {
      return blank == 0 || firstIsFilled;
    }
    return blank == 0 && distinct.size() <= Math.max(1, rows / 2);
  }

  /** Whether it may be a category written as a number. */
  boolean mayBeCategory() {
    return use == Use.VALUE && blank == 0 && words == 0 && distinct.size() <= FEW;
  }

  void makeCategory() {
    use = Use.CATEGORY;
  }

  boolean isComputed() {
    return computed * 2 > numbers;
  }

  /** Whether blanks mean the same as above. */
  boolean isFilledDown() {
    return (use == Use.CATEGORY || use == Use.TIME) && blank > 0 && firstIsFilled;
  }

  Use use() {
    return use;
  }

  int index() {
    return index;
  }

  List<String> headings() {
    return headings;
  }

  /** The headings in one line, or the letter of the column. */
  String title() {
    String joined = String.join(" ", headings);
    return joined.isBlank() ? "column " + Grid.letter(index) : joined;
  }
}
