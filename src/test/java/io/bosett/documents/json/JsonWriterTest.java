package io.bosett.documents.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void every_kind_of_value_is_written_on_one_line() {
    String json =
        JsonWriter.text(
            out ->
                out.object(
                    () ->
                        out.text("a", "x\n\"\u0001")
                            .whole("b", -3)
                            .exact("c", 1e-7)
                            .rounded("d", 2.0 / 3, 2)
                            .decimal("e", new BigDecimal("0.10"))
                            .truth("f", true)
                            .nothing("g")
                            .raw("h", "{\"i\": 1}")
                            .texts("j", List.of("k", "l"))
                            .<String>optional("m", null, JsonWriter::text)
                            .<String>nullable("n", null, JsonWriter::text)
                            .list("o", List.of("[1]", "2"), JsonWriter::raw)));
    assertThat(json)
        .isEqualTo(
            "{\"a\":\"x\\n\\\"\\u0001\",\"b\":-3,\"c\":0.0000001,\"d\":0.67,\"e\":0.10,\"f\":true,"
                + "\"g\":null,\"h\":{\"i\": 1},\"j\":[\"k\",\"l\"],\"n\":null,\"o\":[[1],2]}");
  }

  @Test
  void a_document_may_be_a_list() {
    assertThat(JsonWriter.text(out -> out.list(List.of("a"), JsonWriter::text)))
        .isEqualTo("[\"a\"]");
  }

  @Test
  void half_a_surrogate_pair_becomes_the_replacement_character_and_a_whole_one_stays() {
    byte[] bytes = JsonWriter.bytes(out -> out.object(() -> out.text("\udc00", "a\ud83d🏔")));
    assertThat(new String(bytes, UTF_8)).isEqualTo("{\"\ufffd\":\"a\ufffd🏔\"}");
  }

  @Test
  void what_breaks_off_never_looks_whole() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    assertThatThrownBy(
            () ->
                JsonWriter.write(
                    stream, out -> out.object(() -> out.whole("a", 1).exact("b", Double.NaN))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stream.toString(UTF_8)).doesNotEndWith("}");
  }

  @Test
  void a_stream_that_fails_is_an_io_exception_of_the_jdk() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(() -> JsonWriter.write(closed, out -> out.text("a")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("gone");
  }
}
