package io.bosett.documents.analyses;

import io.bosett.analysis.whynot.LeverAnswer;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a lever's answer in a sentence. */
final class LeverWords {
  private static final int UNIT_DIGITS = 6;

  private LeverWords() {}

  static String of(LeverAnswer one) {
    if (!one.known()) {
      return subject(one) + ": not known, for the analysis ended before.";
    } else if (one.remark() != null) {
      return subject(one) + ": " + one.remark() + ".";
    } else if (one.in() != null) {
      return one.in().isEmpty()
          ? subject(one) + ": no weight brings it in."
          : subject(one) + ": in at the shares " + WeightsDocument.text(one.in()) + ".";
    }
    return value(one);
  }

  private static String value(LeverAnswer one) {
    BigDecimal value = one.value();
    return switch (one.lever()) {
      case NOTHING -> "Asking it costs " + persons(value) + " persons of fit.";
      case CANDIDATE ->
          value == null ? "As a candidate it would not be in." : "As a candidate it would be in.";
      default ->
          value == null
              ? "No change of "
                  + lower(subject(one))
                  + " up to "
                  + text(one.upTo())
                  + " brings it in."
              : subject(one)
                  + ": in at "
                  + text(value)
                  + ", out at "
                  + text(one.before())
                  + "; now "
                  + text(one.now())
                  + ".";
    };
  }

  private static String subject(LeverAnswer one) {
    return switch (one.lever()) {
      case NOTHING -> "Nothing changed";
      case NUMBER_SELECTED -> "The number selected";
      case DEMAND -> "The number of persons";
      case WEIGHT -> "The weight of " + one.about();
      case OWN_BASE, OWN_TILT -> "Its own " + one.about();
      case CAP -> "The cap " + one.about();
      case MINIMUM -> "The minimum";
      case CANDIDATE -> "Being a candidate";
    };
  }

  private static String lower(String subject) {
    return subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1);
  }

  private static String text(@Nullable BigDecimal value) {
    return value == null ? "none" : value.toPlainString();
  }

  private static String persons(@Nullable BigDecimal units) {
    return units == null
        ? "an unknown number of"
        : units.movePointLeft(UNIT_DIGITS).toPlainString();
  }
}
