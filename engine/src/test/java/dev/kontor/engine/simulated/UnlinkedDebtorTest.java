package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer that is no longer linked to a debtor gets the right one with the next order. */
class UnlinkedDebtorTest {

  private static final String ANNE = "anne@example.com";

  @TempDir private Path home;
  private SimulatedHub bench;
  private SimulatedMatch match;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    match = new SimulatedMatch(home, bench, Wiring.flows("shop", ""));
  }

  @AfterEach
  void stop() {
    match.close();
    bench.close();
  }

  private String debtorOf(String number) {
    Await.until(number, () -> bench.erp.order("S-" + number).isPresent());
    return bench.erp.order("S-" + number).orElseThrow().path("customerId").asString();
  }

  @Test
  void theNextOrderAsksAgain() {
    String wrong = bench.erp.debtor(ANNE);
    bench.shop.put(order("1", ANNE, "A1"));
    assertThat(debtorOf("1")).isEqualTo(wrong);
    bench.awaitQuiet();
    bench.erp.debtor(wrong, "somebody@example.com");
    bench.shop.put(order("2", ANNE, "A1"));
    assertThat(debtorOf("2")).as("still linked").isEqualTo(wrong);
    assertThat(match.unlink("customers", wrong)).isEqualTo(1);
    bench.shop.put(order("3", ANNE, "A1"));
    assertThat(debtorOf("3")).as("made").isNotEqualTo(wrong);
    bench.awaitQuiet();
    assertThat(bench.erp.debtors()).containsExactlyInAnyOrder("somebody@example.com", ANNE);
  }
}
