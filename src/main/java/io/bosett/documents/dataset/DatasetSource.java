package io.bosett.documents.dataset;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import java.util.List;

/** A source of datasets by id. */
public interface DatasetSource {
  /**
   * The dataset of an id.
   *
   * @throws InvalidInputException when there is none; it lists the ids that exist
   * @throws InvalidFilesException when its files have errors
   */
  Dataset dataset(String id);

  /** The ids of all datasets, ascending. */
  List<String> ids();
}
