package io.bosett.sweep.report;

import io.bosett.documents.sweep.Axis;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.summary.AxisBins;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.Effects;
import io.bosett.sweep.summary.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outputs over an axis: the mean of each bin with a band of one standard deviation on each side,
 * and a table with a point of each bin. An output has the same scale over every axis.
 */
final class AxisCurves {
  private static final double MILLION = 1e6;
  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

  private final SweepPlan plan;
  private final Counts counts;
  private final Effects effects;
  private final ExamplePoints examples;
  private final SweepReportWords words;
  private final List<CurveOutput> outputs = new ArrayList<>();
  private final Map<CurveOutput, double[]> scales = new HashMap<>();

  /**
   * An output that is drawn.
   *
   * @param name as the column of results
   * @param title for people, in HTML
   * @param unit that its whole numbers are counted in
   * @param digits that are shown
   * @param ceiling that the output never exceeds; its floor is 0
   */
  private record CurveOutput(String name, String title, double unit, int digits, double ceiling) {}

  /** The mean of a bin with one standard deviation on each side, as far as the output goes. */
  private record Spread(double mean, double low, double high) {}

  AxisCurves(
      Sweep sweep, Counts counts, Effects effects, ExamplePoints examples, SweepReportWords words) {
    this.plan = sweep.plan();
    this.counts = counts;
    this.effects = effects;
    this.examples = examples;
    this.words = words;
    outputs.add(new CurveOutput("fit_total", words.say("meanFit"), MILLION, 4, 1));
    outputs.add(new CurveOutput("selected", words.say("meanSelected"), 1, 1, UNBOUNDED));
    for (String name : sweep.againstNames()) {
      String title = words.say("otherwise") + " " + SweepReportWords.html(name);
      outputs.add(new CurveOutput("otherwise_" + name, title, 1, 0, UNBOUNDED));
    }
    outputs.forEach(output -> scales.put(output, scale(output)));
  }

  private double[] scale(CurveOutput output) {
    double[] scale = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int axis = 0; axis < plan.axes().size(); axis++) {
      for (int bin = 0; bin < AxisBins.of(plan, axis).count(); bin++) {
        @Nullable Spread at = spread(axis, bin, output);
        if (at != null) {
          scale[0] = Math.min(scale[0], at.low);
          scale[1] = Math.max(scale[1], at.high);
        }
      }
    }
    return scale;
  }

  private @Nullable Spread spread(int axis, int bin, CurveOutput output) {
    long[] moments = counts.get(effects.key(axis, bin, output.name));
    if (moments.length == 0 || Moments.count(moments) == 0) {
      return null;
    }
    double mean = Moments.mean(moments) / output.unit;
    double deviation = Moments.deviation(moments) / output.unit;
    return new Spread(
        mean, Math.max(0, mean - deviation), Math.min(output.ceiling, mean + deviation));
  }

  /** The anchor of the curves over an axis. */
  static String place(int axis) {
    return "axis" + axis;
  }

  /** Writes the curves over an axis and their table. */
  void write(StringBuilder out, int axis) {
    int bins = AxisBins.of(plan, axis).count();
    out.append("<section id=\"").append(place(axis)).append("\"><h3>");
    out.append(SweepReportWords.html(plan.axes().get(axis).name()));
    out.append("</h3>\n<div class=\"curves\">");
    outputs.forEach(output -> out.append(figure(axis, bins, output)));
    out.append("</div>\n<table><tr><th>").append(words.say("bin")).append("</th><th>");
    out.append(words.say("infeasible"));
    outputs.forEach(output -> out.append("</th><th>").append(output.title));
    out.append("</th><th>").append(words.say("atPoint")).append("</th></tr>\n");
    for (int bin = 0; bin < bins; bin++) {
      row(out, axis, bin, bins);
    }
    out.append("</table></section>\n");
  }

  private void row(StringBuilder out, int axis, int bin, int bins) {
    long[] status = counts.get(effects.key(axis, bin, "status"));
    long points = Arrays.stream(status).sum();
    if (points == 0) {
      return;
    }
    out.append("<tr><td>").append(SweepReportWords.html(label(axis, bin, bins)));
    out.append("</td><td>").append(words.percent(status[Status.INFEASIBLE.ordinal()], points));
    for (CurveOutput output : outputs) {
      @Nullable Spread at = spread(axis, bin, output);
      out.append("</td><td>").append(at == null ? "" : words.fixed(at.mean, output.digits));
    }
    out.append("</td><td>").append(words.point(examples.inBin(axis, bin))).append("</td></tr>\n");
  }

  private String label(int axis, int bin, int bins) {
    String label = plan.label(axis, bin, bins);
    boolean numbers = plan.axes().get(axis).values() instanceof Axis.Distribution;
    return numbers ? words.withSign(label) : label;
  }

  private String figure(int axis, int bins, CurveOutput output) {
    double[] scale = scales.getOrDefault(output, new double[2]);
    if (!(scale[1] > scale[0])) {
      return "";
    }
    CurvePicture picture = new CurvePicture(scale[0], scale[1], bins);
    for (int bin = 0; bin < bins; bin++) {
      @Nullable Spread at = spread(axis, bin, output);
      if (at != null) {
        long point = examples.inBin(axis, bin);
        String title =
            SweepReportWords.html(label(axis, bin, bins))
                + ": "
                + words.fixed(at.mean, output.digits)
                + (point < 0 ? "" : "; " + words.say("atPoint") + " " + words.point(point));
        picture.add(bin, at.mean, at.low, at.high, title);
      }
    }
    String least = words.fixed(scale[0], output.digits);
    String most = words.fixed(scale[1], output.digits);
    String from = SweepReportWords.html(label(axis, 0, bins));
    String to = SweepReportWords.html(label(axis, bins - 1, bins));
    return "<figure><figcaption>"
        + output.title
        + "</figcaption>"
        + picture.svg(output.title, least, most)
        + "<div class=\"ends\"><span>"
        + from
        + "</span><span>"
        + to
        + "</span></div></figure>";
  }
}
