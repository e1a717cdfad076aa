package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.http.protocol.Links;
import io.bosett.service.jobs.JobEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber of server-sent events (SSE), written with non-blocking I/O. Backpressure: an event
 * that cannot be written yet is replaced by the next one, so a slow reader costs neither a thread
 * nor memory. The idle timeout ends a connection that takes nothing.
 */
final class EventStream implements WriteListener {
  private static final byte[] OPENING = bytes("retry: 2000\n\n");
  private static final byte[] HEARTBEAT = bytes(":\n\n");

  private final ServletOutputStream out;
  private final Links links;
  private final JobView.Document document;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private byte @Nullable [] note = OPENING;
  private @Nullable JobEvent event;
  private boolean last;
  private boolean unflushed;
  private boolean open;

  EventStream(ServletOutputStream out, Links links, JobView.Document document) {
    this.out = out;
    this.links = links;
    this.document = document;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Completes when nothing more will be written. */
  CompletableFuture<Void> closed() {
    return closed;
  }

  void begin() {
    synchronized (this) {
      open = true;
    }
    out.setWriteListener(this);
  }

  void tell(JobEvent next) {
    synchronized (this) {
      event = next;
    }
    onWritePossible();
  }

  /** Sends a heartbeat comment, so that neither reader nor proxy takes the connection for dead. */
  void heartbeat() {
    synchronized (this) {
      if (note == null && event == null) {
        note = HEARTBEAT;
      }
    }
    onWritePossible();
  }

  @Override
  public void onWritePossible() {
    if (isFinished()) {
      close();
    }
  }

  @Override
  public void onError(Throwable failure) {
    close();
  }

  /** Ends the stream; the reader may reconnect with {@code Last-Event-ID}. */
  void close() {
    synchronized (this) {
      open = false;
    }
    closed.complete(null);
  }

  /** Writes what the connection takes without blocking; true when the stream is complete. */
  private synchronized boolean isFinished() {
    if (!open) {
      return false;
    }
    try {
      while (out.isReady()) {
        if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          byte[] next = next();
          if (next == null) {
            return last;
          }
          unflushed = true;
          out.write(next);
        }
      }
      return false;
    } catch (IOException | IllegalStateException e) {
      return true;
    }
  }

  private byte @Nullable [] next() {
    byte[] bytes = note;
    note = null;
    JobEvent now = event;
    if (bytes == null && now != null) {
      event = null;
      last = now.isLast();
      bytes = bytes(text(now));
    }
    return bytes;
  }

  private String text(JobEvent event) {
    String name = event.isLast() ? "ended" : "progress";
    String data = JsonWriter.text(o -> document.write(o, event.job(), links));
    return "id: " + event.id() + "\nevent: " + name + "\ndata: " + data + "\n\n";
  }
}
