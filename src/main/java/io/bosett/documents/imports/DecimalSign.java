package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Value;
import io.bosett.documents.imports.read.CellForm;
import java.util.Collection;
import java.util.regex.Pattern;

/** Detects whether numbers have a decimal comma or a decimal point, from the numbers themselves. */
final class DecimalSign {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}'\u2019%*]");

  private final boolean[] isDecimal = new boolean[2];
  private final boolean[] isThousands = new boolean[2];
  private final String[] unclear = {"", ""};

  static DecimalSign of(Collection<Value> values) {
    DecimalSign sign = new DecimalSign();
    for (Value value : values) {
      if (!value.isTyped() && CellForm.isNumber(value)) {
        sign.add(BETWEEN.matcher(value.text()).replaceAll("").replaceFirst("^[^\\d.,]+", ""));
      }
    }
    return sign;
  }

  private void add(String number) {
    int point = number.lastIndexOf('.');
    int comma = number.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      isDecimal[point > comma ? 0 : 1] = true;
      isThousands[point > comma ? 1 : 0] = true;
    } else if (point >= 0 || comma >= 0) {
      single(number, point >= 0 ? 0 : 1);
    }
  }

  private void single(String number, int which) {
    char sign = which == 0 ? '.' : ',';
    int first = number.indexOf(sign);
    int last = number.lastIndexOf(sign);
    if (first != last) {
      isThousands[which] = true;
    } else if (number.length() - last - 1 != 3
        || first > 3
        || first == 0
        || number.charAt(0) == '0') {
      isDecimal[which] = true;
    } else if (unclear[which].isEmpty()) {
      unclear[which] = number;
    }
  }

  /** Whether the numbers contradict each other. */
  boolean isMixed() {
    return (isDecimal[0] && isThousands[0])
        || (isDecimal[1] && isThousands[1])
        || (isDecimal[0] && isDecimal[1]);
  }

  /** A number that may be read in two ways, given all numbers of the file; or the empty text. */
  String unclear(DecimalSign file) {
    for (int which = 0; which < 2; which++) {
      boolean settled =
          isDecimal[which]
              || isThousands[which]
              || isDecimal[1 - which]
              || (file.isDecimal[1 - which] && !file.isDecimal[which]);
      if (!unclear[which].isEmpty() && !settled) {
        return unclear[which];
      }
    }
    return "";
  }

  /** The decimal sign. */
  char sign(DecimalSign file) {
    if (isDecimal[0] || isThousands[1]) {
      return '.';
    }
    if (isDecimal[1] || isThousands[0]) {
      return ',';
    }
    return file.isDecimal[1] && !file.isDecimal[0] ? ',' : '.';
  }

  /** The number with a decimal point and nothing between thousands. */
  static String plain(String text, char sign) {
    String bare = BETWEEN.matcher(text).replaceAll("").replaceAll("[\u2212\u2013]", "-");
    String whole = bare.replace(sign == '.' ? "," : ".", "").replace(',', '.');
    return whole.startsWith("+") ? whole.substring(1) : whole;
  }
}
