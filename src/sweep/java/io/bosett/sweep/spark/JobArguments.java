package io.bosett.sweep.spark;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link SweepJob}.
 *
 * @param file the sweep document, or null to go on with the sweep whose record is in the folder
 * @param out the result folder
 * @param first of the points
 * @param last of the points; {@code Long.MAX_VALUE} when not given
 * @param datasets a folder with one folder per dataset, or null
 * @param endWithInput whether the job ends when its standard input does
 */
record JobArguments(
    @Nullable String file,
    URI out,
    long first,
    long last,
    @Nullable String datasets,
    boolean endWithInput) {
  private static final String USAGE =
      "usage: spark-submit --class io.bosett.sweep.spark.SweepJob bosett-sweep.jar [FILE]"
          + " --out URI [--points A..B] [--datasets DIR] [--end-with-input]";
  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");

  /**
   * Reads arguments.
   *
   * @throws JobRefusedException with one line for each fault
   */
  static JobArguments of(String... args) {
    List<String> faults = new ArrayList<>();
    List<String> files = new ArrayList<>();
    @Nullable String out = null;
    @Nullable String points = null;
    @Nullable String datasets = null;
    boolean endWithInput = false;
    for (int i = 0; i < args.length; i++) {
      String value = i + 1 < args.length ? args[i + 1] : null;
      switch (args[i]) {
        case "--out" -> out = value(args[i++], value, faults);
        case "--points" -> points = value(args[i++], value, faults);
        case "--datasets" -> datasets = value(args[i++], value, faults);
        case "--end-with-input" -> endWithInput = true;
        default -> {
          if (args[i].startsWith("--")) {
            faults.add(
                args[i] + " is no option; allowed: --out, --points, --datasets, --end-with-input");
          } else {
            files.add(args[i]);
          }
        }
      }
    }
    if (files.size() > 1) {
      faults.add(files.size() + " files are given; expected one at most, a sweep document");
    }
    URI uri = uri(out, faults);
    long[] range = range(points, faults);
    if (!faults.isEmpty()) {
      faults.add(USAGE);
      throw new JobRefusedException(faults);
    }
    @Nullable String file = files.isEmpty() ? null : files.get(0);
    return new JobArguments(file, uri, range[0], range[1], datasets, endWithInput);
  }

  private static @Nullable String value(
      String option, @Nullable String value, List<String> faults) {
    if (value == null) {
      faults.add(option + " has no value");
    }
    return value;
  }

  private static URI uri(@Nullable String out, List<String> faults) {
    URI none = URI.create("");
    if (out == null) {
      faults.add("--out is missing; expected the URI of a result folder");
      return none;
    }
    try {
      URI uri = URI.create(out);
      if (uri.getScheme() != null && uri.getPath() != null && uri.getPath().startsWith("/")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    faults.add(
        "--out is '" + out + "'; expected an absolute URI like file:/data/out or hdfs:///out");
    return none;
  }

  private static long[] range(@Nullable String points, List<String> faults) {
    if (points == null) {
      return new long[] {0, Long.MAX_VALUE};
    }
    Matcher range = RANGE.matcher(points);
    if (range.matches()) {
      long from = Long.parseLong(range.group(1));
      long to = Long.parseLong(range.group(2));
      if (from <= to) {
        return new long[] {from, to};
      }
    }
    faults.add("--points is '" + points + "'; expected A..B");
    return new long[] {0, 0};
  }
}
