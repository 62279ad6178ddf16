package dev.kontor.engine.load;

import dev.kontor.engine.capture.SourceReading;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.match.OpenOrders;
import dev.kontor.engine.match.Side;
import dev.kontor.spi.Document;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A notice for each document: read it, and bring it over if the target lacks it. */
final class NoticeFeed implements Feed {

  private final LedgerStore ledger = new LedgerStore();
  private final OpenOrders orders;

  NoticeFeed(OpenOrders orders) {
    this.orders = orders;
  }

  @Override
  public Share of(FlowLine line, List<Document> keys) {
    return switch (line.config().kind()) {
      case ORDERS -> {
        Set<String> open =
            orders.among(line, keys).stream().map(Side::id).collect(Collectors.toSet());
        yield share(line, keys.stream().filter(key -> open.contains(key.id())).toList());
      }
      case STATE, STOCK -> share(line, keys);
      case CUSTOMERS, SHARED, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS ->
          throw new IllegalArgumentException(line.name() + " is not loaded by notices");
    };
  }

  private Share share(FlowLine line, List<Document> keys) {
    Set<String> met = new HashSet<>();
    return new Notices(line, keys.stream().filter(key -> met.add(key.id())).toList());
  }

  private static Append notice(FlowLine line, Document key) {
    String source = line.from().name();
    return Append.notice(
        LaneKey.of(line.config(), source, key.id()),
        line.name(),
        LaneKey.LOADED,
        Message.LOADED,
        source,
        key.id(),
        null,
        null);
  }

  private final class Notices implements Share {
    private final FlowLine line;
    private final List<Document> keys;

    Notices(FlowLine line, List<Document> keys) {
      this.line = line;
      this.keys = keys;
    }

    @Override
    public int documents() {
      return keys.size();
    }

    /** What is loaded a poll need not bring again. */
    @Override
    public void put(Connection connection) throws SQLException {
      ledger.seen(connection, keys.stream().map(key -> SourceReading.notice(line, key)).toList());
      ledger.append(connection, keys.stream().map(key -> notice(line, key)).toList());
    }
  }
}
