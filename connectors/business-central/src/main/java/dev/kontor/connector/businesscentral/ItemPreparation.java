package dev.kontor.connector.businesscentral;

import dev.kontor.kit.Preparation;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes a mapped article to what API v2.0 takes of an item: unit, tax group and category as
 * Business Central names them, price without tax in its own currency, variants by their code.
 */
final class ItemPreparation {

  static final String NUMBER = "number";
  static final String VARIANTS = ItemParts.VARIANTS;

  private static final String UNITS = "unitsOfMeasure";
  private static final String UNIT = "baseUnitOfMeasureCode";
  private static final String TAX_GROUP = "taxGroupCode";
  private static final String PRICE = "unitPrice";
  private static final String GTIN = "gtin";

  /** What an overlay may set, too. */
  static final List<String> FIELDS =
      List.of(
          NUMBER,
          "displayName",
          "displayName2",
          "type",
          "itemCategoryCode",
          "blocked",
          GTIN,
          PRICE,
          "priceIncludesTax",
          TAX_GROUP,
          UNIT,
          "generalProductPostingGroupCode",
          "inventoryPostingGroupCode");

  private static final int NUMBER_LENGTH = 20;
  private static final int GTIN_LENGTH = 14;
  private static final int VARIANT_LENGTH = 10;
  private static final int PRICE_DECIMALS = 5;

  private final Configuration configuration;
  private final Company company;
  private final MasterData masterData;
  private final CodeLists codes;
  private final ItemCategories categories;
  private final JoinedRows joined;

  ItemPreparation(Configuration configuration, Company company, MasterData masterData) {
    this.configuration = configuration;
    this.company = company;
    this.masterData = masterData;
    this.codes = new CodeLists(company);
    this.categories = new ItemCategories(company);
    this.joined = new JoinedRows(configuration, company, ItemParts.ITEMS);
  }

  Prepared prepare(Writer.Draft draft) {
    return Preparation.of(() -> complete(draft));
  }

  private Prepared complete(Writer.Draft draft) {
    JsonNode mapped = draft.content();
    List<String> notes = new ArrayList<>();
    ObjectNode item = draft.targetId() == null ? defaults() : Json.object();
    FIELDS.stream()
        .filter(field -> mapped.has(field) && !mapped.path(field).isNull() && isOffered(field))
        .forEach(field -> item.set(field, mapped.path(field)));
    Set<String> left =
        mapped
            .path(Writer.Draft.LEAVES)
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toSet());
    number(item);
    if (configuration.skus().kind() == SkuScheme.Kind.GTIN) {
      item.put(GTIN, Json.text(item, NUMBER, ""));
    }
    gtin(item, draft.targetId(), left);
    unit(item, draft.targetId());
    price(item, mapped);
    tax(item, mapped);
    categories.put(item, mapped, notes);
    Texts.fit(ItemParts.ITEMS, item, company.model(), notes);
    if (!left.contains("variants")) {
      variants(item, mapped);
    }
    joined.prepare(mapped, item);
    return new Prepared.Ready(item, notes);
  }

  private ObjectNode defaults() {
    ObjectNode defaults = Json.object();
    configuration
        .settings()
        .node("itemDefaults")
        .properties()
        .forEach(field -> defaults.set(field.getKey(), field.getValue()));
    return defaults;
  }

  private boolean isOffered(String field) {
    return !company.model().has(ItemParts.ITEMS) || company.model().has(ItemParts.ITEMS, field);
  }

  private static void number(ObjectNode item) {
    String number = Json.text(item, NUMBER);
    if (number == null || number.length() > NUMBER_LENGTH) {
      throw invalid(
          NUMBER,
          number == null
              ? "is missing; give the article a number in the shop"
              : "is longer than the "
                  + NUMBER_LENGTH
                  + " characters of an item number; shorten the article number in the shop");
    }
    item.put(NUMBER, Codes.upper(number));
  }

  /** One that was taken back is blank. */
  private static void gtin(ObjectNode item, @Nullable String id, Set<String> left) {
    if (Json.text(item, GTIN, "").length() > GTIN_LENGTH) {
      throw invalid(GTIN, "is longer than " + GTIN_LENGTH + " digits; correct the EAN in the shop");
    }
    if (id != null && !item.has(GTIN) && !left.contains(GTIN)) {
      item.put(GTIN, "");
    }
  }

  private void unit(ObjectNode item, @Nullable String id) {
    String unit = Json.text(item, UNIT);
    if (unit == null && id == null) {
      throw invalid(
          UNIT,
          "is missing; state the unit in the shop, or one for all new items in setting"
              + " itemDefaults");
    }
    if (unit != null && !codes.of(UNITS).containsKey(unit)) {
      throw invalid(
          UNIT,
          "is "
              + unit
              + ", which Business Central has no unit of measure for; create it there, or let an"
              + " overlay of business-central/product.out translate it with a table");
    }
  }

  private void price(ObjectNode item, JsonNode mapped) {
    if (!item.has(PRICE)) {
      return;
    }
    String currency = Json.text(mapped, "currency", masterData.localCurrency());
    if (!currency.equalsIgnoreCase(masterData.localCurrency())) {
      throw invalid(
          "currency",
          "is "
              + currency
              + ", but Business Central keeps prices of items in "
              + masterData.localCurrency());
    }
    BigDecimal price = Json.number(item, PRICE).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    item.set(PRICE, DecimalNode.valueOf(price));
  }

  /** By its rate at home, unless an overlay says it. */
  private void tax(ObjectNode item, JsonNode mapped) {
    if (item.has(TAX_GROUP) || Json.text(mapped, "taxRate") == null) {
      return;
    }
    BigDecimal rate = Json.number(mapped, "taxRate");
    List<String> groups =
        configuration.vat().entries(configuration.homeTaxArea()).stream()
            .filter(entry -> entry.charged().compareTo(rate) == 0)
            .map(VatEntry::group)
            .toList();
    if (groups.size() != 1) {
      throw invalid(
          "taxRate",
          "is "
              + rate.stripTrailingZeros().toPlainString()
              + " %, which setting vat gives to "
              + (groups.isEmpty() ? "no tax group" : "tax groups " + String.join(" and ", groups))
              + " of tax area "
              + configuration.homeTaxArea()
              + "; complete it, or let an overlay of business-central/product.out set taxGroupCode");
    }
    item.put(TAX_GROUP, groups.getFirst());
  }

  private void variants(ObjectNode item, JsonNode mapped) {
    if (mapped.path(VARIANTS).isArray()) {
      item.set(VARIANTS, mapped.path(VARIANTS));
      return;
    }
    ArrayNode variants = Json.object().putArray(VARIANTS);
    for (JsonNode variant : mapped.path("variants")) {
      String code = code(Json.text(item, NUMBER, ""), Json.text(variant, "sku", ""));
      variants
          .addObject()
          .put("code", code)
          .put("description", Texts.cut(Json.text(variant, "name", code), Texts.DESCRIPTION));
    }
    if (!variants.isEmpty()) {
      item.set(VARIANTS, variants);
    }
  }

  /** What stands behind the item's number and the separator. */
  private String code(String item, String sku) {
    SkuScheme skus = configuration.skus();
    return skus.read(sku).stream()
        .filter(parts -> parts.variant() != null && Codes.upper(parts.item()).equals(item))
        .map(parts -> Codes.upper(String.valueOf(parts.variant())))
        .filter(code -> code.length() <= VARIANT_LENGTH)
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "variants",
                    "variant "
                        + sku
                        + " has no number of the form "
                        + item
                        + skus.separator()
                        + "CODE with at most "
                        + VARIANT_LENGTH
                        + " characters behind it, which skuScheme item-variant needs; number it so"
                        + " in the shop, or enter its item in Business Central"));
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
