package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.order.Marks;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.order.ShippedPieces;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order of the shop as it stands now.
 *
 * @param shipments of it, oldest first
 */
record ShopOrder(JsonNode json, List<JsonNode> shipments) {

  String id() {
    return json.path("entity_id").asString("");
  }

  String state() {
    return json.path("state").asString("");
  }

  boolean is(String... states) {
    return List.of(states).contains(state());
  }

  boolean says(String comment) {
    return comments().anyMatch(comment::equals);
  }

  private Stream<String> comments() {
    return Marks.comments(json.path("status_histories"));
  }

  /** The shipment made for that of the ERP, null if there is none. */
  @Nullable JsonNode madeFor(String number) {
    return shipments.stream()
        .filter(s -> Marks.comments(s.path("comments")).anyMatch(Marks.shipment(number)::equals))
        .findFirst()
        .orElse(null);
  }

  /** The shop's own shipment that was found to be that of the ERP, null if there is none. */
  @Nullable JsonNode foundFor(String number) {
    return shipments.stream()
        .filter(s -> says(Marks.shownAlready(number, number(s))))
        .findFirst()
        .orElse(null);
  }

  /** A shipment of just these pieces that the shop's people made and no other was found to be. */
  @Nullable JsonNode own(Map<String, BigDecimal> pieces) {
    return shipments.stream()
        .filter(s -> !Marks.isOurs(s))
        .filter(s -> comments().noneMatch(comment -> Marks.isShown(comment, number(s))))
        .filter(s -> isOf(s, pieces))
        .findFirst()
        .orElse(null);
  }

  static String number(JsonNode shipment) {
    return shipment.path("increment_id").asString("");
  }

  private boolean isOf(JsonNode shipment, Map<String, BigDecimal> pieces) {
    return same(ShippedPieces.goods(json, ShippedPieces.items(shipment)), pieces)
        || same(rows(shipment), pieces);
  }

  /** Where a bundle is one line, its number is the row's own. */
  private static Map<String, BigDecimal> rows(JsonNode shipment) {
    Map<String, BigDecimal> rows = new HashMap<>();
    for (JsonNode row : shipment.path("items")) {
      String sku = OpenPieces.key(row.path("sku").asString(""));
      rows.merge(sku, number(row, "qty"), BigDecimal::add);
    }
    return rows;
  }

  private static boolean same(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(e -> e.getValue().compareTo(other.get(e.getKey())) == 0);
  }

  /** Gross, in that currency: the buyer's, else the base one. */
  BigDecimal total(String currency) {
    boolean own = currency.equals(json.path("order_currency_code").asString(""));
    return number(json, own ? "grand_total" : "base_grand_total");
  }

  /** Whether no row has pieces left to be invoiced. */
  boolean isInvoiced() {
    return json.path("items")
        .valueStream()
        .allMatch(
            row ->
                number(row, "qty_invoiced")
                        .add(number(row, "qty_canceled"))
                        .compareTo(number(row, "qty_ordered"))
                    >= 0);
  }

  private static BigDecimal number(JsonNode row, String field) {
    JsonNode number = row.path(field);
    return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
  }

  /** Tracking numbers of all shipments. */
  Set<String> codes() {
    return shipments.stream()
        .flatMap(s -> s.path("tracks").valueStream())
        .map(track -> track.path("track_number").asString(""))
        .collect(Collectors.toSet());
  }
}
