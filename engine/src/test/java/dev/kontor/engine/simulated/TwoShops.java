package dev.kontor.engine.simulated;

import dev.kontor.contract.Await;
import dev.kontor.engine.DatabaseClock;
import dev.kontor.engine.Hub;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A running hub between two simulated shops and one simulated ERP. */
final class TwoShops implements AutoCloseable {

  /** Long enough that no lost answer settles by itself while a test acts. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  final SimulatedShop shop = new SimulatedShop();
  final SimulatedShop other = new SimulatedShop();
  final SimulatedErp erp = new SimulatedErp();
  final Database database = Database.forTests("Pacific/Chatham");
  final DatabaseClock clock = new DatabaseClock(database.general());
  final Hub hub;

  TwoShops(Path home) {
    hub =
        Wiring.start(
            home,
            database,
            LEASE,
            Map.of("shop", shop, "other", other, "erp", erp),
            Map.of("shop", "S-", "other", "O-", "erp", ""),
            Stream.concat(
                    Wiring.flows("shop", "shop ").stream(),
                    Wiring.flows("other", "other ").stream())
                .toList());
  }

  /** The newest such event of the order with that number. */
  Optional<DeskStore.Entry> event(String number, String event) {
    return hub.desk().byNumber(number).stream()
        .filter(e -> number.equals(e.number()) && e.event().equals(event))
        .reduce((a, b) -> b);
  }

  DeskStore.Entry await(String number, String event, String state) {
    Await.until(
        () -> number + " " + event + " not " + state + ": " + hub.desk().byNumber(number),
        Await.PATIENCE,
        () -> event(number, event).filter(e -> e.state().equals(state)).isPresent());
    return event(number, event).orElseThrow();
  }

  long number(String sql) {
    return Transactions.run(database.general(), c -> Jdbc.query(c, sql, row -> row.getLong(1)))
        .getFirst();
  }

  @Override
  public void close() {
    hub.close();
  }
}
