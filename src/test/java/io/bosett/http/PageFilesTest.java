package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page and its parts as files over HTTP, and the rows that it draws. */
@Tag("slow")
final class PageFilesTest {
  private static final Path MODULES = Path.of("src", "main", "resources", "page");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8");
  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** The page and everything that it may load. */
  private static List<String> paths() throws IOException {
    List<String> paths = new ArrayList<>(List.of("/", "/page/lit-html.js"));
    Files.readAllLines(MODULES.resolve("files.txt")).forEach(name -> paths.add("/page/" + name));
    return paths;
  }

  /** The contract describes the interface; what the page is made of is not in it. */
  private static Reply get(String path, String... headers) {
    return service.sendUnchecked(Running.with(service.to(path).GET(), headers));
  }

  @Test
  void every_file_has_its_type_its_policy_and_is_revalidated_each_time() throws IOException {
    assertThat(paths()).hasSizeGreaterThan(30);
    for (String path : paths()) {
      Reply file = get(path).is(200);
      String end = path.equals("/") ? "html" : path.substring(path.lastIndexOf('.') + 1);
      assertThat(file.header("Content-Type").replace(" ", "")).as(path).isEqualTo(TYPES.get(end));
      assertThat(file.header("Cache-Control")).as(path).isEqualTo("private, no-cache");
      assertThat(file.header("Vary")).as(path).contains("Accept-Encoding");
      assertThat(file.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(file.header("Content-Security-Policy"))
          .as(path)
          .contains("script-src 'self'", "require-trusted-types-for 'script'")
          .doesNotContain("unsafe");
      assertThat(file.bytes()).as(path).isNotEmpty();
    }
  }

  @Test
  void who_has_a_file_already_is_told_so_and_by_another_tag_gets_it() throws IOException {
    for (String path : paths()) {
      Reply file = get(path).is(200);
      String tag = file.header("ETag");
      assertThat(tag).as(path).matches("\"[^\"]+\"");
      for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
        Reply same = get(path, "If-None-Match", known).is(304);
        assertThat(same.bytes()).as(path).isEmpty();
        assertThat(same.header("ETag")).as(path).isEqualTo(tag);
        assertThat(same.header("Cache-Control")).as(path).isEqualTo("private, no-cache");
      }
      Reply other = get(path, "If-None-Match", "\"other\"").is(200);
      assertThat(other.bytes()).as(path).isEqualTo(file.bytes());
    }
  }

  @Test
  void no_two_files_have_the_same_tag() throws IOException {
    List<String> tags = new ArrayList<>();
    for (String path : paths()) {
      if (!path.equals("/page/index.html")) {
        tags.add(get(path).header("ETag"));
      }
    }
    assertThat(tags).doesNotHaveDuplicates();
    assertThat(get("/page/index.html").header("ETag")).isEqualTo(get("/").header("ETag"));
  }

  @Test
  void what_is_not_on_the_list_is_not_served() {
    for (String name :
        List.of("nothing.js", "files.txt", "types.d.ts", "app", "App.js", "..%2Fopenapi.json")) {
      Reply reply = service.sendUnchecked(service.to("/page/" + name).GET());
      assertThat(reply.status()).as(name).isIn(400, 404);
      assertThat(reply.header("ETag")).as(name).isEmpty();
      assertThat(reply.header("Content-Type")).as(name).isEqualTo("application/problem+json");
    }
    service.get("/page/nothing.js").isProblem(404, "not-found");
  }

  @Test
  void rows_say_the_official_form_of_the_language_of_each_municipality() throws IOException {
    Map<String, String> expected =
        Files.readAllLines(Path.of("models", "norway-2018", "languages.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    JsonNode rows = service.get("/v1/datasets/norway-2018/municipalities").is(200).json();
    assertThat(rows.at("/municipalities").size()).isEqualTo(422);
    for (JsonNode row : rows.at("/municipalities")) {
      String id = row.get("id").asString();
      assertThat(row.path("language").asString("")).as(id).isEqualTo(expected.getOrDefault(id, ""));
    }
    assertThat(service.get("/").text()).contains("\"language\":\"nn\"", "\"language\":\"neutral\"");
  }
}
