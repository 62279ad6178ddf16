package dev.kontor.engine.load;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.delivery.DebtorRequests;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.match.Account;
import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request for the debtor of each registered customer, found or made as an order would have it.
 * Guests become debtors when they order.
 */
final class DebtorFeed implements Feed {

  private final Translator translator;
  private final Payloads payloads;
  private final CrossrefStore crossrefs = new CrossrefStore();
  private final DebtorRequests requests;

  DebtorFeed(Translator translator, Payloads payloads) {
    this.translator = translator;
    this.payloads = payloads;
    this.requests = new DebtorRequests(new LedgerStore(), payloads);
  }

  @Override
  public Share of(FlowLine line, List<Document> keys) {
    List<Document> documents =
        line.from().reader(EntityType.CUSTOMER).fetch(keys.stream().map(Document::id).toList());
    Map<String, Customer> registered = new LinkedHashMap<>();
    for (Account account : Account.of(line, translator, documents)) {
      if (!account.customer().guest()) {
        registered.putIfAbsent(payloads.blind("customer", account.key()), account.customer());
      }
    }
    return new Requests(line, registered);
  }

  private final class Requests implements Share {
    private final FlowLine line;
    private final Map<String, Customer> customers;

    Requests(FlowLine line, Map<String, Customer> customers) {
      this.line = line;
      this.customers = customers;
    }

    @Override
    public int documents() {
      return customers.size();
    }

    @Override
    public void put(Connection connection) throws SQLException {
      Map<String, Customer> unknown = new LinkedHashMap<>(customers);
      crossrefs
          .findMatched(
              connection, EntityType.CUSTOMER, List.copyOf(customers.keySet()), line.to().name())
          .stream()
          .map(Crossref::sourceId)
          .forEach(unknown::remove);
      requests.ask(
          connection,
          line.config(),
          new DebtorRequests.Occasion(line.from().name(), Message.LOADED, LaneKey.LOADED),
          unknown);
    }
  }
}
