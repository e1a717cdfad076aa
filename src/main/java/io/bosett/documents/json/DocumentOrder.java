package io.bosett.documents.json;

import io.bosett.model.Violation;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of violations in a document: fields in the order in which the document's shape writes
 * them, elements of a list by their index, anything else by name.
 */
public final class DocumentOrder {
  private final ObjectShape<?> document;

  private DocumentOrder(ObjectShape<?> document) {
    this.document = document;
  }

  /** The order of a document of this shape. */
  public static Comparator<Violation> of(ObjectShape<?> document) {
    return Comparator.comparing(Violation::pointer, new DocumentOrder(document)::compare);
  }

  private int compare(String a, String b) {
    String[] p = a.split("/", -1);
    String[] q = b.split("/", -1);
    @Nullable ObjectShape<?> shape = document;
    for (int i = 1; i < Math.min(p.length, q.length); i++) {
      int order = compare(p[i], q[i], shape);
      if (order != 0) {
        return order;
      }
      if (!isIndex(p[i])) {
        shape = shape == null ? null : shape.inside(p[i]);
      }
    }
    return Integer.compare(p.length, q.length);
  }

  private static int compare(String a, String b, @Nullable ObjectShape<?> shape) {
    int order = 0;
    if (isIndex(a) && isIndex(b)) {
      order = Integer.compare(a.length(), b.length());
    } else if (shape != null) {
      order = Integer.compare(shape.rank(a), shape.rank(b));
    }
    return order != 0 ? order : a.compareTo(b);
  }

  private static boolean isIndex(String token) {
    return !token.isEmpty() && token.chars().allMatch(c -> '0' <= c && c <= '9');
  }
}
