package io.bosett.http.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.Rewriting;
import org.junit.jupiter.api.Test;

class ComparisonRequestTest {
  private static ComparisonRequest read(String json) {
    return ComparisonRequest.read(json.getBytes(UTF_8));
  }

  @Test
  void order_of_members_and_layout_mean_nothing() {
    String allocations = "{\"left\":{\"allocation\":\"a-1\"},\"right\":{\"allocation\":\"b-2\"}}";
    String figures =
        "{\"left\":{\"allocation\":\"a-1\"},"
            + "\"right\":{\"dataset\":\"norway-2018\",\"indicator\":\"requested\",\"year\":2018}}";
    for (long seed = 1; seed <= 500; seed++) {
      assertThat(read(Rewriting.of(allocations, seed)))
          .as("seed %d", seed)
          .isEqualTo(read(allocations));
      assertThat(read(Rewriting.of(figures, seed))).as("seed %d", seed).isEqualTo(read(figures));
    }
  }
}
