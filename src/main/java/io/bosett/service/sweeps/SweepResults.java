package io.bosett.service.sweeps;

import io.bosett.documents.json.JsonWriter;
import io.bosett.sweep.plan.AxisValue;
import io.bosett.sweep.plan.SweepPoint;
import io.bosett.sweep.report.BoxSearch;
import io.bosett.sweep.report.PointPage;
import io.bosett.sweep.report.SweepReport;
import io.bosett.sweep.report.SweepSummary;
import io.bosett.sweep.run.Sweep;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What can be read of a sweep, while it runs too: over the parts that are there. */
public final class SweepResults {
  private final SweepService sweeps;

  public SweepResults(SweepService sweeps) {
    this.sweeps = sweeps;
  }

  /** Whether any part is there. */
  public boolean isBegun(String id) {
    return sweeps.isBegun(id);
  }

  /** The points of a sweep. */
  public long points(String id) {
    return sweeps.sweep(id).plan().points();
  }

  /** Writes the summary as JSON. */
  public void summary(String id, OutputStream stream) {
    reading(
        () -> {
          SweepSummary summary = SweepSummary.of(sweeps.sweep(id), sweeps.folder(id));
          JsonWriter.write(stream, summary::write);
        });
  }

  /** Writes the report as HTML, in a language by its tag. */
  public void report(String id, String language, OutputStream stream) {
    reading(
        () -> {
          String html = SweepReport.html(sweeps.sweep(id), sweeps.folder(id), language);
          stream.write(html.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** The place of a municipality in a sweep; -1 when it is not in it. */
  public int place(String id, String municipality) {
    return sweeps.sweep(id).plan().municipalities().indexOf(municipality);
  }

  /**
   * Writes as JSON in which points a municipality is asked, or not: boxes of the axes.
   *
   * @param place of the municipality
   * @param asked whether the points sought are those at which it is asked
   */
  public void boxes(String id, int place, boolean asked, OutputStream stream) {
    reading(
        () -> {
          Sweep sweep = sweeps.sweep(id);
          BoxSearch.Found found = BoxSearch.find(sweep, sweeps.folder(id), place, asked);
          String municipality = sweep.plan().municipalities().get(place);
          JsonWriter.write(
              stream,
              out ->
                  out.object(
                      () -> {
                        out.text("municipality", municipality);
                        out.text("name", sweep.plan().name(municipality));
                        out.truth("asked", asked);
                        found.write(out);
                      }));
        });
  }

  /** Writes some rows as JSON, from a point on. */
  public void rows(String id, long first, int limit, OutputStream stream) {
    reading(
        () -> {
          PointPage page = PointPage.from(sweeps.sweep(id), sweeps.folder(id), first, limit);
          JsonWriter.write(stream, page::write);
        });
  }

  /**
   * Writes a point as JSON: its values, and the scenario that they make.
   *
   * @throws io.bosett.model.InvalidInputException when they make none
   */
  public void point(String id, long number, OutputStream stream) {
    Sweep sweep = sweeps.sweep(id);
    SweepPoint point = sweep.plan().source().point(number);
    String scenario = new String(point.documented().document().utf8(), StandardCharsets.UTF_8);
    List<AxisValue> values = point.values();
    JsonWriter.write(
        stream,
        out ->
            out.object(
                () -> {
                  out.whole("point", number);
                  out.object(
                      "values",
                      () -> {
                        for (int a = 0; a < values.size(); a++) {
                          out.nullable(
                              sweep.plan().axes().get(a).name(),
                              values.get(a).text(),
                              JsonWriter::text);
                        }
                      });
                  out.raw("scenario", scenario);
                }));
  }

  /** Reads files. */
  private interface Reading {
    void read() throws IOException;
  }

  private static void reading(Reading reading) {
    try {
      reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
