package dev.kontor.proof.story;

import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A buyer and the secrets of an installation, every value of which would be known again. */
final class PlantedBuyer {

  static final String EMAIL = "Plante.Mail@kunde.example";
  static final String FIRST = "Plänteerste";
  static final String LAST = "Plänteletzte-Müllerström";
  static final String LATER = "Plänteverheiratet";
  static final String PASSWORD = "Plänte-Passwort-getippt-9";
  static final String TYPED_USER = "plante.user@kunde.example";

  private static final String COMPANY = "Pläntefirma & Söhne";
  private static final String STREET = "Pläntestraße 17b";
  private static final String CITY = "Pläntenburg";
  private static final String PHONE = "+49 170 76543219";
  private static final String COMMENT = "Pläntebemerkung: bitte beim Nachbarn klingeln";
  private static final String VAT_ID = "DE136695976";

  /** Without what only a running installation knows. */
  static final List<String> VALUES =
      List.of(
          EMAIL,
          FIRST,
          LAST,
          LATER,
          COMPANY,
          STREET,
          CITY,
          PHONE,
          COMMENT,
          VAT_ID,
          PASSWORD,
          TYPED_USER,
          Options.SECRET,
          "kontor-secret",
          TwinPair.APP_SECRET);

  private PlantedBuyer() {}

  static ObjectNode order(String sku) {
    ObjectNode order = Order.of(EMAIL, sku, 1).put("comment", COMMENT);
    order.set("customer", account().put("guest", true));
    order.set("billing", address());
    return order;
  }

  /** Who registers in the shop. */
  static ObjectNode account() {
    ObjectNode account = Json.object().put("email", EMAIL).put("firstName", FIRST);
    account.put("lastName", LAST).put("company", COMPANY).putArray("vatIds").add(VAT_ID);
    return account;
  }

  static ObjectNode address() {
    return Json.object()
        .put("country", "DE")
        .put("street", STREET)
        .put("city", CITY)
        .put("phoneNumber", PHONE);
  }
}
