package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one article costs whom, as {@code shopware/price.out} states it.
 *
 * @param number article number of a product or variant
 */
record PriceList(String number, List<Sheet> sheets) {

  /** Who pays a price. */
  enum Kind {
    EVERYBODY,
    CUSTOMER_GROUP,
    CUSTOMER
  }

  /**
   * Who pays it.
   *
   * @param code of the source's price group, or the customer's number; empty for everybody
   */
  record Audience(Kind kind, String code) {}

  /**
   * What one audience pays in one currency.
   *
   * @param breaks by the smallest whole quantity they hold from; never empty
   */
  record Sheet(Audience audience, String currency, TreeMap<Integer, Price> breaks) {

    /** The price at a quantity; below the first break the first holds. */
    Price at(int quantity) {
      Map.Entry<Integer, Price> entry = breaks.floorEntry(quantity);
      return entry == null ? breaks.firstEntry().getValue() : entry.getValue();
    }
  }

  /** An amount gross and net. */
  record Money(BigDecimal gross, BigDecimal net) {}

  /**
   * The price of one piece.
   *
   * @param list what it is compared with, null if there is no discount to show
   */
  record Price(Money money, @Nullable Money list) {}

  /**
   * @throws dev.kontor.spi.FaultException naming the field that is wrong
   */
  static PriceList of(JsonNode content) {
    Fields fields = Fields.of(content);
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < fields.node().path("sheets").size(); i++) {
      sheets.add(sheet(fields.at("sheets").at(i)));
    }
    return new PriceList(fields.required("productNumber"), List.copyOf(sheets));
  }

  private static Sheet sheet(Fields sheet) {
    Kind kind =
        switch (sheet.required("audience")) {
          case "EVERYBODY" -> Kind.EVERYBODY;
          case "CUSTOMER_GROUP" -> Kind.CUSTOMER_GROUP;
          case "CUSTOMER" -> Kind.CUSTOMER;
          default -> throw sheet.wrong("audience", "must be EVERYBODY, CUSTOMER_GROUP or CUSTOMER");
        };
    String code = kind == Kind.EVERYBODY ? "" : sheet.required("code");
    TreeMap<Integer, Price> breaks = new TreeMap<>();
    for (int i = 0; i < sheet.node().path("breaks").size(); i++) {
      Fields one = sheet.at("breaks").at(i);
      breaks.put(from(one), price(one));
    }
    if (breaks.isEmpty()) {
      throw sheet.wrong("breaks", "are missing; a sheet has at least one price");
    }
    return new Sheet(new Audience(kind, code), sheet.required("currency"), breaks);
  }

  /** The shop sells whole pieces, so a price from 2.5 on holds from 3. */
  private static int from(Fields one) {
    BigDecimal from = one.requiredDecimal("from").setScale(0, RoundingMode.CEILING);
    if (from.signum() < 0 || from.precision() > 9) {
      throw one.wrong("from", "is no quantity a shop can sell");
    }
    return Math.max(1, from.intValue());
  }

  private static Price price(Fields one) {
    Money money = money(one.at("price"));
    return new Price(
        money, one.at("listPrice").node().isObject() ? money(one.at("listPrice")) : null);
  }

  private static Money money(Fields amount) {
    return new Money(amount.requiredDecimal("gross"), amount.requiredDecimal("net"));
  }
}
