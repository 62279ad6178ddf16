package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds item, variant and VAT of each mapped line. */
final class LineResolution {

  private final Items items;
  private final VatTable vat;
  private final OrderLocation location;

  LineResolution(Items items, VatTable vat, OrderLocation location) {
    this.items = items;
    this.vat = vat;
    this.location = location;
  }

  /**
   * @param channel of the order, which may decide where its goods lie; null if it has none
   * @param accounts numbers that stand for items as accounts do (a shipping or discount item)
   * @throws FaultException {@link Fault.Missing} for an unknown article, {@link Fault.Invalid} for
   *     one that cannot be sold
   */
  List<PreparedLine> resolve(
      JsonNode mapped, String area, @Nullable String channel, Set<String> accounts) {
    Map<String, Item> found = items.find(skus(mapped, accounts));
    @Nullable String place = location.of(channel);
    List<PreparedLine> lines = new ArrayList<>();
    for (int i = 0; i < mapped.size(); i++) {
      JsonNode line = mapped.get(i);
      String name = "salesOrderLines[" + i + "]";
      lines.add(
          isGoods(line, accounts)
              ? goods(line, name, area, place, found)
              : account(line, name, area));
    }
    return lines;
  }

  /** What must be read to know these articles and where they lie. */
  List<Wanted> unread(Set<String> skus) {
    List<Wanted> unread = new ArrayList<>(items.unread(skus));
    unread.addAll(location.unread());
    return unread;
  }

  /** The articles that the lines name. */
  Set<String> skus(JsonNode mapped, Set<String> accounts) {
    Set<String> skus = new TreeSet<>();
    for (JsonNode line : mapped) {
      if (isGoods(line, accounts)) {
        skus.add(Json.text(line, "lineObjectNumber", ""));
      }
    }
    return skus;
  }

  private static boolean isGoods(JsonNode line, Set<String> accounts) {
    return "Item".equals(Json.text(line, "lineType"))
        && !accounts.contains(Json.text(line, "lineObjectNumber", ""));
  }

  private PreparedLine goods(
      JsonNode line, String name, String area, @Nullable String place, Map<String, Item> found) {
    String sku = Json.text(line, "lineObjectNumber", "");
    Item item = found.get(sku);
    if (item == null) {
      throw new FaultException(
          new Fault.Missing(
              EntityType.PRODUCT,
              sku,
              "no item answers to article number "
                  + sku
                  + "; create it in Business Central or correct the number in the shop"));
    }
    if (item.blocked()) {
      throw invalid(name, "item " + item.number() + " is blocked; unblock it or change the order");
    }
    if (item.choosesVariant()) {
      throw invalid(
          name,
          "item "
              + item.number()
              + " has variants, but article number "
              + sku
              + " names none; use setting skuScheme item-variant or give the variant its number");
    }
    return PreparedLine.ofGoods(
        line, name + " (" + sku + ")", item, vatOf(item, name, area), place);
  }

  private VatEntry vatOf(Item item, String name, String area) {
    return vat.entry(area, item.taxGroup())
        .orElseThrow(
            () ->
                invalid(
                    name,
                    "setting vat has no entry for tax area "
                        + area
                        + " and tax group "
                        + (item.taxGroup().isEmpty() ? "(blank)" : item.taxGroup())
                        + " of item "
                        + item.number()
                        + "; add it as it stands in VAT Posting Setup"));
  }

  private PreparedLine account(JsonNode line, String name, String area) {
    BigDecimal rate = Json.number(line, "taxPercent");
    VatEntry entry =
        vat.charging(area, rate)
            .orElseThrow(
                () ->
                    invalid(
                        name,
                        "the shop charged "
                            + rate.stripTrailingZeros().toPlainString()
                            + " % on it, but tax area "
                            + area
                            + " of the customer has no tax group with that rate in setting vat;"
                            + " correct the customer's tax area or add the rate"));
    return PreparedLine.onAccount(line, name, entry);
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
