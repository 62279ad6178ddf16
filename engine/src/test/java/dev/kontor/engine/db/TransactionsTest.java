package dev.kontor.engine.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  @Test
  void commitsOnReturnAndRollsBackOnException() {
    try (Database database = Database.forTests()) {
      TestRows.add(database, "committed");
      assertThatThrownBy(
              () ->
                  Transactions.execute(
                      database.hot(),
                      connection -> {
                        try (var statement = connection.createStatement()) {
                          statement.execute("insert into kept values ('lost')");
                        }
                        throw new IllegalStateException("fails after the insert");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(TestRows.all(database)).containsExactly("committed");
    }
  }

  @Test
  void eachTestDatabaseIsItsOwn() {
    try (Database one = Database.forTests();
        Database two = Database.forTests()) {
      TestRows.add(one, "one");
      TestRows.add(two, "two");
      assertThat(TestRows.all(one)).containsExactly("one");
    }
  }

  @Test
  void hotSessionsPinPlansAndGeneralOnesDoNot() {
    try (Database database = Database.forTests("Pacific/Chatham")) {
      assertThat(TestRows.show(database, "enable_seqscan")).isEqualTo("off");
      assertThat(TestRows.show(database, "enable_hashjoin")).isEqualTo("off");
      assertThat(TestRows.show(database, "TimeZone")).isEqualTo("Pacific/Chatham");
      String general =
          Transactions.run(
              database.general(),
              connection -> {
                try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("show enable_seqscan")) {
                  rows.next();
                  return rows.getString(1);
                }
              });
      assertThat(general).isEqualTo("on");
    }
  }

  @Test
  void arraysKeepNullsBytesAndMicroseconds() {
    Instant at = Instant.parse("2026-10-25T00:59:59.123456789Z");
    String seen =
        Transactions.run(
            sharedDatabase().hot(),
            connection -> {
              try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select string_agg(coalesce(t, '-') || i || encode(b, 'hex') || extract(epoch"
                          + " from a), ',' order by i) from unnest(?, ?, ?, ?) as x(t, i, b, a)")) {
                statement.setArray(1, SqlArrays.text(connection, Arrays.asList("ä", null)));
                statement.setArray(2, SqlArrays.int8(connection, new long[] {1, 2}));
                statement.setArray(
                    3, SqlArrays.bytea(connection, List.of(new byte[] {0}, new byte[] {-1})));
                statement.setArray(4, SqlArrays.timestamptz(connection, List.of(at, at)));
                try (ResultSet rows = statement.executeQuery()) {
                  rows.next();
                  return rows.getString(1);
                }
              }
            });
    assertThat(seen).isEqualTo("ä1001792889999.123456,-2ff1792889999.123456");
  }

  private static Database sharedDatabase() {
    return Database.forTests("Pacific/Chatham");
  }
}
