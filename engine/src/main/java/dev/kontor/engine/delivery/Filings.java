package dev.kontor.engine.delivery;

import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.Plain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Appends whose documents are stored in the same transaction, all in one go. */
public final class Filings implements Round.Together<Filings.Filed> {

  /**
   * @param round that appends
   * @param append without its payload
   */
  public record Filed(Round round, Append append, Plain document) {}

  private final Payloads payloads;

  public Filings(Payloads payloads) {
    this.payloads = payloads;
  }

  @Override
  public void store(Connection connection, List<Filed> filed) throws SQLException {
    List<Long> ids = payloads.putAll(connection, filed.stream().map(Filed::document).toList());
    for (int i = 0; i < filed.size(); i++) {
      filed.get(i).round().append(filed.get(i).append().withPayload(ids.get(i)));
    }
  }
}
