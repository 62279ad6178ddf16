package dev.kontor.connector.businesscentral;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What mappings ask about a buyer's name. A result that does not exist is a missing node. */
final class BuyerNames {

  private BuyerNames() {}

  /** {@code displayName(customer or address)}: the company, else first and last name. */
  static JsonNode displayName(List<JsonNode> arguments) {
    JsonNode who = arguments.getFirst();
    String company = Json.text(who, "company");
    return company == null ? Functions.text(person(who)) : Functions.text(company);
  }

  /** {@code contactName(address)}: first and last name where the company is the name. */
  static JsonNode contactName(List<JsonNode> arguments) {
    JsonNode who = arguments.getFirst();
    return Json.text(who, "company") == null
        ? MissingNode.getInstance()
        : Functions.text(person(who));
  }

  /** {@code firstName(displayName)}: what stands before the {@code lastName}. */
  static JsonNode firstName(List<JsonNode> arguments) {
    String name = whole(arguments);
    return Functions.text(name.substring(0, lastName(name)).strip());
  }

  /**
   * {@code lastName(displayName)}: the last word, with the lower-case words before it, as in Anna
   * von der Leyen.
   */
  static JsonNode lastName(List<JsonNode> arguments) {
    String name = whole(arguments);
    return Functions.text(name.substring(lastName(name)));
  }

  private static String whole(List<JsonNode> arguments) {
    return arguments.getFirst().asString("").strip();
  }

  private static int lastName(String name) {
    int at = name.lastIndexOf(' ') + 1;
    int before = name.lastIndexOf(' ', at - 2) + 1;
    while (before > 0 && before < at && Character.isLowerCase(name.charAt(before))) {
      at = before;
      before = name.lastIndexOf(' ', at - 2) + 1;
    }
    return at;
  }

  private static String person(JsonNode who) {
    return Stream.of(Json.text(who, "firstName", ""), Json.text(who, "lastName", ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
