package io.bosett.benchmark.run;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The heats of a race, one after the other: the default solver on everything first, then the others
 * instance by instance. A solver that did not settle an instance is not tried on larger ones of the
 * same family, and nothing new begins when the time for the whole is up.
 */
public final class Contest {
  /** Up to so many candidates there are all repetitions, beyond only one. */
  private static final int SMALL = 4_000;

  /** An instance is larger than another when it has so many times its candidates. */
  private static final double LARGER = 1.25;

  private final Rules rules;
  private final Lines file;
  private final Set<List<String>> done = new HashSet<>();
  private final Map<List<String>, Instance> failedAt = new HashMap<>();

  /**
   * How a race is run.
   *
   * @param manifest the file
   * @param commit of the code
   * @param solvers that take part
   * @param timeLimit of one solve, in seconds
   * @param repetitions up to 4,000 candidates
   * @param warmUp seconds at the most
   * @param heapMb of every child process
   * @param end when nothing new begins, on the clock of {@link System#nanoTime}
   */
  public record Rules(
      Path manifest,
      String commit,
      List<String> solvers,
      double timeLimit,
      int repetitions,
      double warmUp,
      int heapMb,
      long end) {}

  /** A race whose lines go to a file. */
  public Contest(Rules rules, Lines file) {
    this.rules = rules;
    this.file = file;
  }

  /** Takes over what an earlier run of the same code has found out. */
  public void resume(Manifest manifest, List<Line> before) {
    for (Line line : before) {
      if (line instanceof Heat heat && heat.commit().equals(rules.commit())) {
        Instance instance = manifest.find(heat.instance());
        if (instance != null && heat.timeLimit() == rules.timeLimit()) {
          done.add(List.of(heat.solver(), heat.instance()));
          remember(heat, instance);
        }
      }
    }
  }

  /** Runs all heats that are not done yet. */
  public void run(List<Instance> instances) throws IOException {
    List<Pair> pairs = pairs(instances);
    int number = 0;
    for (Pair pair : pairs) {
      number++;
      if (!done.contains(List.of(pair.solver(), pair.instance().id()))) {
        Line line = line(pair);
        file.add(line);
        say(number + "/" + pairs.size() + " " + text(line));
      }
    }
  }

  private record Pair(String solver, Instance instance) {}

  private List<Pair> pairs(List<Instance> instances) {
    List<Pair> pairs = new ArrayList<>();
    List<String> others = new ArrayList<>(rules.solvers());
    if (others.remove(Entrants.OWN)) {
      instances.forEach(instance -> pairs.add(new Pair(Entrants.OWN, instance)));
    }
    for (Instance instance : instances) {
      others.forEach(solver -> pairs.add(new Pair(solver, instance)));
    }
    return pairs;
  }

  private Line line(Pair pair) throws IOException {
    Instance instance = pair.instance();
    Instance smaller = failedAt.get(List.of(pair.solver(), instance.family()));
    if (smaller != null && LARGER * smaller.size() < instance.size()) {
      return skipped(pair, "did not settle " + smaller.id());
    }
    if (System.nanoTime() > rules.end()) {
      return skipped(pair, "no time left");
    }
    Heat heat = heat(pair);
    remember(heat, instance);
    return heat;
  }

  private SkippedHeat skipped(Pair pair, String reason) {
    return new SkippedHeat(rules.commit(), pair.solver(), pair.instance().id(), reason);
  }

  private void remember(Heat heat, Instance instance) {
    if (!heat.settled()) {
      failedAt.merge(
          List.of(heat.solver(), instance.family()),
          instance,
          (a, b) -> a.size() <= b.size() ? a : b);
    }
  }

  private Heat heat(Pair pair) throws IOException {
    Instance instance = pair.instance();
    int repetitions = instance.size() <= SMALL ? rules.repetitions() : 1;
    List<String> args =
        List.of(
            rules.manifest().toString(),
            instance.id(),
            pair.solver(),
            rules.commit(),
            Double.toString(rules.timeLimit()),
            Integer.toString(repetitions),
            Double.toString(rules.warmUp()));
    BoundedProcess.Outcome outcome =
        BoundedProcess.run(rules.heapMb(), patience(instance), HeatProcess.class.getName(), args);
    Heat heat = outcome.line() instanceof Heat said ? said : silent(pair);
    if (outcome.ending() != Heat.Ending.ANSWERED) {
      heat = heat.ended(outcome.ending(), outcome.detail());
    }
    return heat.withPeaks(outcome.ownMb(), outcome.childrenMb());
  }

  /** The time limit, and what making, compiling, certifying and checking may take besides. */
  private double patience(Instance instance) {
    return rules.timeLimit() + 20 + instance.size() / 10_000.0;
  }

  private Heat silent(Pair pair) {
    Instance i = pair.instance();
    return new Heat(
        rules.commit(),
        pair.solver(),
        "",
        i.id(),
        "",
        i.size(),
        rules.timeLimit(),
        Heat.Ending.CRASHED,
        "",
        null,
        null,
        false,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        0,
        0,
        0,
        0,
        List.of());
  }

  private static String text(Line line) {
    if (line instanceof Heat heat) {
      Timing timing = heat.warm().isEmpty() ? heat.cold() : heat.warm().get(0);
      String seconds = timing == null ? "" : String.format(Locale.ROOT, " %.6f s", timing.total());
      String how =
          heat.ending() == Heat.Ending.ANSWERED
              ? heat.status() + (heat.proof() == null ? "" : " " + heat.proof())
              : heat.ending() + ": " + heat.detail();
      return heat.solver() + " " + heat.instance() + ": " + how + seconds;
    } else if (line instanceof SkippedHeat skipped) {
      return skipped.solver() + " " + skipped.instance() + ": not tried, " + skipped.reason();
    }
    return line.toString();
  }

  private static void say(String text) {
    System.err.println(text);
  }
}
