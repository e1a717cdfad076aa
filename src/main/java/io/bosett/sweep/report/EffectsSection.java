package io.bosett.sweep.report;

import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.summary.AxisBins;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.Effects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The sections on effects: bars by output, the places that an axis decides, and each axis by bin.
 * What a picture shows leads to a point by the links in its table.
 */
final class EffectsSection {
  private static final int PLACES = 20;
  private static final double BAR_EMS = 8;
  private static final int HEAT_STEPS = 5;

  private final SweepPlan plan;
  private final Sweep sweep;
  private final Counts counts;
  private final Effects effects;
  private final ExamplePoints examples;
  private final SweepReportWords words;
  private final List<Integer> axes;

  EffectsSection(
      Sweep sweep, Counts counts, Effects effects, ExamplePoints examples, SweepReportWords words) {
    this.sweep = sweep;
    this.plan = sweep.plan();
    this.counts = counts;
    this.examples = examples;
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
    out.append("<h2>").append(words.say("curves")).append("</h2>\n<p class=\"note\">");
    out.append(words.say("curves.note")).append("</p>\n");
    AxisCurves curves = new AxisCurves(sweep, counts, effects, examples, words);
    axes.forEach(axis -> curves.write(out, axis));
  }

  private void bars(StringBuilder out) {
    List<String> outputs = new ArrayList<>(List.of("objective", "fit_total", "selected"));
    sweep.againstNames().forEach(name -> outputs.add("otherwise_" + name));
    out.append("<h2>").append(words.say("effects")).append("</h2>\n<p class=\"note\">");
    out.append(words.say("effects.note")).append("</p>\n<table><tr><th>").append(words.say("axis"));
    outputs.forEach(
        output -> out.append("</th><th class=\"l\">").append(SweepReportWords.html(output)));
    out.append("</th></tr>\n");
    for (int axis : axes) {
      out.append("<tr><td>").append(name(axis));
      for (String output : outputs) {
        out.append("</td><td class=\"l\">").append(bar(axis, effects.on(axis, output)));
      }
      out.append("</td></tr>\n");
    }
    out.append("</table>\n");
  }

  /** The name of an axis, which leads to its curves, and they to points. */
  private String name(int axis) {
    String name = SweepReportWords.html(plan.axes().get(axis).name());
    return "<a href=\"#" + AxisCurves.place(axis) + "\">" + name + "</a>";
  }

  private String bar(int axis, double share) {
    if (Double.isNaN(share)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "<a href=\"#%s\"><span class=\"bar\" style=\"width:%.2fem\"></span></a> %s",
        AxisCurves.place(axis),
        share * BAR_EMS,
        words.fixed(share, 3));
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
      String id = SweepReportWords.html(ids.get(i));
      out.append("<tr><td><a href=\"#m").append(id).append("\">").append(id);
      out.append(' ').append(SweepReportWords.html(plan.name(ids.get(i)))).append("</a>");
      Arrays.stream(on[i]).forEach(effect -> out.append("</td>").append(heat(effect)));
      out.append("</tr>\n");
    }
    out.append("</table>\n");
  }

  /** A cell the darker the larger the effect; the number stands in it, whatever the colour. */
  private String heat(double effect) {
    if (Double.isNaN(effect)) {
      return "<td></td>";
    }
    int step = (int) Math.min(HEAT_STEPS - 1, Math.max(0, effect * HEAT_STEPS));
    return "<td class=\"heat h" + step + "\">" + words.fixed(effect, 2) + "</td>";
  }
}
