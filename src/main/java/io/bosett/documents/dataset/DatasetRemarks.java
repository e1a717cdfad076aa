package io.bosett.documents.dataset;

import io.bosett.model.Dataset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Remarks on a valid dataset: what is probably not meant. */
public final class DatasetRemarks {
  private DatasetRemarks() {}

  /** The remarks, one line each. */
  public static List<String> of(Dataset dataset) {
    List<String> remarks = new ArrayList<>();
    lookAlikes(dataset, remarks);
    return remarks;
  }

  /** Ids that differ only in case, which {@link LookAlikes} lets pass, and names not composed. */
  private static void lookAlikes(Dataset dataset, List<String> remarks) {
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < dataset.size(); i++) {
      String id = dataset.municipality(i);
      String other = seen.put(folded(id), id);
      if (other != null) {
        remarks.add("note: the ids '" + other + "' and '" + id + "' look the same");
      }
      String name = dataset.name(i);
      if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
        remarks.add("note: the name of " + id + " is not in Unicode form C");
      }
    }
  }

  private static String folded(String text) {
    return LookAlikes.seen(text).toLowerCase(Locale.ROOT);
  }
}
