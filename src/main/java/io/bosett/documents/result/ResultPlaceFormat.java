package io.bosett.documents.result;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Demand;
import io.bosett.model.Result.Binding;
import io.bosett.model.Result.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The format of one of the {@code places} of a result. */
public final class ResultPlaceFormat {
  private static final Map<String, Binding> BINDINGS = new LinkedHashMap<>();
  private static final String[] WORDS = new String[Binding.values().length];

  static {
    for (Binding binding : Binding.values()) {
      WORDS[binding.ordinal()] = binding.name().toLowerCase(Locale.ROOT);
      BINDINGS.put(word(binding), binding);
    }
  }

  private static final Field<Place, String> MUNICIPALITY =
      Field.id("municipality", Place::municipality);
  private static final Field<Place, String> NAME =
      Field.text("name", TextRules.LONGEST_NAME, Place::name);
  private static final Field<Place, String> COUNTY =
      Field.text("county", TextRules.LONGEST_ID, Place::county);
  private static final Field<Place, Integer> PERSONS =
      Field.whole("persons", 0, Demand.MAXIMUM, Place::persons);
  private static final Field<Place, Integer> MINORS =
      Field.whole("minors", 0, Demand.MAXIMUM, Place::minors);
  private static final Field<Place, Double> TARGET =
      Field.rounded("target", ResultFormat.DIGITS, Place::target);
  private static final Field<Place, Integer> CAP =
      Field.whole("cap", 0, Integer.MAX_VALUE, Place::cap);
  private static final Field<Place, List<Binding>> BINDING =
      Field.list(
          "binding",
          at -> at.choice(BINDINGS, Binding.CAP),
          (out, binding) -> out.text(word(binding)),
          Place::binding);
  private static final ObjectShape<Place> SHAPE =
      ObjectShape.of(MUNICIPALITY, NAME, COUNTY, PERSONS, MINORS, TARGET, CAP, BINDING);

  private ResultPlaceFormat() {}

  static Place read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    List<Binding> binding = BINDING.need(fields, List.of());
    return new Place(
        MUNICIPALITY.need(fields, ""),
        NAME.need(fields, ""),
        COUNTY.need(fields, ""),
        PERSONS.need(fields, 0),
        MINORS.need(fields, 0),
        TARGET.need(fields, 0.0),
        CAP.need(fields, 0),
        binding);
  }

  static void write(JsonWriter out, Place place) {
    SHAPE.write(out, place);
  }

  /** Writes the fields into an open object. */
  public static void writeFields(JsonWriter out, Place place) {
    SHAPE.writeFields(out, place);
  }

  /** The word for a binding rule: {@code cap}, {@code minimum}, {@code fixed}, {@code region}. */
  public static String word(Binding binding) {
    return WORDS[binding.ordinal()];
  }
}
