package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.CellRef;
import java.util.function.Function;

/**
 * The format of a cell reference: {@code indicator} and {@code year} as fields of the referring
 * object.
 *
 * @param <O> the referring object
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
