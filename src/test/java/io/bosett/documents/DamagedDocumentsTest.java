package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.MergePatch;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.model.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come in, a reader reads them or refuses them with faults. */
class DamagedDocumentsTest {
  private static final String DATASET =
      "{\"id\":\"a\",\"title\":\"Å\",\"notes\":[\"n\"],\"counties\":{\"1\":\"One\"},"
          + "\"indicators\":[{\"id\":\"p\",\"unit\":\"u\",\"source\":\"s\",\"licence\":\"l\","
          + "\"description\":\"d\",\"derived\":\"h\"}],\"municipalities\":[{\"id\":\"A\","
          + "\"longitude\":1.5,\"latitude\":-2e1,\"indicators\":{\"p\":{\"2017\":1.5,"
          + "\"2016\":\"s\",\"2015\":null}}}]}";
  private static final String REQUEST =
      "{\"scenarioId\":\"7f\",\"changes\":{\"demand\":{\"persons\":0.5e1},\"fit\":null}}";
  private static final String PIECES = "{}[]\",:0129.eE+-\\u nulltrefas\0\u007f\u00e5";

  private static final Map<String, Consumer<byte[]>> READERS =
      Map.of(
          DATASET,
          DatasetDocument::read,
          REQUEST,
          SubmissionDocument::read,
          "{\"a\":{\"b\":[1,2.50,\"\\ud83c\\udfd4\"],\"c\":null}}",
          bytes ->
              MergePatch.apply(
                  REQUEST.getBytes(UTF_8), JsonDocuments.read(bytes, MergePatch::sound)));

  static List<String> documents() {
    return READERS.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void damage_ends_in_a_refusal_or_is_read(String document) {
    long seed = 210;
    Random random = new Random(seed);
    Consumer<byte[]> reader = READERS.get(document);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = damaged(document.getBytes(UTF_8), random);
      String which = "seed " + seed + ", " + i + ": " + new String(bytes, UTF_8);
      boolean[] isRefused = new boolean[1];
      assertThatCode(() -> isRefused[0] = isRefused(reader, bytes))
          .as(which)
          .doesNotThrowAnyException();
      refused += isRefused[0] ? 1 : 0;
    }
    assertThat(refused).isBetween(500, 1_999);
  }

  private static boolean isRefused(Consumer<byte[]> reader, byte[] bytes) {
    try {
      reader.accept(bytes);
      return false;
    } catch (InvalidInputException e) {
      assertThat(e.violations()).isNotEmpty();
      return true;
    }
  }

  private static byte[] damaged(byte[] document, Random random) {
    byte[] pieces = PIECES.getBytes(UTF_8);
    byte[] bytes = document.clone();
    for (int n = random.nextInt(3); n >= 0; n--) {
      boolean any = random.nextInt(4) == 0;
      bytes[random.nextInt(bytes.length)] =
          any ? (byte) random.nextInt() : pieces[random.nextInt(pieces.length)];
    }
    return bytes;
  }
}
