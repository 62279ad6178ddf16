package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.Order;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * What people did past the hub about payments is found, named, mended and proved. {@link
 * PlantedDifferencesTest} has all flows in one run, this one looks closer.
 */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class ReconcilePaymentsTest extends ServedHub {

  private static String payments(String yaml) {
    return yaml.replace("payments: {enabled: false", "payments: {enabled: true")
        .replace("progress: {enabled: false", "progress: {enabled: true");
  }

  private JsonNode invoiced(String who) {
    JsonNode order = operator.pair().place(Order.of(who + "@kunde.example", "AH-1005", 2));
    operator.await("in the ERP", () -> !operator.pair().truth().erpNumber(order).isEmpty());
    invoice(order);
    return order;
  }

  private void invoice(JsonNode order) {
    operator.pair().erp().shipAndInvoice(operator.pair().truth().erpNumber(order));
  }

  private void pay(JsonNode order) {
    operator.pair().change(order, "pay", null);
  }

  private void awaitLines(int count) {
    operator.await(
        count + " lines",
        () -> operator.pair().erp().truth("paymentLines").path("paymentLines").size() == count);
    operator.rest("orders");
  }

  private static String number(JsonNode order) {
    return order.path("orderNumber").asString();
  }

  private static BigDecimal gross(JsonNode order) {
    return new BigDecimal(order.path("gross").asString());
  }

  private Told reconcile(String... arguments) throws Exception {
    return operator.reconcile(
        Stream.concat(Stream.of("--flow=payments"), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  private static String found(int compared, int different, int waiting, int repaired) {
    return "payments compared=%d different=%d waiting=%d repaired=%d"
        .formatted(compared, different, waiting, repaired);
  }

  @Test
  void everyDifferenceIsNamedByItsCauseAndWhatTheHubCanMendItMends() throws Exception {
    operator.serve(ReconcilePaymentsTest::payments);
    JsonNode posted = invoiced("posted");
    pay(posted);
    awaitLines(1);
    operator.pair().erp().postJournal("SHOP");
    List<JsonNode> orders =
        Stream.of("dear", "gone", "twice", "unseen", "byhand").map(this::invoiced).toList();
    orders.subList(0, 3).forEach(this::pay);
    awaitLines(3);
    Told equal = reconcile();
    assertThat(equal.lastLine()).as(equal.all()).isEqualTo(found(4, 0, 0, 0));
    assertThat(equal.status()).isZero();

    JsonNode byHand = orders.get(4);
    operator.pair().erp().pay(erpInvoice(byHand), gross(byHand));
    pay(byHand);
    ListedMessage dead = operator.awaitDead(byHand);
    JsonNode early = operator.pair().place(Order.of("early@kunde.example", "AH-1005", 2));
    operator.await("in the ERP", () -> !operator.pair().truth().erpNumber(early).isEmpty());
    pay(early);
    operator.awaitListed("one waiting", m -> m.number().equals(number(early)));
    operator.stop();
    ErpByHand clerk = new ErpByHand(operator.pair());
    clerk.changePayment(orders.get(0), "1.00");
    clerk.deletePayment(orders.get(1));
    clerk.enterPaymentAgain(orders.get(2));
    pay(orders.get(3));

    Map<String, String> byPeople =
        new TreeMap<>(
            Map.of(
                number(orders.get(0)), "changed there",
                number(orders.get(1)), "sent, not there",
                number(orders.get(2)), "double"));
    Map<String, String> all = new TreeMap<>(byPeople);
    all.put(number(orders.get(3)), "never received");
    all.put(number(byHand), "received, not sent");
    Told different = reconcile("--repair", "--by=Erika");
    assertThat(different.causes()).as(different.all()).isEqualTo(all);
    assertThat(different.lastLine()).isEqualTo(found(7, 5, 1, 1));
    assertThat(different.status()).isEqualTo(1);

    operator.serve(ReconcilePaymentsTest::payments);
    invoice(early);
    awaitLines(5);
    operator.discard(dead, "Erika", "entered by hand");
    Told proved = reconcile();
    assertThat(proved.causes()).as(proved.all()).isEqualTo(byPeople);
  }

  private String erpInvoice(JsonNode order) {
    return operator.pair().truth().erpInvoice(order).path("number").asString();
  }
}
