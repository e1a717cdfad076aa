package io.bosett.http.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of the log is one JSON object in which numbers are numbers. */
final class JsonLogEncoderTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static String line(List<KeyValuePair> pairs) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent event =
        new LoggingEvent(
            "x", context.getLogger("requests"), Level.INFO, "re\"quest", null, new Object[0]);
    event.setKeyValuePairs(pairs);
    JsonLogEncoder encoder = new JsonLogEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void numbers_are_numbers_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("nb-NO"));
      String line =
          line(
              List.of(
                  new KeyValuePair("status", 200),
                  new KeyValuePair("bytes", 5_000_000_000L),
                  new KeyValuePair("milliseconds", 1.2345678),
                  new KeyValuePair("odd", Double.NaN),
                  new KeyValuePair("yes", true),
                  new KeyValuePair("path", "/a\n\"b\"\u2028"),
                  new KeyValuePair("none", null)));
      assertThat(line).endsWith("\n").hasLineCount(1);
      JsonNode said = JSON.readTree(line).get("kvp");
      assertThat(said.get("status").intValue()).isEqualTo(200);
      assertThat(said.get("bytes").longValue()).isEqualTo(5_000_000_000L);
      assertThat(said.get("milliseconds").doubleValue()).isEqualTo(1.235);
      assertThat(said.get("odd").stringValue()).isEqualTo("NaN");
      assertThat(said.get("yes").booleanValue()).isTrue();
      assertThat(said.get("path").stringValue()).isEqualTo("/a\n\"b\"\u2028");
      assertThat(said.get("none").stringValue()).isEqualTo("null");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_line_without_pairs_is_sound_too() {
    assertThat(JSON.readTree(line(List.of())).get("formattedMessage").stringValue())
        .isEqualTo("re\"quest");
  }
}
