package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is missing or barred in the ERP: said in its words, mended there, tried again. */
class MasterDataMistakesTest extends ServedHub {

  @BeforeEach
  void serve() throws Exception {
    operator.serve(yaml -> yaml);
  }

  private JsonNode place(String email, String sku) {
    return operator.pair().place(Order.of(email, sku, 1));
  }

  @Test
  void aMissingProductIsWaitedFor() {
    ObjectNode product = Json.object().put("productNumber", "NEW-1").put("name", "Neu");
    product.put("gross", "10.00").put("taxRate", "19").put("stock", 10).put("closeout", false);
    Wire.post(operator.pair().shop().uri(), "/_twin/shop/products", Json.array().add(product));
    JsonNode order = place(ANNE, "NEW-1");
    operator.awaitListed(
        "waiting for the product", m -> m.state().equals("waiting") && m.why().contains("NEW-1"));
    // Read once more it would be tried again by itself.
    operator.restLeaving(open -> open.endsWith(" created waiting"), "orders");
    assertThat(operator.pair().truth().erpOrders(order)).isEmpty();
    ObjectNode item = Json.object().put("number", "NEW-1").put("displayName", "Neu");
    item.put("vatProductGroup", "VAT19").putObject("stock").put("MAIN", 10);
    enter("items", item);
    operator.resubmitAndSettle();
  }

  @Test
  void aBlockedCustomerIsADeadLetterWithTheErpsWords() {
    place("blocked@kunde.example", "AH-1005");
    operator.settle();
    ObjectNode customer = Json.object().put("number", debtor("blocked@kunde.example"));
    enter("customers", customer.deepCopy().put("blocked", "All"));
    JsonNode order = place("blocked@kunde.example", "AH-1005");
    assertThat(operator.awaitDead(order).why()).containsIgnoringCase("blocked");
    enter("customers", customer.put("blocked", "_x0020_"));
    operator.resubmitAndSettle();
  }

  @Test
  void aMissingPostingGroupIsADeadLetterWithTheErpsWords() {
    enter("templates", template(""));
    JsonNode order = place("new@kunde.example", "AH-1005");
    assertThat(operator.awaitDead(order).why()).contains("Posting Group");
    assertThat(operator.pair().truth().erpOrders(order)).isEmpty();
    enter("templates", template("DOMESTIC"));
    enter(
        "customers", grouped(Json.object().put("number", debtor("new@kunde.example")), "DOMESTIC"));
    operator.resubmitAndSettle();
  }

  private static ObjectNode template(String group) {
    ObjectNode template = Json.object().put("code", "DOMESTIC").put("vatBusinessGroup", "DOMESTIC");
    template.putObject("criteria").put("country", "DE");
    return grouped(template, group);
  }

  private static ObjectNode grouped(ObjectNode row, String group) {
    return row.put("generalBusinessGroup", group).put("customerPostingGroup", group);
  }

  @Test
  void resubmittingWhatIsDoneChangesNothing() {
    JsonNode order = place(ANNE, "AH-1005");
    operator.settle();
    List<ListedMessage> story = operator.show(order);
    Told told = operator.resubmit(story);
    assertThat(told.status()).isEqualTo(1);
    assertThat(told.out()).startsWith("0 resubmitted\n");
    operator.settle();
    assertThat(operator.show(order)).isEqualTo(story);
  }

  @Test
  void whatIsDiscardedStaysUndoneAndSaysWhoDecided() {
    JsonNode order = place(ANNE, "AH-1005");
    operator.settle();
    // What was shipped the hub must not take away.
    operator.pair().erp().ship(operator.pair().truth().erpNumber(order));
    operator.pair().change(order, "cancel", null);
    ListedMessage dead = operator.awaitDead(order);
    assertThat(operator.discard(dead, "Erika", "cancelled there by hand"))
        .isEqualTo("1 discarded\n");
    operator.awaitNothingLeft();
    assertThat(operator.show(order))
        .filteredOn(m -> m.id().equals(dead.id()))
        .singleElement()
        .satisfies(m -> assertThat(m.state()).isEqualTo("discarded"))
        .satisfies(m -> assertThat(m.why()).contains("Erika", "cancelled there by hand"));
  }
}
