package dev.kontor.engine.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Knows what waits for a person, by cause. */
@FunctionalInterface
public interface Failures {

  /**
   * Documents that failed alike.
   *
   * @param cause the same for the same cause, also after a restart and in another process
   * @param problem under which the error desk has the oldest of them
   * @param text the error, without what differs from document to document and without persons
   * @param count of documents
   * @param oldest when the oldest of them was added to the ledger
   * @param documents some of their numbers
   * @param payloads what was read of them where a new order is among them
   */
  record Group(
      String flow,
      String cause,
      String problem,
      String text,
      long count,
      Instant oldest,
      List<String> documents,
      List<Long> payloads) {}

  /** All that waits now. Runs in the caller's transaction. */
  List<Group> now(Connection connection) throws SQLException;
}
