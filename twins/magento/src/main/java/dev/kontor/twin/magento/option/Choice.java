package dev.kontor.twin.magento.option;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is chosen of one option (Magento_Catalog, Model/Product/Option/Type).
 *
 * @param values as chosen; none where the type has no values
 * @param value as the order keeps it: text, numbers of values joined by commas, or a time
 */
record Choice(ObjectNode option, List<ObjectNode> values, String value) {
  private static final int PERCENT = 2;

  /** What it costs more, in base currency, of a piece that costs this much without options. */
  BigDecimal price(BigDecimal base) {
    Stream<ObjectNode> priced = values.isEmpty() ? Stream.of(option) : values.stream();
    return priced.map(p -> price(p, base)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal price(ObjectNode priced, BigDecimal base) {
    BigDecimal price = Row.amount(priced, "price");
    return Row.text(priced, "price_type").equals("percent")
        ? base.multiply(price).movePointLeft(PERCENT)
        : price;
  }

  /** Empty for none. Of several values one without a SKU leaves its hyphen, as in the shop. */
  String sku() {
    return values.isEmpty()
        ? Row.text(option, "sku")
        : values.stream().map(v -> Row.text(v, "sku")).collect(Collectors.joining("-"));
  }

  /** The value as people read it. */
  String words() {
    return values.isEmpty()
        ? value
        : values.stream().map(v -> Row.text(v, "title")).collect(Collectors.joining(", "));
  }
}
