package dev.kontor.engine.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A further part of the record to verify, such as intents, outcomes or payload bytes. */
public interface LedgerCheck {
  /**
   * @param connection in a read-only snapshot shared with the other checks
   */
  List<Finding> verify(Connection connection) throws SQLException;
}
