package io.bosett.http.resource;

import io.bosett.documents.dataset.DatasetMunicipalities;
import io.bosett.documents.json.JsonWriter;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.BundledFiles;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.http.protocol.SecurityHeaders;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.Content;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code /}: the analyst's page, and under {@code /page/} its files, each from a fixed list. A
 * browser may cache them but revalidates each time.
 */
public final class PageResource {
  private static final String FOLDER = "/page/";
  private static final String INDEX = "index.html";
  private static final String FIRST = "letter";
  private static final String DATASET = "norway-2018";
  private static final String CELLS = "population:2017,requested:2017,requested:2018";
  private static final Pattern COMMENT =
      Pattern.compile("/\\*\\*[\\s\\S]*?\\*/ ?|^\\s*//.*\\R|^\\s+", Pattern.MULTILINE);
  private static final String LIT = "lit-html.js";
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

  private final Map<String, Content> files = new HashMap<>();

  /**
   * @param datasets of which the page carries the figures that it opens with
   */
  public PageResource(StoredDatasets datasets) {
    for (String name : names()) {
      files.put(name, Content.of(file(name)));
    }
    files.put(INDEX, Content.of(index(datasets)));
    files.put(LIT, Content.of(BundledFiles.bytes(library())));
  }

  /** The files of the page that are our own. */
  static List<String> names() {
    String list = new String(BundledFiles.bytes(FOLDER + "files.txt"), StandardCharsets.UTF_8);
    return Arrays.stream(list.split("\\s+")).filter(name -> !name.isEmpty()).toList();
  }

  /**
   * The page carries the scenario that it opens with and its figures, so that the map is drawn
   * before anything is asked.
   */
  private static byte[] index(StoredDatasets datasets) {
    String page = new String(BundledFiles.bytes(FOLDER + INDEX), StandardCharsets.UTF_8);
    String first =
        new String(BundledFiles.bytes("/demo/" + FIRST + ".json"), StandardCharsets.UTF_8);
    return page.replace("{{first}}", escaped(first))
        .replace("{{cells}}", CELLS)
        .replace("{{figures}}", escaped(figures(datasets)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String figures(StoredDatasets datasets) {
    StoredDatasets.Figures figures = datasets.figures(DATASET);
    List<String> cells = List.of(CELLS.split(","));
    return JsonWriter.text(
        out ->
            DatasetMunicipalities.write(
                out, figures.dataset(), datasets.tiles(figures)::get, cells, false));
  }

  /** JSON that no parser of HTML takes for markup. */
  private static String escaped(String json) {
    return json.strip().replace("<", "\\u003c");
  }

  private static byte[] file(String name) {
    byte[] bytes = BundledFiles.bytes(FOLDER + name);
    return name.endsWith(".js") ? withoutComments(bytes) : bytes;
  }

  /**
   * A module without what only its readers need, a third of it: comments, and the space that begins
   * a line. Ours are written so that this is safe: a comment has lines of its own, or is a type.
   */
  private static byte[] withoutComments(byte[] module) {
    String text = new String(module, StandardCharsets.UTF_8);
    return COMMENT.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
  }

  private static String library() {
    String version =
        BundledFiles.version("/META-INF/maven/org.webjars.npm/lit-html/pom.properties");
    return "/META-INF/resources/webjars/lit-html/" + version + "/lit-html.js";
  }

  public void addTo(Routes routes) {
    routes.get("/", null, ctx -> answer(ctx, INDEX));
    routes.part("/page/{file}", ctx -> answer(ctx, ctx.pathParam("file")));
  }

  private void answer(Context ctx, String name) {
    Content file = files.get(name);
    if (file == null) {
      throw ProblemTypes.noSuchPath().exception();
    }
    ctx.header(SecurityHeaders.POLICY, SecurityHeaders.ANALYST_PAGE);
    if (!EntityTags.has(ctx, file.hash())) {
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      Responses.bytes(ctx, 200, type + "; charset=utf-8", file.bytes());
    }
  }
}
