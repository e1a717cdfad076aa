package io.bosett.documents.analyses;

import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.Remark;
import io.bosett.documents.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a lever's answer in a sentence. */
record LeverWords(ReportWords words) {
  private static final int UNIT_DIGITS = 6;

  static LeverWords in(Language language) {
    return new LeverWords(ReportWords.in(language));
  }

  /** The sentence; of what pushes a municipality out when it is {@code selected}. */
  String of(LeverAnswer one, boolean selected) {
    String side = selected ? "lever.out." : "lever.";
    Remark remark = one.remark();
    if (!one.known()) {
      return words.say("lever.unknown", subject(one));
    } else if (remark != null) {
      return words.say(
          "lever.remark", subject(one), words.say("remark." + NamedTable.word(remark)));
    } else if (one.in() != null) {
      return weight(one, one.in()) + " " + words.say("lever.shown");
    }
    return value(one, one.value(), side);
  }

  private String weight(LeverAnswer one, List<Shares> in) {
    if (in.isEmpty()) {
      return words.say("lever.noWeight", subject(one));
    }
    boolean isWhole = in.size() == 1 && in.get(0).from() == 0 && in.get(0).to() == Shares.WHOLE;
    return isWhole
        ? words.say("lever.everyWeight", subject(one))
        : words.say("lever.shares", subject(one), shares(in));
  }

  private String value(LeverAnswer one, @Nullable BigDecimal value, String side) {
    if (one.lever() == Lever.CANDIDATE) {
      return words.say(value == null ? "lever.candidateOut" : "lever.candidateIn");
    } else if (value == null) {
      return one.downTo() == null
          ? words.say(side + "none", subject(one), text(one.upTo()))
          : words.say(side + "noneBetween", subject(one), text(one.downTo()), text(one.upTo()));
    } else if (one.lever() == Lever.NOTHING) {
      return words.say(side + "cost", text(value.movePointLeft(UNIT_DIGITS)));
    }
    return one.before() == null
        ? words.say(side + "now", subject(one), text(value))
        : words.say(side + "value", subject(one), text(value), text(one.before()), text(one.now()));
  }

  /** What the lever is called. */
  String subject(LeverAnswer one) {
    String about = one.about() == null ? "" : one.about();
    about =
        switch (one.lever()) {
          case WEIGHT -> words.language().criterion(about);
          case CAP -> words.orName("rule.", about);
          case OWN_BASE, OWN_TILT -> words.orName("indicator.", about);
          default -> about;
        };
    return words.say("lever." + NamedTable.word(one.lever()), about);
  }

  private String text(@Nullable BigDecimal value) {
    return value == null ? "" : words.language().exact(value);
  }

  private String shares(List<Shares> intervals) {
    return intervals.stream()
        .map(one -> share(one.from()) + "\u2013" + share(one.to()))
        .collect(Collectors.joining(", "));
  }

  private String share(int millionths) {
    return words.language().exact(BigDecimal.valueOf(millionths, UNIT_DIGITS));
  }
}
