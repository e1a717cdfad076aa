package io.bosett.benchmark.report;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.run.Line;
import java.nio.file.Path;
import java.util.List;
/** stub */
public final class Report {
  /** f */
  public static final String FILE = "README.md";
  /** c */
  public Report(Manifest m, List<Line> l, List<Judged> j) {}
  /** w */
  public void write(Path folder) {}
}
