package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.match.LinkResult;
import dev.kontor.engine.match.Matches;
import dev.kontor.engine.match.Pair;
import dev.kontor.model.Customer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two debtors with one e-mail a person says which, and the orders that waited go on. */
class LinkedDebtorTest {

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

  static Customer customer(String id, String email, boolean guest) {
    return new Customer(
        id,
        "K" + id,
        Customer.Kind.PERSON,
        guest,
        null,
        null,
        null,
        "Anne",
        "Ohm",
        email,
        null,
        List.of(),
        null,
        null,
        "DE",
        null,
        null,
        Map.of());
  }

  @Test
  void theOneThatWasLinkedIsTheDebtorOfTheOrdersThatWaited() {
    bench.erp.debtor(ANNE);
    String right = bench.erp.debtor(ANNE);
    bench.shop.register(customer("7", "Anne@Example.com", false));
    bench.shop.put(order("1", ANNE, "A1"));
    Await.until("ambiguous", () -> bench.count("customers", "dead") == 1);
    Matches matches = match.compare("customers");
    assertThat(matches.ambiguous()).isEqualTo(1);
    assertThat(matches.pairs()).hasSize(2);
    Pair chosen =
        matches.pairs().stream()
            .filter(pair -> pair.there().id().equals(right))
            .findFirst()
            .orElseThrow();
    Pair link = SimulatedMatch.pair("customers", chosen.here(), chosen.there());
    assertThat(match.link(List.of(link), false)).isEqualTo(new LinkResult(1, 0, 0));
    bench.awaitState("1", "done");
    bench.awaitQuiet();
    assertThat(bench.erp.order("S-1").orElseThrow().path("customerId").asString()).isEqualTo(right);
    assertThat(bench.erp.debtors()).as("none was made").hasSize(2);
    assertThat(match.compare("customers").linked()).isEqualTo(1);
  }

  @Test
  void severalAccountsOfOnePersonAreOnePair() {
    bench.erp.debtor(ANNE);
    bench.shop.register(customer("7", ANNE, true));
    bench.shop.register(customer("8", ANNE, true));
    bench.shop.register(customer("9", "bert@example.com", true));
    Matches matches = match.compare("customers");
    assertThat(matches.pairs()).extracting(pair -> pair.here().number()).containsExactly("K7");
    assertThat(matches.onlyHere()).isEqualTo(1);
  }
}
