package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * New figures on the page: a file is dropped, understood, asked about, imported and solved with.
 */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageImportTest {
  private static final Path WORKBOOK = Path.of("src/test/resources/imports/10_statbank.xlsx");

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String text(Visit visit, String selector) {
    return Visit.plain(visit.page.locator(selector).textContent());
  }

  @Test
  void a_workbook_is_understood_asked_about_imported_and_solved_with() {
    try (Visit visit = Visit.to(service).ready("#v=about")) {
      visit.page.locator("#into").selectOption("+norway-2018");
      visit.page.locator("#copy-id").fill("mine");
      visit.page.locator("#copy-id").blur();
      visit.page.locator("#figures-file").setInputFiles(WORKBOOK);
      visit.page.waitForSelector("#questions");
      assertThat(text(visit, "#questions")).contains("Personer 1. januar");
      visit.page.locator("#questions input").nth(0).fill("settled");
      visit.page.locator("#questions input").nth(1).fill("population");
      visit.page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/page/import.png"))
              .setFullPage(true));
      visit.page.locator("#questions button").click();
      visit.page.waitForSelector("#import");
      assertThat(text(visit, "#understood")).contains("population", "Personer 1. januar");
      assertThat(service.get("/v1/datasets/mine")).contains("\"version\":1");
      visit.page.locator("#import").click();
      visit.page.waitForSelector("#imported");
      assertThat(text(visit, "#imported")).contains("hentet inn i mine, versjon 2");
      visit.page.locator("#imported button").click();
      visit.addressed("patch=");
      visit.page.locator("nav [data-view=allocation]").click();
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("4 400 personer");
      assertThat(service.get("/v1/datasets/mine")).contains("\"version\":2");
    }
  }

  @Test
  void a_file_that_cannot_be_used_is_refused_with_its_reasons() {
    try (Visit visit = Visit.to(service).expecting("Failed to load resource").ready("#v=about")) {
      visit.page.locator("#into").selectOption("+norway-2018");
      visit.page.locator("#copy-id").fill("other");
      visit.page.locator("#copy-id").blur();
      byte[] file =
          "Kommunenummer;population 2019\n0301;1\n0301;2\n".getBytes(StandardCharsets.UTF_8);
      visit
          .page
          .locator("#figures-file")
          .setInputFiles(new FilePayload("two.csv", "text/csv", file));
      visit.page.waitForSelector("#import-faults");
      assertThat(text(visit, "#import-faults")).contains("0301");
      assertThat(visit.page.locator("#import").count()).isZero();
    }
  }
}
