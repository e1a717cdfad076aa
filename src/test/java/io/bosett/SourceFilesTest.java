package io.bosett;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources are short and named for what they are; each room is described and not crowded. */
final class SourceFilesTest {
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");
  private static final int MOST_LINES = 400;

  @Test
  void no_room_is_crowded() {
    Map<String, Long> sizes =
        ArchitectureTest.CLASSES.stream()
            .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes).allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(45));
  }

  /** Twins: {@code check.recount} computes what {@code program} does a second time, same names. */
  @Test
  void no_two_classes_share_a_name_but_for_the_twins_of_the_checker() {
    Map<String, List<String>> rooms =
        ArchitectureTest.CLASSES.stream()
            .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
    rooms.values().removeIf(list -> list.size() == 1 || isTwin(list));
    assertThat(rooms).isEmpty();
  }

  @Test
  void no_benchmark_shares_a_name_with_the_program() throws IOException {
    Set<String> shared = names(Path.of("benchmarks", "src", "main", "java"));
    assertThat(shared).isNotEmpty();
    shared.retainAll(names(MAIN));
    assertThat(shared).isEmpty();
  }

  /** {@code -Dtest=NAME} runs one class, but where both twins have a test. */
  @Test
  void no_test_shares_a_name_but_that_of_a_twin() throws IOException {
    Set<String> twins = twice(files(MAIN));
    Set<String> shared = twice(files(TEST));
    shared.removeIf(name -> twins.contains(name.replace("Test.java", ".java")));
    Set<String> ofMain = names(MAIN);
    shared.addAll(files(TEST).stream().filter(ofMain::contains).toList());
    assertThat(shared).isEmpty();
  }

  private static Set<String> twice(List<String> names) {
    Set<String> seen = new TreeSet<>();
    return names.stream()
        .filter(name -> !seen.add(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Path root) throws IOException {
    return new TreeSet<>(files(root));
  }

  /** The names of the files with a class of their own. */
  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
          .toList();
    }
  }

  private static boolean isTwin(List<String> rooms) {
    return rooms.size() == 2
        && rooms.contains("io.bosett.check.recount")
        && rooms.stream().anyMatch(room -> room.matches("io\\.bosett\\.program(\\..+)?"));
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
        .check(ArchitectureTest.CLASSES);
  }

  @Test
  void every_package_is_null_marked_and_described() throws IOException {
    for (String room : ArchitectureTest.rooms()) {
      Path description = MAIN.resolve(room.replace('.', '/')).resolve("package-info.java");
      assertThat(description).exists();
      assertThat(Files.readString(description))
          .contains("/**", "@NullMarked")
          .doesNotContain("* Tests of");
    }
  }

  /** {@code -Pquick} leaves the slow ones out and takes less than a minute. */
  @Test
  void tests_with_a_browser_or_a_running_service_are_slow() throws IOException {
    try (Stream<Path> files = Files.walk(TEST)) {
      List<Path> tests = files.filter(file -> file.toString().endsWith("Test.java")).toList();
      assertThat(tests).isNotEmpty();
      for (Path test : tests) {
        String source = Files.readString(test);
        if (source.matches("(?s).*(Chromium[#]| Service\\.start\\(\\)).*")) {
          assertThat(source).as(test.toString()).contains("\n@Tag(\"slow\")\n");
        }
      }
    }
  }

  @Test
  void a_suppressed_warning_says_why_on_its_line() throws IOException {
    String suppression = "^ *@SuppressWarnings\\(.*";
    for (Path root : List.of(MAIN, TEST)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path source : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          assertThat(Files.readAllLines(source))
              .as(source.toString())
              .filteredOn(line -> line.matches(suppression))
              .allMatch(line -> line.matches(suppression + "\\) // .*"));
        }
      }
    }
  }

  @Test
  void no_file_is_long() throws IOException {
    for (Path root : List.of(MAIN, TEST)) {
      try (Stream<Path> files = Files.walk(root)) {
        List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        assertThat(sources).isNotEmpty();
        for (Path source : sources) {
          int lines = Files.readAllLines(source).size();
          assertThat(lines).as("lines of %s", source).isLessThanOrEqualTo(MOST_LINES);
        }
      }
    }
  }
}
