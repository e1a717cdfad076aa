package io.bosett.sweep.plan;

import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.Axis.Derived;
import io.bosett.documents.sweep.Axis.Distribution;
import io.bosett.documents.sweep.Axis.Noise;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves the fields of all axes in one variant of the scenario. */
final class VariantResolution {
  private static final List<String> FIGURES = List.of("/municipalities", "/dataset");

  private final List<Axis> axes;
  private final PlanFaults faults;
  private final Map<FieldPath, Axis> taken = new HashMap<>();

  VariantResolution(List<Axis> axes, PlanFaults faults) {
    this.axes = axes;
    this.faults = faults;
  }

  ScenarioVariant variant(String label, JsonValue tree, Problem problem) {
    Dataset dataset = problem.dataset();
    List<String> criteria = problem.scenario().criteria().stream().map(Criterion::id).toList();
    List<List<FieldPath>> fields = new ArrayList<>();
    boolean[] whole = new boolean[axes.size()];
    double[] own = new double[axes.size()];
    Members members = (Members) tree;
    JsonValue bare = ScenarioVariant.bare(tree, members.names().contains("municipalities"));
    FieldValues values = new FieldValues(bare, faults);
    for (int a = 0; a < axes.size(); a++) {
      Axis axis = axes.get(a);
      List<FieldPath> resolved = fields(axis, tree);
      fields.add(resolved);
      own[a] = resolved.isEmpty() ? Double.NaN : values.own(resolved.get(0));
      if (axis.values() instanceof Noise noise) {
        checkNoise(axis, noise, dataset);
      } else if (needsNumbers(axis)) {
        whole[a] = values.areWhole(axis, resolved);
      } else {
        whole[a] = !resolved.isEmpty() && resolved.stream().allMatch(values::isWhole);
      }
      if (!needsNumbers(axis) || resolved.stream().noneMatch(f -> Double.isNaN(values.own(f)))) {
        values.check(axis, resolved, whole[a]);
      }
    }
    return new ScenarioVariant(label, tree, bare, dataset, criteria, fields, whole, own);
  }

  private static boolean needsNumbers(Axis axis) {
    return axis.values() instanceof Distribution || axis.values() instanceof Derived;
  }

  private List<FieldPath> fields(Axis axis, JsonValue tree) {
    List<FieldPath> fields = new ArrayList<>();
    for (String pointer : axis.at()) {
      String place = axis.place() + "/at";
      @Nullable FieldPath field = FieldPath.of(tree, pointer);
      if (FIGURES.stream().anyMatch(f -> pointer.equals(f) || pointer.startsWith(f + "/"))) {
        faults.add(
            place, "is '" + pointer + "', the figures", "a rule; figures vary by cases, figure");
      } else if (field == null) {
        String found = "is '" + pointer + "', which the scenario does not have";
        faults.add(place, found, "a field that is written there");
      } else if (field.in(tree) instanceof Members || field.in(tree) instanceof JsonValue.Items) {
        String found = "is '" + pointer + "', which is " + field.in(tree).describe();
        faults.add(place, found, "a single value");
      } else {
        add(axis, pointer, field, fields);
      }
    }
    return fields;
  }

  private void add(Axis axis, String pointer, FieldPath field, List<FieldPath> fields) {
    for (Map.Entry<FieldPath, Axis> other : taken.entrySet()) {
      if (other.getKey().overlaps(field)) {
        String found = "is '" + pointer + "', the field of the axis '";
        faults.add(
            axis.place() + "/at",
            found + other.getValue().name() + "' too",
            "every field on one axis");
        return;
      }
    }
    taken.put(field, axis);
    fields.add(field);
  }

  private void checkNoise(Axis axis, Noise noise, Dataset dataset) {
    String place = axis.place() + "/figure";
    if (noise.indicator().isEmpty()) {
      return;
    } else if (dataset.years(noise.indicator()).isEmpty()) {
      faults.add(
          place + "/indicator",
          "is '" + noise.indicator() + "', no indicator of the dataset with cells",
          String.join(", ", dataset.indicators().keySet()));
    } else if (noise.year() == Noise.UNREAD) {
      return;
    } else if (dataset.column(noise.indicator(), noise.year()) == null) {
      faults.add(
          place + "/year",
          "is " + noise.year() + ", for which " + noise.indicator() + " has no cell",
          dataset.years(noise.indicator()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    for (Axis other : axes.subList(0, axes.indexOf(axis))) {
      if (other.values() instanceof Noise earlier
          && earlier.indicator().equals(noise.indicator())
          && earlier.year() == noise.year()) {
        faults.add(
            place,
            "names the cells of the axis '" + other.name() + "' too",
            "every indicator of a year on one axis");
      }
    }
  }
}
