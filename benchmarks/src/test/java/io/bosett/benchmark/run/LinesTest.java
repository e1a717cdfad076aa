package io.bosett.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
  @TempDir Path folder;

  @Test
  void lines_read_back_as_they_were_written() throws IOException {
    Path file = folder.resolve("deep/race.jsonl");
    List<Line> lines =
        List.of(
            new Session("c", "now", "x", 1, 2, List.of("a"), 3, Machine.here()),
            Heats.optimal("a", "letter", 5),
            new SkippedHeat("c", "b", "letter", "no time left"),
            new Measure("c", "first", Map.of("solve", 0.5), ""));
    try (Lines out = Lines.append(file)) {
      for (Line line : lines) {
        out.add(line);
      }
    }
    assertThat(Lines.read(file)).isEqualTo(lines);
  }

  @Test
  void a_line_that_was_cut_off_costs_only_itself() throws IOException {
    Path file = folder.resolve("race.jsonl");
    Line line = new SkippedHeat("c", "b", "letter", "no time left");
    try (Lines out = Lines.append(file)) {
      out.add(line);
    }
    Files.writeString(file, "{\"kind\":\"heat\",\"comm", StandardOpenOption.APPEND);
    try (Lines out = Lines.append(file)) {
      out.add(line);
    }
    assertThat(Lines.read(file)).containsExactly(line, line);
  }

  @Test
  void without_a_file_there_is_no_line() throws IOException {
    assertThat(Lines.read(folder.resolve("none"))).isEmpty();
  }
}
