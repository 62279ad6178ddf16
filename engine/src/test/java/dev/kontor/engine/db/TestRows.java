package dev.kontor.engine.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of the test's own and a hub process that can be killed. */
final class TestRows {
  private TestRows() {}

  static void add(Database database, String value) {
    Transactions.execute(
        database.hot(),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (value text)");
            statement.execute("insert into kept values ('" + value + "')");
          }
        });
  }

  static List<String> all(Database database) {
    return strings(database, "select value from kept");
  }

  static String show(Database database, String setting) {
    return strings(database, "show " + setting).getFirst();
  }

  static List<String> strings(Database database, String sql) {
    return Transactions.run(
        database.hot(),
        connection -> {
          List<String> values = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
              values.add(rows.getString(1));
            }
          }
          return values;
        });
  }

  static Process hubThatNeverCloses(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TestRows.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.equals("ready")) {
      line = output.readLine();
    }
    return process;
  }

  public static void main(String[] arguments) throws IOException {
    Database database = Database.open(new DatabaseSettings.Embedded(Path.of(arguments[0])));
    add(database, "written before the kill");
    System.out.println("ready");
    // Nobody writes: it ends with the test, if it is not killed before.
    while (System.in.read() >= 0) {}
  }
}
