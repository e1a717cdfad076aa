package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts that another build of the same version wrote. */
final class CountsFormatTest {
  @TempDir private Path folder;

  @Test
  void counts_in_another_format_are_refused_by_name_and_left_alone() throws IOException {
    Sweep sweep = SweepRunTest.sweep(60);
    Path out = folder.resolve("out");
    SweepRunTest.run(sweep, out, 1, new SweepRunTest.Ear());
    Path counts = out.resolve("summary/counts.json.gz");
    String json;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(counts))) {
      json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String own = json.replaceFirst("\"format\":\\s*\\[\\s*1\\s*\\],?", "");
    assertThat(own).isNotEqualTo(json);
    for (String format : List.of("", "\"format\": [2],")) {
      try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(counts))) {
        zip.write(own.replaceFirst("\\{", "{" + format).getBytes(StandardCharsets.UTF_8));
      }
      Map<String, String> before = Sweeps.hashes(out);
      String expected =
          counts + ": has counts in format " + (format.isEmpty() ? 0 : 2) + ", expected 1, for";
      assertThatThrownBy(() -> SweepRunTest.run(sweep, out, 1, new SweepRunTest.Ear()))
          .isInstanceOf(SweepRefusedException.class)
          .hasMessageStartingWith(expected);
      assertThatThrownBy(() -> new SweepFolder(out).counts())
          .isInstanceOf(SweepRefusedException.class)
          .hasMessageStartingWith(expected);
      assertThat(Sweeps.hashes(out)).isEqualTo(before);
    }
  }
}
