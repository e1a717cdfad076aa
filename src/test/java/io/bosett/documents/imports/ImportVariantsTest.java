package io.bosett.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random tables in random shapes are read back to the same cells, or asked about. */
@Tag("slow")
final class ImportVariantsTest {
  private static final long FIRST_SEED = Long.getLong("bosett.seed", 20_180_101L);
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
  private static final long CASES = Math.max(1, Math.round(10_000 * SHARE));

  @Test
  void no_shape_of_a_table_is_read_wrongly() {
    int asked = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      Random random = new Random(seed);
      VariantTable table = new VariantTable(random);
      byte[] bytes = VariantFiles.any(table, random);
      ImportedFile file = ImportSamples.IMPORTER.read("variant", bytes, table.answers());
      String shown =
          "seed "
              + seed
              + "\n"
              + file.questions()
              + file.refusals()
              + file.warnings()
              + "\n"
              + new String(bytes, StandardCharsets.UTF_8);
      assertThat(file.refusals()).as(shown).isEmpty();
      if (file.questions().isEmpty()) {
        assertThat(VariantTable.found(file)).as(shown).isEqualTo(table.expected());
        assertThat(file.warnings()).as(shown).isEmpty();
      } else {
        assertThat(file.questions().toString()).as(shown).contains("--decimal");
        asked++;
      }
    }
    assertThat(asked).isLessThan((int) CASES / 5 + 1);
  }
}
