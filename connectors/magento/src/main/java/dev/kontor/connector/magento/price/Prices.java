package dev.kontor.connector.magento.price;

import dev.kontor.connector.magento.PriceSettings;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one article is to cost whom in the shop.
 *
 * @param base null if the source says nothing of everybody; the shop then keeps its own
 * @param tiers prices of one piece
 * @param groups whose tiers are these and no others: names by {@link Tier#key}
 * @param notes what the shop cannot be told
 */
record Prices(
    String sku,
    @Nullable BigDecimal base,
    Map<Tier, BigDecimal> tiers,
    Map<String, String> groups,
    List<String> notes) {

  /** What the shop's columns hold. */
  private static final int DECIMALS = 4;

  /**
   * @param currency the shop's base one, in which alone prices are kept
   * @throws FaultException naming the field that is wrong
   */
  static Prices of(JsonNode content, PriceSettings settings, String currency) {
    String sku = required(content, "sku");
    Reading reading = new Reading(settings, currency);
    content.path("sheets").forEach(reading::sheet);
    if (reading.base == null) {
      reading.notes.add("the source states no price for everybody; the article keeps its own");
    }
    return new Prices(sku, reading.base, reading.tiers, reading.groups, List.copyOf(reading.notes));
  }

  static String required(JsonNode node, String field) {
    String text = Text.text(node.path(field));
    if (text == null) {
      throw wrong(field, "is missing");
    }
    return text;
  }

  static FaultException wrong(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }

  /** An amount or quantity of the shop. */
  static BigDecimal number(JsonNode row, String field) {
    JsonNode number = row.path(field);
    return number.isNumber()
        ? number.decimalValue().setScale(DECIMALS, RoundingMode.HALF_UP)
        : BigDecimal.ZERO;
  }

  /** Reads sheet by sheet. */
  private static final class Reading {
    private final PriceSettings settings;
    private final String currency;
    private final Map<Tier, BigDecimal> tiers = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private @Nullable BigDecimal base;

    Reading(PriceSettings settings, String currency) {
      this.settings = settings;
      this.currency = currency;
    }

    void sheet(JsonNode sheet) {
      String told = required(sheet, "currency");
      if (!told.equals(currency)) {
        notes.add("prices in " + told + " are not written; the shop keeps " + currency + " only");
        return;
      }
      switch (required(sheet, "audience")) {
        case "EVERYBODY" -> everybody(sheet.path("breaks"));
        case "CUSTOMER_GROUP" -> group(required(sheet, "code"), sheet.path("breaks"));
        case "CUSTOMER" -> notes.add("prices of single customers are not written");
        default -> throw wrong("audience", "must be EVERYBODY, CUSTOMER_GROUP or CUSTOMER");
      }
    }

    /** The first is the base price; below a list price it is a tier from one piece on. */
    private void everybody(JsonNode breaks) {
      groups.put(Tier.key(Tier.ALL), Tier.ALL);
      List<JsonNode> rest = new ArrayList<>();
      breaks.forEach(rest::add);
      if (rest.isEmpty()) {
        throw wrong("breaks", "are missing; a sheet has at least one price");
      }
      JsonNode first = rest.getFirst();
      boolean listed = first.path("listPrice").isObject();
      base = amount(first, listed ? "listPrice" : "price");
      rest.subList(listed ? 0 : 1, rest.size()).forEach(one -> tier(Tier.ALL, one));
    }

    private void group(String code, JsonNode breaks) {
      String group = settings.groups().get(code);
      if (group == null) {
        notes.add("prices of group " + code + " are not written; prices.groups does not name it");
        return;
      }
      groups.put(Tier.key(group), group);
      breaks.forEach(one -> tier(group, one));
    }

    private void tier(String group, JsonNode one) {
      tiers.put(Tier.of(group, decimal(one, "from")), amount(one, "price"));
    }

    private BigDecimal amount(JsonNode one, String field) {
      BigDecimal amount = decimal(one.path(field), settings.gross() ? "gross" : "net");
      if (amount.signum() < 0) {
        throw wrong(field, "is below zero, which the shop refuses");
      }
      return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
      try {
        return new BigDecimal(required(node, field));
      } catch (NumberFormatException e) {
        throw wrong(field, "is no number; write it like 12.50");
      }
    }
  }
}
