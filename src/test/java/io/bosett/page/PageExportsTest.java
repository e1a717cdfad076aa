package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.bosett.service.OpenedFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is taken out is opened, and its sums are those on screen. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageExportsTest {
  private static final int PERSONS = 4_500;
  private static final int MINORS = 210;
  private static final int ASKED = 190;
  private static final String CHANGED = "#persons=" + PERSONS;
  private static final JsonMapper JSON = new JsonMapper();

  private static final Pattern TILE =
      Pattern.compile(
          "<g transform=\"translate\\((\\S+) (\\S+)\\)\"[^>]*><polygon [^>]*fill=\"(#\\w+)\"[^>]*>"
              + "(?:</polygon>)?<text [^>]*?(?:/>|>([^<]*)</text>)</g>");

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Visit changed(Visit visit) {
    visit.ready(CHANGED);
    assertThat(visit.sentence())
        .startsWith("4 500 personer til " + ASKED + " av 408 kommuner, 210 av dem");
    return visit;
  }

  private static Path taken(Visit visit, String what) {
    visit.page.locator("[data-menu=more]").click();
    Download download =
        visit.page.waitForDownload(() -> visit.page.locator("[data-export=" + what + "]").click());
    return download.path();
  }

  private static String text(Visit visit, String what) throws IOException {
    return Files.readString(taken(visit, what));
  }

  private static Stream<MatchResult> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results();
  }

  private static int sum(String text, String pattern) {
    return found(text, pattern).mapToInt(one -> Integer.parseInt(one.group(1))).sum();
  }

  @Test
  void the_numbers_as_csv_add_up() throws IOException {
    try (Visit visit = changed(Visit.to(service))) {
      String csv = text(visit, "csv");
      assertThat(csv).startsWith("\ufeffmunicipality;name;county;persons;minors;");
      List<String[]> rows = csv.lines().skip(1).map(line -> line.split(";")).toList();
      assertThat(rows).hasSize(ASKED);
      assertThat(rows.stream().mapToInt(row -> Integer.parseInt(row[3])).sum()).isEqualTo(PERSONS);
      assertThat(
              rows.stream()
                  .filter(row -> !row[4].isEmpty())
                  .mapToInt(row -> Integer.parseInt(row[4]))
                  .sum())
          .isEqualTo(MINORS);
    }
  }

  @Test
  void the_numbers_as_workbook_and_geojson_add_up() throws IOException {
    try (Visit visit = changed(Visit.to(service))) {
      JsonNode geo = JSON.readTree(text(visit, "geojson"));
      assertThat(geo.at("/type").asString()).isEqualTo("FeatureCollection");
      String properties = geo.at("/features").toString();
      assertThat(sum(properties, "\"persons\":([0-9]+)")).isEqualTo(PERSONS);
      assertThat(sum(properties, "\"minors\":([0-9]+)")).isEqualTo(MINORS);
      try (ZipFile workbook = new ZipFile(taken(visit, "xlsx").toFile())) {
        byte[] sheet =
            workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
        String xml = new String(sheet, StandardCharsets.UTF_8);
        assertThat(sum(xml, "<c r=\"D[0-9]+\"[^>]*><v>([0-9]+)</v>")).isEqualTo(PERSONS);
        assertThat(sum(xml, "<c r=\"E[0-9]+\"[^>]*><v>([0-9]+)</v>")).isEqualTo(MINORS);
      }
    }
  }

  @Test
  void the_certificate_proves_what_is_on_screen_and_the_scenario_is_that_of_it()
      throws IOException {
    try (Visit visit = changed(Visit.to(service))) {
      Path certificate = taken(visit, "certificate");
      OpenedFile opened = OpenedFile.read(certificate, Files.readAllBytes(certificate), null);
      assertThat(opened.verification().verdict().confirmed()).isTrue();
      int persons = 0;
      for (JsonNode place : JSON.readTree(Files.readString(certificate)).findValue("places")) {
        persons += place.path("persons").asInt(0);
      }
      assertThat(persons).isEqualTo(PERSONS);
      JsonNode scenario = JSON.readTree(text(visit, "scenario"));
      assertThat(scenario.at("/demand/persons").asInt()).isEqualTo(PERSONS);
      String again = service.post("/v1/previews", scenario.toString());
      assertThat(JSON.readTree(again).at("/totals/persons").asInt()).isEqualTo(PERSONS);
      assertThat(JSON.readTree(again).at("/objective"))
          .isEqualTo(JSON.readTree(Files.readString(certificate)).findValue("objective"));
    }
  }

  @Test
  void the_picture_has_every_number_its_unit_source_and_date() throws IOException {
    try (Visit visit = changed(Visit.to(service))) {
      String svg = text(visit, "svg");
      List<MatchResult> tiles = TILE.matcher(svg).results().toList();
      assertThat(tiles).hasSize(422);
      List<Integer> numbers =
          tiles.stream()
              .map(one -> one.group(4))
              .filter(one -> one != null && !one.isEmpty())
              .map(one -> Visit.plain(one).replace(" ", ""))
              .map(Integer::parseInt)
              .toList();
      assertThat(numbers).hasSize(ASKED);
      assertThat(numbers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(PERSONS);
      List<String> said = found(svg, ">([^<>]+)</text>").map(one -> plain(one.group(1))).toList();
      String date =
          visit.page.evaluate("new Intl.DateTimeFormat('nb-NO').format(new Date())").toString();
      assertThat(String.join("|", said))
          .contains("IMDi's letter for 2018", "Personer · 4 500 / " + ASKED)
          .contains("Norway, municipalities", date);
      List<String> legend = visit.page.locator("#tools .legend li").allTextContents();
      assertThat(said).containsAll(legend.stream().skip(1).map(Visit::plain).toList());
      painted(svg, tiles, ImageIO.read(new ByteArrayInputStream(png(visit))));
    }
  }

  private static byte[] png(Visit visit) throws IOException {
    return Files.readAllBytes(taken(visit, "png"));
  }

  private static String plain(String text) {
    return Visit.plain(text.replace("&lt;", "<").replace("&gt;", ">"));
  }

  /** The picture in pixels has every tile at its place in the colour of the drawing. */
  private static void painted(String svg, List<MatchResult> tiles, BufferedImage image) {
    MatchResult size =
        found(svg, "viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\" width=\"(\\d+)\" height=\"(\\d+)\"")
            .findFirst()
            .orElseThrow();
    assertThat(image.getWidth()).isEqualTo(2 * Integer.parseInt(size.group(5)));
    assertThat(image.getHeight()).isEqualTo(2 * Integer.parseInt(size.group(6)));
    double scale = image.getWidth() / Double.parseDouble(size.group(3));
    for (MatchResult tile : tiles) {
      double x = Double.parseDouble(tile.group(1)) - Double.parseDouble(size.group(1));
      double y = Double.parseDouble(tile.group(2)) - Double.parseDouble(size.group(2)) + ABOVE;
      int pixel = image.getRGB((int) (x * scale), (int) (y * scale));
      assertThat(String.format("#%06x", pixel & 0xffffff)).isEqualTo(tile.group(3));
    }
  }

  /** From the middle of a tile to a place that no digit covers. */
  private static final double ABOVE = -0.3;

  @Test
  void the_print_is_that_of_the_browser() {
    try (Visit visit = Visit.to(service)) {
      visit.page.addInitScript("window.printed = 0; window.print = () => { printed++; };");
      visit.ready("");
      visit.page.locator("[data-menu=more]").click();
      visit.page.locator("[data-export=print]").click();
      visit.until("printed === 1");
    }
  }
}
