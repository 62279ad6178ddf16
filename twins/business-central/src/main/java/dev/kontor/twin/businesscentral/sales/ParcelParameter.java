package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.kit.odata.ODataFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The name, type and length of what a posting is told about its parcel. */
final class ParcelParameter {
  private static final Map<String, Integer> LENGTHS =
      Map.of(
          "packageTrackingNumber", 50,
          "shippingAgentCode", 10,
          "shippingAgentServiceCode", 10,
          "postingDate", 10);

  private ParcelParameter() {}

  /** Throws ODataFault for an unknown name or a value the parameter does not take. */
  static void check(String name, JsonNode value) {
    Integer most = LENGTHS.get(name);
    if (most != null && value.isNull()) {
      return;
    }
    if (most == null || !value.isString()) {
      throw bad(
          "The parameter '%s' in the request payload is not a valid parameter for the operation."
              .formatted(name));
    }
    String text = value.asString();
    if (text.length() > most) {
      throw Faults.tooLong(text, most);
    }
    if (name.equals("postingDate") && !isDate(text)) {
      throw bad("Cannot convert the literal '%s' to the expected type 'Edm.Date'.".formatted(text));
    }
  }

  private static ODataFault bad(String message) {
    return ODataFault.rule(400, "BadRequest", message);
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
