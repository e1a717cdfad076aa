package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The page without a mouse, from the first Tab on. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageKeyboardTest {
  private static final int MOST_STEPS = 80;
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_whole_first_task_is_done_by_keys_and_the_link_shows_the_same() {
    String link;
    String sentence;
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Keyboard keys = visit.page.keyboard();
      keys.press("Tab");
      assertThat(focused(visit, ".skip")).isTrue();
      keys.press("Enter");
      assertThat(focused(visit, "#map [data-id]")).isTrue();
      assertThat(visit.page.locator("#notice").count()).isZero();
      keys.type("bodo");
      keys.press("Enter");
      assertThat(visit.card())
          .startsWith("Bodø, Nordland 50 personer")
          .contains("Bodø spørres om 50 personer");
      reach(visit, "Shift+Tab", "[data-field='/demand/persons'] input[type=text]");
      keys.type("5350");
      keys.press("Enter");
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("5 350 personer til 217 av 408");
      reach(visit, "Tab", "#changes [data-moves=entering] li button");
      String entering = visit.page.evaluate("document.activeElement.textContent").toString();
      assertThat(visit.page.locator("#changes [data-moves=entering] li").first().textContent())
          .contains(entering)
          .contains("–");
      reach(visit, "Shift+Tab", "[data-menu=more]");
      keys.press("Enter");
      reach(visit, "Tab", "[data-export=link]");
      keys.press("Enter");
      visit.page.waitForSelector("#notice");
      assertThat(focused(visit, "[data-menu=more]")).isTrue();
      link = visit.page.evaluate("navigator.clipboard.readText()").toString();
      assertThat(link).isEqualTo(visit.page.url()).contains("persons=5350", "sel=1804");
      sentence = visit.sentence();
    }
    try (Visit visit = Visit.to(service).ready(link.substring(link.indexOf('#')))) {
      assertThat(visit.sentence()).isEqualTo(sentence);
      assertThat(visit.card()).startsWith("Bodø");
    }
  }

  @Test
  void the_skip_link_leads_to_the_map_and_leaves_what_is_on_screen() {
    try (Visit visit = Visit.to(service).ready("#persons=4500&sel=1804")) {
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Enter");
      assertThat(focused(visit, "#map [data-id='1804']")).isTrue();
      assertThat(visit.sentence()).startsWith("4 500 personer");
      assertThat(visit.fragment()).contains("persons=4500");
    }
  }

  @Test
  void the_menu_is_left_by_escape_and_the_focus_returns() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.locator("[data-menu=more]").focus();
      visit.page.keyboard().press("Enter");
      reach(visit, "Tab", "[data-export=svg]");
      visit.page.keyboard().press("Escape");
      assertThat(visit.page.locator(".menu").count()).isZero();
      assertThat(focused(visit, "[data-menu=more]")).isTrue();
    }
  }

  @Test
  void the_search_is_used_by_arrows_and_enter() {
    try (Visit visit = Visit.to(service).ready("")) {
      reach(visit, "Tab", "#search");
      visit.page.keyboard().type("vå");
      List<String> names = visit.page.locator("#found li span").allTextContents();
      assertThat(names).hasSizeGreaterThan(1);
      visit.page.keyboard().press("ArrowDown");
      visit.page.keyboard().press("Enter");
      String second = Visit.plain(names.get(1));
      assertThat(visit.card()).startsWith(second.substring(0, second.indexOf(' ')));
      assertThat(focused(visit, "#search")).isTrue();
    }
  }

  @Test
  void the_map_is_walked_by_arrows_and_letters_and_sliders_by_arrows() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.tile("0301").focus();
      visit.page.keyboard().press("ArrowLeft");
      assertThat(at(visit)).isEqualTo("0219");
      visit.page.keyboard().type("tromsø");
      assertThat(at(visit)).isEqualTo("1902");
      visit.page.keyboard().press("Enter");
      assertThat(visit.card()).startsWith("Tromsø, Troms 76 personer");
      visit.slider("/demand/persons").focus();
      visit.page.keyboard().press("ArrowRight");
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("4 410 personer");
      assertThat(visit.page.locator("#map [tabindex='0']").count()).isEqualTo(1);
    }
  }

  private static String at(Visit visit) {
    return String.valueOf(visit.page.evaluate("document.activeElement.getAttribute('data-id')"));
  }

  /** Presses a key until something has the focus. */
  private static void reach(Visit visit, String key, String selector) {
    for (int i = 0; i < MOST_STEPS; i++) {
      visit.page.keyboard().press(key);
      if (focused(visit, selector)) {
        return;
      }
    }
    throw new AssertionError("the focus does not reach " + selector);
  }

  private static boolean focused(Visit visit, String selector) {
    return Boolean.TRUE.equals(
        visit.page.evaluate("selector => document.activeElement.matches(selector)", selector));
  }
}
