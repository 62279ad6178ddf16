package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** The shop's payment methods, with what an order tells of each; all are paid outside the shop. */
final class Payments {
  private static final Map<String, Map<String, String>> METHODS =
      Map.of(
          "checkmo", Map.of("method_title", "Rechnung"),
          "banktransfer", transfer(),
          "purchaseorder", Map.of("method_title", "Purchase Order"),
          "companycredit", Map.of("method_title", "Payment on Account"),
          "free", Map.of("method_title", "No Payment Information Required"));

  private Payments() {}

  private static Map<String, String> transfer() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("method_title", "Vorkasse");
    told.put("instructions", "IBAN DE02 1203 0000 0000 2020 51");
    return told;
  }

  static boolean knows(String method) {
    return METHODS.containsKey(method);
  }

  /** As payment.additional_information has it: values only. */
  static ArrayNode values(String method) {
    ArrayNode list = Json.array();
    METHODS.getOrDefault(method, Map.of()).values().forEach(list::add);
    return list;
  }

  /** As extension_attributes.payment_additional_info has it. */
  static ArrayNode pairs(String method) {
    ArrayNode list = Json.array();
    METHODS
        .getOrDefault(method, Map.of())
        .forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    return list;
  }
}
