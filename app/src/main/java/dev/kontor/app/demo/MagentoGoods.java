package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.magento.catalog.Catalogue;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the demo's Magento sells and to whom, and how an order is written at its storefront. */
final class MagentoGoods {

  /** The stock that the website sells from, and its sources. */
  static final int STOCK = 2;

  static final List<String> SOURCES = List.of("lager-nord", "lager-sued");

  private static final List<String> COUPONS = List.of("SOMMER10", "WILLKOMMEN15", "STUECK3");

  /** Product tax class of reduced goods. */
  private static final int REDUCED = 4;

  /** Customer groups: taxed as everybody, and firms of other countries of the EU. */
  private static final int GENERAL = 1;

  private static final int EU_FIRMS = 4;

  /** Behind those the shop has already. */
  private static final int FIRST_ACCOUNT = 101;

  private MagentoGoods() {}

  /** Whole pieces that cost something; bundles and configurable articles are made of them. */
  static Assortment assortment() {
    return new Assortment(
        Catalogue.demo()
            .valueStream()
            .filter(row -> row.path("type").asString("simple").equals("simple"))
            .filter(row -> !row.path("qty_decimal").asBoolean(false))
            .filter(row -> row.path("price").asDecimal().signum() > 0)
            .map(MagentoGoods::article)
            .toList(),
        COUPONS);
  }

  private static Assortment.Article article(JsonNode row) {
    return new Assortment.Article(
        row.path("sku").asString(),
        row.path("name").asString(),
        row.path("tax_class").asInt() == REDUCED ? "7" : "19",
        row.path("sources")
            .valueStream()
            .map(JsonNode::asDecimal)
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        false);
  }

  /** The body that enters these people's accounts, as their search lists them. */
  static ObjectNode accounts(List<Buyer> buyers) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    var customers = body.putArray("customers");
    for (Buyer buyer : buyers) {
      int id = FIRST_ACCOUNT + customers.size();
      boolean abroad = !buyer.address().country().equals("DE");
      Buyer.Company company = buyer.company();
      ObjectNode customer = customers.addObject().put("id", id);
      customer
          .put("group_id", company != null && abroad ? EU_FIRMS : GENERAL)
          .put("email", buyer.email())
          .put("firstname", buyer.firstName())
          .put("lastname", buyer.lastName())
          .put("store_id", 1)
          .put("website_id", 1);
      if (company != null) {
        customer.put("taxvat", company.vatId());
      }
      customer
          .putArray("addresses")
          .add(address(buyer).put("id", id).put("customer_id", id).put("default_billing", true));
    }
    return body;
  }

  /** The body of {@code POST /_twin/shop/orders}. */
  static ObjectNode wish(Cart cart) {
    ObjectNode wish = ModelJson.mapper().createObjectNode();
    wish.putObject("customer")
        .put("email", cart.buyer().email())
        .put("guest", cart.buyer().guest());
    wish.set("billing", address(cart.buyer()));
    var lines = wish.putArray("lines");
    cart.units()
        .forEach((sku, pieces) -> lines.addObject().put("sku", sku).put("qty", (int) pieces));
    if (cart.coupon() != null) {
      wish.put("coupon", cart.coupon());
    }
    return wish.put("payment_method", method(cart.payment()));
  }

  private static ObjectNode address(Buyer buyer) {
    Buyer.Address address = buyer.address();
    ObjectNode row =
        ModelJson.mapper()
            .createObjectNode()
            .put("firstname", buyer.firstName())
            .put("lastname", buyer.lastName())
            .put("postcode", address.code())
            .put("city", address.city())
            .put("country_id", address.country())
            .put("telephone", "+49 89 1");
    row.putArray("street").add(address.street());
    Buyer.Company company = buyer.company();
    return company == null
        ? row
        : row.put("company", company.name()).put("vat_id", company.vatId());
  }

  private static String method(Cart.Payment payment) {
    return switch (payment) {
      case INVOICE -> "purchaseorder";
      case CASH -> "checkmo";
      case PREPAID -> "banktransfer";
    };
  }
}
