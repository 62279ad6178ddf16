package dev.kontor.connector.businesscentral;

import dev.kontor.kit.EntityModel;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fits texts into fields: API v2.0 refuses longer ones with Application_StringExceededLength
 * (business-central/behaviours.md §4).
 */
final class Texts {

  static final int DESCRIPTION = 100;
  static final int REFERENCE = 35;

  private static final int NAME = 100;
  private static final int EMAIL = 80;
  private static final int PHONE = 30;

  /** Lengths of v29, used where the service's metadata states none. */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("displayName", NAME),
          Map.entry("shipToName", NAME),
          Map.entry("shipToContact", NAME),
          Map.entry("addressLine1", NAME),
          Map.entry("sellToAddressLine1", NAME),
          Map.entry("shipToAddressLine1", NAME),
          Map.entry("addressLine2", 50),
          Map.entry("sellToAddressLine2", 50),
          Map.entry("shipToAddressLine2", 50),
          Map.entry("city", 30),
          Map.entry("sellToCity", 30),
          Map.entry("shipToCity", 30),
          Map.entry("state", 30),
          Map.entry("sellToState", 30),
          Map.entry("shipToState", 30));

  private Texts() {}

  /** Cut without splitting a surrogate pair. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).stripTrailing();
  }

  /**
   * Cuts names and addresses, cleans phone and post code (a code there), drops an over-long e-mail;
   * says so in notes.
   */
  static void fit(String entitySet, ObjectNode content, EntityModel model, List<String> notes) {
    LENGTHS.forEach(
        (field, usual) -> {
          int stated = model.maxLength(entitySet, field);
          int length = stated > 0 ? stated : usual;
          String text = Json.text(content, field);
          if (text != null && text.length() > length) {
            content.put(field, cut(text, length));
            notes.add(field + " was cut to the " + length + " characters Business Central keeps");
          }
        });
    fitPhone(content, notes);
    String postalCode = Json.text(content, "postalCode");
    if (postalCode != null) {
      content.put("postalCode", Codes.upper(postalCode));
    }
    String email = Json.text(content, "email");
    if (email != null && email.length() > EMAIL) {
      content.remove("email");
      notes.add("email was left out: it is longer than the " + EMAIL + " characters kept");
    }
  }

  /** Digits, blank, + ( ) / . only (business-central/order-translation.md 21). */
  private static void fitPhone(ObjectNode content, List<String> notes) {
    String phone = Json.text(content, "phoneNumber");
    if (phone == null) {
      return;
    }
    String clean = phone.replaceAll("[^0-9 +()/.]", "").strip();
    if (clean.length() > PHONE) {
      notes.add("phoneNumber was cut to the " + PHONE + " characters Business Central keeps");
    }
    content.put("phoneNumber", cut(clean, PHONE));
  }
}
