package io.bosett.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenListsTest {
  private static final int MORE_THAN_ARE_KEPT = 20;

  private final WrittenLists<String> written = new WrittenLists<>(JsonWriter::text);

  @Test
  void a_list_is_written_the_first_time_and_again_as_any_list() {
    List<List<String>> lists = new ArrayList<>();
    lists.add(List.of());
    lists.add(List.of("Ålesund", "a \"quote\"\n", "\u0007 \uD83D\uDE00", "half \uD800"));
    lists.add(List.copyOf(Collections.nCopies(WrittenLists.LONGEST, "Bø")));
    lists.add(List.copyOf(Collections.nCopies(WrittenLists.LONGEST + 1, "Bø")));
    for (int k = 0; k < MORE_THAN_ARE_KEPT; k++) {
      lists.add(List.of("list " + k));
    }
    for (int round = 0; round < 3; round++) {
      for (List<String> list : lists) {
        String plain = JsonWriter.text(out -> out.object(() -> out.texts("a", list)));
        assertThat(text(list)).isEqualTo(plain);
        assertThat(text(list)).isEqualTo(plain);
        assertThat(new String(bytes(list), StandardCharsets.UTF_8)).isEqualTo(plain);
      }
    }
  }

  private String text(List<String> list) {
    return JsonWriter.text(out -> out.object(() -> written.write(out, "a", list)));
  }

  private byte[] bytes(List<String> list) {
    return JsonWriter.bytes(out -> out.object(() -> written.write(out, "a", list)));
  }
}
