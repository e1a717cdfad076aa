package io.bosett.documents.result;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Conflict;
import io.bosett.model.Conflict.Relaxation;
import io.bosett.model.Conflict.Rule;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of {@code conflict} in a result: the rules in conflict and the relaxations. */
final class ConflictFormat {
  private static final Field<Rule, String> RULE_POINTER = line("pointer", Rule::pointer);
  private static final Field<Rule, String> RULE = line("rule", Rule::rule);
  private static final Field<Rule, String> RULE_TEXT = line("text", Rule::text);
  private static final Field<Rule, String> VALUE = line("value", Rule::value);
  private static final ObjectShape<Rule> RULE_SHAPE =
      ObjectShape.of(RULE_POINTER, RULE, RULE_TEXT, VALUE);

  private static final Field<Relaxation, String> POINTER = line("pointer", Relaxation::pointer);
  private static final Field<Relaxation, String> FROM = line("from", Relaxation::from);
  private static final Field<Relaxation, String> TO = line("to", Relaxation::to);
  private static final Field<Relaxation, String> TEXT = line("text", Relaxation::text);
  private static final ObjectShape<Relaxation> RELAXATION_SHAPE =
      ObjectShape.of(POINTER, FROM, TO, TEXT);

  private static final Field<Conflict, List<Rule>> RULES =
      Field.list("rules", ConflictFormat::rule, RULE_SHAPE::write, Conflict::rules);
  private static final Field<Conflict, List<Relaxation>> RELAXATIONS =
      Field.list(
          "relaxations",
          ConflictFormat::relaxation,
          RELAXATION_SHAPE::write,
          Conflict::relaxations);
  private static final Field<Conflict, Boolean> COMPLETE =
      Field.truth("complete", Conflict::complete);
  private static final ObjectShape<Conflict> SHAPE = ObjectShape.of(RULES, RELAXATIONS, COMPLETE);

  private ConflictFormat() {}

  private static <O> Field<O, String> line(String name, Function<O, @Nullable String> value) {
    return Field.text(name, TextRules.LONGEST_TEXT, value);
  }

  /** A document of before, without {@code complete}, claims nothing about it. */
  static @Nullable Conflict read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    return fields.isObject()
        ? new Conflict(
            RULES.need(fields, List.of()),
            RELAXATIONS.need(fields, List.of()),
            COMPLETE.or(fields, false))
        : null;
  }

  private static Rule rule(JsonCursor at) {
    ObjectFields fields = RULE_SHAPE.fields(at);
    return new Rule(
        RULE_POINTER.need(fields, ""),
        RULE.need(fields, ""),
        RULE_TEXT.need(fields, ""),
        VALUE.need(fields, ""));
  }

  private static Relaxation relaxation(JsonCursor at) {
    ObjectFields fields = RELAXATION_SHAPE.fields(at);
    return new Relaxation(
        POINTER.need(fields, ""),
        FROM.need(fields, ""),
        TO.need(fields, ""),
        TEXT.need(fields, ""));
  }

  static void write(JsonWriter out, String name, Conflict conflict) {
    SHAPE.write(out, name, conflict);
  }
}
