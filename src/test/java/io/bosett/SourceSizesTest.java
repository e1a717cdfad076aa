package io.bosett;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sizes that the code aims at: those of methods, and of files in the middle and near the end. */
@Tag("slow")
final class SourceSizesTest {
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");

  /** A method, by its file, with its lines. */
  private record Sized(String name, long lines) {}

  @Test
  void no_method_is_long_and_most_are_short() throws IOException {
    List<Sized> methods = methods(MAIN);
    assertThat(methods).filteredOn(method -> method.lines > 60).isEmpty();
    assertThat(at(methods, 0.5)).isLessThanOrEqualTo(8);
    assertThat(methods(TEST)).filteredOn(method -> method.lines > 80).isEmpty();
  }

  @Test
  void most_files_are_short() throws IOException {
    List<Sized> files = new ArrayList<>();
    for (Path source : sources(MAIN)) {
      files.add(new Sized(source.toString(), Files.readAllLines(source).size()));
    }
    assertThat(at(files, 0.5)).isLessThanOrEqualTo(80);
    assertThat(at(files, 0.95)).isLessThanOrEqualTo(300);
  }

  /** The lines of the one at a share of all, from the shortest to the longest. */
  private static long at(List<Sized> all, double share) {
    List<Sized> sorted = all.stream().sorted(Comparator.comparingLong(Sized::lines)).toList();
    return sorted.get((int) (share * (sorted.size() - 1))).lines;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      return sources;
    }
  }

  private static List<Sized> methods(Path root) throws IOException {
    List<Sized> methods = new ArrayList<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(root)));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Methods(unit, positions, methods).scan(unit, null);
      }
    }
    assertThat(methods).isNotEmpty();
    return methods;
  }

  /** Collects the methods of a file. */
  private static final class Methods extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Sized> methods;

    Methods(CompilationUnitTree unit, SourcePositions positions, List<Sized> methods) {
      this.unit = unit;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        methods.add(new Sized(file + " " + method.getName(), last - first + 1));
      }
      return super.visitMethod(method, null);
    }
  }
}
