package io.bosett.http.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.Running;
import io.bosett.http.resource.OpenApiDocument;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clients that are generated from the contract compile, and the tutorial of the README written with
 * them prints what the README says; the certificate that a client has read and written again is
 * confirmed. Takes about a minute of processor time; skipped where npm or Maven bring no
 * generators.
 */
@Tag("slow")
final class GeneratedClientsTest {
  private static final String LETTER =
      Path.of("models", "norway-2018", "letter.json").toAbsolutePath().toString();
  private static final String CONTRACT = "contract.json";

  private static final Toolbox TOOLS = new Toolbox();
  private static Running service;

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(TOOLS.folder.resolve(CONTRACT), OpenApiDocument.document());
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void bringNpm() {
    TOOLS.bring(
        "package-lock.json",
        "node_modules",
        "npm",
        "ci",
        "--no-audit",
        "--no-fund",
        "--fetch-retries=1");
  }

  private static void bringMaven() {
    TOOLS.bring(
        "pom.xml",
        "jars",
        "mvn",
        "-B",
        "-ntp",
        "-q",
        "dependency:copy-dependencies",
        "-DoutputDirectory=jars");
  }

  /** Generates a client by openapi-generator into a folder of its language's name. */
  private static Path generate(String language, String... options) {
    bringMaven();
    Path into = TOOLS.folder.resolve("generated").resolve(language);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Toolbox.java("java"), "-XX:TieredStopAtLevel=1", "-cp", "jars/*"));
    command.addAll(List.of("org.openapitools.codegen.OpenAPIGenerator", "generate"));
    command.addAll(List.of("-i", CONTRACT, "-g", language, "-o", into.toString()));
    command.addAll(List.of(options));
    TOOLS.run(command.toArray(String[]::new));
    return into;
  }

  /** Compiles a program in TypeScript with the client that it imports, and runs it. */
  private static void typescript(String program) throws IOException {
    TOOLS.run("node_modules/.bin/tsc", "-p", configuration(program));
    check(Map.of(), "node", "compiled/" + program + ".js");
  }

  private static String configuration(String program) throws IOException {
    String name = "tsconfig." + program + ".json";
    Files.writeString(
        TOOLS.folder.resolve(name),
        "{\"extends\": \"./tsconfig.json\", \"files\": [\"" + program + ".ts\"]}");
    return name;
  }

  @Test
  void hey_api() throws IOException {
    bringNpm();
    TOOLS.run("node_modules/.bin/openapi-ts", "-i", CONTRACT, "-o", "generated/hey-api");
    typescript("hey-api");
  }

  @Test
  void openapi_typescript() throws IOException {
    bringNpm();
    TOOLS.run("node_modules/.bin/openapi-typescript", CONTRACT, "-o", "generated/contract.d.ts");
    typescript("openapi-typescript");
  }

  @Test
  void openapi_generator_typescript_fetch() throws IOException {
    bringNpm();
    generate("typescript-fetch");
    typescript("typescript-fetch");
  }

  /** Without {@code containerDefaultToNull} the client sends lists that nobody gave, empty. */
  @Test
  void openapi_generator_java() throws IOException {
    Path client =
        generate(
            "java", "--library", "native", "--additional-properties=containerDefaultToNull=true");
    TOOLS.run(
        TOOLS.withSources(
            client.resolve("src/main"),
            ".java",
            Toolbox.java("javac"),
            "-nowarn",
            "-proc:none",
            "-cp",
            "jars/*",
            "-d",
            "classes",
            "Tutorial.java"));
    check(Map.of(), Toolbox.java("java"), "-cp", "classes:jars/*", "Tutorial");
  }

  @Test
  void openapi_generator_python() throws IOException {
    Path client = generate("python");
    TOOLS.run("python3", "-m", "compileall", "-q", client.toString());
    String path = client + ":" + TOOLS.folder.resolve("python-packages");
    Map<String, String> environment = Map.of("PYTHONPATH", path);
    String needed =
        "import pydantic, dateutil, urllib3, typing_extensions; assert pydantic.VERSION > '2'";
    if (TOOLS.tried(environment, "python3", "-c", needed).code() != 0) {
      TOOLS.tried(
          environment,
          "python3",
          "-m",
          "pip",
          "install",
          "--retries",
          "0",
          "--target",
          "python-packages",
          "-r",
          "requirements.txt");
    }
    if (TOOLS.tried(environment, "python3", "-c", needed).code() != 0) {
      System.out.println("pip brings no pydantic 2: the Python client is compiled, not run");
      return;
    }
    check(environment, "python3", "tutorial.py");
  }

  /** Runs a tutorial: it prints what the README says, and its certificate is confirmed. */
  private static void check(Map<String, String> environment, String... program) throws IOException {
    Path certificate = Files.createTempFile(TOOLS.folder, "certificate", ".json");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of("http://127.0.0.1:" + service.port(), LETTER, certificate.toString()));
    Toolbox.Ended ended = TOOLS.tried(environment, command.toArray(String[]::new));
    assertThat(ended.printed().lines().map(String::strip).toList()).isEqualTo(expected());
    assertThat(ended.code()).isZero();
    assertThat(checked(certificate)).startsWith("CONFIRMED and proven: OPTIMAL");
    Files.delete(certificate);
  }

  /** What the README prints of the fit, of two places and of the comparison, and a refusal. */
  private static List<String> expected() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    List<String> lines = new ArrayList<>();
    lines.add(found(readme, "a perfect match\\): persons ([0-9.]+)"));
    for (String id : List.of("0101", "0104")) {
      String[] cells = found(readme, "\n(" + id + ",.*)\n").split(",");
      lines.add((cells[0] + " " + cells[1] + " " + cells[3] + " " + cells[7]).strip());
    }
    String compared = found(readme, "(\"selectedInCommon\":.*)\n");
    lines.add(compared.replaceAll("\"\\w+\":", "").replace(",", " "));
    lines.add("400 /demand/minors");
    return lines;
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String checked(Path certificate) {
    String classes =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    String main = "io.bosett.cli.Main";
    return TOOLS.run(Toolbox.java("java"), "-cp", classes, main, "check", certificate.toString());
  }
}
