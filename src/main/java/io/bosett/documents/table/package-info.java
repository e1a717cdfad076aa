/** Export formats for the places of a result: CSV, XLSX, GeoJSON and JSON. */
@NullMarked
package io.bosett.documents.table;

import org.jspecify.annotations.NullMarked;
