package dev.kontor.engine.load;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.spi.Document;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a page of a source's keys becomes in the ledger. */
interface Feed {

  /**
   * Reads what the keys do not say; outside of any transaction.
   *
   * @throws dev.kontor.spi.FaultException if the source cannot be read
   */
  Share of(FlowLine line, List<Document> keys);

  /** The part of a page that is loaded. */
  interface Share {

    /** How many documents. */
    int documents();

    /** Puts it into the ledger; runs in the caller's transaction. */
    void put(Connection connection) throws SQLException;
  }
}
