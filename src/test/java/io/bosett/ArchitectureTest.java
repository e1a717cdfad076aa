package io.bosett;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package graph has no cycle and every package sees only what it may. */
final class ArchitectureTest {
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");
  private static final int MOST_LINES = 400;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.bosett");

  /** What each package may see beside itself, the JDK and nullness annotations. */
  private static final Map<String, List<String>> MAY_SEE = new TreeMap<>();

  static {
    allow("model");
    allow("check", "model");
    allow("generate", "model");
    allow("program", "model");
    allow("program.form", "program", "model");
    allow("solve", "model", "program", "check");
    allow("solve.decomposition", "solve", "program", "model");
    allow("solve.ortools", "solve", "program", "program.form", "model", "com.google.ortools..");
    allow("solve.spreadsheet", "solve", "program", "model");
    allow("analysis", "solve", "program", "model");
    allow("files", "model", "analysis", "tools.jackson..", "de.siegmar..", "org.dhatim..");
    allow(
        "service",
        "model",
        "check",
        "program",
        "program.form",
        "solve",
        "solve.decomposition",
        "solve.ortools",
        "solve.spreadsheet",
        "analysis",
        "files");
    allow(
        "store",
        "model",
        "files",
        "org.jdbi..",
        "com.zaxxer..",
        "org.flywaydb..",
        "org.sqlite..",
        "javax.sql..",
        "org.slf4j..");
    allow(
        "service.kept",
        "model",
        "check",
        "program",
        "program.form",
        "solve",
        "analysis",
        "files",
        "store",
        "service",
        "org.slf4j..");
    allow(
        "service.allocations",
        "model",
        "check",
        "program",
        "program.form",
        "solve",
        "analysis",
        "files",
        "store",
        "service",
        "service.kept",
        "org.slf4j..");
    allow(
        "http",
        "model",
        "check",
        "program.form",
        "solve",
        "analysis",
        "files",
        "store",
        "service",
        "service.kept",
        "service.allocations",
        "io.javalin..",
        "org.eclipse.jetty..",
        "jakarta.servlet..",
        "io.micrometer..",
        "io.prometheus..",
        "org.slf4j..");
    allow(
        "cli",
        "model",
        "check",
        "program",
        "program.form",
        "solve",
        "analysis",
        "files",
        "store",
        "service",
        "service.kept",
        "service.allocations",
        "http",
        "picocli..");
  }

  private static void allow(String room, String... others) {
    MAY_SEE.put("io.bosett." + room, Stream.of(others).map(ArchitectureTest::named).toList());
  }

  private static String named(String other) {
    return other.endsWith("..") ? other : "io.bosett." + other;
  }

  static Set<String> rooms() {
    return MAY_SEE.keySet();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_package_sees_only_what_it_may(String room) {
    Stream<String> everywhere = Stream.of(room, "java..", "org.jspecify..");
    String[] seen = Stream.concat(everywhere, MAY_SEE.get(room).stream()).toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(seen)
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  @Test
  void every_package_is_in_the_list() {
    Set<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertThat(packages).isEqualTo(rooms());
  }

  @Test
  void there_is_no_cycle() {
    slices().matching("io.bosett.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(CLASSES);
  }

  @Test
  void every_package_is_null_marked_and_described() throws IOException {
    for (String room : rooms()) {
      Path description = MAIN.resolve(room.replace('.', '/')).resolve("package-info.java");
      assertThat(description).exists();
      assertThat(Files.readString(description)).contains("/**", "@NullMarked");
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
