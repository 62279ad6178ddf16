package dev.kontor.proof.story;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stories told one after the other in the same open shop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpenShop {

  private final String[] flows;
  protected Merchant merchant;

  /**
   * @param flows that are switched on beside that of orders
   */
  @SuppressWarnings("NullAway.Init") // opened before the first story
  OpenShop(String... flows) {
    this.flows = flows.clone();
  }

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    merchant = Merchant.open(home, flows);
  }

  /** An order whose number in the ERP its shop knows. */
  final JsonNode transferred(String email, int pieces) {
    JsonNode order = merchant.place(Order.of(email, "AH-1005", pieces));
    merchant.await(
        Await.PATIENCE, "told the number", () -> !merchant.truth().erpNumber(order).isEmpty());
    return order;
  }

  /** What the ledger says of an event, which says nothing while the order is read once more. */
  final void says(JsonNode order, String event, String... words) {
    merchant.await(
        Await.PATIENCE,
        event + " says " + List.of(words),
        () -> List.of(words).stream().allMatch(merchant.reason(order, event)::contains));
  }

  @AfterAll
  void close() {
    merchant.close();
  }
}
