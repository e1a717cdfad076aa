package io.bosett.cli;

import io.bosett.cli.sweep.SweepCommandContext;
import io.bosett.solve.CancellationToken;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The handler of signals that end the program (Ctrl-C, SIGTERM, SIGHUP) during a solve: the first
 * cancels the solve, so that the best allocation found is still printed; the second ends the
 * process. The JDK has signal handlers only in {@code sun.misc}, so reflection looks the class up;
 * without it the first ends the process.
 */
final class InterruptHandler implements SweepCommandContext.Interrupt {
  private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
  private static final int ENDED_BY_SIGNAL = 128;

  private final PrintStream err;
  private final String words;
  private final CancellationToken cancel = new CancellationToken();
  private final Map<String, Object> before = new LinkedHashMap<>();

  /**
   * Listens until it is closed.
   *
   * @param err where it is said that the program was told to stop
   */
  InterruptHandler(PrintStream err) {
    this(err, "what is found by now is the answer");
  }

  /**
   * Listens until it is closed.
   *
   * @param words what becomes of what was begun
   */
  InterruptHandler(PrintStream err, String words) {
    this.err = err;
    this.words = words;
    SIGNALS.forEach(this::listen);
  }

  private void listen(String name, int number) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      ClassLoader loader = InterruptHandler.class.getClassLoader();
      Class<?>[] types = {type};
      Object handler =
          Proxy.newProxyInstance(loader, types, (proxy, method, args) -> handled(name, number));
      before.put(name, handle(name, handler));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      before.remove(name);
    }
  }

  /** The token that the first signal cancels. */
  @Override
  public CancellationToken cancel() {
    return cancel;
  }

  private @Nullable Object handled(String name, int number) {
    if (cancel.isRequested()) {
      Shutdown.endChildrenAndFiles();
      Runtime.getRuntime().halt(ENDED_BY_SIGNAL + number);
    }
    err.println("bosett: told to stop by SIG" + name + "; " + words);
    cancel.request();
    return null;
  }

  /** Installs a handler and returns the one that it replaces. */
  private static Object handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
  }

  @Override
  public void close() {
    before.forEach(
        (name, handler) -> {
          try {
            handle(name, handler);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
