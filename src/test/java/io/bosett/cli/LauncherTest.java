package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher in a project of its own, with a Java and a Maven that only say what they would do.
 */
@Tag("slow")
final class LauncherTest {
  private static final List<String> TOOLS =
      List.of("dirname readlink sed head tail find mkdir date rm cp ln mv sleep cat".split(" "));
  private static final String JAVA =
      """
      #!/bin/sh
      for a in "$@"; do
        case $a in
          -XX:ArchiveClassesAtExit=*) : > "${a#*=}" ;;
        esac
        echo "<$a>"
      done
      [ -z "$SHOW" ] || eval "$SHOW"
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo 'Maven speaks'
      while [ "$1" != -f ]; do shift; done
      root=$(dirname "$2")
      echo built >> "$root/builds"
      mkdir -p "$root/target/lib"
      [ -z "$HALF" ] || echo half > "$root/target/bosett.jar"
      eval "$DURING"
      echo jar > "$root/target/bosett.jar"
      echo lib > "$root/target/lib/some.jar"
      """;

  @TempDir private Path folder;
  private Path project;
  private Path bin;
  private Path jdk;

  @BeforeEach
  void set_up_a_project() throws IOException {
    project = folder.resolve("a project");
    bin = Files.createDirectories(folder.resolve("bin"));
    jdk = folder.resolve("jdk");
    write(project.resolve("pom.xml"), "<project/>");
    write(project.resolve("src/main/java/A.java"), "class A {}");
    write(project.resolve("models/d/dataset.json"), "{}");
    Path launcher = project.resolve("bosett");
    Files.copy(Path.of("bosett"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
    for (String tool : TOOLS) {
      offer(tool);
    }
    offer("flock");
    script(bin.resolve("mvn"), MAVEN);
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    write(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n");
  }

  private void offer(String tool) throws IOException {
    for (String place : List.of("/usr/bin/", "/bin/")) {
      if (Files.exists(Path.of(place + tool)) && !Files.exists(bin.resolve(tool))) {
        script(bin.resolve(tool), "#!/bin/sh\nexec " + place + tool + " \"$@\"\n");
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Run(int code, String out, String err) {}

  private Process start(Path launcher, Map<String, String> more, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", bin.toString(), "JAVA_HOME", jdk.toString()));
    builder.environment().putAll(more);
    builder.environment().values().removeIf(String::isEmpty);
    return builder.start();
  }

  private static Run end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  private Run run(Map<String, String> more, String... arguments) throws Exception {
    return end(start(project.resolve("bosett"), more, arguments));
  }

  private Run run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  private int builds() throws IOException {
    Path builds = project.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  private void change(String file) throws IOException {
    Files.setLastModifiedTime(project.resolve(file), FileTime.from(Instant.now()));
  }

  @Test
  void the_first_use_builds_and_the_next_does_not() throws Exception {
    Run first = run("solve", "a file.json", "");
    assertThat(first.code()).isZero();
    assertThat(first.out())
        .endsWith("<io.bosett.cli.Main>\n<solve>\n<a file.json>\n<>\n")
        .doesNotContain("Maven");
    assertThat(first.err()).contains("building").doesNotContain("Maven speaks");
    Run second = run("solve");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_service_that_runs_out_of_memory_ends_with_a_defect_and_not_as_infeasible()
      throws Exception {
    run();
    Run served = run(Map.of("SHOW", "exit 3"), "serve", "--port", "0");
    assertThat(served.code()).isEqualTo(70);
    assertThat(served.out()).contains("<-XX:+ExitOnOutOfMemoryError>", "<serve>\n<--port>\n<0>\n");
    assertThat(served.out()).contains("<-XX:GCLockerRetryAllocationCount=1000>");
    assertThat(served.out()).contains("<-XX:MaxInlineLevel=9>");
    assertThat(served.err()).contains("ran out of memory");
    for (int code : new int[] {0, 2, 70, 143}) {
      assertThat(run(Map.of("SHOW", "exit " + code), "serve").code()).isEqualTo(code);
    }
    Run solved = run(Map.of("SHOW", "exit 3"), "solve");
    assertThat(solved.code()).isEqualTo(3);
    assertThat(solved.out()).doesNotContain("ExitOnOutOfMemoryError");
  }

  @Test
  void a_service_is_told_of_signals_and_its_exit_code_is_handed_on() throws Exception {
    run();
    String show = "trap 'echo told; exit 143' TERM; echo up; while :; do sleep 0.05; done";
    Process served = start(project.resolve("bosett"), Map.of("SHOW", show), "serve");
    BufferedReader out = served.inputReader();
    for (String line = out.readLine(); !line.equals("up"); line = out.readLine()) {
      assertThat(line).startsWith("<");
    }
    served.toHandle().destroy(); // the process itself would close the stream
    assertThat(out.readLine()).isEqualTo("told");
    assertThat(served.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(served.exitValue()).isEqualTo(143);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"src/main/java/A.java", "src/main/java", "pom.xml", "models/d/dataset.json"})
  void what_is_newer_than_the_build_is_built(String file) throws Exception {
    run();
    change(file);
    run();
    assertThat(builds()).isEqualTo(2);
    run();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_change_during_the_build_is_built_the_next_time() throws Exception {
    run(Map.of("DURING", "sleep 0.1; echo > \"$root/src/main/java/B.java\""));
    run();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_failed_build_shows_its_log_and_is_not_taken_for_a_good_one() throws Exception {
    run();
    change("pom.xml");
    for (String half : List.of("", "yes")) {
      Run failed = run(Map.of("DURING", "echo 'cannot find symbol'; exit 1", "HALF", half));
      assertThat(failed.code()).isEqualTo(69);
      assertThat(failed.out()).isEmpty();
      assertThat(failed.err()).contains("cannot find symbol", "the build failed", "build.log");
    }
    assertThat(run().code()).isZero();
    assertThat(builds()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_build_that_is_killed_is_done_again(boolean withFlock) throws Exception {
    if (!withFlock) {
      Files.deleteIfExists(bin.resolve("flock"));
    }
    Run killed = run(Map.of("DURING", "kill -9 $PPID; exit 1", "HALF", "yes"));
    assertThat(killed.code()).isNotZero();
    Run again = run("x");
    assertThat(again.code()).isZero();
    assertThat(again.out()).endsWith("<x>\n");
    assertThat(builds()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void started_twice_at_once_it_is_built_once(boolean withFlock) throws Exception {
    if (!withFlock) {
      Files.deleteIfExists(bin.resolve("flock"));
    }
    Map<String, String> slow = Map.of("DURING", "sleep 1");
    Process one = start(project.resolve("bosett"), slow, "one");
    Process two = start(project.resolve("bosett"), slow, "two");
    Run first = end(one);
    Run second = end(two);
    assertThat(first.code()).isZero();
    assertThat(second.code()).isZero();
    assertThat(first.out()).endsWith("<one>\n");
    assertThat(second.out()).endsWith("<two>\n");
    assertThat(first.err() + second.err()).contains("building").contains("waiting");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void it_works_through_symbolic_links() throws Exception {
    Path near = Files.createSymbolicLink(folder.resolve("near"), Path.of("a project", "bosett"));
    Path far = Files.createSymbolicLink(folder.resolve("far"), near);
    Run run = end(start(far, Map.of(), "x"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("a project/target/run/").endsWith("<x>\n");
  }

  @Test
  void java_that_is_missing_or_too_old_is_told_in_one_line() throws Exception {
    write(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertOneLine(run(), "Java 17 or newer is needed", "11.0.2");
    write(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_292\"\n");
    assertOneLine(run(), "Java 17 or newer is needed", "1.8.0_292");
    assertOneLine(run(Map.of("JAVA_HOME", folder.toString())), "JAVA_HOME is " + folder);
    assertOneLine(run(Map.of("JAVA_HOME", "")), "found no Java");
    Files.delete(jdk.resolve("bin/javac"));
    write(jdk.resolve("release"), "JAVA_VERSION=\"21\"\n");
    assertOneLine(run(), "javac");
    assertThat(builds()).isZero();
  }

  @Test
  void a_java_without_a_release_file_is_asked_itself() throws Exception {
    Files.delete(jdk.resolve("release"));
    script(jdk.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"12.0.1\"' >&2\n");
    assertOneLine(run(), "12.0.1");
  }

  @Test
  void maven_that_is_missing_is_told_in_one_line() throws Exception {
    Files.delete(bin.resolve("mvn"));
    assertOneLine(run(), "mvn");
  }

  @Test
  void a_locale_that_is_there_is_set_whatever_is_named() throws Exception {
    Map<String, String> named = Map.of("LANG", "nb_NO.UTF-8", "SHOW", "echo LC_ALL=$LC_ALL");
    assertThat(run(named).out()).endsWith("LC_ALL=C.UTF-8\n");
    script(
        bin.resolve("locale"),
        "#!/bin/sh\n[ \"$LC_ALL\" = nb_NO.UTF-8 ] && echo UTF-8 || echo ANSI_X3.4-1968\n");
    assertThat(run(named).out()).endsWith("LC_ALL=nb_NO.UTF-8\n");
    script(
        bin.resolve("locale"),
        "#!/bin/sh\n[ \"$LC_ALL\" = en_US.UTF-8 ] && echo UTF-8 || echo ANSI_X3.4-1968\n");
    assertThat(run(named).out()).endsWith("LC_ALL=en_US.UTF-8\n");
  }

  @Test
  void options_for_java_are_words_and_no_patterns_of_files() throws Exception {
    Run run = run(Map.of("BOSETT_JAVA_OPTIONS", "-Da=* -Db=?in  -Dc=[b]in"));
    assertThat(run.out()).contains("<-Da=*>\n<-Db=?in>\n<-Dc=[b]in>\n");
  }

  @Test
  void what_the_virtual_machine_says_goes_to_standard_error() throws Exception {
    assertThat(run().out()).contains("<-XX:+DisplayVMOutputToStderr>");
  }

  @Test
  void an_archive_of_classes_is_used_by_the_java_that_made_it_alone() throws Exception {
    write(project.resolve("models/norway-2018/letter.json"), "{}");
    assertThat(run("x").out()).contains("<-XX:SharedArchiveFile=");
    assertThat(run("x").out()).contains("<-XX:SharedArchiveFile=");
    write(jdk.resolve("release"), "JAVA_VERSION=\"21.0.2\"\n");
    Run other = run("x");
    assertThat(other.code()).isZero();
    assertThat(other.out()).doesNotContain("SharedArchiveFile").endsWith("<x>\n");
    assertThat(other.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_service_has_an_archive_of_its_own_made_without_the_settings_of_its_caller()
      throws Exception {
    write(project.resolve("models/norway-2018/letter.json"), "{}");
    Path said = folder.resolve("said");
    String show =
        "case \"$*\" in *cli.Rehearsal*) echo \"with '$BOSETT_DATABASE'\" >> '" + said + "';; esac";
    Map<String, String> own =
        Map.of("BOSETT_DATABASE", "of the caller", "main", "of the caller", "SHOW", show);
    assertThat(run(own, "solve").out())
        .contains("/bosett.jsa>")
        .endsWith("<io.bosett.cli.Main>\n<solve>\n");
    assertThat(run("serve").out())
        .contains("<-XX:SharedArchiveFile=", "/serve.jsa>")
        .endsWith("<io.bosett.cli.Main>\n<serve>\n");
    assertThat(said).hasContent("with ''");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_checkout_that_cannot_be_written_to_is_told_in_one_line() throws Exception {
    write(project.resolve("target"), "no folder");
    assertOneLine(run(), "cannot write to", "target");
    Files.delete(project.resolve("target"));
    for (String place : List.of("lock", "unfinished", "build.log", "current.new")) {
      Path blocked = Files.createDirectories(project.resolve("target/run").resolve(place));
      Run run = run();
      assertThat(run.code()).as(place).isEqualTo(69);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("bosett: cannot write to", place);
      Files.delete(blocked);
    }
    assertThat(run().code()).isZero();
  }

  @Test
  void closed_standard_streams_are_never_the_number_of_another_file() throws Exception {
    run();
    script(
        bin.resolve("show"), "#!/bin/sh\nreadlink /proc/$1/fd/$2 >> seen || echo none >> seen\n");
    String show = "for n in 0 1 2; do show $$ $n; done";
    for (String closed : List.of("<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-")) {
      Path seen = folder.resolve("seen");
      Files.deleteIfExists(seen);
      ProcessBuilder builder =
          new ProcessBuilder("/bin/sh", "-c", "'" + project.resolve("bosett") + "' x " + closed);
      builder.directory(folder.toFile()).environment().clear();
      builder
          .environment()
          .putAll(Map.of("PATH", bin.toString(), "JAVA_HOME", jdk.toString(), "SHOW", show));
      end(builder.start());
      List<String> files = Files.readAllLines(seen);
      assertThat(files).as(closed).hasSize(3).doesNotContain("none");
      assertThat(files.get(0).equals("/dev/null")).as(closed).isEqualTo(closed.contains("<&-"));
      assertThat(files.get(1).equals("/dev/null"))
          .as(closed)
          .isEqualTo(closed.matches("(.* )?>&-.*"));
      assertThat(files.get(2).equals("/dev/null")).as(closed).isEqualTo(closed.contains("2>&-"));
    }
  }

  private static void assertOneLine(Run run, String... parts) {
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("bosett: ").contains(parts);
  }
}
