package dev.kontor.proof.day;

import dev.kontor.app.demo.BusinessCentralCompany;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the merchant sells, as it is entered into the ERP: the shop begins empty. */
final class Range {

  /** Of each article, so much that a long day does not sell out of any. */
  static final BigDecimal STOCK = BigDecimal.valueOf(4000);

  /** Every how many articles something holds; what several have in common they have by chance. */
  private static final int VARIANTS = 10;

  private static final int SHELVES = 7;
  private static final int LISTED = 3;
  private static final int DATED = 7;
  private static final int CENTS = 2;

  private final List<Ware> wares = new ArrayList<>();
  private final ObjectNode setup = Json.object();
  private final LocalDate today;
  private int line;

  /**
   * @param today prices dated until this day end with it
   */
  Range(int articles, long seed, LocalDate today) {
    this.today = today;
    Random random = new Random(seed);
    for (int i = 0; i < SHELVES; i++) {
      shelf(i);
    }
    for (int i = 1; i <= articles; i++) {
      article(i, random);
    }
  }

  List<Ware> wares() {
    return List.copyOf(wares);
  }

  /** The ERP's company with this range and two customers to ask prices for. */
  JsonNode company() {
    ObjectNode company = (ObjectNode) BusinessCentralCompany.of(ShopwareGoods.assortment());
    setup
        .properties()
        .forEach(
            section -> {
              boolean more = section.getKey().equals("itemCategories");
              ArrayNode rows =
                  more
                      ? (ArrayNode) company.path(section.getKey())
                      : company.putArray(section.getKey());
              section.getValue().forEach(rows::add);
            });
    ArrayNode customers = (ArrayNode) company.path("customers");
    Asker.all().forEach(asker -> customers.add(asker.customer()));
    company
        .path("currencies")
        .forEach(currency -> ((ObjectNode) currency).put("factor", new BigDecimal("1.1")));
    return company;
  }

  private void shelf(int i) {
    ObjectNode category =
        add("itemCategories").put("code", "REGAL" + i).put("displayName", "Regal " + i);
    if (i > 1) {
      category.put("parentCode", "REGAL" + i % 2);
    }
  }

  private void article(int i, Random random) {
    String number = "K-%04d".formatted(i);
    String rate = i % 20 == 0 ? "0" : i % 4 == 0 ? "7" : "19";
    BigDecimal price = BigDecimal.valueOf(199 + random.nextInt(20_000), CENTS);
    boolean varied = i % VARIANTS == 0;
    ObjectNode item =
        add("items")
            .put("number", number)
            .put("displayName", "Krug Größe " + i + " „Müritz“")
            .put("vatProductGroup", "VAT" + rate)
            .put("unitPrice", price)
            .put("itemCategoryCode", "REGAL" + i % SHELVES);
    item.putObject("stock").put("MAIN", varied ? BigDecimal.ZERO : STOCK);
    if (i % 5 == 0 && !varied) {
      item.put("gtin", Ean.of(4_012_345_000_00L + i));
    }
    wares.add(new Ware(number, number, "", rate, i, varied));
    if (varied) {
      variants(number, rate, i, item.putArray("variants"));
    }
    attribute(number, i);
    prices(number, price, i);
  }

  private void variants(String number, String rate, int i, ArrayNode variants) {
    for (String colour : List.of("ROT", "BLAU")) {
      variants.addObject().put("code", colour).put("description", colour);
      add("itemVariantOptions")
          .put("itemNumber", number)
          .put("variantCode", colour)
          .put("position", 1)
          .put("optionName", "Farbe")
          .put("optionValue", colour);
      wares.add(new Ware(number + "-" + colour, number, colour, rate, i, false));
    }
  }

  private void attribute(String number, int i) {
    if (i % 4 == 1) {
      add("itemAttributeValues")
          .put("itemNumber", number)
          .put("attributeId", 1)
          .put("attributeName", "Material")
          .put("attributeType", "Text")
          .put("valueId", i % 6 + 1)
          .put("value", "Ton " + i % 6);
    }
  }

  /** Breaks for all, better ones for a group, a price in francs, and prices until midnight. */
  private void prices(String number, BigDecimal price, int i) {
    if (i % LISTED == 0) {
      price(number, "0", part(price, 95));
      price(number, "10", part(price, 90));
      price(number, "100", part(price, 80));
    }
    if (i % LISTED == 1) {
      ofGroup(price(number, "0", part(price, 85)));
      ofGroup(price(number, "5", part(price, 75)));
    }
    if (i % 11 == 0) {
      price(number, "0", part(price, 107)).put("currencyCode", "CHF");
    }
    if (isDated(i)) {
      price(number, "0", part(price, 50)).put("endingDate", today.toString());
      price(number, "0", part(price, 60)).put("startingDate", today.plusDays(1).toString());
    }
  }

  static String shelfOf(int place) {
    return "Regal " + place % SHELVES;
  }

  static List<String> attributesOf(int place) {
    return place % 4 == 1 ? List.of("Ton " + place % 6) : List.of();
  }

  static boolean isDated(int i) {
    return i % DATED == 0;
  }

  private static BigDecimal part(BigDecimal price, int percent) {
    return price
        .multiply(BigDecimal.valueOf(percent, CENTS))
        .setScale(CENTS, java.math.RoundingMode.HALF_UP);
  }

  private static void ofGroup(ObjectNode price) {
    price.put("sourceType", "Customer Price Group").put("sourceNumber", "B2B");
  }

  private ObjectNode price(String number, String minimum, BigDecimal price) {
    line += 10_000;
    return add("priceListLines")
        .put("priceListCode", "SHOP")
        .put("lineNumber", line)
        .put("sourceType", "All Customers")
        .put("assetType", "Item")
        .put("assetNumber", number)
        .put("minimumQuantity", new BigDecimal(minimum))
        .put("amountType", "Price")
        .put("unitPrice", price)
        .put("status", "Active");
  }

  private ObjectNode add(String section) {
    return setup.withArray(section).addObject();
  }
}
