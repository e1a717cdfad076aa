package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import io.bosett.model.Sha256;
import io.bosett.store.NewJob;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} header, which makes repeating a request safe. */
public final class IdempotencyKey {
  private static final String NAME = "Idempotency-Key";
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private IdempotencyKey() {}

  /** The key with the hash of the body, or null without the header. */
  public static NewJob.@Nullable Idempotency of(Context ctx, byte[] body) {
    String key = HeaderValues.single(ctx, NAME);
    if (key == null) {
      return null;
    }
    if (!VISIBLE.matcher(key).matches()) {
      throw ProblemTypes.invalidHeader(NAME, key, "1..200 visible characters of ASCII").exception();
    }
    return new NewJob.Idempotency(key, Sha256.hex(body));
  }
}
