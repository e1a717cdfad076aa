package io.bosett.documents.dataset;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import java.util.List;

/** Where the datasets come from that scenarios name. */
public interface DatasetSource {
  /**
   * The dataset of an id.
   *
   * @throws InvalidInputException when there is none, with the ids that there are
   * @throws InvalidFilesException when there is one and its files are faulty
   */
  Dataset dataset(String id);

  /** The ids that there are, ascending. */
  List<String> ids();
}
