package dev.kontor.proof.story;

import static dev.kontor.proof.story.Kind.left;
import static dev.kontor.proof.story.Kind.mended;
import static dev.kontor.proof.story.Seedbed.number;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** How what a shop received and what the ERP has of it come to differ. */
final class PlantedPayments {

  private static final String PAYMENTS = "payments";

  private final Seedbed bed;

  PlantedPayments(Seedbed bed) {
    this.bed = bed;
  }

  List<Kind<?>> kinds() {
    return List.of(
        Kind.of(3, bed::order, mended(PAYMENTS, "never received"))
            .grown(this::invoice)
            .spoiled(named(this::pay)),
        Kind.of(2, this::paidEarly, mended(PAYMENTS, "rule or mapping changed"))
            .grown(this::invoice)
            .spoiled(Seedbed::number),
        Kind.of(
                2,
                bed::order,
                left(PAYMENTS, "received, not sent"),
                left("orders", "received, not sent"))
            .grown(this::payTwice)
            .spoiled(Seedbed::number),
        entered(2, left(PAYMENTS, "changed there"), o -> bed.clerk().changePayment(o, "1.00")),
        entered(2, left(PAYMENTS, "sent, not there"), bed.clerk()::deletePayment),
        entered(2, left(PAYMENTS, "double"), bed.clerk()::enterPaymentAgain));
  }

  private Kind<JsonNode> entered(int times, Kind.Word word, Consumer<JsonNode> deed) {
    return Kind.of(times, bed::order, word).grown(this::invoiceAndPay).spoiled(named(deed));
  }

  private static Function<JsonNode, String> named(Consumer<JsonNode> deed) {
    return order -> {
      deed.accept(order);
      return number(order);
    };
  }

  private void invoice(JsonNode order) {
    bed.pair().erp().shipAndInvoice(bed.erpNumber(order));
  }

  private void pay(JsonNode order) {
    bed.change(order, "pay");
  }

  private void invoiceAndPay(JsonNode order) {
    invoice(order);
    pay(order);
  }

  /** Before payments are entered at all. */
  private JsonNode paidEarly() {
    JsonNode order = bed.order();
    pay(order);
    return order;
  }

  /** Somebody entered it by hand, so that the hub's would be too much. */
  private void payTwice(JsonNode order) {
    invoice(order);
    bed.pair().erp().pay(invoiceNumber(order), Seedbed.gross(order));
    pay(order);
  }

  private String invoiceNumber(JsonNode order) {
    return bed.pair().truth().erpInvoice(order).path("number").asString();
  }
}
