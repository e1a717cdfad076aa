package io.bosett.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Processes of a Spark that is installed by {@code src/sweep/spark-home}: they listen on loopback,
 * on free ports, and end when this is closed.
 */
final class SparkHome implements AutoCloseable {
  static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("bosett.spark.home")));
  static final Path JOB = Path.of(Objects.requireNonNull(System.getProperty("bosett.job")));

  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REMOVED = Pattern.compile("Removing app app-");
  private static final List<String> CONF =
      List.of(
          "spark.driver.host=127.0.0.1",
          "spark.driver.bindAddress=127.0.0.1",
          "spark.ui.enabled=false",
          "spark.executor.memory=512m");
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path folder;
  private final List<Process> started = new ArrayList<>();

  /**
   * @param folder for logs and what Spark leaves behind
   */
  SparkHome(Path folder) {
    this.folder = folder;
  }

  /** Starts a class of Spark. */
  private Process spark(String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.add("-Dspark.master.rest.enabled=false");
    command.add("-cp");
    command.add(HOME.resolve("jars") + "/*");
    command.addAll(arguments);
    return start(name, command);
  }

  /** Runs a query of Spark SQL, whose only row {@link SparkReader} prints. */
  Process reader(String name, String query) throws IOException {
    List<String> command = new ArrayList<>(java());
    for (String property : List.of("master=local[1]", "ui.enabled=false", "app.name=reader")) {
      command.add("-Dspark." + property);
    }
    command.add("-cp");
    command.add(HOME.resolve("jars") + "/*:" + Path.of("target", "test-classes"));
    command.addAll(List.of(SparkReader.class.getName(), query));
    return start(name, command);
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    OPENED.forEach(room -> command.add("--add-opens=java.base/" + room + "=ALL-UNNAMED"));
    return command;
  }

  private Process start(String name, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(variables());
    builder.redirectErrorStream(true).redirectOutput(log(name).toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Map<String, String> variables() {
    return Map.of(
        "SPARK_HOME",
        HOME.toAbsolutePath().toString(),
        "SPARK_LOCAL_IP",
        "127.0.0.1",
        "SPARK_SCALA_VERSION",
        "2.13",
        "SPARK_LOCAL_DIRS",
        folder.resolve("local").toString(),
        "JAVA_HOME",
        System.getProperty("java.home"));
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** Starts a master and gives its address. */
  String master() throws IOException {
    spark(
        "master",
        List.of(
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0"));
    return found("master", MASTER);
  }

  /** Starts a worker with one core, and waits until the master has it. */
  Process worker(String name, String master) throws IOException {
    Process worker =
        spark(
            name,
            List.of(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve(name).toString(),
                master));
    found(name, Pattern.compile("(Successfully registered with master)"));
    return worker;
  }

  /** Submits the job. */
  Process submit(String name, String master, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
    CONF.forEach(conf -> all.addAll(List.of("--conf", conf)));
    all.addAll(List.of("--class", "io.bosett.sweep.spark.SweepJob", JOB.toString()));
    all.addAll(arguments);
    return spark(name, all);
  }

  /**
   * A command like {@code spark-submit} in a home with no scripts; what a cluster has in {@code
   * spark-defaults.conf} it gives as arguments.
   */
  Path submitCommand() throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\n");
    variables().forEach((name, value) -> script.append("export %s='%s'\n".formatted(name, value)));
    script.append("exec ");
    java().forEach(word -> script.append("'").append(word).append("' "));
    script.append("-cp '").append(HOME.resolve("jars").toAbsolutePath()).append("/*' ");
    script.append("org.apache.spark.deploy.SparkSubmit ");
    CONF.forEach(conf -> script.append("--conf ").append(conf).append(' '));
    Path file = Files.writeString(folder.resolve("spark-submit"), script.append("\"$@\"\n"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /** The version that the jar of the job says. */
  static String version() throws IOException {
    try (JarFile jar = new JarFile(JOB.toFile())) {
      return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
  }

  /** Waits until the master has seen the end of so many applications. */
  void awaitEndedApplications(int count) {
    Awaitility.await("applications that have ended")
        .atMost(LONG)
        .until(() -> REMOVED.matcher(Files.readString(log("master"))).results().count() == count);
  }

  /** Waits for the end of a process, and gives its output. */
  String ended(String name, Process process, int code) throws IOException {
    try {
      assertThat(process.waitFor(LONG.toSeconds() * 2, TimeUnit.SECONDS)).as(name).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    String log = Files.readString(log(name));
    assertThat(process.exitValue()).as(log).isEqualTo(code);
    return log;
  }

  private String found(String name, Pattern pattern) {
    return Awaitility.await(name + " has logged " + pattern)
        .atMost(LONG)
        .until(
            () -> {
              Matcher matcher = pattern.matcher(Files.readString(log(name)));
              return matcher.find() ? matcher.group(1) : "";
            },
            text -> !text.isEmpty());
  }

  /** {@code kill -9} of a process and of those that it has started. */
  static void kill(Process process) {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  @Override
  public void close() {
    started.forEach(SparkHome::kill);
  }
}
