package io.bosett.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, started once for all tests of the page; without it they are skipped. */
final class Chromium {
  static final String MISSING = "no /usr/bin/chromium here: the page is not tested in a browser";

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Browser browser;

  private Chromium() {}

  /** Whether there is a browser; says so when there is none. */
  static boolean isThere() {
    boolean there = Files.isExecutable(PROGRAM);
    if (!there) {
      System.err.println(MISSING);
    }
    return there;
  }

  static synchronized Browser browser() {
    if (browser == null) {
      Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "chromium"));
    }
    return browser;
  }
}
