package io.bosett.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments of the job, and what is said of wrong ones. */
final class JobArgumentsTest {
  @Test
  void options_stand_anywhere() {
    JobArguments read =
        JobArguments.of("--points", "3..17", "a.json", "--out", "hdfs://n/o", "--datasets", "d");
    assertThat(read)
        .isEqualTo(new JobArguments("a.json", URI.create("hdfs://n/o"), 3, 17, "d", false));
    assertThat(JobArguments.of("--end-with-input", "--out", "file:/o"))
        .isEqualTo(new JobArguments(null, URI.create("file:/o"), 0, Long.MAX_VALUE, null, true));
    assertThat(JobArguments.of("a.json", "--out", "file:/o").last()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void the_page_names_every_option_and_no_other() throws IOException {
    Set<String> documented =
        Files.readString(Path.of("models", "sweeps", "spark.md"))
            .lines()
            .filter(line -> line.startsWith("| `--"))
            .map(line -> line.substring(3).split("[ `]")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThatThrownBy(() -> JobArguments.of("--nothing"))
        .hasMessageContaining("allowed: " + String.join(", ", List.of("--out", "--points")))
        .hasMessageContaining("--datasets, --end-with-input");
    assertThat(documented)
        .containsExactlyInAnyOrder("--out", "--points", "--datasets", "--end-with-input");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.json                              | --out is missing
          a.json b.json --out file:/o         | 2 files are given
          a.json --out                        | --out has no value
          a.json --out o                      | --out is 'o'; expected an absolute URI
          a.json --out /o                     | --out is '/o'; expected an absolute URI
          a.json --out file:o                 | --out is 'file:o'; expected an absolute URI
          a.json --out file:/o --points 3     | --points is '3'; expected A..B
          a.json --out file:/o --points 3..2  | --points is '3..2'; expected A..B
          a.json --out file:/o --threads 3    | --threads is no option
          --solver cp-sat --out file:/o       | --solver is no option
          """)
  void wrong_ones_are_named_with_what_was_expected(String arguments, String words) {
    assertThatThrownBy(() -> JobArguments.of(arguments.split(" +")))
        .isInstanceOf(JobRefusedException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("usage: spark-submit");
  }
}
