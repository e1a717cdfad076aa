package io.bosett.documents.text;

import java.util.Locale;

/**
 * The ordinal plural categories that messages choose by, those of English in the Unicode CLDR: 1st,
 * 2nd, 3rd, 4th. A language that needs no difference says the same for all four.
 */
enum OrdinalCategory {
  ONE,
  TWO,
  FEW,
  OTHER;

  /** The category of a positive number. */
  static OrdinalCategory of(int number) {
    int tens = number % 100;
    if (tens >= 11 && tens <= 13) {
      return OTHER;
    }
    return switch (number % 10) {
      case 1 -> ONE;
      case 2 -> TWO;
      case 3 -> FEW;
      default -> OTHER;
    };
  }

  /** As it stands in the keys of messages. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
