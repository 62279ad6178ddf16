package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.api.ApiError;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What it means that an operation of a bulk failed (magento/contract.md §5, magento/observed.md
 * "Async bulk"). The shop keeps its words of it, placeholders filled in, and nothing else.
 */
final class Refusal {

  private static final int RETRIABLE = 2;
  private static final int REJECTED = 5;
  private static final Pattern ATTRIBUTE = Pattern.compile("[Tt]he \"([^\"]{1,80})\" attribute");
  private static final Pattern FIELD = Pattern.compile("provided for the (\\w+) field");

  private Refusal() {}

  /** Of one operation as the shop lists it. */
  static Fault of(JsonNode operation) {
    String told = operation.path("result_message").asString("");
    String text =
        ApiError.of(ModelJson.mapper().createObjectNode().put("message", told)).text().strip();
    String said = text.isEmpty() ? "the shop does not say why" : text;
    int status = operation.path("status").asInt(0);
    if (status == REJECTED) {
      return new Fault.Conflict("the shop's queue rejected the message: " + said);
    }
    Fault known = MagentoApi.refused("products", field(said), said);
    return status == RETRIABLE || !(known instanceof Fault.Invalid)
        ? new Fault.Conflict(said)
        : ofText(said);
  }

  static Fault ofText(String said) {
    return new Fault.Invalid(field(said), said, null);
  }

  /** The field it blames, as far as its words tell. */
  static String field(String text) {
    Matcher attribute = ATTRIBUTE.matcher(text);
    if (attribute.find()) {
      return attribute.group(1);
    }
    Matcher field = FIELD.matcher(text);
    if (field.find()) {
      return field.group(1);
    }
    if (text.contains("URL key")) {
      return "url_key";
    }
    return text.contains("attribute set") ? "attribute_set_id" : "product";
  }
}
