package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of analyses on paper: nothing wider or taller than a page, in every language. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class AnalysisReportPrintTest {
  private static final Path PICTURES = Path.of("target", "page");

  /** Pixels of A4 between the margins of the browser, 1 cm each. */
  private static final int SHORT = 718;

  private static final int LONG = 1046;

  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(PICTURES);
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stability", "queue", "weights", "whyNot"})
  void a_report_fits_on_paper_in_every_language(String kind) {
    String options =
        switch (kind) {
          case "stability" -> ", \"ranges\": true";
          case "whyNot" -> ", \"municipality\": \"1933\"";
          default -> "";
        };
    String body = "{\"kind\": \"" + kind + "\", \"scenario\": " + Service.LETTER + options + "}";
    String job = "/v1/analyses/" + service.made("/v1/analyses", body);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> service.get(job).contains("\"state\":\"SUCCEEDED\""));
    Browser.NewContextOptions size = new Browser.NewContextOptions();
    for (String language : List.of("nb", "nn", "en")) {
      String html = service.get(job + "/result?format=html&language=" + language);
      boolean isWide = html.contains("landscape");
      assertThat(isWide).isEqualTo(kind.equals("stability"));
      int width = isWide ? LONG : SHORT;
      try (BrowserContext context =
          Chromium.browser().newContext(size.setViewportSize(width, isWide ? SHORT : LONG))) {
        Page page = context.newPage();
        page.setContent(html);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) wide).intValue()).as(language).isLessThanOrEqualTo(width);
        Object tall =
            page.evaluate(
                "Math.max(...[...document.querySelectorAll('svg')].map(one =>"
                    + " one.getBoundingClientRect().height))");
        assertThat(((Number) tall).doubleValue()).as(language).isLessThan(isWide ? SHORT : LONG);
        Object outside =
            page.evaluate(
                "[...document.querySelectorAll('svg[role=img] text')].filter(one => {"
                    + " const box = one.getBBox(), all = one.ownerSVGElement.viewBox.baseVal;"
                    + " return box.x < -3 || box.x + box.width > all.width + 1 || box.y + box.height > all.height; })"
                    + ".map(one => one.textContent).join()");
        assertThat(outside).as(language).isEqualTo("");
        page.pdf(
            new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(PICTURES.resolve("report-" + kind + "-" + language + ".pdf")));
      }
    }
  }
}
