package io.bosett.service.allocations;
import io.bosett.service.*; import io.bosett.solve.*; import io.bosett.model.*; import io.bosett.files.*;
import java.time.Duration;
final class Probe {
  public static void main(String[] a) throws Exception {
    for (long seed = 1; seed <= 2; seed++) for (String s : Solvers.NAMES) {
      Problem p = Intake.problem(HardDocument.of(seed, s, 12), Datasets.shipped());
      Cancel c = new Cancel(); long[] at = new long[1];
      boolean cancels = a.length > 0;
      if (cancels) { Thread t = new Thread(() -> { try { Thread.sleep(5000); } catch (InterruptedException e) {} at[0]=System.nanoTime(); c.request(); }); t.setDaemon(true); t.start(); }
      long t0 = System.nanoTime();
      Result r = Answering.answer(p, SolverWishes.NONE, SolveOptions.DEFAULT.withCancel(c));
      long t1 = System.nanoTime();
      System.out.println(seed + " " + s + " " + r.status() + " " + r.stopped() + " total " + (t1-t0)/1e9 + " after stop " + (at[0]==0?0:(t1-at[0])/1e9) + " " + r.solver().phases());
    }
  }
}
