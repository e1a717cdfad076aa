package io.bosett.documents.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.SampleResults;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
  private static final String OPTIMAL =
      """
      {"scenario":"Aa og \\"Bø\\"","status":"OPTIMAL","stopped":"PROOF","proof":"CERTIFIED",\
      "objective":3534277245,"bound":3534277245,"gap":0,\
      "fit":{"total":0.7667,"persons":-0.25,"minors":null,"criteria":{"z":0.765,"a":0.5}},\
      "totals":{"candidates":408,"selected":2,"persons":4400,"minors":0,"minorsMunicipalities":0},\
      "places":[{"municipality":"0301","name":"Oslo","county":"03","persons":614,"minors":49,\
      "target":553.125,"cap":622,"binding":["cap","region"]},\
      {"municipality":"1201","name":"=Bergen;\\"x\\"","county":"","persons":10,"minors":0,\
      "target":9.5,"cap":10,"binding":[]}],\
      "filledIn":[{"municipality":"1144","indicator":"introduction_success","value":59.3,\
      "from":"shrink"}],\
      "disturbance":{"persons":120,"switches":3,"cost":1500000},\
      "certificate":{"scale":1024,"multipliers":{"persons":-297984000,\
      "minors":9223372036854775807,"selected":0,"minorsMunicipalities":1,\
      "regions":[{"persons":1,"minors":-2,"selected":3},{"persons":0,"minors":0,"selected":0}]},\
      "bound":3534279012,"open":["0104"],"hashForm":"rfc8785","scenarioHash":"ab","datasetHash":"cd"},\
      "conflict":null,"warnings":[{"pointer":"/criteria/1/base",\
      "text":"population of 2018 was not known"}],\
      "solver":{"name":"decomposition","version":"0.1.0","seconds":0.001,\
      "phases":{"compile":0.0003,"solve":0.000002},"claim":"CP-SAT says so"}}""";

  private static final String INFEASIBLE =
      """
      {"scenario":"","status":"INFEASIBLE","stopped":null,"proof":"CLAIMED",\
      "objective":null,"bound":null,"gap":null,"fit":null,\
      "totals":{"candidates":3,"selected":0,"persons":0,"minors":0,"minorsMunicipalities":0},\
      "places":[],"filledIn":[],"disturbance":null,"certificate":null,\
      "conflict":{"rules":[{"pointer":"/demand/persons","rule":"demand","text":"31 persons",\
      "value":"31"}],\
      "relaxations":[{"pointer":"/demand/persons","from":"31","to":"30","text":"1 person fewer"}],\
      "complete":true},\
      "warnings":[],\
      "solver":{"name":"decomposition","version":"0.1.0","seconds":0.001,\
      "phases":{"compile":0.0003,"solve":0.000002},"claim":""}}""";

  @Test
  void a_result_is_one_line_of_the_agreed_shape() {
    assertThat(ResultJson.write(SampleResults.optimal())).isEqualTo(OPTIMAL);
    assertThat(ResultJson.write(SampleResults.infeasible())).isEqualTo(INFEASIBLE);
  }

  @Test
  void a_stream_gets_the_same_bytes_and_stays_open() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ResultJson.write(SampleResults.optimal(), stream);
    stream.write('\n');
    assertThat(stream.toString(UTF_8)).isEqualTo(OPTIMAL + "\n");
  }

  @Test
  void what_is_written_reads_back_as_the_same() {
    assertThat(ResultJson.read(OPTIMAL.getBytes(UTF_8))).isEqualTo(SampleResults.optimal());
    assertThat(ResultJson.read(INFEASIBLE.getBytes(UTF_8))).isEqualTo(SampleResults.infeasible());
  }

  @Test
  void a_conflict_of_before_that_does_not_say_whether_it_is_complete_claims_nothing() {
    String before = INFEASIBLE.replace(",\"complete\":true", "");
    assertThat(before).isNotEqualTo(INFEASIBLE);
    assertThat(ResultJson.read(before.getBytes(UTF_8)).conflict().complete()).isFalse();
  }

  @Test
  void the_locale_changes_nothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(ResultJson.write(SampleResults.optimal())).isEqualTo(OPTIMAL);
      assertThat(ScenarioFormat.read("{\"year\": -7}").violations().get(0).detail())
          .isEqualTo("is missing");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void all_faults_of_a_result_document_are_reported() {
    String broken =
        OPTIMAL
            .replace("\"status\":\"OPTIMAL\"", "\"status\":\"optimal\"")
            .replace("\"gap\":0", "\"gap\":0.5")
            .replace("\"bound\":3534277245,", "")
            .replace("\"cap\",\"region\"", "\"cap\",\"roof\"")
            .replace("\"scale\":1024", "\"scale\":1000")
            .replace("\"persons\":614", "\"persons\":\"614\"");
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> ResultJson.read(broken.getBytes(UTF_8)));
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly(
            "/bound",
            "/status",
            "/gap",
            "/places/0/persons",
            "/places/0/binding/1",
            "/certificate/scale");
  }

  @Test
  void what_is_no_number_is_never_written() {
    Result result = SampleResults.optimal();
    Result.FitReport fit = new Result.FitReport(Double.NaN, 1, null, Collections.emptyList());
    Result faulty =
        new Result(
            "",
            result.status(),
            null,
            null,
            null,
            null,
            null,
            fit,
            result.totals(),
            result.places(),
            result.filledIn(),
            null,
            null,
            null,
            result.warnings(),
            result.solver());
    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> ResultJson.write(faulty)))
        .hasMessageContaining("NaN");
  }
}
