package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Links of which one part does not fit: it is told, and the rest of the link counts. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageLinksTest {
  private static final String GOOD = "minors=200&sel=1804";

  /** By name, what is no value of it. */
  private static final List<String> WRONG =
      List.of(
          "persons=many",
          "persons=-5",
          "persons=",
          "min=ten",
          "min=1.5",
          "share=half",
          "share=",
          "share=101",
          "share=0x10",
          "w=1,2",
          "w=70,20,x",
          "w=0,0,0",
          "w=",
          "w=,,",
          "v=nowhere",
          "v=constructor",
          "m=nothing",
          "m=i:nothing",
          "shape=round",
          "shape=borders",
          "lang=de",
          "patch=%20",
          "patch=abc",
          "zzz=1",
          "minors=300");

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String notice(Visit visit) {
    visit.page.waitForSelector("#notice");
    return Visit.plain(visit.page.locator("#notice").textContent());
  }

  /** A patch as a link has it. */
  private static String packed(String json) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
      try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
        out.write(json.getBytes(StandardCharsets.UTF_8));
      }
      return "patch=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh page for each. */
  private static void told(Visit visit, String wrong, String words) {
    visit.page.navigate("about:blank");
    visit.ready("#" + GOOD + "&" + wrong);
    assertThat(notice(visit)).as(wrong).contains(words);
    assertThat(visit.sentence()).as(wrong).startsWith("4 400 personer").contains("200 av dem");
    assertThat(visit.tile("1804").getAttribute("aria-pressed")).as(wrong).isEqualTo("true");
  }

  @Test
  void every_part_that_does_not_fit_is_told_and_the_others_count() {
    try (Visit visit = Visit.to(service)) {
      for (String wrong : WRONG) {
        told(visit, wrong, wrong.startsWith("patch") ? "patch=" : wrong);
      }
      told(visit, "persons=4400&min=11&min=12", "min=12");
    }
  }

  @Test
  void a_link_that_is_followed_within_the_page_is_told_of_likewise() {
    try (Visit visit = Visit.to(service).ready("#" + GOOD)) {
      for (String wrong : List.of("persons=many", "w=,,", "shape=round", "patch=abc", "sel=9999")) {
        visit.page.evaluate("hash => { location.hash = hash; }", "#minors=190&" + wrong);
        visit.page.waitForSelector("#sentence:has-text('190 av dem')");
        visit.reached("ready");
        assertThat(notice(visit)).contains(wrong.startsWith("patch") ? "patch=abc" : wrong);
        visit.page.evaluate("hash => { location.hash = hash; }", "#minors=180");
        visit.page.waitForSelector("#sentence:has-text('180 av dem')");
        visit.page.locator("#notice button").click();
      }
    }
  }

  @Test
  void a_patch_that_no_form_could_show_is_left_out() {
    try (Visit visit = Visit.to(service)) {
      Stream.of(
              "5",
              "null",
              "{\"criteria\": 5}",
              "{\"criteria\": [1]}",
              "{\"demand\": 7}",
              "{\"regions\": {}}",
              "{\"fixed\": [3]}",
              "{\"candidates\": {\"include\": \"0301\"}}")
          .forEach(json -> told(visit, packed(json), "patch="));
    }
  }

  @Test
  void what_the_service_refuses_of_a_patch_stands_at_its_place_over_the_map() {
    try (Visit visit = Visit.to(service).expecting("Failed to load resource")) {
      for (String json : List.of("{\"dataset\": \"nowhere\"}", "{\"demand\": {\"persons\": 0}}")) {
        visit.page.navigate("about:blank");
        visit.open("#" + packed(json)).reached("invalid");
        visit.page.waitForSelector("#map [data-id='0301']");
        assertThat(visit.page.locator("#invalid").textContent())
            .contains(json.contains("dataset") ? "/dataset" : "/demand/persons");
      }
    }
  }

  @Test
  void what_is_not_there_any_more_is_told_and_the_letter_shown() {
    try (Visit visit = Visit.to(service).expecting("Failed to load resource")) {
      for (String source :
          List.of("scenario=gone", "allocation=gone", "demo=gone", "scenario=%2F")) {
        visit.page.navigate("about:blank");
        visit.ready("#" + source + "&sel=9999&minors=200");
        assertThat(notice(visit))
            .as(source)
            .contains(source.endsWith("gone") ? "(gone)" : "(/)", "sel=9999");
        assertThat(visit.sentence()).as(source).startsWith("4 400 personer").contains("200 av dem");
      }
    }
  }

  @Test
  void sides_and_sweeps_that_are_not_there_are_told_in_their_view() {
    try (Visit visit = Visit.to(service).expecting("Failed to load resource")) {
      visit.ready("#v=compare&left=gone");
      visit.page.waitForSelector("#view .notice:has-text('gone')");
      assertThat(visit.sentence()).startsWith("4 400 personer");
      visit.page.navigate("about:blank");
      visit.ready("#v=sweep&sweep=gone");
      visit.page.waitForSelector("#view [role=alert]");
    }
  }
}
