package io.bosett.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is in the jar of the job, and what it uses of Spark. */
final class JobJarTest {
  private static final Set<String> OF_SPARK =
      Set.of(
          "org.apache.spark.SparkConf",
          "org.apache.spark.SparkFiles",
          "org.apache.spark.api.java.JavaRDD",
          "org.apache.spark.api.java.JavaSparkContext",
          "org.apache.spark.api.java.function.Function",
          "org.apache.spark.broadcast.Broadcast",
          "org.apache.hadoop.conf.Configuration",
          "org.apache.hadoop.fs.CreateFlag",
          "org.apache.hadoop.fs.FileContext",
          "org.apache.hadoop.fs.FileStatus",
          "org.apache.hadoop.fs.Options$Rename",
          "org.apache.hadoop.fs.Path",
          "org.apache.hadoop.fs.RemoteIterator");

  private static final JavaClasses JOB = new ClassFileImporter().importJar(jar());

  private static JarFile jar() {
    try {
      return new JarFile(SparkHome.JOB.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> entries(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void it_holds_the_rooms_of_a_sweep_and_four_libraries_of_about_4_MB() throws IOException {
    Set<String> rooms = new TreeSet<>();
    for (String name : entries(SparkHome.JOB)) {
      String[] parts = name.split("/");
      rooms.add(parts[0] + "." + parts[1] + (parts[0].equals("io") ? "." + parts[2] : ""));
    }
    assertThat(rooms)
        .containsExactlyInAnyOrder(
            "io.bosett.analysis",
            "io.bosett.check",
            "io.bosett.common",
            "io.bosett.documents",
            "io.bosett.model",
            "io.bosett.program",
            "io.bosett.service",
            "io.bosett.solve",
            "io.bosett.sweep",
            "de.siegmar",
            "org.hipparchus",
            "org.jspecify",
            "tools.jackson");
    assertThat(entries(SparkHome.JOB))
        .noneMatch(name -> name.startsWith("io/bosett/") && name.endsWith("Test.class"))
        .noneMatch(name -> name.contains("ortools") || name.endsWith("/SparkHome.class"))
        .noneMatch(name -> name.startsWith("tools/jackson/databind"));
    assertThat(Files.size(SparkHome.JOB)).isBetween(3_000_000L, 5_000_000L);
    try (JarFile jar = jar()) {
      assertThat(jar.getEntry("datasets/norway-2018/indicators.csv")).isNotNull();
      assertThat(jar.getEntry("logback.xml")).isNull();
    }
  }

  @Test
  void no_class_is_also_on_the_class_path_of_Spark() throws IOException {
    Set<String> own = entries(SparkHome.JOB);
    int jars = 0;
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(SparkHome.HOME.resolve("jars"), "*.jar")) {
      for (Path file : all) {
        Set<String> both = entries(file);
        both.retainAll(own);
        both.remove("module-info.class");
        assertThat(both).as(file.toString()).isEmpty();
        jars++;
      }
    }
    assertThat(jars).isGreaterThan(50);
  }

  @Test
  void everything_that_the_job_reaches_is_in_it_or_in_Spark() {
    Set<String> missing = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>();
    next.add(JOB.get(SweepJob.class.getName()));
    next.add(JOB.get(PartFunction.class.getName()));
    while (!next.isEmpty()) {
      for (var dependency : next.pop().getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.isPrimitive() && seen.add(target.getName())) {
          if (JOB.contain(target.getName())) {
            next.add(target);
          } else if (!target.getName().startsWith("java.")
              && !OF_SPARK.contains(target.getName())) {
            missing.add(target.getName());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(seen)
        .contains("io.bosett.check.Checker", "org.hipparchus.random.SobolSequenceGenerator");
  }

  @Test
  void it_uses_no_other_classes_of_Spark_and_all_of_these() {
    Set<String> used =
        JOB.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
            .filter(name -> name.startsWith("org.apache.") || name.startsWith("scala."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).containsExactlyInAnyOrderElementsOf(OF_SPARK);
    assertThat(
            JOB.stream()
                .filter(type -> !type.getPackageName().equals("io.bosett.sweep.spark"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName()))
        .noneMatch(name -> name.startsWith("org.apache."));
  }
}
