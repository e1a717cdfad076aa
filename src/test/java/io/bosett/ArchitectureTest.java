package io.bosett;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  static final Map<String, List<String>> MAY_SEE = read("/rooms.txt");

  private static Map<String, List<String>> read(String file) {
    Map<String, List<String>> rooms = new TreeMap<>();
    List<String> permissions = List.of();
    for (String line : lines(file)) {
      if (line.startsWith("  ")) {
        permissions.add(named(line.strip()));
      } else if (!line.startsWith("#")) {
        permissions = new ArrayList<>();
        List<String> before = rooms.put(named(line), permissions);
        assertThat(before).as(line).isNull();
      }
    }
    return rooms;
  }

  private static List<String> lines(String file) {
    try (InputStream in = ArchitectureTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
