package io.bosett.benchmark.run;

import io.bosett.generate.Variations;
import io.bosett.model.Problem;
import io.bosett.solve.SolveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A thousand scenarios that differ in weights, demand and caps, on one thread and on two. */
record VariedTarget(Problem letter, Channel channel) {
  private static final int COUNT = 1_000;
  private static final int ROUNDS = 5;

  Map<String, Double> measure() throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    for (int seed = 1; seed <= COUNT; seed++) {
      problems.add(Variations.of(letter, seed));
    }
    Map<String, Double> values = new TreeMap<>();
    values.put("scenarios", (double) COUNT);
    for (int threads = 1; threads <= 2; threads++) {
      Samples perSecond = new Samples();
      for (int round = 0; round < ROUNDS; round++) {
        AtomicInteger proven = new AtomicInteger();
        AtomicInteger settled = new AtomicInteger();
        double seconds = run(problems, threads, proven, settled);
        if (round > 0) {
          perSecond.add(settled.get() / seconds);
        }
        values.put("optima", (double) proven.get());
        values.put("settled", (double) settled.get());
      }
      values.put(threads == 1 ? "perSecondOnOneThread" : "perSecond", perSecond.median());
    }
    return values;
  }

  private double run(
      List<Problem> problems, int threads, AtomicInteger proven, AtomicInteger settled)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    long begin = System.nanoTime();
    for (int k = 0; k < threads; k++) {
      Thread worker =
          new Thread(
              () -> {
                Lane lane = new Lane(5);
                int i = next.getAndIncrement();
                for (; i < problems.size(); i = next.getAndIncrement()) {
                  lane.run(problems.get(i), null);
                  proven.addAndGet(lane.found instanceof SolveResult.Proven ? 1 : 0);
                  settled.addAndGet(lane.settled() && lane.certificate != null ? 1 : 0);
                }
              });
      worker.start();
      workers.add(worker);
    }
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        worker.join(100);
        channel.alive();
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
