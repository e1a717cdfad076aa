package io.bosett.documents.analyses;

import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.whynot.LeverAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws a lever's answer as a bar: where the municipality is asked, where not, what was not looked
 * at, and a line at the present value.
 *
 * @param x left end
 * @param y top
 */
record LeverBar(SvgPicture picture, double x, double y, double width, double height) {
  private static final String ASKED = "inHere";
  private static final String NOT_ASKED = "outHere";
  private static final String UNLOOKED = "unlooked";
  private static final String PRESENT = "present";
  private static final double MARK = 5;
  private static final double LINE = 2;

  /** What the colours mean; a value at which no allocation is possible changes nothing. */
  static List<ReportPicture.Legend> legend(ReportWords words, boolean selected) {
    String side = selected ? ASKED : NOT_ASKED;
    return Stream.of(ASKED, NOT_ASKED, UNLOOKED, PRESENT)
        .map(
            kind ->
                new ReportPicture.Legend(
                    kind,
                    kind.equals(side) ? words.say("bar.orNone", words.say(kind)) : words.say(kind)))
        .toList();
  }

  /** Draws the answer of a lever that has a scale, under a title for who points at it. */
  void draw(LeverAnswer one, boolean selected, String title) {
    LeverScale scale = LeverScale.of(one);
    picture.group(
        title,
        () -> {
          List<Shares> in = one.in();
          if (in != null) {
            part(NOT_ASKED, 0, 1);
            shares(UNLOOKED, one.doubtful());
            shares(ASKED, in);
          } else {
            values(one, scale, selected);
          }
          line(one, scale);
        });
  }

  private void part(String kind, double from, double to) {
    double left = Math.min(from, to) * width;
    double size = Math.max(1, Math.abs(to - from) * width);
    picture.rectangle(kind, x + left, y, size, height);
  }

  private void shares(String kind, List<Shares> intervals) {
    double whole = Shares.WHOLE;
    intervals.forEach(one -> part(kind, one.from() / whole, one.to() / whole));
  }

  private void values(LeverAnswer one, LeverScale scale, boolean selected) {
    String side = selected ? ASKED : NOT_ASKED;
    BigDecimal value = one.value();
    part(value == null ? side : UNLOOKED, 0, 1);
    if (value == null) {
      return;
    }
    double now = now(one, scale);
    double at = scale.at(value.doubleValue());
    if (one.before() != null) {
      part(side, now, at);
    }
    if (one.before() != null && one.downTo() != null) { // both sides, the nearest values first
      part(side, now, Math.min(1, Math.max(0, 2 * now - at)));
    }
    double beside = (LINE / 2 + MARK / 2) * Math.signum(at - now);
    boolean isClose = Math.abs(at - now) * width < Math.abs(beside);
    double middle = x + (isClose ? now * width + beside : at * width);
    double left = Math.min(x + width - MARK, Math.max(x, middle - MARK / 2));
    picture.rectangle(selected ? NOT_ASKED : ASKED, left, y, MARK, height);
  }

  private void line(LeverAnswer one, LeverScale scale) {
    double now = x + now(one, scale) * width;
    picture.rectangle(PRESENT, now - LINE / 2, y - 2, LINE, height + 4);
  }

  private static double now(LeverAnswer one, LeverScale scale) {
    BigDecimal now = one.now();
    return now == null ? 0 : scale.at(now.doubleValue());
  }
}
