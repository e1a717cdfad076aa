package io.bosett.benchmark;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as this package writes and reads it. */
public final class Json {
  /** Records in the order of their components. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private Json() {}

  /** One line, without its end. */
  public static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
