package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.cart.Rate;
import dev.kontor.twin.magento.cart.Shipping;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The taxes of an order by rate and by item. A rate that comes to nothing leaves no trace, so a tax
 * free order has no tax at all (magento/observed.md "More on orders").
 */
final class TaxDetails {

  /** One taxed thing; the item is null for shipping. */
  private record Taxed(@Nullable ObjectNode item, BigDecimal amount, BigDecimal base) {}

  private final Tables tables;
  private final Map<Rate, List<Taxed>> byRate = new LinkedHashMap<>();

  TaxDetails(Tables tables) {
    this.tables = tables;
  }

  void add(ObjectNode item, Line line) {
    if (line.kind() == Line.Kind.PRICED) {
      add(line.rate(), new Taxed(item, line.sums().tax(), line.base().tax()));
    }
  }

  void add(Shipping shipping) {
    add(shipping.rate(), new Taxed(null, shipping.sums().tax(), shipping.base().tax()));
  }

  private void add(Rate rate, Taxed taxed) {
    if (!rate.isZero()) {
      byRate.computeIfAbsent(rate, r -> new ArrayList<>()).add(taxed);
    }
  }

  /** Writes them into the order's extension attributes and those of its items. */
  void write(ObjectNode order, ObjectNode extension) {
    ArrayNode applied = extension.putArray("applied_taxes");
    ArrayNode byItem = extension.putArray("item_applied_taxes");
    extension.put("converting_from_quote", false);
    ArrayNode taxes = extension.putArray("taxes");
    ArrayNode additional = extension.putArray("additional_itemized_taxes");
    List<ObjectNode> shipping = new ArrayList<>();
    List<ObjectNode> products = new ArrayList<>();
    byRate.forEach(
        (rate, taxed) -> {
          ObjectNode sum = sum(rate, taxed);
          if (Row.amount(sum, "amount").signum() > 0) {
            applied.add(sum);
            long taxId = tables.next("tax");
            taxes.add(tax(taxId, order, sum));
            taxed.forEach(
                t -> {
                  ObjectNode detail = detail(taxId, rate, t);
                  if (t.item() == null) {
                    additional.add(detail);
                    shipping.add(applied(rate, t));
                  } else {
                    itemized(t.item()).add(detail);
                    products.add(applied(rate, t));
                  }
                });
          }
        });
    shipping.forEach(byItem::add);
    products.forEach(byItem::add);
  }

  static ArrayNode itemized(ObjectNode item) {
    return (ArrayNode) item.path("extension_attributes").path("itemized_taxes");
  }

  private static ObjectNode sum(Rate rate, List<Taxed> taxed) {
    return entry(
        rate,
        taxed.stream().map(Taxed::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        taxed.stream().map(Taxed::base).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static ObjectNode entry(Rate rate, BigDecimal amount, BigDecimal base) {
    ObjectNode entry = Json.object().put("code", rate.code()).put("title", rate.code());
    Row.put(entry, "percent", rate.percent());
    Row.put(entry, "amount", amount, base);
    return entry;
  }

  private static ObjectNode tax(long taxId, ObjectNode order, ObjectNode sum) {
    ObjectNode tax =
        Json.object().put("tax_id", taxId).put("order_id", Row.number(order, "entity_id"));
    tax.setAll(sum);
    tax.set("base_real_amount", sum.path("base_amount"));
    return tax.put("priority", 0).put("position", 0).put("process", 0);
  }

  private ObjectNode detail(long taxId, Rate rate, Taxed taxed) {
    ObjectNode detail =
        Json.object().put("tax_item_id", tables.next("tax_item")).put("tax_id", taxId);
    if (taxed.item() != null) {
      detail.put("item_id", Row.number(taxed.item(), "item_id"));
    }
    detail.put("tax_code", rate.code());
    Row.put(detail, "tax_percent", rate.percent());
    Row.put(detail, "amount", taxed.amount(), taxed.base());
    Row.put(detail, "real_amount", taxed.amount());
    Row.put(detail, "real_base_amount", taxed.base());
    return detail.put("taxable_item_type", taxed.item() == null ? "shipping" : "product");
  }

  private static ObjectNode applied(Rate rate, Taxed taxed) {
    ObjectNode applied = Json.object().put("type", taxed.item() == null ? "shipping" : "product");
    if (taxed.item() != null) {
      applied.put("item_id", Row.number(taxed.item(), "item_id"));
    }
    applied.putArray("applied_taxes").add(entry(rate, taxed.amount(), taxed.base()));
    return applied;
  }
}
