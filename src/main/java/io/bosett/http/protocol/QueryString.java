package io.bosett.http.protocol;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of an address as names and values, decoded as UTF-8 whatever character set {@code
 * Content-Type} names: that is the body's.
 */
final class QueryString {
  private QueryString() {}

  /** The values of each name in their order; a value that cannot be decoded is left out. */
  static Map<String, List<String>> read(@Nullable String query) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    if (query == null) {
      return read;
    }
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String raw = equals < 0 ? pair : pair.substring(0, equals);
        @Nullable String name = decoded(raw);
        @Nullable String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        List<String> values =
            read.computeIfAbsent(name == null ? raw : name, key -> new ArrayList<>());
        if (value != null) {
          values.add(value);
        }
      }
    }
    return read;
  }

  private static @Nullable String decoded(String text) {
    try {
      if (text.chars().anyMatch(c -> c >= 0x80)) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
      }
      String bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return null;
    }
  }
}
