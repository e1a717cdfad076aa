package io.bosett.http;

import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A store decorator for fault injection: makes a real store unavailable, defective or slow on
 * demand.
 */
final class ContractBreaking {
  /** What the service needs to be told of its store in order to stop. */
  private static final Set<String> ALWAYS = Set.of("close", "isShared", "toString", "hashCode");

  private volatile Mode mode = Mode.SOUND;
  private volatile @Nullable String heldUp;
  private final CountDownLatch released = new CountDownLatch(1);

  /** How the store behaves. */
  enum Mode {
    /** As it is. */
    SOUND,
    /** Its database does not answer. */
    SILENT,
    /** It has a defect. */
    BROKEN
  }

  void behave(Mode now) {
    mode = now;
  }

  /** From now on, whoever asks for the scenario of this allocation waits. */
  void holdUp(String allocation) {
    heldUp = allocation;
  }

  /** Whoever waits goes on. */
  void release() {
    heldUp = null;
    released.countDown();
  }

  /** The store seen through this. */
  Store around(Store store) {
    return through(Store.class, store);
  }

  private <T> T through(Class<T> type, Object real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call(real, method, arguments));
    return type.cast(proxy);
  }

  private Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
    boolean part = real instanceof Store && method.getReturnType().isInterface();
    if (!part && !ALWAYS.contains(method.getName())) {
      behave(method.getName(), arguments);
    }
    if (mode == Mode.SILENT && method.getName().equals("isAvailable")) {
      return false;
    }
    try {
      method.setAccessible(true);
      Object answer = method.invoke(real, arguments);
      return part ? through(method.getReturnType(), answer) : answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void behave(String method, Object @Nullable [] arguments) throws InterruptedException {
    if (mode == Mode.BROKEN) {
      throw new IllegalStateException("broken by a test");
    }
    if (mode == Mode.SILENT && !method.equals("isAvailable")) {
      IllegalStateException cause = new IllegalStateException("by a test");
      throw new StoreUnavailableException("does not answer", cause);
    }
    if (method.equals("scenario") && arguments != null && arguments[0].equals(heldUp)) {
      released.await();
    }
  }
}
