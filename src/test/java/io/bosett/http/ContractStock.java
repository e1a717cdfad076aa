package io.bosett.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Valid values and documents, the corpus of the fuzzer.
 *
 * @param values of the variables in paths, by their names in the contract
 * @param tags that documents have
 * @param scenarios documents that can be solved
 * @param datasets documents that can be uploaded
 * @param patches merge patches of the kept scenario
 */
record ContractStock(
    Map<String, List<String>> values,
    List<String> tags,
    List<JsonNode> scenarios,
    List<JsonNode> datasets,
    List<JsonNode> patches) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path MODELS = Path.of("models");

  /** A small dataset document. */
  static final String DATASET =
      """
      {"id": "three-places", "title": "Three places", "counties": {"1": "One", "2": "Two"},
       "notes": ["made up"],
       "indicators": [{"id": "population", "unit": "persons", "source": "made up",
                       "licence": "CC0-1.0", "description": "Inhabitants"}],
       "municipalities": [
         {"id": "A", "name": "Aa", "county": "1", "longitude": 10.5, "latitude": 60,
          "indicators": {"population": {"2016": "s", "2017": 12000}}},
         {"id": "B", "name": "Bø", "county": "1", "indicators": {"population": {"2017": 7000}}},
         {"id": "C", "name": "Ås", "county": "2", "indicators": {"population": {"2017": 900}}}],
       "boundaries": {"type": "FeatureCollection", "features": [
         {"type": "Feature", "id": "A", "geometry": {"type": "Polygon", "coordinates": [
           [[10, 59.5], [11, 59.5], [11, 60.5], [10, 59.5]]]}}]}}
      """;

  /** A file of figures for it, in JSON-stat. */
  static final String FIGURES =
      """
      {"version": "2.0", "class": "dataset", "label": "population", "id": ["Region", "Tid"],
       "size": [2, 1], "role": {"geo": ["Region"], "time": ["Tid"]},
       "dimension": {
         "Region": {"category": {"index": ["A", "B"], "label": {"A": "Aa", "B": "Bø"}}},
         "Tid": {"category": {"index": ["2019"]}}},
       "value": [12100, 7100]}
      """;

  /** The same as a folder. */
  static final Map<String, String> FOLDER =
      Map.of(
          "dataset.json",
          """
          {"id": "three-places", "title": "Three places", "counties": {"1": "One", "2": "Two"},
           "indicators": [{"id": "population", "unit": "persons", "source": "made up",
                           "licence": "CC0-1.0", "description": "Inhabitants"}]}
          """,
          "municipalities.csv",
          "id,name,county,longitude,latitude\nA,Aa,1,10.5,60\nB,Bø,1,,\nC,Ås,2,,\n",
          "indicators.csv",
          "municipality,indicator,year,value,flag\nA,population,2016,,s\nA,population,2017,12000,\n"
              + "B,population,2017,7000,\nC,population,2017,900,\n");

  /** A scenario on it. */
  private static final String ON_DATASET =
      """
      {"dataset": "three-places", "year": 2018, "demand": {"persons": 20},
       "places": {"minimum": 3},
       "criteria": [{"id": "population", "weight": 1,
                     "base": {"indicator": "population", "year": 2017}}]}
      """;

  private static final List<String> PATCHES =
      List.of(
          "{}",
          "{\"demand\": {\"persons\": 30}}",
          "{\"name\": null, \"places\": {\"minimum\": 1, \"maximum\": 15}}",
          "{\"criteria\": [{\"id\": \"population\", \"weight\": 2,"
              + " \"base\": {\"indicator\": \"population\", \"year\": 2017, \"power\": 0.5}}]}",
          "{\"fixed\": [{\"municipality\": \"A\", \"persons\": 7}], \"fit\": \"overlap\"}",
          "{\"selection\": {\"atMost\": 2}, \"regions\": [{\"county\": \"1\","
              + " \"persons\": {\"atMost\": 9}}]}");

  static ContractStock of(Map<String, List<String>> values, List<String> tags) {
    return new ContractStock(
        values,
        tags,
        everyScenario(),
        List.of(JSON.readTree(DATASET)),
        PATCHES.stream().map(JSON::readTree).toList());
  }

  /** That, and every scenario of the models: on the real figures, and small ones with theirs. */
  private static List<JsonNode> everyScenario() {
    List<JsonNode> scenarios = new ArrayList<>();
    scenarios.add(JSON.readTree(ON_DATASET));
    try (Stream<Path> files = Files.walk(MODELS)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        boolean other =
            name.endsWith(".expected.json")
                || name.equals("dataset.json")
                || file.startsWith(MODELS.resolve("sweeps"));
        if (name.endsWith(".json") && !other) {
          scenarios.add(JSON.readTree(Files.readAllBytes(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scenarios;
  }

  /** A folder as a zip. */
  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
