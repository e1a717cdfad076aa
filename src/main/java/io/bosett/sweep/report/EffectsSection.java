package io.bosett.sweep.report;

import io.bosett.documents.sweep.Axis;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.summary.AxisBins;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.Effects;
import io.bosett.sweep.summary.Moments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The sections on effects: bars by output, the places that an axis decides, and each axis by bin.
 */
final class EffectsSection {
  private static final double MILLION = 1e6;
  private static final int PLACES = 20;
  private static final double BAR_EMS = 8;

  private final SweepPlan plan;
  private final Sweep sweep;
  private final Counts counts;
  private final Effects effects;
  private final ReportWords words;
  private final List<Integer> axes;

  EffectsSection(Sweep sweep, Counts counts, Effects effects, ReportWords words) {
    this.sweep = sweep;
    this.plan = sweep.plan();
    this.counts = counts;
    this.effects = effects;
    this.words = words;
    this.axes =
        IntStream.range(0, plan.axes().size())
            .filter(a -> AxisBins.of(plan, a).count() > 1)
            .boxed()
            .toList();
  }

  void write(StringBuilder out) {
    bars(out);
    matrix(out);
    axes.forEach(axis -> bins(out, axis));
  }

  private void bars(StringBuilder out) {
    List<String> outputs = new ArrayList<>(List.of("objective", "fit_total", "selected"));
    sweep.againstNames().forEach(name -> outputs.add("otherwise_" + name));
    out.append("<h2>").append(words.say("effects")).append("</h2>\n<p class=\"note\">");
    out.append(words.say("effects.note")).append("</p>\n<table><tr><th>").append(words.say("axis"));
    outputs.forEach(output -> out.append("</th><th class=\"l\">").append(ReportWords.html(output)));
    out.append("</th></tr>\n");
    for (int axis : axes) {
      out.append("<tr><td>").append(name(axis));
      for (String output : outputs) {
        out.append("</td><td class=\"l\">").append(bar(effects.on(axis, output)));
      }
      out.append("</td></tr>\n");
    }
    out.append("</table>\n");
  }

  private String name(int axis) {
    return ReportWords.html(plan.axes().get(axis).name());
  }

  private String bar(double share) {
    if (Double.isNaN(share)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "<span class=\"bar\" style=\"width:%.2fem\"></span> %s",
        share * BAR_EMS,
        words.decimal(share, 3));
  }

  /** The municipalities whose being asked depends on the axes the most. */
  private void matrix(StringBuilder out) {
    List<String> ids = plan.municipalities();
    double[][] on = new double[ids.size()][axes.size()];
    double[] largest = new double[ids.size()];
    for (int i = 0; i < ids.size(); i++) {
      for (int a = 0; a < axes.size(); a++) {
        double effect = effects.onAsked(axes.get(a), i);
        on[i][a] = effect;
        largest[i] = Math.max(largest[i], Double.isNaN(effect) ? 0 : effect);
      }
    }
    List<Integer> order =
        IntStream.range(0, ids.size())
            .boxed()
            .filter(i -> largest[i] > 0)
            .sorted(Comparator.comparingDouble((Integer i) -> -largest[i]).thenComparing(i -> i))
            .limit(PLACES)
            .toList();
    out.append("<h2>").append(words.say("matrix")).append("</h2>\n<table><tr><th>");
    out.append(words.say("place"));
    axes.forEach(axis -> out.append("</th><th>").append(name(axis)));
    out.append("</th></tr>\n");
    for (int i : order) {
      String id = ReportWords.html(ids.get(i));
      out.append("<tr><td><a href=\"#m").append(id).append("\">").append(id);
      out.append(' ').append(ReportWords.html(plan.name(ids.get(i)))).append("</a>");
      Arrays.stream(on[i])
          .forEach(
              effect ->
                  out.append("</td><td>")
                      .append(Double.isNaN(effect) ? "" : words.decimal(effect, 2)));
      out.append("</td></tr>\n");
    }
    out.append("</table>\n");
  }

  private void bins(StringBuilder out, int axis) {
    out.append("<h3>").append(name(axis)).append("</h3>\n<table><tr><th>").append(words.say("bin"));
    for (String head : List.of("infeasible", "meanFit", "meanSelected")) {
      out.append("</th><th>").append(words.say(head));
    }
    out.append("</th></tr>\n");
    int bins = AxisBins.of(plan, axis).count();
    for (int bin = 0; bin < bins; bin++) {
      long[] status = counts.get(effects.key(axis, bin, "status"));
      long points = Arrays.stream(status).sum();
      if (points > 0) {
        out.append("<tr><td>").append(ReportWords.html(label(axis, bin, bins)));
        out.append("</td><td>").append(words.percent(status[Status.INFEASIBLE.ordinal()], points));
        out.append("</td><td>").append(mean(axis, bin, "fit_total", MILLION, 4));
        out.append("</td><td>").append(mean(axis, bin, "selected", 1, 1)).append("</td></tr>\n");
      }
    }
    out.append("</table>\n");
  }

  private String label(int axis, int bin, int bins) {
    String label = plan.label(axis, bin, bins);
    boolean numbers = plan.axes().get(axis).values() instanceof Axis.Distribution;
    return numbers ? words.withSign(label) : label;
  }

  private String mean(int axis, int bin, String output, double unit, int digits) {
    long[] moments = counts.get(effects.key(axis, bin, output));
    if (moments.length == 0 || Moments.count(moments) == 0) {
      return "";
    }
    BigDecimal mean =
        new BigDecimal(Moments.sum(moments))
            .divide(BigDecimal.valueOf(Moments.count(moments)), MathContext.DECIMAL64);
    return words.decimal(mean.doubleValue() / unit, digits);
  }
}
