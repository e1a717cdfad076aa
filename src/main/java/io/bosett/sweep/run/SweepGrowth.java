package io.bosett.sweep.run;

import io.bosett.documents.sweep.SweepDocument.Draws;
import io.bosett.documents.sweep.SweepDocument.Method;
import io.bosett.documents.sweep.SweepReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a sweep is that of a result folder with more draws, which only append points. */
final class SweepGrowth {
  private SweepGrowth() {}

  /**
   * Refuses what is not.
   *
   * @throws SweepRefusedException with the reason
   */
  static void check(String folder, SweepRecord found, SweepRecord wanted) {
    SweepReading before = found.sweep();
    SweepReading after = wanted.sweep();
    RecordHashes wantedHashes = wanted.hashes(after.seriesHash());
    List<String> differing = wantedHashes.differences(found.hashes(before.seriesHash()));
    if (!differing.isEmpty()) {
      throw new SweepRefusedException(
          folder
              + ": holds the results of another sweep ("
              + found.hash().substring(0, 12)
              + ", this one is "
              + wanted.hash().substring(0, 12)
              + "): not the same are "
              + String.join(", ", differing)
              + "; expected another folder");
    }
    @Nullable String reason = reason(found, wanted, after.sweep().draws());
    if (reason != null) {
      throw new SweepRefusedException(folder + ": holds the same sweep with " + reason);
    }
  }

  private static @Nullable String reason(
      SweepRecord found, SweepRecord wanted, @Nullable Draws draws) {
    if (draws != null && draws.method() == Method.LATIN_HYPERCUBE) {
      return "another count of draws; latinHypercube depends on it, so every point would change:"
          + " expected another folder, or the method sobol or random";
    } else if (wanted.points() < found.points()) {
      return found.points()
          + " points, more than these "
          + wanted.points()
          + "; expected at least as many draws";
    } else if (wanted.partSize() != found.partSize()) {
      return "parts of "
          + found.partSize()
          + " points, and so many points need parts of "
          + wanted.partSize()
          + "; expected another folder";
    }
    return null;
  }
}
