package io.bosett.sweep.report;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.sweep.Axis;
import io.bosett.model.Dataset;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.summary.AxisBins;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.Effects;
import io.bosett.sweep.summary.Moments;
import io.bosett.sweep.summary.NumberClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The summary of a sweep as JSON: what the report draws, over the points that are there. */
public final class SweepSummary {
  private static final int DIGITS = 6;
  private static final double MILLION = 1e6;

  private final SweepPlan plan;
  private final Counts counts;
  private final Effects effects;
  private final ExamplePoints examples;
  private final long allocated;
  private final List<Integer> axes;
  private final List<String> outputs =
      new ArrayList<>(List.of("objective", "fit_total", "selected"));

  private SweepSummary(Sweep sweep, Counts counts, ExamplePoints examples) {
    this.plan = sweep.plan();
    this.counts = counts;
    this.effects = new Effects(plan, counts);
    this.examples = examples;
    this.allocated = effects.allocated("all/status");
    this.axes =
        IntStream.range(0, plan.axes().size())
            .filter(axis -> AxisBins.of(plan, axis).count() > 0)
            .boxed()
            .toList();
    sweep.againstNames().forEach(name -> outputs.add("otherwise_" + name));
  }

  /**
   * The summary.
   *
   * @throws IOException when the folder cannot be read
   */
  public static SweepSummary of(Sweep sweep, SweepFolder folder) throws IOException {
    Counts counts = folder.counts();
    return new SweepSummary(sweep, counts, ExamplePoints.of(sweep, folder, counts));
  }

  /** Writes it as an object. */
  public void write(JsonWriter out) {
    long[] status = Arrays.copyOf(counts.get("all/status"), Status.values().length);
    out.object(
        () -> {
          out.text("name", plan.sweep().name()).whole("points", plan.points());
          out.whole("solved", Arrays.stream(status).sum()).whole("allocated", allocated);
          out.object("status", () -> writeStatus(out, status));
          out.whole("effort", ended("effort")).whole("clock", ended("clock"));
          out.object("statusAt", () -> writeStatusAt(out));
          out.list("axes", axes, this::writeAxis);
          out.list("municipalities", places(), this::writePlace);
        });
  }

  /** Points that a limit ended; there are none before the first part. */
  private long ended(String limit) {
    return Arrays.stream(counts.get(limit)).sum();
  }

  private static void writeStatus(JsonWriter out, long[] status) {
    for (Status one : Status.values()) {
      out.whole(one.name(), status[one.ordinal()]);
    }
  }

  /** A point of each status that there is; none where it is not in the parts that are looked at. */
  private void writeStatusAt(JsonWriter out) {
    for (Status one : Status.values()) {
      if (examples.status()[one.ordinal()] >= 0) {
        out.whole(one.name(), examples.status()[one.ordinal()]);
      }
    }
  }

  private void writeAxis(JsonWriter out, int axis) {
    int bins = AxisBins.of(plan, axis).count();
    out.object(
        () -> {
          out.text("name", plan.axes().get(axis).name());
          out.texts("at", plan.axes().get(axis).at());
          out.truth("numbers", plan.axes().get(axis).values() instanceof Axis.Distribution);
          out.object(
              "effects",
              () -> outputs.forEach(output -> writeEffect(out, output, effects.on(axis, output))));
          List<Integer> all = new ArrayList<>();
          for (int bin = 0; bin < bins; bin++) {
            all.add(bin);
          }
          out.list("bins", all, (list, bin) -> writeBin(list, axis, bin, bins));
        });
  }

  /** Null where the output or the axis does not vary. */
  private static void writeEffect(JsonWriter out, String name, double effect) {
    if (Double.isNaN(effect)) {
      out.nothing(name);
    } else {
      out.rounded(name, effect, DIGITS);
    }
  }

  private void writeBin(JsonWriter out, int axis, int bin, int bins) {
    long[] status =
        Arrays.copyOf(counts.get(effects.key(axis, bin, "status")), Status.values().length);
    long point = examples.inBin(axis, bin);
    out.object(
        () -> {
          out.text("values", plan.label(axis, bin, bins));
          out.whole("points", Arrays.stream(status).sum());
          out.whole("infeasible", status[Status.INFEASIBLE.ordinal()]);
          for (String output : outputs) {
            writeNumber(out, output, Moments::mean, counts.get(effects.key(axis, bin, output)));
          }
          out.object(
              "deviations",
              () -> {
                for (String output : outputs) {
                  long[] moments = counts.get(effects.key(axis, bin, output));
                  writeNumber(out, output, Moments::deviation, moments);
                }
              });
          out.nullable("point", point < 0 ? null : point, JsonWriter::whole);
        });
  }

  /** Null where no point of the bin has the output. */
  private static void writeNumber(
      JsonWriter out, String output, ToDoubleFunction<long[]> what, long[] moments) {
    if (moments.length == 0 || Moments.count(moments) == 0) {
      out.nothing(output);
      return;
    }
    double unit = output.equals("fit_total") ? MILLION : 1;
    out.rounded(output, what.applyAsDouble(moments) / unit, DIGITS);
  }

  private List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; allocated > 0 && i < plan.municipalities().size(); i++) {
      places.add(i);
    }
    return places;
  }

  private void writePlace(JsonWriter out, int place) {
    String id = plan.municipalities().get(place);
    long asked = counts.get("all/asked")[place];
    long[] persons = counts.get("persons/" + id);
    out.object(
        () -> {
          out.text("municipality", id).text("name", plan.name(id)).text("county", county(id));
          out.whole("asked", asked).text("class", AskedMap.kind(asked, allocated));
          out.object(
              "persons",
              () ->
                  out.whole("p5", NumberClasses.quantile(persons, 0.05))
                      .whole("p50", NumberClasses.quantile(persons, 0.5))
                      .whole("p95", NumberClasses.quantile(persons, 0.95)));
          out.object(
              "effects",
              () -> {
                for (int axis : axes) {
                  String name = plan.axes().get(axis).name();
                  writeEffect(out, name, effects.onAsked(axis, place));
                }
              });
          writePoint(out, "askedAt", examples.asked()[place]);
          writePoint(out, "notAskedAt", examples.notAsked()[place]);
        });
  }

  private String county(String id) {
    for (Dataset dataset : plan.datasets()) {
      int position = dataset.position(id);
      if (position >= 0) {
        return dataset.county(position);
      }
    }
    return "";
  }

  private static void writePoint(JsonWriter out, String name, long point) {
    out.nullable(name, point < 0 ? null : point, JsonWriter::whole);
  }
}
