package io.bosett.benchmark.report;

import io.bosett.benchmark.run.Entrants;
import io.bosett.benchmark.run.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the default solver must show, and what it showed. A time is given also as a multiple of one
 * evaluation: the time to find, at given multipliers, the best choice of every candidate once.
 */
final class AimTable {
  private final Standings standings;
  private final Growth growth;
  private final List<List<String>> rows = new ArrayList<>();

  AimTable(Standings standings) {
    this.standings = standings;
    growth = new Growth(standings);
  }

  void write(Markdown out) {
    letter();
    slider();
    sizes();
    million();
    random("bands", "county bands, minors in at most 32 places: solve", 0.050, 0.005);
    share("bands", "of these proven without OR-Tools within 0.5 s", 0.95, 1);
    random("overlap", "`overlap`, random: solve", 0.050, 0.005);
    random("score", "`score`, random with ties: solve", 0.050, 0.005);
    share("overlap", "`overlap` proven by the default solver alone", 1, 1);
    share("score", "`score` proven by the default solver alone", 1, 1);
    varied();
    first();
    out.table(
        List.of("what", "measured", "evaluations' time", "at least", "reach for", "met"), rows);
  }

  private void letter() {
    Measure m = standings.measure("letter");
    time("letter, warm: compile + solve + certify", m, "total", 0.0015, Double.NaN);
    time("letter: the solve", m, "solve", 0.0005, 0.0001);
    time("letter: the solve, 99 %", m, "solveP99", 0.002, Double.NaN);
    time("letter: compile + solve + certify, 99 %", m, "totalP99", 0.002, Double.NaN);
    time("letter: compile", m, "compile", Double.NaN, Double.NaN);
    time("letter: certify", m, "certify", Double.NaN, Double.NaN);
    if (m != null) {
      m.values().keySet().stream()
          .filter(key -> key.startsWith("phase "))
          .forEach(key -> time("letter: of the solve, " + key, m, key, Double.NaN, Double.NaN));
    }
    ratio("letter", "letter", 300);
  }

  private void slider() {
    Measure m = standings.measure("slider");
    time("letter, a little changed, from the last multipliers: solve", m, "solve", 3e-4, 5e-5);
    time("the same from nothing", m, "solveFromNothing", Double.NaN, Double.NaN);
  }

  private void sizes() {
    size(4_000, 0.005, 0.001);
    ratio("4,000 candidates", "letter-4000-.*", 1000);
    size(40_000, 0.015, 0.004);
    size(400_000, Double.NaN, Double.NaN);
    double exponent = growth.exponent(Entrants.OWN);
    if (!Double.isNaN(exponent)) {
      row(
          "growth of the solve from 4,000 up, exponent",
          exponent,
          "",
          Numbers::digits,
          1.05,
          Double.NaN,
          false);
    }
  }

  private void size(int size, double atLeast, double reach) {
    List<Judged> heats = growth.bySize(Entrants.OWN).getOrDefault(size, List.of());
    if (!heats.isEmpty()) {
      double unit = Growth.median(heats.stream().mapToDouble(j -> j.heat().evaluation()).toArray());
      double seconds = Growth.solve(heats);
      row(
          Numbers.digits(size) + " candidates: solve",
          seconds,
          multiple(seconds, unit),
          Numbers::time,
          atLeast,
          reach,
          false);
    }
  }

  private void million() {
    Measure m = standings.measure("million");
    time("1,000,000 candidates: solve", m, "solve", 0.150, 0.035);
    time("1,000,000: the first solve of the process", m, "solveFirst", Double.NaN, Double.NaN);
    time("1,000,000: compile", m, "compile", Double.NaN, Double.NaN);
    time("1,000,000: certify", m, "certify", Double.NaN, Double.NaN);
    number("1,000,000: evaluations", m, "evaluations", Numbers::digits, 20, false);
    number("1,000,000: memory asked for by one solve", m, "allocatedMb", AimTable::mb, 300, false);
    number("1,000,000: peak of the process", m, "peakMb", AimTable::mb, 2048, false);
    number("1,000,000: certified", m, "certified", v -> v == 1 ? "yes" : "no", 1, true);
  }

  private static String mb(double value) {
    return Numbers.digits(value) + " MB";
  }

  private void random(String name, String what, double atLeast, double reach) {
    Measure m = standings.measure(name);
    time(what + ", median", m, "solve", atLeast, reach);
    time(what + ", 90 %", m, "solveP90", Double.NaN, Double.NaN);
    time(what + ", longest", m, "solveMost", Double.NaN, Double.NaN);
    number(what + ": broke down", m, "brokeDown", Numbers::digits, 0, false);
  }

  private void share(String name, String what, double atLeast, double reach) {
    Measure m = standings.measure(name);
    String key = name.equals("bands") ? "provenInHalfASecond" : "proven";
    if (m != null && m.values().containsKey(key)) {
      row(what, m.values().get(key), "", Numbers::percent, atLeast, reach, true);
    }
  }

  private void varied() {
    Measure m = standings.measure("varied");
    number(
        "varied scenarios a second, compile and certificate included, 2 threads",
        m,
        "perSecond",
        Numbers::digits,
        1000,
        true);
    number("the same on one thread", m, "perSecondOnOneThread", Numbers::digits, Double.NaN, true);
    number("of 1,000 settled", m, "settled", Numbers::digits, 1000, true);
  }

  private void first() {
    Measure m = standings.measure("first");
    time("first solve in a fresh JVM: solve", m, "solve", 0.050, 0.010);
    time(
        "first solve in a fresh JVM: compile + solve + certify",
        m,
        "total",
        Double.NaN,
        Double.NaN);
  }

  /** How many times faster than the fastest back end on the same instances. */
  private void ratio(String what, String instances, double atLeast) {
    double own = median(Entrants.OWN, instances);
    double best = Double.POSITIVE_INFINITY;
    String fastest = "";
    for (String backEnd : standings.backEnds()) {
      double seconds = median(backEnd, instances);
      if (seconds < best) {
        best = seconds;
        fastest = backEnd;
      }
    }
    if (!fastest.isEmpty() && !Double.isNaN(own)) {
      row(
          what
              + ": times faster than the fastest OR-Tools back end, `"
              + fastest
              + "` with "
              + Numbers.time(best),
          best / own,
          "",
          Numbers::digits,
          atLeast,
          Double.NaN,
          true);
    }
  }

  /** Median of the solve, an unsettled one counted at its limit; NaN when there is none. */
  private double median(String solver, String instances) {
    double[] seconds =
        standings.of(solver).stream()
            .filter(j -> j.heat().instance().matches(instances))
            .mapToDouble(j -> j.verdict().settled() ? j.solveSeconds() : j.heat().timeLimit())
            .toArray();
    return seconds.length == 0 ? Double.NaN : Growth.median(seconds);
  }

  private void time(String what, @Nullable Measure m, String key, double atLeast, double reach) {
    if (m != null && m.values().containsKey(key)) {
      double seconds = m.values().get(key);
      row(what, seconds, multiple(seconds, unit(m)), Numbers::time, atLeast, reach, false);
    }
  }

  private void number(
      String what,
      @Nullable Measure m,
      String key,
      DoubleFunction<String> text,
      double atLeast,
      boolean moreIsBetter) {
    if (m != null && m.values().containsKey(key)) {
      row(what, m.values().get(key), "", text, atLeast, Double.NaN, moreIsBetter);
    }
  }

  /** One evaluation of the measure's own problem, else of the letter, which has the same size. */
  private double unit(Measure m) {
    Measure letter = standings.measure("letter");
    double ofLetter = letter == null ? 0 : letter.values().getOrDefault("evaluation", 0.0);
    return m.values().getOrDefault("evaluation", ofLetter);
  }

  private static String multiple(double seconds, double unit) {
    return unit > 0 ? Numbers.digits(seconds / unit) : "";
  }

  private void row(
      String what,
      double value,
      String multiple,
      DoubleFunction<String> text,
      double atLeast,
      double reach,
      boolean moreIsBetter) {
    rows.add(
        List.of(
            what,
            text.apply(value),
            multiple,
            Double.isNaN(atLeast) ? "" : text.apply(atLeast),
            Double.isNaN(reach) ? "" : text.apply(reach),
            met(value, atLeast, reach, moreIsBetter)));
  }

  private static String met(double value, double atLeast, double reach, boolean moreIsBetter) {
    double sign = moreIsBetter ? -1 : 1;
    if (Double.isNaN(atLeast)) {
      return "";
    } else if (sign * value > sign * atLeast) {
      return "no";
    }
    return !Double.isNaN(reach) && sign * value <= sign * reach ? "reached" : "yes";
  }
}
