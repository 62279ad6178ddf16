package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.b2b.SharedCatalogues;
import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.catalog.Prices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.option.Choices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts products into a cart: a variant under its configurable product, a bundle with its parts. All
 * of them must be in the buyer's shared catalogue, if there is one.
 */
final class Lines {
  private final Tables tables;
  private final Prices prices;
  private final Shopper shopper;
  private final SharedCatalogues catalogues;

  Lines(Tables tables, Prices prices, Shopper shopper) {
    this.tables = tables;
    this.prices = prices;
    this.shopper = shopper;
    this.catalogues = new SharedCatalogues(tables);
  }

  /**
   * {@code [{sku, qty, options?}]}; throws IllegalArgumentException for a SKU the buyer does not
   * see, and for options that the shop would not take.
   */
  List<Line> of(JsonNode wanted) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode wish : wanted) {
      BigDecimal qty = new BigDecimal(wish.path("qty").asString("1"));
      Line line = line(product(Row.text(wish, "sku")), qty);
      line.choose(Choices.of(line.product(), wish.path("options"), tables.now()));
      lines.add(wish.has("_price") ? line.at(line.listPrice(), Row.amount(wish, "_price")) : line);
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("lines is empty; name at least one {sku, qty}");
    }
    return lines;
  }

  private ObjectNode product(String sku) {
    ObjectNode product =
        tables
            .products()
            .named("sku", sku)
            .orElseThrow(() -> new IllegalArgumentException("sku " + sku + " is no product"));
    catalogues.check(product, shopper.company());
    return product;
  }

  private Line line(ObjectNode product, BigDecimal qty) {
    if (product.has("_parent")) {
      return variant(product, qty);
    }
    return product.has("_bundle") ? bundle(product, qty) : priced(product, product, qty);
  }

  private Line priced(ObjectNode product, ObjectNode pricedBy, BigDecimal qty) {
    return new Line(product, Line.Kind.PRICED, qty)
        .at(Row.amount(pricedBy, "price"), prices.of(pricedBy, shopper.group(), qty));
  }

  private Line variant(ObjectNode variant, BigDecimal qty) {
    Line line = priced(product(Row.text(variant, "_parent")), variant, qty);
    line.children().add(new Line(variant, Line.Kind.FREE, qty));
    return line;
  }

  private Line bundle(ObjectNode bundle, BigDecimal qty) {
    boolean dynamic = bundle.path("_bundle").path("dynamic").asBoolean(false);
    Line line = dynamic ? new Line(bundle, Line.Kind.SUM, qty) : priced(bundle, bundle, qty);
    for (JsonNode part : bundle.path("_bundle").path("parts")) {
      ObjectNode product = product(Row.text(part, "sku"));
      BigDecimal pieces = Row.amount(part, "qty").multiply(qty);
      line.children()
          .add(
              dynamic
                  ? priced(product, product, pieces)
                  : new Line(product, Line.Kind.FREE, pieces));
    }
    return line;
  }
}
