package dev.kontor.proof.story;

import static dev.kontor.proof.story.Kind.left;
import static dev.kontor.proof.story.Kind.mended;
import static dev.kontor.proof.story.Seedbed.number;

import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How orders of the shop and of the ERP come to differ. */
final class PlantedOrders {

  private static final String ORDERS = "orders";

  /** Their taxes, each rounded, are not the tax of their sum. */
  private static final List<String> ROUNDED =
      List.of("AH-6000", "AH-6001", "AH-6002", "AH-6003", "AH-6004");

  private final Seedbed bed;

  PlantedOrders(Seedbed bed) {
    this.bed = bed;
  }

  List<Kind<?>> kinds() {
    return List.of(
        Kind.of(3, bed::wish, mended(ORDERS, "never received"))
            .spoiled(wish -> number(bed.pair().place(wish))),
        kind(3, mended(ORDERS, "never received"), this::edit),
        kind(2, mended(ORDERS, "never received"), order -> bed.change(order, "cancel")),
        Kind.of(2, this::prepaid, mended(ORDERS, "rule or mapping changed"))
            .spoiled(Seedbed::number),
        Kind.of(2, bed::order, left(ORDERS, "received, not sent"))
            .grown(this::editWhatWasShipped)
            .spoiled(Seedbed::number),
        kind(3, left(ORDERS, "sent, not there"), bed.clerk()::delete),
        kind(3, left(ORDERS, "changed there"), bed.clerk()::raisePrice),
        kind(1, left(ORDERS, "changed there"), this::invoiceDearer),
        kind(2, left(ORDERS, "double"), bed.clerk()::enterAgain),
        Kind.of(2, bed::order, left(ORDERS, "gone here")).spoiled(this::deleteInShop),
        Kind.of(2, this::roundedTwice, left(ORDERS, "rounding")).spoiled(Seedbed::number));
  }

  private Kind<JsonNode> kind(int times, Kind.Word word, Consumer<JsonNode> deed) {
    Function<JsonNode, String> spoiled =
        order -> {
          deed.accept(order);
          return number(order);
        };
    return Kind.of(times, bed::order, word).spoiled(spoiled);
  }

  private void edit(JsonNode order) {
    ObjectNode three = Json.object().set("lines", Json.array().add(Order.line(Seedbed.GOODS, 3)));
    bed.pair().change(order, "edit", three);
  }

  private JsonNode prepaid() {
    return bed.pair().place(bed.wish().put("paymentMethod", "payment_prepayment"));
  }

  private void editWhatWasShipped(JsonNode order) {
    bed.pair().erp().ship(bed.erpNumber(order));
    edit(order);
  }

  private void invoiceDearer(JsonNode order) {
    bed.clerk().raisePrice(order);
    bed.pair().erp().shipAndInvoice(bed.erpNumber(order));
  }

  private String deleteInShop(JsonNode order) {
    String number = bed.erpNumber(order);
    bed.person().delete(order);
    return number;
  }

  private JsonNode roundedTwice() {
    ObjectNode wish = bed.wish();
    ArrayNode lines = wish.putArray("lines");
    ROUNDED.forEach(sku -> lines.add(Order.line(sku, 1)));
    return bed.pair().place(wish);
  }
}
