package dev.kontor.engine.mapping;

import dev.kontor.engine.config.ValueTable;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Value tables and cross-references as steps of a rule. */
final class Lookups {

  private static final String MATCH_KEY = "matchKey";

  private Lookups() {}

  /** A table written inside the rule. */
  static ValueStep values(Map<String, JsonNode> table, boolean orDefault) {
    return (value, scope) -> {
      JsonNode found = table.get(text(value));
      if (found == null && !orDefault) {
        throw scope.invalid(
            "the rule's values have no entry for '"
                + text(value)
                + "'; add it with an overlay, or give the rule a default");
      }
      return found;
    };
  }

  /** A table of the configuration. */
  static ValueStep table(String name, boolean orDefault) {
    return (value, scope) -> {
      Optional<ValueTable> table = scope.context().table(name);
      String found = table.map(t -> t.entries().get(text(value))).orElse(null);
      if (found == null && !orDefault) {
        throw scope.invalid(
            "table '"
                + name
                + "' has no entry for '"
                + text(value)
                + "'; add it under tables."
                + name
                + " and resubmit");
      }
      return found == null ? null : JsonNodeFactory.instance.stringNode(found);
    };
  }

  /** The target's id of the document the value is the key of. */
  static ValueStep crossref(EntityType entity) {
    return (value, scope) -> {
      String key = text(value);
      String id =
          scope
              .context()
              .crossref(entity.key(), key)
              .orElseThrow(() -> missing(entity, key, scope));
      return JsonNodeFactory.instance.stringNode(id);
    };
  }

  private static FaultException missing(EntityType entity, String key, Scope scope) {
    return new FaultException(
        new Fault.Missing(
            entity,
            key,
            scope.target()
                + ": the "
                + entity.key()
                + " is not known to "
                + scope.context().connection()
                + " yet; it goes on once it is there (mapping "
                + scope.mapping()
                + ")"));
  }

  /** Refuses a document that names nothing to look up. */
  static ValueSource required(EntityType entity, String path, ValueSource source) {
    return scope -> {
      JsonNode key = source.read(scope);
      if (key == null) {
        throw scope.invalid(
            "the document has no "
                + path
                + " to look up the "
                + entity.key()
                + " by; complete it at its source");
      }
      return key;
    };
  }

  /**
   * {@code customer.matchKey} follows from VAT ids and e-mail (see {@link CustomerKey}); a path
   * that ends so is computed where the document does not state it.
   */
  static ValueSource matchKey(SourcePath path) {
    if (!path.endsWith(MATCH_KEY)) {
      return path;
    }
    SourcePath customer = path.parent();
    return scope -> {
      JsonNode stated = path.read(scope);
      return stated == null ? computed(customer.read(scope)) : stated;
    };
  }

  private static @Nullable JsonNode computed(@Nullable JsonNode customer) {
    if (customer == null) {
      return null;
    }
    List<String> vatIds = new ArrayList<>();
    customer.path("vatIds").forEach(id -> vatIds.add(id.asString()));
    JsonNode email = customer.path("email");
    String key = CustomerKey.of(vatIds, email.isString() ? email.asString() : null);
    return key == null ? null : JsonNodeFactory.instance.stringNode(key);
  }

  private static String text(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
  }
}
