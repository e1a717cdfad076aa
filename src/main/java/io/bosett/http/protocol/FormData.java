package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemError;
import io.bosett.http.problem.ProblemTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file (RFC 7578), parsed in memory from a body that has been read within its
 * limits.
 *
 * @param name of the file as the form has it, without folders
 * @param file its bytes
 * @param fields the others, in their order
 */
public record FormData(String name, byte[] file, List<Field> fields) {
  /** The field of the file. */
  public static final String FILE = "file";

  private static final int MOST_PARTS = 1_000;
  private static final int LONGEST_HEADERS = 8_192;
  private static final int LONGEST_FIELD = 10_000;
  private static final int LONGEST_NAME = 200;

  public FormData {
    fields = List.copyOf(fields);
  }

  /** A field with its text. */
  public record Field(String name, String value) {}

  /** Parses a body; throws 400 when it is no form with one file. */
  public static FormData parse(byte[] body, String contentType) {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null || boundary.isEmpty()) {
      throw refused("", "has no boundary", "multipart/form-data; boundary=...");
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(MOST_PARTS);
    parser.setMaxLength(-1);
    parser.setMaxFileSize(-1);
    parser.setMaxMemoryFileSize(-1);
    parser.setPartHeadersMaxLength(LONGEST_HEADERS);
    ByteBufferContentSource source = new ByteBufferContentSource(ByteBuffer.wrap(body));
    CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
    parser.parse(source, Promise.Invocable.toPromise(parsed));
    try (MultiPartFormData.Parts parts = parsed.join()) {
      return of(parts);
    } catch (CompletionException e) {
      throw refused("", "is no form of parts: " + reason(e), "RFC 7578");
    } catch (IOException e) {
      throw refused("", "cannot be read: " + e.getMessage(), "RFC 7578");
    }
  }

  private static String reason(CompletionException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static FormData of(Iterable<MultiPart.Part> parts) throws IOException {
    List<Field> fields = new ArrayList<>();
    MultiPart.@Nullable Part file = null;
    for (MultiPart.Part part : parts) {
      String name = String.valueOf(part.getName());
      if (!name.equals(FILE)) {
        fields.add(field(name, part));
      } else if (file != null) {
        throw refused("/" + FILE, "is given more than once", "one file");
      } else {
        file = part;
      }
    }
    if (file == null) {
      throw refused("/" + FILE, "is missing", "the file of figures");
    }
    ByteBuffer content = Content.Source.asByteBuffer(file.getContentSource());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return new FormData(plain(file.getFileName()), bytes, fields);
  }

  private static Field field(String name, MultiPart.Part part) {
    if (part.getLength() > LONGEST_FIELD) {
      throw refused("/" + name, "is too long", "at most " + LONGEST_FIELD + " bytes");
    }
    return new Field(name, part.getContentAsString(StandardCharsets.UTF_8));
  }

  /** The name of a file without its folders, of whatever system. */
  public static String plain(@Nullable String given) {
    String path = given == null ? "" : given;
    int at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    String name = path.substring(at + 1).replaceAll("\\p{Cntrl}", " ").strip();
    return name.isEmpty() ? "upload" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static RuntimeException refused(String pointer, String detail, String allowed) {
    return ProblemTypes.invalidForm(List.of(ProblemError.ofForm(pointer, detail, allowed)))
        .exception();
  }
}
