package io.bosett;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.bosett");

  /** What each room may see beside itself, the JDK and nullness annotations. */
  static final Map<String, List<String>> MAY_SEE = new TreeMap<>();

  static {
    allow("common");
    allow("model");
    allow("temporary");
    allow("tiles", "model");
    allow("check", "model", "check.recount", "check.proof");
    allow("check.recount", "model");
    allow("check.proof", "check.recount");
    allow("generate", "model");
    allow("program.figures", "model");
    allow("program", "model", "program.figures");
    allow("program.form", "program");
    allow("program.lots", "program");
    allow("solve", "model", "program", "check");
    allow(
        "solve.decomposition",
        "solve",
        "program",
        "model",
        "solve.decomposition.model",
        "solve.decomposition.dual",
        "solve.decomposition.closing");
    allow("solve.decomposition.model", "solve", "program");
    allow("solve.decomposition.dual", "program", "solve.decomposition.model");
    allow(
        "solve.decomposition.closing",
        "program",
        "program.lots",
        "solve.decomposition.model",
        "solve.decomposition.dual");
    allow(
        "solve.ortools",
        "common",
        "temporary",
        "solve",
        "program",
        "program.form",
        "com.google.ortools..");
    allow("solve.spreadsheet", "solve", "program");
    allow("analysis");
    allow("analysis.conflict", "analysis", "solve", "program", "program.lots", "model");
    allow("analysis.explain", "analysis", "analysis.conflict", "solve", "program", "model");
    allow("analysis.compare", "analysis", "analysis.explain", "program", "model");
    allow("analysis.session", "common", "solve", "program", "model");
    allow(
        "analysis.stability", "analysis.session", "analysis.explain", "solve", "program", "model");
    allow("analysis.queue", "analysis.session", "analysis.stability", "solve", "program", "model");
    allow("analysis.weights", "analysis.session", "solve", "program", "model");
    allow(
        "analysis.whynot",
        "analysis",
        "analysis.session",
        "analysis.stability",
        "analysis.weights",
        "solve",
        "program",
        "model");
    allow("documents", "documents.json");
    allow("documents.json", "model", "tools.jackson..");
    allow("documents.csv", "documents", "documents.json", "de.siegmar..");
    allow("documents.dataset", "documents.json", "documents.csv", "model");
    allow("documents.scenario", "documents.json", "documents.dataset", "model");
    allow("documents.solution", "documents.csv");
    allow("documents.text", "analysis.explain");
    allow(
        "documents.result",
        "documents.json",
        "documents.dataset",
        "documents.scenario",
        "documents.text",
        "analysis.compare",
        "analysis.explain",
        "analysis.stability",
        "model");
    allow(
        "documents.analyses",
        "analysis",
        "analysis.session",
        "analysis.stability",
        "analysis.queue",
        "analysis.weights",
        "analysis.whynot",
        "documents.json",
        "documents.csv",
        "model");
    allow(
        "documents.table",
        "documents.json",
        "documents.csv",
        "documents.result",
        "model",
        "org.dhatim..");
    allow("documents.imports.facts", "model", "de.siegmar..");
    allow(
        "documents.imports.read",
        "documents.imports.facts",
        "tools.jackson..",
        "de.siegmar..",
        "org.dhatim..",
        "org.apache.commons.compress..",
        "org.jsoup..");
    allow(
        "documents.imports.folder",
        "documents.imports.facts",
        "documents.dataset",
        "model",
        "tools.jackson..",
        "de.siegmar..");
    allow(
        "documents.boundaries",
        "documents.imports.facts",
        "documents.imports.folder",
        "documents.dataset",
        "model",
        "tools.jackson..",
        "de.siegmar..");
    allow(
        "documents.imports",
        "documents.imports.facts",
        "documents.imports.read",
        "documents.imports.folder",
        "documents.boundaries",
        "documents.dataset",
        "documents.json",
        "model",
        "tools.jackson..");
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
        "analysis.conflict",
        "analysis.explain",
        "analysis.compare",
        "analysis",
        "analysis.session",
        "analysis.stability",
        "analysis.queue",
        "analysis.weights",
        "analysis.whynot",
        "documents.analyses",
        "documents",
        "documents.boundaries",
        "documents.json",
        "documents.csv",
        "documents.dataset",
        "documents.result",
        "documents.scenario",
        "documents.solution");
    allow("store", "model");
    allow("store.sql", "store", "model", "org.jdbi..", "org.flywaydb..", "javax.sql..");
    allow(
        "store.sqlite",
        "store",
        "store.sql",
        "documents",
        "temporary",
        "org.jdbi..",
        "com.zaxxer..",
        "org.sqlite..");
    allow("store.postgres", "store", "store.sql", "org.jdbi..", "com.zaxxer..", "org.postgresql..");
    allow("store.factory", "store", "store.sql", "store.sqlite", "store.postgres");
    allow(
        "service.kept",
        "service",
        "store",
        "tiles",
        "analysis.explain",
        "documents.imports",
        "documents.imports.facts",
        "documents.json",
        "documents.dataset",
        "documents.result",
        "documents.text",
        "solve",
        "model");
    allow(
        "service.jobs",
        "common",
        "service",
        "service.kept",
        "store",
        "solve",
        "documents.dataset",
        "documents.result",
        "documents.scenario",
        "model",
        "org.slf4j..");
    allow("http.settings", "org.eclipse.jetty..");
    allow("http.problem", "documents.json", "documents.csv", "model", "store");
    allow(
        "http.protocol",
        "common",
        "http.settings",
        "http.problem",
        "documents.json",
        "model",
        "store",
        "io.javalin..",
        "jakarta.servlet..",
        "org.eclipse.jetty..",
        "org.slf4j..");
    allow(
        "http.ops",
        "common",
        "http.settings",
        "http.protocol",
        "service.jobs",
        "store",
        "model",
        "io.micrometer..",
        "org.eclipse.jetty..",
        "org.slf4j..");
    allow(
        "http.jetty",
        "http.settings",
        "http.problem",
        "http.protocol",
        "http.ops",
        "documents.csv",
        "store",
        "model",
        "io.javalin..",
        "jakarta.servlet..",
        "org.eclipse.jetty..",
        "org.slf4j..");
    allow(
        "http.resource",
        "common",
        "http.settings",
        "http.problem",
        "http.protocol",
        "http.ops",
        "http.jetty",
        "service",
        "service.kept",
        "service.jobs",
        "store",
        "documents.json",
        "documents.csv",
        "documents.dataset",
        "documents.imports",
        "documents.imports.facts",
        "documents.scenario",
        "documents.result",
        "documents.table",
        "documents.text",
        "analysis.compare",
        "solve",
        "program.form",
        "model",
        "io.javalin..",
        "jakarta.servlet..",
        "org.slf4j..");
    allow(
        "http",
        "http.settings",
        "http.protocol",
        "http.ops",
        "http.jetty",
        "http.resource",
        "service.kept",
        "service.jobs",
        "store",
        "io.javalin..");
    allow(
        "cli.table",
        "check",
        "common",
        "solve",
        "tiles",
        "analysis",
        "analysis.conflict",
        "analysis.session",
        "documents.analyses",
        "model");
    allow(
        "cli",
        "cli.table",
        "tiles",
        "model",
        "check",
        "program.form",
        "solve",
        "analysis",
        "analysis.session",
        "analysis.compare",
        "analysis.explain",
        "documents",
        "documents.analyses",
        "documents.boundaries",
        "documents.imports",
        "documents.imports.facts",
        "documents.json",
        "documents.csv",
        "documents.dataset",
        "documents.result",
        "documents.table",
        "store",
        "store.factory",
        "service",
        "service.kept",
        "service.jobs",
        "http",
        "http.protocol",
        "http.settings",
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

  @ParameterizedTest
  @MethodSource("rooms")
  void every_permission_is_used(String room) {
    Set<String> seen =
        CLASSES.stream()
            .filter(type -> type.getPackageName().equals(room))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
            .collect(Collectors.toSet());
    assertThat(MAY_SEE.get(room)).allMatch(permission -> isUsed(permission, seen));
  }

  private static boolean isUsed(String permission, Set<String> seen) {
    return permission.endsWith("..")
        ? seen.stream().anyMatch(name -> (name + ".").startsWith(permission.replace("..", ".")))
        : seen.contains(permission);
  }

  @Test
  void there_is_no_cycle() {
    slices().matching("io.bosett.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
