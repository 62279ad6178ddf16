package dev.kontor.proof.story;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Stops whoever works on a database at the point where it needs certain rows, so that it can be
 * killed right there.
 */
final class Blockade implements AutoCloseable {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

  private final DatabaseSettings where;
  private Database database;

  /**
   * @param where the database of a hub is that runs or was killed; its PostgreSQL lives
   */
  Blockade(DatabaseSettings where) {
    this.where = where;
    this.database = Database.open(where);
  }

  /** Finds the database again after a hub that was killed has started it anew. */
  void again() {
    database.close();
    database = Database.open(where);
  }

  /** What is done while rows are held. */
  @FunctionalInterface
  interface Meanwhile {
    void run() throws Exception;
  }

  /**
   * Holds the rows of that query meanwhile; who waited for them has ended when this returns.
   *
   * @param rows selected for update or share
   */
  void hold(String rows, Meanwhile meanwhile) {
    Transactions.execute(
        database.general(),
        connection -> {
          Jdbc.query(connection, rows, row -> row.getString(1));
          try {
            meanwhile.run();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    await("nobody waits any more", () -> number(WAITING) == 0);
  }

  /** Waits until somebody needs what is held. */
  void awaitWaiting(BooleanSupplier alive) {
    await("somebody waits for the rows", () -> number(WAITING) > 0 || !alive.getAsBoolean());
  }

  private static void await(String what, BooleanSupplier condition) {
    Await.until(what, Await.PATIENCE, condition, () -> "it did not come so far");
  }

  long number(String sql) {
    return Long.parseLong(texts(sql).getFirst());
  }

  List<String> texts(String sql) {
    return Transactions.run(
        database.hot(), c -> Jdbc.query(c, sql, row -> String.valueOf(row.getString(1))));
  }

  @Override
  public void close() {
    database.close();
  }
}
