package io.bosett.sweep.spark;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Prints the one row of a query of Spark SQL, which the tests do not compile against. */
final class SparkReader {
  static final String MARK = "row: ";

  private SparkReader() {}

  public static void main(String... args) throws ReflectiveOperationException {
    Class<?> type = Class.forName("org.apache.spark.sql.SparkSession");
    Object session = call(type.getMethod("builder").invoke(null), "getOrCreate");
    Object rows =
        call(type.getMethod("sql", String.class).invoke(session, args[0]), "collectAsList");
    Object row = ((List<?>) rows).get(0);
    int columns = (Integer) call(row, "length");
    Method get = Class.forName("org.apache.spark.sql.Row").getMethod("get", int.class);
    List<String> values = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      values.add(String.valueOf(get.invoke(row, c)));
    }
    System.out.println(MARK + String.join("|", values));
    call(session, "stop");
  }

  private static Object call(Object on, String method) throws ReflectiveOperationException {
    return on.getClass().getMethod(method).invoke(on);
  }
}
