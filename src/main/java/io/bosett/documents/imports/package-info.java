/**
 * Import of figures into a dataset folder: interprets what a file says ({@link
 * io.bosett.documents.imports.facts}) as cells of the dataset, asks what the file does not say, and
 * writes all files of the folder or none. What the file alone cannot decide is asked, never
 * guessed: a decimal sign that may be either ({@code DecimalSign}). A figure that comes twice is
 * taken once when it is the same, else refused ({@code Interpretation}), and a row of no known
 * municipality is asked about; figures of places that were merged or divided are left out with a
 * warning ({@code FileCodes}). What a sign for a missing value means: {@code CellReading}. Findings
 * name the municipality; lines and columns of a dataset folder are named by {@code
 * documents.dataset}.
 */
@NullMarked
package io.bosett.documents.imports;

import org.jspecify.annotations.NullMarked;
