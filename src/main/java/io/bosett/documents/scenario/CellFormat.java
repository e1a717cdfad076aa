package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.CellRef;
import java.util.function.Function;

/**
 * A cell of each municipality: {@code indicator} and {@code year} of the object that refers to it.
 *
 * @param <O> the object that refers to it
 */
final class CellFormat<O> {
  final Field<O, String> indicator;
  final Field<O, Integer> year;

  CellFormat(Function<O, CellRef> cell) {
    indicator = Field.id("indicator", owner -> cell.apply(owner).indicator());
    year = YearsFormat.year("year", owner -> cell.apply(owner).year());
  }

  CellRef read(ObjectFields fields) {
    return new CellRef(indicator.need(fields, ""), year.need(fields, 0));
  }
}
