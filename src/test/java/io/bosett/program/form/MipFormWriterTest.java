package io.bosett.program.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MipFormWriterTest {
  private static final int CASES =
      (int) (600 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ModelFormat.class)
  void outside_cbc_finds_the_brute_force_optimum_of_tiny_programs(ModelFormat format)
      throws IOException, InterruptedException {
    OutsideCbc.require();
    int feasible = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Program program = RandomPrograms.tiny(seed);
      OptionalLong expected = BruteForce.optimum(program);
      feasible += expected.isPresent() ? 1 : 0;
      assertThat(OutsideCbc.optimum(MipForm.of(program), format, folder))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
    assertThat(feasible).isBetween(CASES / 10, CASES * 9 / 10);
  }

  @ParameterizedTest
  @EnumSource(ModelFormat.class)
  void a_form_is_written_the_same_everywhere(ModelFormat format) throws IOException {
    Locale before = Locale.getDefault();
    MipForm form = MipForm.of(RandomPrograms.tiny(12));
    String plain = written(form, format);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(written(form, format)).isEqualTo(plain).matches("(?s)\\p{ASCII}*");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void ids_that_readers_could_not_take_become_numbers() {
    assertThat(ColumnNames.of(new String[] {"0301", "11 01"})).containsExactly("0", "1");
    assertThat(ColumnNames.of(new String[] {"0301", "1101"})).containsExactly("0301", "1101");
  }

  private static String written(MipForm form, ModelFormat format) throws IOException {
    StringBuilder out = new StringBuilder();
    MipFormWriter.write(form, format, out);
    return out.toString();
  }
}
