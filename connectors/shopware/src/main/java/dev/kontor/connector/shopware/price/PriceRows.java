package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Currency;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.price.Audience.Kind;
import dev.kontor.connector.shopware.price.Price.Money;
import dev.kontor.connector.shopware.price.PriceRules.PriceRule;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns one article's sheets into what the shop keeps: its base price per currency, and rows under
 * a rule. A row holds in every currency, so the breaks of all currencies are laid over one another,
 * and a currency in which an audience has no sheet shows what everybody pays.
 */
final class PriceRows {

  /** Rules one product may have prices under (shopware/contract.md §11). */
  static final int MOST_RULES = 100;

  private final ShopwareSettings settings;
  private final ShopFacts facts;
  private final PriceRules rules;

  PriceRows(ShopwareSettings settings, ShopFacts facts, PriceRules rules) {
    this.settings = settings;
    this.facts = facts;
    this.rules = rules;
  }

  /**
   * What is written for one article.
   *
   * @param base the product's own price, null if nobody but some audience has one
   * @param rows by id
   */
  record Plan(
      @Nullable ArrayNode base,
      Map<String, ObjectNode> rows,
      Set<PriceRule> rules,
      List<String> notes) {}

  /**
   * @param productId for the ids of the rows
   * @param variant of another product, whose rows it would inherit if it had none
   * @throws FaultException if the shop cannot hold these prices
   */
  Plan plan(PriceList list, String productId, boolean variant) {
    List<String> notes = new ArrayList<>();
    Map<Audience, Map<Currency, Sheet>> sheets = sheets(list, notes);
    Map<Currency, Sheet> everybody = sheets.getOrDefault(Audience.EVERYBODY, Map.of());
    Map<String, ObjectNode> rows = new LinkedHashMap<>();
    Map<String, PriceRule> used = new LinkedHashMap<>();
    sheets.forEach(
        (audience, own) -> {
          PriceRule rule = rules.of(audience).orElse(null);
          if (rule == null) {
            notes.add(PriceRules.note(audience));
          } else if (variant || audience.kind() != Kind.EVERYBODY || breaks(own).size() > 1) {
            used.put(rule.id(), rule);
            rows(rule, with(everybody, own), productId, rows);
          }
        });
    if (used.size() > MOST_RULES) {
      throw wrong(
          "has prices for "
              + used.size()
              + " audiences, but the shop considers "
              + MOST_RULES
              + " rules of a product; leave some out by the settings prices.groups and"
              + " prices.customers, or raise shopware.dal.max_rule_prices and tell us");
    }
    ArrayNode base = everybody.isEmpty() ? null : prices(everybody, 1);
    return new Plan(base, rows, Set.copyOf(used.values()), List.copyOf(notes));
  }

  private Map<Audience, Map<Currency, Sheet>> sheets(PriceList list, List<String> notes) {
    Map<Audience, Map<Currency, Sheet>> sheets = new LinkedHashMap<>();
    for (Sheet sheet : list.sheets()) {
      Currency currency = facts.currency(sheet.currency()).orElse(null);
      if (currency == null) {
        notes.add("the shop has no currency " + sheet.currency() + "; its prices were left out");
      } else {
        sheets
            .computeIfAbsent(sheet.audience(), audience -> new LinkedHashMap<>())
            .put(currency, sheet);
      }
    }
    return sheets;
  }

  private static Map<Currency, Sheet> with(
      Map<Currency, Sheet> everybody, Map<Currency, Sheet> own) {
    Map<Currency, Sheet> all = new LinkedHashMap<>(everybody);
    all.putAll(own);
    return all;
  }

  private void rows(
      PriceRule rule, Map<Currency, Sheet> sheets, String productId, Map<String, ObjectNode> rows) {
    List<Integer> starts = List.copyOf(breaks(sheets));
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      String id = id(productId, rule.id(), start);
      ObjectNode row =
          ShopRow.of(id)
              .put("productId", productId)
              .put("ruleId", rule.id())
              .put("quantityStart", start);
      if (i + 1 < starts.size()) {
        row.put("quantityEnd", starts.get(i + 1) - 1);
      } else {
        row.putNull("quantityEnd");
      }
      row.set("price", prices(sheets, start));
      rows.put(id, row);
    }
  }

  /** Whether a row of the shop is one of the hub's. */
  boolean isOwn(JsonNode row, String productId) {
    int start = row.path("quantityStart").asInt(0);
    return ShopRow.id(row).equals(id(productId, ShopRow.text(row, "ruleId"), start));
  }

  private String id(String productId, String ruleId, int start) {
    return settings.id("price", productId, ruleId, Integer.toString(start));
  }

  /** The first row begins at one piece: a rule's prices hold for every quantity. */
  private static Set<Integer> breaks(Map<Currency, Sheet> sheets) {
    Set<Integer> starts = new TreeSet<>();
    sheets.values().forEach(sheet -> starts.addAll(later(sheet)));
    starts.add(1);
    return starts;
  }

  private static Set<Integer> later(Sheet sheet) {
    Set<Integer> starts = new TreeSet<>(sheet.breaks().keySet());
    starts.remove(sheet.breaks().firstKey());
    return starts;
  }

  private ArrayNode prices(Map<Currency, Sheet> sheets, int quantity) {
    if (sheets.keySet().stream().noneMatch(Currency::isDefault)) {
      throw wrong(
          "has no price in "
              + facts.defaultCurrency().code()
              + ", the shop's default currency, which every price there needs; state one");
    }
    ArrayNode prices = JsonNodeFactory.instance.arrayNode();
    sheets.forEach(
        (currency, sheet) -> {
          Price price = sheet.at(quantity);
          ObjectNode entry = put(prices.addObject(), currency, price.money());
          if (price.list() != null) {
            put(entry.putObject("listPrice"), currency, Objects.requireNonNull(price.list()));
          }
        });
    return prices;
  }

  private static ObjectNode put(ObjectNode entry, Currency currency, Money money) {
    return entry
        .put("currencyId", currency.id())
        .put("gross", money.gross())
        .put("net", money.net())
        .put("linked", false);
  }

  private static FaultException wrong(String problem) {
    return new FaultException(new Fault.Invalid("sheets", problem, null));
  }
}
