package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The first sitting of somebody who has never seen the page: only what is visible is used, by its
 * label. Writes how many acts each task took, and how long the page let wait.
 */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class FirstUseTest {
  private static final Path REPORT = Path.of("target", "page-first-use.txt");

  private final List<String> lines = new ArrayList<>();
  private int acts;
  private long begun;

  private void task(String what) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d acts, %.1f s of waiting",
            what,
            acts,
            (System.nanoTime() - begun) / 1e9));
    acts = 0;
    begun = System.nanoTime();
  }

  private void click(Locator visible) {
    acts++;
    visible.click();
  }

  private void type(Locator visible, String text) {
    acts++;
    visible.fill(text);
    visible.press("Enter");
  }

  @Test
  void the_six_first_tasks_need_few_acts_and_only_visible_labels() throws IOException {
    try (Service service = Service.start();
        Visit visit = Visit.to(service)) {
      begun = System.nanoTime();
      visit.ready("");
      task("open");

      type(visit.page.getByLabel("Finn kommune").first(), "Våler (Øst");
      assertThat(visit.card()).startsWith("Våler");
      task("find a municipality");

      assertThat(visit.card())
          .contains("spørres om 10 personer fordi ingen spørres om færre")
          .contains("blant de siste som kom med");
      task("say why it has its number");

      type(
          visit.page.getByLabel("Personer", new Page.GetByLabelOptions().setExact(true)).first(),
          "5350");
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("5 350 personer til 217");
      task("change the demand to 5,350");

      Locator entering = visit.page.getByText("Kommer inn (");
      assertThat(entering.first().isVisible()).isTrue();
      assertThat(visit.page.locator("#changes [data-moves=entering] li").first().isVisible())
          .isTrue();
      task("say who enters");

      click(
          visit.page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Del og last ned")));
      click(visit.page.getByText("Kopier lenken"));
      visit.page.waitForSelector("#notice");
      assertThat(visit.page.locator("#notice").textContent()).startsWith("Lenken");
      assertThat(visit.fragment()).contains("persons=5350", "sel=0137");
      task("send the link");
      visit.page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "page", "first-use.png")));
    }
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, String.join("\n", lines) + "\n");
  }
}
