package io.bosett.benchmark.sweep;

import io.bosett.benchmark.report.Markdown;
import io.bosett.benchmark.sweep.SweepLines.PlaceRun;
import io.bosett.benchmark.sweep.SweepLines.Together;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The section about runs in process and on Spark. Each place ran with two numbers of points: what
 * the larger took more is the cost of its points, the rest that of starting and warming up.
 */
final class TogetherSection {
  private static final double MILLION = 1e6;
  private static final double HOUR = 3_600;

  private final List<Place> places;

  /** Runs on finished folders by the name of the place. */
  private final Map<String, Place> finished = new HashMap<>();

  TogetherSection(Together together) {
    Map<String, List<PlaceRun>> made = new LinkedHashMap<>();
    Map<String, List<PlaceRun>> found = new LinkedHashMap<>();
    for (PlaceRun run : together.runs()) {
      (run.isFound() ? found : made)
          .computeIfAbsent(run.name(), name -> new ArrayList<>())
          .add(run);
    }
    places = made.values().stream().filter(runs -> runs.size() > 1).map(Place::of).toList();
    found.values().stream()
        .filter(runs -> runs.size() > 1)
        .map(Place::of)
        .forEach(place -> finished.put(place.most().name(), place));
  }

  /** The least and the most points at a place. */
  private record Place(PlaceRun least, PlaceRun most) {
    static Place of(List<PlaceRun> runs) {
      List<PlaceRun> sorted =
          runs.stream().sorted(Comparator.comparingLong(PlaceRun::points)).toList();
      return new Place(sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Processor time of a task, in milliseconds, without start. */
    double task() {
      double more = most.processorSeconds() - least.processorSeconds();
      return more / (most.tasks() - least.tasks()) * 1e3;
    }

    long more() {
      return most.points() - least.points();
    }

    /** Processor time of a point, in microseconds, without start and warming up. */
    double point() {
      return (most.processorSeconds() - least.processorSeconds()) / more() * MILLION;
    }

    /** Processor time of start and warming up, in seconds. */
    double start() {
      return least.processorSeconds() - least.points() * point() / MILLION;
    }

    /** Points a second by the wall, likewise without start. */
    double rate() {
      return more() / (most.seconds() - least.seconds());
    }
  }

  /** Writes the section, if there is a place with two runs. */
  void write(Markdown out) {
    if (places.isEmpty()) {
      return;
    }
    out.heading(2, "In process and on Spark, in one run");
    out.paragraph(
        "One after the other by one command, each place with two numbers of points. What the larger"
            + " run took more is the cost of its points; the rest of the smaller is that of starting"
            + " and warming up, in every process. Over in process: processor time of a point above"
            + " that of one thread in process, with all that distributes and collects. A task that"
            + " finds its part: the same command on two finished folders, where a task only looks"
            + " for its part and says so; the difference by the tasks that one has more.");
    Place base = places.get(0);
    List<List<String>> rows = new ArrayList<>();
    for (Place place : places) {
      double over = place.point() - base.point();
      rows.add(
          List.of(
              place.most().where(),
              Integer.toString(place.most().threads()),
              count(place.least().points()) + ", " + count(place.most().points()),
              decimal(place.least().seconds()) + ", " + decimal(place.most().seconds()),
              count(Math.round(place.rate())),
              decimal(place.point()),
              decimal(place.start()),
              decimal(over),
              task(place)));
    }
    out.table(
        List.of(
            "where",
            "threads",
            "points",
            "s",
            "points/s without start",
            "processor µs a point",
            "processor s of start",
            "over in process, µs a point",
            "a task that finds its part, ms"),
        rows);
    paper(out);
  }

  /** A task in milliseconds, where that was measured. */
  private String task(Place place) {
    Place found = finished.get(place.most().name());
    return found == null ? "" : String.format(Locale.ROOT, "%.1f", found.task());
  }

  /** What more points take. */
  private void paper(Markdown out) {
    out.paragraph(
        "On paper, computed from that and not run: every core as fast as here, start once a place.");
    List<List<String>> rows = new ArrayList<>();
    for (double points : new double[] {1e8, 1e9}) {
      for (Place place : places) {
        double hours = (place.start() + points * place.point() / MILLION) / HOUR;
        double bytes = (double) place.most().bytes() / place.most().points();
        rows.add(
            List.of(
                count((long) points),
                place.most().where() + ", " + place.most().threads(),
                decimal(hours),
                decimal(points / place.rate() / HOUR),
                decimal(hours / 100),
                decimal(points * bytes / 1e9)));
      }
    }
    out.table(
        List.of("points", "where, threads", "core hours", "hours so", "hours on 100 cores", "GB"),
        rows);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.1f" : "%,.0f", number);
  }
}
