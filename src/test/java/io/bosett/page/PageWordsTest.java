package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the page: the same keys in all languages, and every key that is asked for. */
final class PageWordsTest {
  private static final Path MODULES = Path.of("src", "main", "resources", "page");
  private static final Pattern KEY =
      Pattern.compile("(?:^|, |\\{ )\\s*(?:'([^']+)'|([A-Za-z0-9]+)): ", Pattern.MULTILINE);

  @Test
  void every_rule_that_may_clash_and_every_change_has_its_words() throws IOException {
    Set<String> known = keys("nb");
    for (String field : List.of("persons", "minors", "selected")) {
      assertThat(known).contains("rule.fixed." + field, "at.fixed." + field);
      for (String end : List.of("atLeast", "atMost")) {
        String bound = "regions." + field + "." + end;
        assertThat(known).contains("rule." + bound, "at." + bound, "at.minors.candidates." + end);
      }
    }
  }

  private static Set<String> keys(String language) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String file : List.of("words-", "more-")) {
      String text = Files.readString(MODULES.resolve(file + language + ".js"));
      Matcher matcher = KEY.matcher(text.substring(text.indexOf("export const words")));
      while (matcher.find()) {
        String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        assertThat(keys.add(key)).as(file + language + " says " + key + " once").isTrue();
      }
    }
    return keys;
  }

  @Test
  void all_languages_have_the_same_words() throws IOException {
    Set<String> bokmaal = keys("nb");
    assertThat(bokmaal).hasSizeGreaterThan(200);
    assertThat(keys("nn")).isEqualTo(bokmaal);
    assertThat(keys("en")).isEqualTo(bokmaal);
  }

  @Test
  void every_word_that_a_module_asks_for_is_there() throws IOException {
    Set<String> known = keys("nb");
    Pattern asked = Pattern.compile("\\bt\\('([^'$]+)'[,)]");
    for (String module : Files.readAllLines(MODULES.resolve("files.txt"))) {
      Matcher matcher = asked.matcher(Files.readString(MODULES.resolve(module)));
      while (matcher.find()) {
        assertThat(known).as(module).contains(matcher.group(1));
      }
    }
  }
}
