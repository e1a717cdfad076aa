package io.bosett.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.run.Heats;
import io.bosett.benchmark.run.Line;
import io.bosett.benchmark.run.SkippedHeat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  private String report(Line... lines) throws IOException {
    Manifest manifest = withoutKnowledge(Manifest.read(Manifest.FILE));
    List<Line> all = List.of(lines);
    new Report(manifest, all, new Judge(manifest).judge(all)).write(folder);
    return Files.readString(folder.resolve(Report.FILE));
  }

  private static Manifest withoutKnowledge(Manifest manifest) {
    return new Manifest(
        manifest.instances().stream()
            .map(i -> new Instance(i.id(), i.family(), i.size(), i.subsets(), i.recipe(), null))
            .toList());
  }

  @Test
  void a_wrong_answer_stands_in_the_report() throws IOException {
    String text =
        report(
            Heats.claimed("cbc", "bands-30-1", 4), Heats.feasible("scip", "bands-30-1", 5, null));
    assertThat(text).contains("`cbc` on bands-30-1, wrong: calls 4 optimal; 5 is reached");
  }

  @Test
  void what_was_not_tried_stands_in_the_report_with_the_reason() throws IOException {
    String text =
        report(
            Heats.optimal("decomposition", "letter", 3),
            new SkippedHeat("c", "cbc", "letter-4000-1", "did not settle letter-1000-1"));
    assertThat(text).contains("`cbc` did not settle letter-1000-1: letter-4000-1");
  }

  @Test
  void a_report_on_nothing_can_be_written() throws IOException {
    assertThat(report()).contains("# Results of the race");
  }

  @Test
  void a_line_that_would_break_a_table_is_made_harmless() {
    assertThat(Markdown.safe("a | b\nc")).isEqualTo("a \\| b c");
  }
}
