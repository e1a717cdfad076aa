package io.bosett.documents.imports;

import io.bosett.documents.OutputFolder;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.imports.folder.FolderWriter;
import io.bosett.documents.imports.folder.IndicatorTable;
import io.bosett.documents.imports.folder.PrettyJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dataset folder for somebody to fill: with the municipalities of a dataset that ships with the
 * program and no figures, or with nothing but the heads of its tables.
 */
public final class NewFolder {
  /** The comments for the person who fills it in. */
  public static final String HOW_TO = "HOW-TO.md";

  private static final List<String> TAKEN_OVER =
      List.of("municipalities.csv", HistoryFiles.NAMES, HistoryFiles.CHANGES);

  private NewFolder() {}

  /**
   * Makes a folder that does not exist yet.
   *
   * @param like the id of a dataset that ships, whose municipalities are taken over; null for none
   * @throws IllegalArgumentException when no such dataset ships
   */
  public static void make(Path target, String id, @Nullable String like) throws IOException {
    OutputFolder.make(target, partial -> fill(partial, target, id, like));
  }

  private static void fill(Path partial, Path target, String id, @Nullable String like)
      throws IOException {
    Files.writeString(partial.resolve(FolderWriter.DESCRIPTION), description(id, like));
    Files.writeString(partial.resolve(IndicatorTable.FILE), new IndicatorTable().text());
    if (like == null) {
      Files.writeString(
          partial.resolve("municipalities.csv"), "id,name,county,longitude,latitude\n");
    } else {
      for (String name : TAKEN_OVER) {
        byte[] bytes = shipped(like, name);
        if (bytes.length > 0) {
          Files.write(partial.resolve(name), bytes);
        }
      }
      DatasetFolder.read(partial);
    }
    String text = new String(resource("/imports/" + HOW_TO), StandardCharsets.UTF_8);
    Files.writeString(partial.resolve(HOW_TO), text.replace("DIR", target.toString()));
  }

  private static String description(String id, @Nullable String like) throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("id", id);
    root.put("title", "A line for people: whose figures, of which year");
    ArrayNode notes = root.putArray("notes");
    notes.add("What a reader of the figures should know; delete this line.");
    if (like != null) {
      byte[] bytes = shipped(like, FolderWriter.DESCRIPTION);
      if (bytes.length == 0) {
        throw new IllegalArgumentException("'" + like + "' does not ship with the program");
      }
      root.set("counties", mapper.readTree(bytes).path("counties"));
    } else {
      root.putObject("counties");
    }
    root.putArray("indicators");
    return PrettyJson.text(root);
  }

  private static byte[] shipped(String id, String name) throws IOException {
    return id.matches("[a-z0-9][a-z0-9-]*")
        ? resource("/datasets/" + id + "/" + name)
        : new byte[0];
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NewFolder.class.getResourceAsStream(name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
