package dev.kontor.engine.privacy;

import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds all that is kept about a person, by the e-mail address in whatever document. */
final class Persons {

  private static final int BATCH = 500;

  private final Vault vault;

  Persons(Vault vault) {
    this.vault = vault;
  }

  /**
   * @param email in any case of letters
   */
  Person find(Connection connection, String email) throws SQLException {
    String wanted = CustomerKey.email(email);
    Set<Long> keys = new HashSet<>(vault.existingKeys(connection, List.of("email:" + wanted)));
    keys.addAll(PersonStore.keysByTerm(connection, vault.blindIndex().of("email", wanted)));
    long after = Long.MIN_VALUE;
    List<PayloadStore.Stored> batch = PersonStore.personal(connection, after, BATCH);
    while (!batch.isEmpty()) {
      addKeys(batch, wanted, keys);
      after = batch.getLast().id();
      batch = PersonStore.personal(connection, after, BATCH);
    }
    int shared = 0;
    for (Set<String> named : named(PersonStore.under(connection, keys))) {
      shared += named.isEmpty() || named.contains(wanted) ? 0 : 1;
    }
    return new Person(Set.copyOf(keys), PersonStore.traces(connection, keys), shared);
  }

  private void addKeys(List<PayloadStore.Stored> batch, String wanted, Set<Long> keys) {
    List<Set<String>> named = named(batch);
    for (int i = 0; i < batch.size(); i++) {
      if (named.get(i).contains(wanted)) {
        keys.add(batch.get(i).sealed().keyId());
      }
    }
  }

  /** The e-mail addresses in each. */
  private List<Set<String>> named(List<PayloadStore.Stored> stored) {
    List<Sealed> sealed = stored.stream().map(PayloadStore.Stored::sealed).toList();
    return vault.openAll(sealed).stream().map(Persons::emails).toList();
  }

  private static Set<String> emails(Optional<byte[]> document) {
    Set<String> found = new HashSet<>();
    try {
      document.ifPresent(bytes -> collect(ModelJson.parse(bytes), "", found));
    } catch (JacksonException noJson) {
      return found;
    }
    return found;
  }

  private static void collect(JsonNode node, String field, Set<String> found) {
    if (node instanceof ObjectNode object) {
      object
          .propertyNames()
          .forEach(name -> collect(object.path(name), name.toLowerCase(Locale.ROOT), found));
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> collect(element, field, found));
    } else if (field.contains("mail") && node.isString() && node.asString().contains("@")) {
      found.add(CustomerKey.email(node.asString()));
    }
  }
}
