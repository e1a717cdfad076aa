package io.bosett.program.form;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Column names that every reader of model files accepts. */
final class ColumnNames {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,40}");

  private ColumnNames() {}

  /** The ids, or the candidates' numbers from 0 when an id is anything but letters and digits. */
  static String[] of(String[] ids) {
    boolean plain = true;
    for (String id : ids) {
      plain &= PLAIN.matcher(id).matches();
    }
    return plain
        ? ids
        : IntStream.range(0, ids.length).mapToObj(Integer::toString).toArray(String[]::new);
  }
}
