package io.bosett.documents.analyses;

import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
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

  String of(LeverAnswer one) {
    String remark = one.remark();
    if (!one.known()) {
      return words.say("lever.unknown", subject(one));
    } else if (remark != null) {
      return words.say("lever.remark", subject(one), remark);
    } else if (one.in() != null) {
      return one.in().isEmpty()
          ? words.say("lever.noWeight", subject(one))
          : words.say("lever.shares", subject(one), shares(one.in()));
    }
    return value(one, one.value());
  }

  private String value(LeverAnswer one, @Nullable BigDecimal value) {
    if (one.lever() == Lever.CANDIDATE) {
      return words.say(value == null ? "lever.candidateOut" : "lever.candidateIn");
    } else if (value == null) {
      return one.downTo() == null
          ? words.say("lever.none", subject(one), text(one.upTo()))
          : words.say("lever.noneBetween", subject(one), text(one.downTo()), text(one.upTo()));
    } else if (one.lever() == Lever.NOTHING) {
      return words.say("lever.cost", text(value.movePointLeft(UNIT_DIGITS)));
    }
    return one.before() == null
        ? words.say("lever.now", subject(one), text(value))
        : words.say("lever.value", subject(one), text(value), text(one.before()), text(one.now()));
  }

  private String subject(LeverAnswer one) {
    String about = one.about() == null ? "" : one.about();
    if (one.lever() == Lever.WEIGHT) {
      about = words.language().criterion(about);
    }
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
