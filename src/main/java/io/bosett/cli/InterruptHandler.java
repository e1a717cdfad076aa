package io.bosett.cli;

import io.bosett.solve.CancellationToken;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The Ctrl-C (SIGINT) handler during a solve: the first signal cancels the solve, so that the best
 * allocation found is still printed; the second ends the process. The JDK has signal handlers only
 * in {@code sun.misc}, so reflection looks the class up; without it Ctrl-C ends the process.
 */
final class InterruptHandler implements AutoCloseable {
  private static final int ENDED_BY_INTERRUPT = 130;

  private final CancellationToken cancel = new CancellationToken();
  private @Nullable Object before;

  /** Installs the handler until it is closed. */
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

  /** The token that the first Ctrl-C cancels. */
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

  /** Installs a handler and returns the one that it replaces. */
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
