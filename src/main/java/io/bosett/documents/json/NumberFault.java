package io.bosett.documents.json;

import java.util.regex.Pattern;

/** Explains in plain words why a text is not a number. */
public final class NumberFault {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("[+-]?0[xX].*");
  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private NumberFault() {}

  /** The explanation, as the rest of a sentence about the text. */
  public static String of(String text) {
    String found = "is " + TextRules.quoted(text);
    if (DECIMAL_COMMA.matcher(text).matches()) {
      return found + ", with a decimal comma; expected a decimal point";
    } else if (HEXADECIMAL.matcher(text).matches()) {
      return found + ", a hexadecimal number; expected a decimal one";
    } else if (NOT_FINITE.matcher(text).matches()) {
      return found + ", expected a finite number";
    } else if (NUMBER.matcher(text).matches()) {
      return found + ", larger than a number can be";
    } else if (!text.equals(text.strip())) {
      return found + ", with white space around it; expected a number alone";
    }
    return found + ", not a number";
  }
}
