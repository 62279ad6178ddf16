package dev.kontor.twin.financeoperations.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * One property of an entity.
 *
 * @param enumeration name of the enumeration's type, empty for any other kind
 * @param members symbols of the enumeration; empty where no source lists them
 * @param readOnly whether the system alone fills it
 */
public record Property(
    String name,
    Kind kind,
    String enumeration,
    List<String> members,
    boolean key,
    boolean readOnly) {
  /** What the system tells for "no date" (contract.md §2). */
  private static final String NO_MOMENT = "1900-01-01T00:00:00Z";

  private static final String NO_DAY = "1900-01-01T12:00:00Z";
  private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";

  /** Strings and enumerations may be sent as null. */
  public boolean nullable() {
    return !key && (kind == Kind.STRING || kind == Kind.ENUM);
  }

  /** The type as $metadata names it. */
  public String type() {
    return kind == Kind.ENUM ? Schema.NAMESPACE + "." + enumeration : kind.edm();
  }

  /** What a row holds before anything is written; an enumeration nobody lists is null. */
  public JsonNode initial() {
    return switch (kind) {
      case STRING -> StringNode.valueOf("");
      case DECIMAL -> DecimalNode.valueOf(java.math.BigDecimal.ZERO);
      case INT32 -> IntNode.valueOf(0);
      case INT64 -> LongNode.valueOf(0);
      case GUID -> StringNode.valueOf(NO_GUID);
      case MOMENT -> StringNode.valueOf(NO_MOMENT);
      case DAY -> StringNode.valueOf(NO_DAY);
      case ENUM ->
          members.isEmpty() ? NullNode.getInstance() : StringNode.valueOf(members.getFirst());
    };
  }
}
