package io.bosett.http.protocol;

import io.bosett.store.StoredDocument;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A large response, sent piece by piece with non-blocking I/O: it is never whole in memory but
 * compressed, and a client that reads slowly holds no thread.
 */
public final class LargeResponse implements WriteListener {
  /** What is smaller is sent from memory. */
  private static final int SMALL = 1 << 16;

  private static final int PIECE = 1 << 15;
  private static final String GZIP = "gzip";

  private final ServletOutputStream out;
  private final InputStream in;
  private final byte[] piece = new byte[PIECE];
  private final CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();

  private LargeResponse(ServletOutputStream out, InputStream in) {
    this.out = out;
    this.in = in;
  }

  /**
   * Answers with a document.
   *
   * @return completes when it is sent, or the client has gone
   */
  public static CompletableFuture<@Nullable Void> send(
      Context ctx, int status, String mediaType, StoredDocument document) {
    if (document.length() <= SMALL) {
      Responses.bytes(ctx, status, mediaType, read(document));
      return CompletableFuture.completedFuture(null);
    }
    ctx.status(status);
    ctx.res().setCharacterEncoding(null);
    ctx.contentType(mediaType);
    ctx.res().addHeader("Vary", "Accept-Encoding");
    boolean compressed = document instanceof Spool && accepts(ctx);
    ctx.res().setContentLength(compressed ? document.weight() : document.length());
    if (compressed) {
      ctx.header("Content-Encoding", GZIP);
    }
    try {
      if (ctx.req().getMethod().equals("HEAD")) {
        ctx.res().flushBuffer();
        return CompletableFuture.completedFuture(null);
      }
      InputStream in = compressed ? ((Spool) document).compressed() : document.open();
      LargeResponse response = new LargeResponse(ctx.res().getOutputStream(), in);
      response.out.setWriteListener(response);
      return response.sent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(StoredDocument document) {
    try (InputStream in = document.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean accepts(Context ctx) {
    String header = HeaderValues.joined(ctx, "Accept-Encoding");
    return header != null
        && MediaRange.codings(header).stream()
            .anyMatch(range -> range.type().equals(GZIP) && range.quality() > 0);
  }

  @Override
  public void onWritePossible() {
    try {
      while (out.isReady()) {
        int count = in.read(piece);
        if (count < 0) {
          end();
          return;
        }
        out.write(piece, 0, count);
      }
    } catch (IOException | RuntimeException e) {
      end();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  private void end() {
    try {
      in.close();
    } catch (IOException e) {
      // It is in memory.
    }
    sent.complete(null);
  }
}
