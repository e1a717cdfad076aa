package io.bosett.http.ops;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.bosett.documents.json.JsonWriter;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * Logback's encoder of one JSON object a line, with key-value pairs as an object whose numbers are
 * numbers: {@code "kvp": {"status": 200, "milliseconds": 1.25}}, so that they can be compared and
 * summed.
 */
public final class JsonLogEncoder extends JsonEncoder {
  private static final int DIGITS = 3;

  @Override
  protected void appendKeyValuePairs(StringBuilder line, ILoggingEvent event) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs == null || pairs.isEmpty()) {
      return;
    }
    appendValueSeparator(line, true);
    line.append("\"kvp\":")
        .append(JsonWriter.text(out -> out.object(() -> pairs.forEach(pair -> write(out, pair)))));
  }

  private static void write(JsonWriter out, KeyValuePair pair) {
    Object value = pair.value;
    if (value instanceof Integer || value instanceof Long) {
      out.whole(pair.key, (Number) value);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      out.rounded(pair.key, number, DIGITS);
    } else if (value instanceof Boolean truth) {
      out.truth(pair.key, truth);
    } else {
      out.text(pair.key, String.valueOf(value));
    }
  }
}
