package io.bosett.cli;

import io.bosett.solve.CancellationToken;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C while something is solved: the first asks the solve to stop, so that the best found so far
 * is still written; the second ends the process. The JDK offers this only in a class outside its
 * specification, which is therefore looked up when running; without it Ctrl-C ends the process.
 */
final class InterruptHandler implements AutoCloseable {
  private static final int ENDED_BY_INTERRUPT = 130;

  private final CancellationToken cancel = new CancellationToken();
  private @Nullable Object before;

  /** Listens until it is closed. */
  InterruptHandler() {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      ClassLoader loader = InterruptHandler.class.getClassLoader();
      Class<?>[] types = {type};
      before = handle(Proxy.newProxyInstance(loader, types, (proxy, method, args) -> heard()));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      before = null;
    }
  }

  /** What the first Ctrl-C requests. */
  CancellationToken cancel() {
    return cancel;
  }

  private @Nullable Object heard() {
    if (cancel.isRequested()) {
      Runtime.getRuntime().halt(ENDED_BY_INTERRUPT);
    }
    cancel.request();
    return null;
  }

  /** Puts a handler in the place of another, which it gives back. */
  private static Object handle(Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
    Object interrupt = signal.getConstructor(String.class).newInstance("INT");
    return handle.invoke(null, interrupt, handler);
  }

  @Override
  public void close() {
    Object previous = before;
    if (previous != null) {
      try {
        handle(previous);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
