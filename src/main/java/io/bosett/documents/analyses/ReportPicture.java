package io.bosett.documents.analyses;

import java.util.function.Function;

/**
 * A picture of a report.
 *
 * @param key of its heading
 * @param about what the heading names: a loss, a criterion
 * @param draw draws it
 */
record ReportPicture(String key, String about, Function<ReportWords, SvgPicture> draw) {}
