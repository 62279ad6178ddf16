package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds article and tax of each mapped line, and completes it. */
final class LineResolution {

  private static final String RESERVATION = "InventoryReservationMethod";

  private final FnoSettings settings;
  private final Optional<String> reservation;
  private final Articles articles;
  private final TaxTable taxes;

  /**
   * @param reservation how goods are reserved, empty to leave that to the company's set-up
   */
  LineResolution(FnoSettings settings, Articles articles, Optional<String> reservation) {
    this.settings = settings;
    this.reservation = reservation;
    this.articles = articles;
    this.taxes = new TaxTable(settings.open().path("taxes"));
  }

  /**
   * @param group sales tax group of the order
   * @throws FaultException {@link Fault.Missing} for an unknown article, {@link Fault.Invalid} for
   *     one that cannot be sold
   */
  List<PreparedLine> resolve(Iterable<JsonNode> mapped, String group) {
    Set<String> skus = new TreeSet<>();
    Set<String> items = new TreeSet<>();
    mapped.forEach(line -> (isGoods(line) ? skus : items).add(Row.text(line, Released.ITEM)));
    Map<String, Article> found = articles.find(skus, items);
    List<PreparedLine> lines = new ArrayList<>();
    for (JsonNode line : mapped) {
      lines.add(line(line, lines.size() + 1, group, found));
    }
    return lines;
  }

  private PreparedLine line(JsonNode mapped, int number, String group, Map<String, Article> found) {
    String asked = Row.text(mapped, Released.ITEM);
    String name = Row.text(mapped, SalesLines.NAME);
    Article article =
        Optional.ofNullable(found.get(asked)).orElseThrow(() -> absent(mapped, asked, name));
    String itemGroup = article.taxGroup();
    BigDecimal rate =
        taxes
            .rate(group, itemGroup)
            .orElseThrow(() -> untaxed(name, group, itemGroup, article.itemNumber()));
    ObjectNode line = ModelJson.mapper().createObjectNode();
    article.put(line);
    for (Map.Entry<String, JsonNode> field : mapped.properties()) {
      if (!line.has(field.getKey()) && !own(field.getKey())) {
        line.set(field.getKey(), field.getValue());
      }
    }
    line.put(OrderLines.NUMBER, number)
        .put("SalesPriceQuantity", BigDecimal.ONE)
        .put("LineDiscountAmount", BigDecimal.ZERO)
        .put("LineDiscountPercentage", BigDecimal.ZERO);
    settings.optional("site").ifPresent(site -> line.put("ShippingSiteId", site));
    settings.optional("warehouse").ifPresent(code -> line.put("ShippingWarehouseId", code));
    if (isGoods(mapped)) {
      reservation.ifPresent(method -> line.put(RESERVATION, method));
    }
    BigDecimal amount = Row.number(line, SalesLines.AMOUNT);
    return new PreparedLine(
        line, amount, name, Row.number(mapped, SalesLines.RATE), rate, itemGroup);
  }

  /**
   * A line that adds a difference of gross, given back where it is negative.
   *
   * @param number of the line
   * @return empty if setting roundingLine names no item that is untaxed in that group
   */
  Optional<PreparedLine> rounding(BigDecimal gap, String group, int number) {
    JsonNode setting = settings.open().path("roundingLine");
    String item = Row.text(setting, "item");
    if (item.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode mapped = ModelJson.mapper().createObjectNode();
    mapped
        .put(Released.ITEM, item)
        .put("LineDescription", "Rounding")
        .put("OrderedSalesQuantity", BigDecimal.valueOf(gap.signum()))
        .put("SalesPrice", gap.abs())
        .put(SalesLines.AMOUNT, gap)
        .put(SalesLines.RATE, BigDecimal.ZERO)
        .put(SalesLines.NAME, "rounding line")
        .put(SalesLines.GOODS, false);
    PreparedLine line = line(mapped, number, group, articles.find(List.of(), List.of(item)));
    return Optional.of(line).filter(found -> found.erpRate().signum() == 0);
  }

  private static boolean isGoods(JsonNode line) {
    return line.path(SalesLines.GOODS).asBoolean(true);
  }

  private static boolean own(String field) {
    return Set.of(SalesLines.RATE, SalesLines.NAME, SalesLines.GOODS).contains(field);
  }

  private static FaultException absent(JsonNode line, String asked, String name) {
    return isGoods(line)
        ? new FaultException(
            new Fault.Missing(
                EntityType.PRODUCT,
                asked,
                "no released product answers to article number "
                    + asked
                    + "; release it to the company or correct the number in the shop"))
        : invalid(name, "is to be sold as item " + asked + ", which the company does not have");
  }

  private static FaultException untaxed(String name, String group, String itemGroup, String item) {
    return invalid(
        name,
        "setting taxes has no entry for sales tax group "
            + group
            + " and item sales tax group "
            + (itemGroup.isEmpty() ? "(blank)" : itemGroup)
            + " of item "
            + item
            + "; add the rate that both lead to");
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
