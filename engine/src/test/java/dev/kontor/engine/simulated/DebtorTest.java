package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person is one debtor, whichever shop the order comes from, and is asked for once. */
final class DebtorTest {

  private static final String AT_WORK = "select count(*) from lane where owner is not null";
  private static final String WAITED = "select count(*) from audit where kind = 'message.waiting'";
  private static final String PAYLOADS = "select count(*) from payload";
  private static final String ORPHANS =
      """
      select count(*) from payload p
      where not exists (select 1 from message m where m.payload = p.id)
        and not exists (select 1 from intent i where i.content = p.id)
      """;

  @TempDir Path home;
  private TwoShops bench;

  @BeforeEach
  void start() {
    bench = new TwoShops(home);
    bench.erp.product("A1");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void twoShopsBeforeOneErpShareTheirDebtors() {
    for (int i = 10; i < 30; i++) {
      bench.shop.put(order(String.valueOf(i), "guest" + i + "@example.com", "A1"));
      bench.other.put(order(String.valueOf(i), "Guest" + i + "@example.com", "A1"));
    }
    Await.until("all", () -> bench.erp.orders().size() == 40);
    assertThat(bench.erp.orders()).contains("S-10", "O-10").doesNotHaveDuplicates();
    assertThat(bench.erp.debtors()).hasSize(20).doesNotHaveDuplicates();
    assertThat(bench.number("select count(*) from message where event = 'needed'")).isEqualTo(20);
    assertThat(bench.number(ORPHANS)).isZero();
  }

  @Test
  void aDebtorThatAnotherShopBroughtIsUsedAtOnce() {
    bench.shop.put(order("1", "guest@example.com", "A1"));
    bench.await("1", "created", "done");
    long asked = bench.number(WAITED);
    bench.other.put(order("2", "guest@example.com", "A1"));
    bench.await("2", "created", "done");
    assertThat(bench.number(WAITED)).isEqualTo(asked);
  }

  @Test
  void twentyLooksForADebtorThatCannotBeMadeStoreNothingMore() {
    bench.erp.blocked("bad@example.com", true);
    bench.shop.put(order("3", "bad@example.com", "A1"));
    bench.await("3", "created", "waiting");
    Await.until(
        "dead debtor",
        Await.PATIENCE,
        () -> bench.number("select count(*) from message where state = 'dead'") == 1);
    long before = bench.number(PAYLOADS);
    for (int look = 0; look < 20; look++) {
      long waited = bench.number(WAITED);
      Await.until("at rest", () -> bench.number(AT_WORK) == 0);
      bench.clock.advance(Duration.ofSeconds(61));
      Await.until("looked again", () -> bench.number(WAITED) > waited);
    }
    assertThat(bench.number(PAYLOADS)).isEqualTo(before);
  }
}
