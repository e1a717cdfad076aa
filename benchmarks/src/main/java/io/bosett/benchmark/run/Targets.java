package io.bosett.benchmark.run;
import java.util.List;
/** stub */
public final class Targets {
  /** c */
  public Targets(Contest.Rules rules, Lines lines) {}
  /** r */
  public void run(List<Line> before) {}
}
