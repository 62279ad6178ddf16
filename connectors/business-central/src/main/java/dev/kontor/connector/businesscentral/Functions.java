package dev.kontor.connector.businesscentral;

import dev.kontor.kit.SoundPart;
import dev.kontor.spi.MappingFunction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What the shipped mappings call. A result that does not exist is a missing node. */
final class Functions {

  private Functions() {}

  static Map<String, MappingFunction> all() {
    return Map.ofEntries(
        Map.entry("salesLines", SalesLines::apply),
        Map.entry("creditLines", CreditLines::apply),
        Map.entry("debtor", BuyerTax::debtor),
        Map.entry("taxArea", BuyerTax::taxArea),
        Map.entry("displayName", BuyerNames::displayName),
        Map.entry("contactName", BuyerNames::contactName),
        Map.entry("firstName", BuyerNames::firstName),
        Map.entry("lastName", BuyerNames::lastName),
        Map.entry("productVariants", arguments -> SoundPart.of(arguments.getFirst(), "variants")),
        Map.entry("joined", Functions::joined),
        Map.entry("priceSheets", arguments -> SoundPart.of(arguments.getFirst(), "sheets")));
  }

  /** {@code joined(document)}: what partners' pages say of it, as the model's custom data. */
  private static JsonNode joined(List<JsonNode> arguments) {
    JsonNode said = SoundPart.of(arguments.getFirst(), Join.FIELD);
    ObjectNode extra = Json.object();
    if (!said.isEmpty()) {
      extra.set("business-central", said);
    }
    return extra;
  }

  /** Missing if it is null or blank. */
  static JsonNode text(@Nullable String value) {
    return value == null || value.isBlank() ? MissingNode.getInstance() : StringNode.valueOf(value);
  }
}
