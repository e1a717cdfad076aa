package io.bosett.benchmark.load;

import io.bosett.benchmark.run.Machine;
import java.util.Map;
import java.util.SortedMap;

/** The lines of a run of previews; times in milliseconds unless their names say otherwise. */
final class PreviewLines {
  private PreviewLines() {}

  /** What the lines are about. */
  record Head(
      String commit,
      String at,
      String command,
      Machine machine,
      StoreKind store,
      String java,
      int warmUp,
      long seed) {}

  /**
   * Previews one after the other by one caller.
   *
   * @param what is asked for
   * @param phases of the server by name, {@code server} for its sum without queue and transfer
   * @param response from the request to the end of its answer
   * @param incomplete of them, that is with a loss that time did not allow
   * @param processor milliseconds of processor time of the service for each
   */
  record Sample(
      String what,
      SortedMap<String, Distribution> phases,
      Distribution response,
      int incomplete,
      double processor) {}

  /** What the service holds after so many previews. */
  record Held(long previews, double heapMb, double residentMb, double diskMb) {}

  /**
   * Very many previews.
   *
   * @param rowsBefore rows of the store by table; none of PostgreSQL
   * @param processor milliseconds of processor time of the service for each
   */
  record Many(
      long previews,
      double seconds,
      double processor,
      Map<String, Long> rowsBefore,
      Map<String, Long> rowsAfter) {}

  /**
   * Pages whose sliders move at once.
   *
   * @param positions that all sliders took together
   * @param refused answers 429
   * @param faults answers that must not be
   * @param cores processors that the service used
   */
  record Pages(
      int pages,
      int seconds,
      int stepMillis,
      long positions,
      Distribution response,
      Distribution server,
      long refused,
      Distribution settled,
      double cores,
      int faults) {}

  /** What somebody else meets. */
  record Others(String when, SortedMap<String, Distribution> response) {}
}
