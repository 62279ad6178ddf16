package dev.kontor.engine.alert;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Knows what orders are worth. */
@FunctionalInterface
public interface Worth {

  /** Nobody knows. */
  Worth UNKNOWN = (connection, flow, payloads) -> Map.of();

  /**
   * The gross sums by currency; what cannot be read does not count. Runs in the caller's
   * transaction.
   *
   * @param payloads of orders as read from the flow's source
   */
  Map<String, BigDecimal> of(Connection connection, String flow, List<Long> payloads)
      throws SQLException;
}
