package io.bosett.documents.dataset;

import io.bosett.model.Dataset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What in a sound dataset is probably not meant, in lines. */
public final class DatasetRemarks {
  private DatasetRemarks() {}

  public static List<String> of(Dataset dataset) {
    List<String> remarks = new ArrayList<>();
    lostZeros(dataset, remarks);
    lookAlikes(dataset, remarks);
    age(dataset, remarks);
    return remarks;
  }

  /** Codes of several lengths that begin with no zero have probably been numbers once. */
  private static void lostZeros(Dataset dataset, List<String> remarks) {
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    boolean digits = dataset.size() > 0;
    boolean zero = false;
    for (int i = 0; i < dataset.size(); i++) {
      String id = dataset.municipality(i);
      digits &= id.matches("[0-9]+");
      zero |= id.startsWith("0");
      shortest = Math.min(shortest, id.length());
      longest = Math.max(longest, id.length());
    }
    if (digits && !zero && shortest == longest - 1) {
      remarks.add(
          "note: ids have "
              + shortest
              + " and "
              + longest
              + " digits and none begins with 0:"
              + " have they lost a zero in a spreadsheet?");
    }
  }

  /** Ids and names that people cannot tell apart. */
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
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The newest year that any figure has. */
  private static void age(Dataset dataset, List<String> remarks) {
    int newest = -1;
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        newest = Math.max(newest, year);
      }
    }
    if (newest >= 0) {
      remarks.add("newest figures: " + newest);
    }
  }
}
