package io.bosett;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.bosett.service.SweepLoader;
import io.bosett.sweep.run.DistributedRun;
import io.bosett.sweep.run.PartWork;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jar of the job on Spark is packed by a list; everything that the job reaches is in it. */
final class SweepJobRoomsTest {
  private static final Path JOB = Path.of("src", "sweep", "job.xml");
  private static final Pattern INCLUDED = Pattern.compile("<include>(io/bosett/[^<]*)</include>");
  private static final Set<String> LIBRARIES =
      Set.of("de.siegmar", "org.hipparchus", "org.jspecify", "tools.jackson.core");

  private static Set<String> reached() {
    Set<String> reached = new TreeSet<>();
    Deque<JavaClass> next = new ArrayDeque<>();
    for (Class<?> root : List.of(SweepLoader.class, DistributedRun.class, PartWork.class)) {
      next.add(ArchitectureTest.CLASSES.get(root));
      reached.add(root.getName());
    }
    while (!next.isEmpty()) {
      for (var dependency : next.pop().getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.isPrimitive()
            && !target.getName().startsWith("java.")
            && reached.add(target.getName())
            && target.getName().startsWith("io.bosett.")) {
          next.add(target);
        }
      }
    }
    return reached;
  }

  @Test
  void what_a_sweep_reaches_is_in_the_jar_of_the_job() throws IOException {
    List<PathMatcher> packed = new ArrayList<>();
    Matcher includes = INCLUDED.matcher(Files.readString(JOB));
    while (includes.find()) {
      packed.add(FileSystems.getDefault().getPathMatcher("glob:" + includes.group(1)));
    }
    assertThat(packed).hasSizeGreaterThan(20);
    Set<String> reached = reached();
    assertThat(reached).contains("io.bosett.check.Checker");
    reached.removeIf(
        name -> LIBRARIES.stream().anyMatch(library -> name.startsWith(library + ".")));
    reached.removeIf(
        name -> {
          Path file = Path.of(name.replace('.', '/') + ".class");
          return packed.stream().anyMatch(glob -> glob.matches(file));
        });
    assertThat(reached).as("not in %s", JOB).isEmpty();
  }
}
