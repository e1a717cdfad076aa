package io.bosett.documents.analyses;

import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The levers of one municipality, a bar each on its own scale. */
record LeverPicture(ReportWords words, OfMunicipality municipality) {
  private static final double WIDTH = 820;
  private static final double ROW = 40;
  private static final double BAR = 14;
  private static final double BARS = 205;
  private static final double BAR_WIDTH = 300;
  private static final double ANSWERS = BARS + BAR_WIDTH + 16;
  private static final double APART = 46;
  private static final int MOST_LETTERS = 30;
  private static final int MOST_SHARES = 34;
  private static final int ROWS = 20;

  /** As many as fit on a page in each. */
  List<SvgPicture> all() {
    List<LeverAnswer> levers = municipality.levers();
    List<SvgPicture> pictures = new ArrayList<>();
    for (int from = 0; from < levers.size(); from += ROWS) {
      pictures.add(picture(levers.subList(from, Math.min(levers.size(), from + ROWS))));
    }
    return pictures;
  }

  private SvgPicture picture(List<LeverAnswer> levers) {
    SvgPicture picture = new SvgPicture(WIDTH);
    List<String> sentences = new ArrayList<>();
    double y = 0;
    for (LeverAnswer one : levers) {
      String sentence = new LeverWords(words).of(one, municipality.selected());
      sentences.add(sentence);
      if (LeverScale.has(one)) {
        row(picture, y, one, sentence);
      } else {
        label(picture, y, new LeverWords(words).subject(one));
        picture.text("quiet", BARS, y + BAR, answer(one, sentence));
      }
      y += ROW;
    }
    return picture.described(String.join(" ", sentences));
  }

  private void row(SvgPicture picture, double y, LeverAnswer one, String sentence) {
    label(picture, y, new LeverWords(words).subject(one));
    new LeverBar(picture, BARS, y + 3, BAR_WIDTH, BAR).draw(one, municipality.selected(), sentence);
    picture.text(ANSWERS, y + BAR, answer(one, sentence));
    LeverScale scale = LeverScale.of(one);
    BigDecimal now = one.now();
    double at = now == null ? 0 : scale.at(now.doubleValue()) * BAR_WIDTH;
    double under = y + BAR + 15;
    if (now != null) {
      String end =
          at < APART / 2 ? "small" : BAR_WIDTH - at < APART / 2 ? "small end" : "small mid";
      double where = end.equals("small") ? 0 : end.equals("small end") ? BAR_WIDTH : at;
      picture.text(end, BARS + where, under, number(one, now.doubleValue()));
    }
    if (at > APART) {
      picture.text("small", BARS, under, number(one, scale.from()));
    }
    if (BAR_WIDTH - at > APART) {
      picture.text("small end", BARS + BAR_WIDTH, under, number(one, scale.to()));
    }
  }

  private static void label(SvgPicture picture, double y, String text) {
    int cut = text.length() <= MOST_LETTERS ? -1 : text.lastIndexOf(' ', MOST_LETTERS);
    if (cut < 0) {
      picture.text(0, y + BAR, text);
    } else {
      picture.text(0, y + BAR - 6, text.substring(0, cut));
      picture.text(0, y + BAR + 8, text.substring(cut + 1));
    }
  }

  private String number(LeverAnswer one, double value) {
    return one.in() == null
        ? words.language().exact(BigDecimal.valueOf(value))
        : words.percent(value);
  }

  private String answer(LeverAnswer one, String sentence) {
    List<Shares> in = one.in();
    BigDecimal value = one.value();
    if (!LeverScale.has(one)) {
      return one.remark() == null ? sentence : words.say("remark." + NamedTable.word(one.remark()));
    } else if (in != null) {
      return shares(one, in);
    } else if (value == null) {
      return words.say("bar.none");
    }
    return words.language().exact(value) + " (" + words.change(one.now(), value) + ")";
  }

  private String shares(LeverAnswer one, List<Shares> in) {
    boolean isWhole = in.size() == 1 && in.get(0).from() == 0 && in.get(0).to() == Shares.WHOLE;
    if (in.isEmpty() || isWhole) {
      return words.say(isWhole ? "bar.every" : "bar.no");
    }
    String all = words.shares(in);
    if (all.length() <= MOST_SHARES) {
      return all;
    }
    BigDecimal now = one.now();
    String count = String.valueOf(in.size());
    return municipality.selected() || now == null
        ? words.say("bar.intervals", count)
        : words.say("bar.nearest", count, words.percent(nearest(in, now.doubleValue())));
  }

  private static double nearest(List<Shares> in, double now) {
    double whole = Shares.WHOLE;
    return in.stream()
        .flatMap(one -> Stream.of(one.from() / whole, one.to() / whole))
        .min(Comparator.comparingDouble(end -> Math.abs(end - now)))
        .orElse(now);
  }
}
