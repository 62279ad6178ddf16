package dev.kontor.connector.financeoperations.api;

import dev.kontor.spi.Fault;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds the field a refusal is about. The service names fields by their label, in the language of
 * the service user; but it often quotes the value, which was sent in one field only.
 */
public final class Named {

  /** Shorter values stand in too many texts. */
  private static final int TELLING = 2;

  private Named() {}

  /**
   * @param sent the fields of the refused call
   */
  public static Fault in(Fault fault, JsonNode sent) {
    if (fault instanceof Fault.Invalid invalid) {
      return sent.properties().stream()
          .filter(field -> isNamed(field, invalid))
          .findFirst()
          .or(() -> quoted(sent, invalid))
          .<Fault>map(
              field -> new Fault.Invalid(field.getKey(), invalid.problem(), invalid.remoteCode()))
          .orElse(fault);
    }
    return fault;
  }

  private static boolean isNamed(Map.Entry<String, JsonNode> field, Fault.Invalid invalid) {
    return invalid.field().equals(field.getKey())
        || invalid.problem().matches("(?s).*\\b" + field.getKey() + "\\b.*");
  }

  /** The field whose value a refusal quotes; empty if it quotes none of these. */
  public static Optional<Map.Entry<String, JsonNode>> quoted(JsonNode sent, Fault.Invalid fault) {
    return sent.properties().stream()
        .filter(field -> field.getValue().isString())
        .filter(field -> field.getValue().asString().length() >= TELLING)
        .filter(field -> fault.problem().contains(quotes(field.getValue().asString())))
        .findFirst();
  }

  private static String quotes(String value) {
    return "'" + value + "'";
  }
}
