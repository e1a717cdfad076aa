package io.bosett.sweep.run;

import io.bosett.solve.CancellationToken;
import io.bosett.sweep.points.PointSolver;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The work of a process that makes parts of a {@link DistributedRun}. */
public final class PartWork {
  private PartWork() {}

  /**
   * Makes a part, unless it is there whole and is counted.
   *
   * @throws IOException when a file cannot be read or written; nothing is half written then
   */
  public static PartReport make(Sweep sweep, SweepFolder folder, PartOrder order)
      throws IOException {
    int part = order.part();
    @Nullable Boolean whole = folder.isWhole(sweep, part);
    boolean damaged = whole != null && !whole;
    RunTally tally = new RunTally();
    if (whole == null || damaged || !(order.counted() || PartSummaries.isThere(folder, part))) {
      CancellationToken never = new CancellationToken();
      PointSolver solver = new PointSolver(sweep.plan(), sweep.against().values(), never);
      PartTask.@Nullable Made made =
          PartTask.make(sweep, part, solver, never::isRequested, tally::add);
      if (made != null) {
        if (!order.counted()) {
          PartSummaries.keep(folder, part, made.counts());
        }
        folder.write(part, made);
      }
    }
    return new PartReport(part, damaged, tally.numbers());
  }
}
