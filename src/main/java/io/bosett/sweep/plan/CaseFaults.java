package io.bosett.sweep.plan;

import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.Axis.Cases;
import io.bosett.model.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that are changed twice: by two axes with cases, or by a case and by an axis of that
 * field.
 */
final class CaseFaults {
  private final List<Axis> axes;
  private final PlanFaults faults;

  CaseFaults(List<Axis> axes, PlanFaults faults) {
    this.axes = axes;
    this.faults = faults;
  }

  void find() {
    TreeMap<String, Axis> changed = new TreeMap<>();
    for (Axis axis : axes) {
      if (axis.values() instanceof Cases cases) {
        TreeMap<String, Axis> own = new TreeMap<>();
        for (Map.Entry<String, JsonValue> patch : cases.patches().entrySet()) {
          find(axis, "", patch.getValue(), own);
        }
        for (String field : own.keySet()) {
          report(axis, field, other(field, changed));
        }
        changed.putAll(own);
      }
    }
  }

  /** Fields that a patch sets to anything but an object. */
  private void find(Axis axis, String pointer, JsonValue value, Map<String, Axis> found) {
    if (value instanceof Members members) {
      for (int i = 0; i < members.names().size(); i++) {
        String name = JsonPointers.escaped(members.names().get(i));
        find(axis, pointer + "/" + name, members.values().get(i), found);
      }
      return;
    }
    found.put(pointer, axis);
    for (Axis other : axes) {
      if (other.at().contains(pointer)) {
        report(axis, pointer, other);
      }
    }
  }

  /** The axis that changed the field, or something that it lies in or that lies in it. */
  private static @Nullable Axis other(String field, Map<String, Axis> changed) {
    for (Map.Entry<String, Axis> entry : changed.entrySet()) {
      String one = entry.getKey();
      if (one.equals(field) || one.startsWith(field + "/") || field.startsWith(one + "/")) {
        return entry.getValue();
      }
    }
    return null;
  }

  private void report(Axis axis, String field, @Nullable Axis other) {
    if (other != null) {
      String found = "changes " + field + ", as the axis '" + other.name() + "' does";
      faults.add(axis.place() + "/cases", found, "every field on one axis");
    }
  }
}
