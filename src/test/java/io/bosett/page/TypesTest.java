package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The modules of the page are sound by TypeScript's strict rules, which run in the browser. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class TypesTest {
  private static final Path MODULES = Path.of("src", "main", "resources", "page");
  private static final String COMPILER = "META-INF/resources/webjars/typescript/6.0.3/lib/";
  private static final String LIT = "META-INF/resources/webjars/lit-html/3.3.2/";

  /** Checks what it is given as files by name; the libraries stand under /lib. */
  private static final String CHECK =
      """
      (files) => {
        const options = {
          allowJs: true, checkJs: true, strict: true, noEmit: true, noImplicitAny: true,
          noUnusedLocals: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022,
          moduleResolution: ts.ModuleResolutionKind.Bundler, types: [],
          lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        };
        const host = {
          fileExists: (name) => name in files,
          readFile: (name) => files[name],
          getSourceFile: (name, version) =>
            name in files ? ts.createSourceFile(name, files[name], version) : undefined,
          getDefaultLibFileName: () => '/lib/lib.d.ts',
          getDefaultLibLocation: () => '/lib',
          writeFile: () => {},
          getCurrentDirectory: () => '/',
          getCanonicalFileName: (name) => name,
          useCaseSensitiveFileNames: () => true,
          getNewLine: () => '\\n',
          directoryExists: () => true,
          getDirectories: () => [],
        };
        const roots = Object.keys(files).filter((name) => /^\\/page\\/[^/]*\\.js$/.test(name));
        const program = ts.createProgram(roots, options, host);
        return ts.getPreEmitDiagnostics(program)
          .filter((one) => !one.file || one.file.fileName.startsWith('/page/'))
          .filter((one) => !one.file || !one.file.fileName.endsWith('.d.ts'))
          .map((one) => {
            const words = ts.flattenDiagnosticMessageText(one.messageText, ' ');
            const at = one.file ? one.file.getLineAndCharacterOfPosition(one.start) : null;
            return (at ? one.file.fileName + ':' + (at.line + 1) + ' ' : '') + words;
          });
      }
      """;

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> modules = Files.list(MODULES)) {
      for (Path module :
          modules.filter(one -> one.toString().matches(".*\\.(js|d\\.ts)")).toList()) {
        files.put("/page/" + module.getFileName(), Files.readString(module));
      }
    }
    files.put("/page/lit-html.d.ts", text(LIT + "lit-html.d.ts"));
    files.put("/page/directive.d.ts", text(LIT + "directive.d.ts"));
    URL compiler = TypesTest.class.getClassLoader().getResource(COMPILER + "typescript.js");
    JarURLConnection connection = (JarURLConnection) compiler.openConnection();
    try (JarFile jar = connection.getJarFile()) {
      jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(COMPILER + "lib.") && name.endsWith(".d.ts"))
          .forEach(name -> files.put("/lib/" + name.substring(COMPILER.length()), text(name)));
    }
    return files;
  }

  private static String text(String resource) {
    try (InputStream in = TypesTest.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void all_modules_are_sound() throws IOException {
    Map<String, String> files = files();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = context.newPage();
      page.setContent("<!doctype html><title>types</title>");
      page.addScriptTag(
          new Page.AddScriptTagOptions().setContent(text(COMPILER + "typescript.js")));
      List<?> faults = (List<?>) page.evaluate(CHECK, files);
      assertThat(faults.stream().map(String::valueOf)).isEmpty();
    }
  }
}
