package dev.kontor.engine.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  void aServerLostHalfWayIsToldAsThat() {
    try (Database database = Database.forTests()) {
      assertThatThrownBy(
              () ->
                  Transactions.execute(
                      database.hot(),
                      connection -> {
                        try (var statement = connection.createStatement()) {
                          statement.execute("select pg_terminate_backend(pg_backend_pid())");
                        }
                      }))
          .isInstanceOfSatisfying(
              DatabaseException.class, lost -> assertThat(lost.isOutage()).isTrue());
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
  void arraysKeepNullsBytesAndInstants() {
    Instant at = Instant.parse("2026-10-25T00:59:59.123456Z");
    @Nullable String[] texts = {"ä", null};
    byte[][] bytes = {{0}, {-1}};
    OffsetDateTime[] times = {at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC)};
    try (Database database = Database.forTests("Pacific/Chatham")) {
      List<String> seen =
          Transactions.run(
              database.hot(),
              connection ->
                  Jdbc.query(
                      connection,
                      "select coalesce(t, '-') || i || encode(b, 'hex') || extract(epoch from a)"
                          + " as seen from unnest(?, ?, ?, ?) as x(t, i, b, a) order by i",
                      row -> row.getString("seen"),
                      texts,
                      new Long[] {1L, 2L},
                      bytes,
                      times));
      assertThat(seen).containsExactly("ä1001792889999.123456", "-2ff1792889999.123456");
    }
  }
}
