package dev.kontor.connector.magento.customer;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Attributes of an account, as text by code; an empty one is none. */
final class SavedAttributes {

  private SavedAttributes() {}

  /** Of those wanted, what the account has otherwise. */
  static ObjectNode changed(JsonNode account, ObjectNode wanted) {
    ObjectNode there = shown(account);
    ObjectNode changed = AccountShape.object();
    wanted
        .properties()
        .forEach(
            one -> {
              JsonNode is = there.path(one.getKey());
              if (!is.asString("").equals(one.getValue().asString(""))) {
                changed.set(one.getKey(), one.getValue());
              }
            });
    return changed;
  }

  /** The shop drops attributes it does not have, and says nothing (magento/observed.md). */
  static void check(String connection, ObjectNode sent, JsonNode saved) {
    ObjectNode there = shown(saved);
    sent.properties().stream()
        .filter(one -> !one.getValue().asString("").isEmpty() && !there.has(one.getKey()))
        .findFirst()
        .ifPresent(
            one -> {
              throw new FaultException(
                  new Fault.Misconfigured(
                      connection + ".customers.attributes",
                      "names '" + one.getKey() + "', but the shop has no such customer attribute"));
            });
  }

  private static ObjectNode shown(JsonNode row) {
    ObjectNode shown = AccountShape.object();
    for (JsonNode attribute : row.path("custom_attributes")) {
      shown.set(attribute.path("attribute_code").asString(""), attribute.path("value"));
    }
    return shown;
  }
}
