package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is behind descriptors and devices. Mistakes here replace files of the machine, so all of it
 * runs in processes of a user without rights, on a copy of the classes.
 */
@Tag("slow")
final class AtomicFileDescriptorsTest {
  private static final String NOBODY = "65534";

  @TempDir private Path folder;
  private Path work;

  /**
   * Writes a line to each path given, as the commands do; or makes a new folder there with one file
   * in it, or only asks whether results may go there.
   */
  static final class Probe {
    private Probe() {}

    public static void main(String[] paths) {
      for (String path : paths) {
        try {
          switch (System.getProperty("probe")) {
            case "make" -> OutputFolder.make(Path.of(path), Probe::fill);
            case "require" -> OutputFolder.require(Path.of(path));
            default -> AtomicFile.write(Path.of(path), Probe::fill);
          }
        } catch (IOException e) {
          System.err.println(e.getMessage());
          System.exit(2);
        }
      }
    }

    private static void fill(OutputStream out) throws IOException {
      out.write("answer\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(Path partial) throws IOException {
      Files.writeString(partial.resolve("inside"), "answer\n");
    }
  }

  @BeforeEach
  void copy_the_classes() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc here");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    copy(root(AtomicFile.class), folder.resolve("classes"));
    copy(root(Probe.class), folder.resolve("classes"));
    work = Files.createDirectory(folder.resolve("work"));
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static Path root(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : List.of("documents", "common")) {
      Path room = Path.of("io", "bosett", name);
      if (Files.isDirectory(from.resolve(room))) {
        Path target = Files.createDirectories(to.resolve(room));
        try (Stream<Path> files = Files.list(from.resolve(room))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.copy(file, target.resolve(file.getFileName()));
          }
        }
      }
    }
  }

  private record Run(int code, String err) {}

  /** A line of shell in which {@code write} is the probe. */
  private Run shell(String line) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String options = " -Xshare:auto -cp ../classes -Dprobe=";
    String main = " '" + Probe.class.getName() + "' \"$@\"; }\n";
    List<String> command = new ArrayList<>();
    if ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root, and no setpriv");
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    StringBuilder script = new StringBuilder();
    for (String action : List.of("write", "make", "require")) {
      script
          .append(action)
          .append("() { ")
          .append(java)
          .append(options)
          .append(action)
          .append(main);
    }
    command.addAll(List.of("sh", "-c", script + line));
    Process process = new ProcessBuilder(command).directory(work.toFile()).start();
    process.getOutputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), err);
  }

  private void holds(String file, String content) {
    assertThat(work.resolve(file)).hasContent(content);
    assertThat(work).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void standard_output_is_written_to_as_it_is_by_all_its_names() throws Exception {
    for (String name :
        List.of(
            "/dev/stdout",
            "/dev/fd/1",
            "/proc/self/fd/1",
            "/proc/thread-self/fd/1",
            "/dev/../dev/stdout")) {
      assertThat(shell("echo keep > log; write " + name + " >> log").code()).as(name).isZero();
      holds("log", "keep\nanswer\n");
      assertThat(shell("{ echo a; write " + name + "; echo b; } > log").code()).isZero();
      holds("log", "a\nanswer\nb\n");
    }
  }

  @Test
  void so_it_is_behind_links() throws Exception {
    Run run =
        shell(
            "ln -s /dev/stdout near; ln -s near far; ln -s /dev devices\n"
                + "{ echo a; write near far devices/stdout; echo b; } > log; test -L near -a -L"
                + " far");
    assertThat(run.code()).isZero();
    holds("log", "a\nanswer\nanswer\nanswer\nb\n");
  }

  @Test
  void standard_error_is_written_to_as_it_is() throws Exception {
    assertThat(shell("{ echo a >&2; write /dev/stderr; } 2> log").code()).isZero();
    holds("log", "a\nanswer\n");
  }

  @Test
  void a_pipe_behind_a_descriptor_is_written_to() throws Exception {
    assertThat(shell("{ write /dev/fd/7 7>&1 | cat > log; }").code()).isZero();
    holds("log", "answer\n");
  }

  @Test
  void a_file_behind_a_descriptor_is_added_to_or_refused_never_cut() throws Exception {
    assertThat(shell("echo keep > log; write /dev/fd/7 7>> log").code()).isZero();
    holds("log", "keep\nanswer\n");
    Run run = shell("exec 7> log; echo keep >&7; write /proc/self/fd/7");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("/proc/self/fd/7", "appending");
    holds("log", "keep\n");
  }

  @Test
  void what_is_open_for_reading_is_refused() throws Exception {
    Run run = shell("echo keep > log; write /dev/fd/7 7< log");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("/dev/fd/7", "not open for writing");
    holds("log", "keep\n");
    assertThat(shell("write /dev/fd/99").code()).isEqualTo(2);
  }

  /**
   * With standard input closed as well, the virtual machine has /dev/null there: see the launcher.
   */
  @Test
  void a_closed_standard_output_fails_and_nothing_else_is_written_to() throws Exception {
    Run run = shell("write /dev/stdout >&-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("/dev/stdout");
  }

  @Test
  void devices_are_written_to_and_a_full_one_is_named() throws Exception {
    assertThat(shell("write /dev/null; test -c /dev/null").code()).isZero();
    Run run = shell("write /dev/full");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("/dev/full", "No space left on device");
  }

  @Test
  void nothing_is_made_or_replaced_through_folders_of_the_system() throws Exception {
    Run run = shell("echo keep > log; write /proc/self/cwd/log");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("/proc/self/cwd/log");
    holds("log", "keep\n");
    assertThat(shell("write /dev/nowhere").code()).isEqualTo(2);
  }

  @Test
  void a_read_only_file_stays_and_a_writable_one_in_a_closed_folder_is_written() throws Exception {
    Run run = shell("echo keep > log; chmod 400 log; write log");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("log").doesNotContain(".part");
    assertThat(
            shell(
                    "mkdir d; echo keep > d/log; chmod 500 d; write d/log; r=$?; chmod 700 d; exit"
                        + " $r")
                .code())
        .isZero();
    holds("d/log", "answer\n");
  }

  @Test
  void a_new_folder_is_made_whole_where_nothing_is_and_nowhere_else() throws Exception {
    assertThat(shell("make new").code()).isZero();
    holds("new/inside", "answer\n");
    assertThat(shell("ln -s new near; make near/below").code()).isZero();
    holds("new/below/inside", "answer\n");
    for (String made :
        List.of(
            "mkdir x",
            "echo keep > x",
            "mkfifo x",
            "ln -s new x",
            "ln -s nowhere x",
            "ln -s /dev/null x")) {
      Run run = shell(made + "; make x; r=$?; rm -r x || r=9; exit $r");
      assertThat(run.code()).as(made).isEqualTo(2);
      assertThat(run.err()).contains("x: is there already");
    }
    assertThat(work.resolve("nowhere")).doesNotExist();
    for (String place :
        List.of("/dev/new", "/dev/fd/new", "/proc/self/cwd/second", "/proc/self/fd/1", "log/new")) {
      Run run = shell("echo keep > log; make " + place);
      assertThat(run.code()).as(place).isEqualTo(2);
      assertThat(run.err()).contains(place).doesNotContain(".part");
    }
    holds("log", "keep\n");
    assertThat(work).isDirectoryNotContaining("glob:**second");
  }

  @Test
  void results_go_into_a_folder_or_where_none_is_yet() throws Exception {
    Run free = shell("mkdir old; ln -s old near; require old near new new/below near/new");
    assertThat(free.code()).as(free.err()).isZero();
    assertThat(work).isDirectoryNotContaining("glob:**new");
    shell("echo keep > log; ln -s log file; ln -s nowhere gone");
    for (String place :
        List.of(
            "log",
            "file",
            "gone",
            "log/new",
            "''",
            "/dev/null",
            "/dev/new",
            "/dev/fd",
            "/proc",
            "/proc/self/cwd",
            "/proc/self/cwd/new",
            "/dev/stdout")) {
      assertThat(shell("require " + place).code()).as(place).isEqualTo(2);
    }
    holds("log", "keep\n");
  }

  @Test
  void a_folder_that_may_not_be_written_to_stays_as_it_is() throws Exception {
    Run run = shell("mkdir d; chmod 500 d; make d/new; r=$?; chmod 700 d; exit $r");
    assertThat(run.code()).isEqualTo(2);
    assertThat(work.resolve("d")).isEmptyDirectory();
  }
}
