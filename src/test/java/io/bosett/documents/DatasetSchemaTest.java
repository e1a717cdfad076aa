package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.generate.RandomProblems;
import io.bosett.model.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetSchemaTest {
  private static final String FULL =
      """
      {"id":"a","title":"A","licence":"CC0","notes":["n","m"],"counties":{"1":"One"},
       "indicators":[{"id":"p","unit":"persons","source":"s","licence":"l","description":"d",
                      "derived":"by hand"}],
       "municipalities":[
         {"id":"A","name":"Aa","county":"1","longitude":10.5,"latitude":59.5,
          "indicators":{"p":{"2017":1.5,"2016":"s","2015":null}}}],
       "names":[{"code":"A","name":"Å"}],
       "changes":[{"year":2020,"oldCode":"A","newCode":"B","newName":"Bø","weight":0.5}],
       "provenance":[{"indicator":"p","year":2017,"label":"Persons","file":"a.csv","sha256":"00",
                      "date":"2026-11-26","cells":1,"answers":["--map p"]}]}
      """;

  /** What schema and reader let through of {@link Mutations}, because it may be so. */
  private static final Set<String> ALLOWED =
      Set.of(
          "without /licence",
          "without /notes",
          "list at /notes",
          "without /counties",
          "object at /counties",
          "without /counties/*",
          "without /indicators/*/derived",
          "without /municipalities/*/name",
          "without /municipalities/*/county",
          "object at /municipalities/*/indicators",
          "without /municipalities/*/indicators/p",
          "object at /municipalities/*/indicators/p",
          "without /municipalities/*/indicators/p/*",
          "null at /municipalities/*/indicators/p/*",
          "fraction at /municipalities/*/indicators/p/*",
          "text at /title",
          "without /names",
          "list at /names",
          "without /changes",
          "list at /changes",
          "without /changes/*/weight",
          "without /provenance",
          "list at /provenance",
          "list at /provenance/*/answers");

  @Test
  void every_real_document_is_accepted() {
    byte[] norway = DatasetDocument.write(DatasetFolder.read(Path.of("models/norway-2018")));
    assertThat(Schemas.DATASET.against(new String(norway, UTF_8))).isEmpty();
    assertThat(Schemas.DATASET.against(FULL)).isEmpty();
    assertThatCode(() -> DatasetDocument.read(FULL.getBytes(UTF_8))).doesNotThrowAnyException();
    for (long seed = 1; seed <= 50; seed++) {
      byte[] tiny = DatasetDocument.write(RandomProblems.tiny(seed).dataset());
      assertThat(Schemas.DATASET.against(new String(tiny, UTF_8))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void a_field_left_out_added_or_of_another_kind_is_refused_by_schema_and_reader() {
    Map<String, String> wrong = Mutations.of(FULL, ALLOWED);
    assertThat(wrong.size()).isGreaterThan(100);
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      assertThat(Schemas.DATASET.against(one.getValue())).as(one.getKey()).isNotEmpty();
      assertThat(isRead(one.getValue())).as(one.getKey()).isFalse();
    }
  }

  private static boolean isRead(String json) {
    try {
      DatasetDocument.read(json.getBytes(UTF_8));
      return true;
    } catch (InvalidInputException refused) {
      return false;
    }
  }
}
