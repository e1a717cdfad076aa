package io.bosett.faults;

/**
 * The number of repetitions of a test. The full count times {@code bosett.cases} (a tenth by
 * default), or what the property says:
 *
 * <table>
 *   <caption>Properties</caption>
 *   <tr><th>property</th><th>full</th><th>what</th></tr>
 *   <tr><td>bosett.faults.kills</td><td>50</td><td>moments at which the service is killed</td></tr>
 *   <tr><td>bosett.faults.backups</td><td>10</td><td>backups under load</td></tr>
 *   <tr><td>bosett.faults.outages</td><td>20</td><td>stops of PostgreSQL</td></tr>
 *   <tr><td>bosett.faults.solvers</td><td>20</td><td>solver processes killed</td></tr>
 *   <tr><td>bosett.faults.stops</td><td>50</td><td>SIGTERM with requests in flight</td></tr>
 *   <tr><td>bosett.faults.shared</td><td>1000</td><td>allocations of three processes</td></tr>
 *   <tr><td>bosett.faults.slow</td><td>1000</td><td>slow or half-open connections</td></tr>
 *   <tr><td>bosett.faults.readers</td><td>1000</td><td>readers of events at once</td></tr>
 *   <tr><td>bosett.faults.previews</td><td>5000</td><td>previews one after the other</td></tr>
 *   <tr><td>bosett.faults.pages</td><td>50</td><td>pages whose sliders move at once</td></tr>
 *   <tr><td>bosett.faults.seed</td><td></td><td>the seed of all that is drawn</td></tr>
 * </table>
 */
final class Repetitions {
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  private Repetitions() {}

  /** The count of one thing. */
  static int of(String what, int full) {
    int share = (int) Math.max(1, Math.round(full * SHARE));
    return Integer.getInteger("bosett.faults." + what, share);
  }

  /** The seed. */
  static long seed() {
    return Long.getLong("bosett.faults.seed", 20_180_101L);
  }

  /** Prints what came of a test. */
  static void outcome(String what, Object... values) {
    System.out.println("faults: " + String.format(java.util.Locale.ROOT, what, values));
  }
}
