package io.bosett.benchmark.run;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.model.Problem;
import java.nio.file.Path;

/** Main class of the child process in which one solver meets one instance. */
public final class HeatProcess {
  private HeatProcess() {}

  /**
   * Runs a heat.
   *
   * @param args manifest, instance, solver, commit, time limit, repetitions and warm-up in seconds
   */
  public static void main(String[] args) throws Exception {
    Channel channel = Channel.open();
    Instance instance = Manifest.read(Path.of(args[0])).find(args[1]);
    if (instance == null) {
      throw new IllegalArgumentException("no instance '" + args[1] + "' in " + args[0]);
    }
    Problem problem = instance.recipe().problem(Path.of(""));
    channel.alive();
    Course course =
        new Course(
            args[3],
            args[2],
            Double.parseDouble(args[4]),
            Integer.parseInt(args[5]),
            Double.parseDouble(args[6]));
    new HeatRun(course, instance, problem, channel).run();
    Entrants.close();
    channel.done();
    System.exit(0);
  }

  /**
   * How a heat goes.
   *
   * @param commit for the record
   * @param solver its name
   * @param timeLimit of one solve, in seconds
   * @param repetitions after the warm-up
   * @param warmUp seconds of warm-up at the most
   */
  record Course(String commit, String solver, double timeLimit, int repetitions, double warmUp) {}
}
