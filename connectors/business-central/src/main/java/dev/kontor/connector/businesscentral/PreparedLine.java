package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.totals.DocumentLine;
import dev.kontor.kit.totals.TaxedLine;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line as it will be written, with the VAT Business Central will put on it.
 *
 * @param shopRate what the shop charged
 * @param vat what Business Central will charge
 */
record PreparedLine(ObjectNode content, String name, BigDecimal shopRate, VatEntry vat)
    implements TaxedLine {

  /**
   * A line on an account or on an item without stock, whose tax group is set with it. The tax group
   * comes before the price, which it would convert (business-central/totals.md rule 6).
   */
  static PreparedLine onAccount(JsonNode mapped, String name, VatEntry vat) {
    ObjectNode line = Json.object();
    copy(mapped, line, "lineType", "lineObjectNumber", "description");
    line.put("taxCode", vat.group());
    copy(mapped, line, "quantity", "unitPrice", "discountAmount");
    return new PreparedLine(line, name, Json.number(mapped, "taxPercent"), vat);
  }

  /**
   * A line of goods, which takes the item's own tax group.
   *
   * @param location id of where the goods lie; null if Business Central is to choose
   */
  static PreparedLine ofGoods(
      JsonNode mapped, String name, Item item, VatEntry vat, @Nullable String location) {
    ObjectNode line = Json.object();
    line.put("lineType", "Item").put("itemId", item.id());
    if (item.variantId() != null) {
      line.put("itemVariantId", item.variantId());
    }
    if (location != null && item.kept()) {
      line.put("locationId", location);
    }
    copy(mapped, line, "description", "unitOfMeasureCode");
    copy(mapped, line, "quantity", "unitPrice", "discountAmount");
    return new PreparedLine(line, name, Json.number(mapped, "taxPercent"), vat);
  }

  DocumentLine document() {
    return DocumentLine.of(
        Json.number(content, "quantity"),
        Json.number(content, "unitPrice"),
        Json.number(content, "discountAmount"),
        vat.rate(),
        vat.identifier(),
        vat.calculation());
  }

  @Override
  public BigDecimal erpRate() {
    return vat.charged();
  }

  @Override
  public String taxGroup() {
    return vat.group();
  }

  private static void copy(JsonNode from, ObjectNode to, String... names) {
    for (String name : names) {
      JsonNode value = from.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        to.set(name, value);
      }
    }
  }
}
