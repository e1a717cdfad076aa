package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Somebody's visit to the page in a browser of their own. Closing it fails when the page had an
 * error, broke its policy, or asked another host.
 */
final class Visit implements AutoCloseable {
  private static final double PATIENCE = 15_000;

  /** By which a view is known. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "allocation", "#map [data-id]",
          "why", "[data-line=next]",
          "compare", "#totals tr:nth-child(4)",
          "sweep", "#sweep-form",
          "about", "#drop");

  private final BrowserContext context;
  private final String address;
  final Page page;
  final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private String expected = "";

  private Visit(Service service, Browser.NewContextOptions options) {
    address = service.address();
    context = Chromium.browser().newContext(options.setAcceptDownloads(true));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.text().contains("Security Policy")) {
            errors.add(message.text());
          }
        });
    page.onRequest(request -> requests.add(request.url()));
  }

  static Visit to(Service service) {
    return to(service, options -> options);
  }

  static Visit to(Service service, UnaryOperator<Browser.NewContextOptions> more) {
    Browser.NewContextOptions usual =
        new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("nb-NO");
    return new Visit(service, more.apply(usual));
  }

  static Visit narrow(Service service) {
    return to(service, options -> options.setViewportSize(360, 740).setDeviceScaleFactor(2));
  }

  static Visit dark(Service service) {
    return to(service, options -> options.setColorScheme(ColorScheme.DARK));
  }

  /** Chromium tells of every refused request; where refusals are the matter they are expected. */
  Visit expecting(String words) {
    expected = words;
    return this;
  }

  Visit open(String fragment) {
    page.navigate(address + fragment);
    return this;
  }

  /** Opens and waits for a proven answer. */
  Visit ready(String fragment) {
    open(fragment);
    return reached("ready");
  }

  /** Waits for a state that nothing under way will change. */
  Visit reached(String state) {
    page.waitForSelector(
        "body[data-state='"
            + state
            + "'][data-busy='no'][data-rest='yes']"
            + (state.equals("ready") ? "[data-losses='yes']" : ""),
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    return this;
  }

  /** Waits until the address says something. */
  Visit addressed(String part) {
    page.waitForURL(url -> url.contains(part));
    return this;
  }

  Locator field(String pointer) {
    return page.locator("[data-field='" + pointer + "'] input[type=text]");
  }

  Locator slider(String pointer) {
    return page.locator("[data-field='" + pointer + "'] input[type=range]");
  }

  Visit type(String pointer, String text) {
    field(pointer).fill(text);
    field(pointer).press("Enter");
    return this;
  }

  Locator tile(String id) {
    return page.locator("#map [data-id='" + id + "']");
  }

  /** The digits on a tile, empty when there are none. */
  String onTile(String id) {
    return tile(id).locator("text").textContent();
  }

  String sentence() {
    return plain(page.locator("#sentence").textContent());
  }

  /** The card with the words of the service. */
  String card() {
    page.waitForSelector(
        "body[data-words=yes][data-busy=no]",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    return plain(page.locator("#card").textContent());
  }

  /** The cells of a row of the table. */
  List<String> row(String id) {
    return page.locator("#table [data-row='" + id + "'] > div").allTextContents();
  }

  /** What the page says of a municipality everywhere: persons on map and card and in the table. */
  void agrees(String id, String persons) {
    assertThat(onTile(id)).isEqualTo(persons);
    assertThat(page.locator("#card .big").getAttribute("data-card-persons"))
        .isEqualTo(persons.isEmpty() ? "0" : persons);
    assertThat(row(id).get(2)).isEqualTo(persons.isEmpty() ? "–" : persons);
  }

  /** Hard spaces become plain ones. */
  static String plain(String text) {
    return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
  }

  /** Waits until what is under way in the page has been drawn, twice over. */
  void drawn() {
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " requestIdleCallback(() => setTimeout(done)))))");
  }

  /** Turns to another view and waits for what it shows. */
  Visit view(String name) {
    page.locator("nav [data-view=" + name + "]").click();
    page.waitForSelector(SHOWN.get(name));
    return this;
  }

  String fragment() {
    String url = page.url();
    return url.contains("#") ? url.substring(url.indexOf('#')) : "";
  }

  @Override
  public void close() {
    try {
      List<String> faults =
          errors.stream().filter(one -> expected.isEmpty() || !one.contains(expected)).toList();
      assertThat(faults).as("errors of the page").isEmpty();
      assertThat(requests)
          .allMatch(
              url -> url.startsWith(address) || url.startsWith("data:") || url.startsWith("blob:"));
    } finally {
      context.close();
    }
  }

  /**
   * Waits until an expression holds. The page's policy forbids Playwright's own polling, which
   * evaluates texts.
   */
  void until(String expression) {
    for (int i = 0; i < 300 && !Boolean.TRUE.equals(page.evaluate(expression)); i++) {
      page.waitForTimeout(50);
    }
    assertThat(page.evaluate(expression)).as(expression).isEqualTo(true);
  }
}
