/** The places of a result for other programs: CSV, XLSX, GeoJSON and JSON. */
@NullMarked
package io.bosett.documents.table;

import org.jspecify.annotations.NullMarked;
