package io.bosett.http.protocol;

import io.bosett.documents.dataset.DatasetZip;
import io.bosett.documents.json.JsonWeight;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.problem.RequestBodyException;
import io.bosett.http.settings.ServerSettings;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Reads request bodies, limited in media type, size, rate and total memory; content codings are
 * refused with 415. A body whose {@code Content-Length} is over the limit is not read at all.
 *
 * <p>A body over {@code --max-json} or {@code --max-dataset} (defaults in {@code ServerSettings})
 * is answered 413 ({@code ProblemTypes.bodyTooLarge}), a slow one 408, one that breaks off 400.
 */
public final class RequestBodies {
  private static final int BUFFER = 1 << 14;
  private static final long NANOS = 1_000_000_000;

  /**
   * Minimum data rate in bytes a second. A slower body (slow POST) is given up, because it holds a
   * thread.
   */
  private static final long SLOWEST = 16_000;

  /** Seconds before the minimum rate applies. */
  private static final long GRACE_SECONDS = 5;

  /** Unpacked bytes for each packed byte that archives of figures reach. */
  private static final long UNPACKED_PER_BYTE = 20;

  private final ServerSettings settings;
  private final MemoryBudget memoryBudget;

  public RequestBodies(ServerSettings settings, MemoryBudget memoryBudget) {
    this.settings = settings;
    this.memoryBudget = memoryBudget;
  }

  /** Reads a JSON body. */
  public byte[] json(Context ctx) {
    type(ctx, List.of(Responses.JSON));
    byte[] body = bytes(ctx, settings.bodies().json());
    parsed(ctx, body);
    return body;
  }

  /**
   * Reserves the memory that a document takes while it is parsed, which many small values make a
   * multiple of its size; refuses one that needs more than there is.
   */
  private void parsed(Context ctx, byte[] body) {
    long weight = JsonWeight.of(body);
    if (weight > memoryBudget.bytes()) {
      throw ProblemTypes.tooManyValues(weight, memoryBudget.bytes()).exception();
    }
    memoryBudget.take(Exchange.of(ctx), weight - body.length);
  }

  /** Reads the body of a dataset upload in JSON, under its own size limit. */
  public byte[] dataset(Context ctx) {
    byte[] body = bytes(ctx, settings.bodies().dataset());
    parsed(ctx, body);
    return body;
  }

  /**
   * Reads an archive, under the same limit.
   *
   * @param most unpacked bytes; this much and as much again for the figures is reserved
   */
  public byte[] archive(Context ctx, long most) {
    byte[] body = bytes(ctx, settings.bodies().dataset());
    memoryBudget.take(Exchange.of(ctx), 2 * Math.min(most, body.length * UNPACKED_PER_BYTE));
    return body;
  }

  /** The most unpacked bytes that an archive may have in this memory. */
  public long mostUnpacked() {
    return Math.min(DatasetZip.MOST_BYTES, memoryBudget.bytes() / 2);
  }

  /**
   * The media type of a body whose character set is found from its bytes, whatever the header says.
   */
  public static String typeOfFile(Context ctx, List<String> types) {
    refuseCoding(ctx);
    return ContentType.any(ctx, types);
  }

  /** The media type of the body, which must be one of those given. */
  public static String type(Context ctx, List<String> types) {
    refuseCoding(ctx);
    return ContentType.utf8(ctx, types);
  }

  private static void refuseCoding(Context ctx) {
    String coding = HeaderValues.joined(ctx, "Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw ProblemTypes.typeNotRead(
              "Content-Encoding", coding, "bodies as they are, not compressed")
          .exception();
    }
  }

  private byte[] bytes(Context ctx, long most) {
    long announced = ctx.req().getContentLengthLong();
    if (announced > most) {
      throw ProblemTypes.bodyTooLarge(most).exception();
    }
    try (InputStream in = ctx.req().getInputStream()) {
      Arriving arriving = new Arriving(in, most);
      if (announced >= 0) {
        memoryBudget.take(Exchange.of(ctx), announced);
        return arriving.announced((int) announced);
      }
      byte[] first = arriving.some(new byte[0], BUFFER);
      if (first.length < BUFFER) {
        return first;
      }
      memoryBudget.take(Exchange.of(ctx), 2 * most);
      return arriving.some(first, most + 1);
    } catch (IOException e) {
      throw new RequestBodyException(e);
    }
  }

  /** A body that arrives, limited in size and rate. */
  private static final class Arriving {
    private final InputStream in;
    private final long most;
    private final long begun = System.nanoTime();
    private long arrived;

    Arriving(InputStream in, long most) {
      this.in = in;
      this.most = most;
    }

    /** A body of known length, into an array of that length. */
    byte[] announced(int length) throws IOException {
      byte[] body = new byte[length];
      int size = 0;
      while (size < length) {
        int count = next(body, size, Math.min(BUFFER, length - size));
        if (count < 0) {
          return Arrays.copyOf(body, size);
        }
        size += count;
      }
      return body;
    }

    /** What has arrived before, with what arrives until there are so many bytes or no more. */
    byte[] some(byte[] before, long until) throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
      body.write(before);
      byte[] buffer = new byte[BUFFER];
      while (body.size() < until) {
        int count = next(buffer, 0, (int) Math.min(BUFFER, until - body.size()));
        if (count < 0) {
          break;
        }
        body.write(buffer, 0, count);
      }
      return body.toByteArray();
    }

    private int next(byte[] buffer, int from, int count) throws IOException {
      int read = in.read(buffer, from, count);
      arrived += Math.max(0, read);
      if (arrived > most) {
        throw ProblemTypes.bodyTooLarge(most).exception();
      }
      long seconds = (System.nanoTime() - begun) / NANOS;
      if (read >= 0 && seconds > GRACE_SECONDS && arrived / seconds < SLOWEST) {
        throw ProblemTypes.tooSlow().exception();
      }
      return read;
    }
  }
}
