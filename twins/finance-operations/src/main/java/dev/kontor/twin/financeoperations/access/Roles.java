package dev.kontor.twin.financeoperations.access;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Entity sets that the security roles of the service user leave out. */
public final class Roles {
  private volatile Set<String> unreadable = Set.of();
  private volatile Set<String> unwritable = Set.of();

  /** {@code {unreadable: [set], unwritable: [set]}}; what is not named is allowed again. */
  public void set(JsonNode denied) {
    unreadable = names(denied.path("unreadable"));
    unwritable = names(denied.path("unwritable"));
  }

  /** Throws a Fault with 403 where the roles do not reach. */
  public void check(String method, EntitySet set) {
    boolean read = method.equals("GET");
    if ((read ? unreadable : unwritable).contains(set.name())) {
      throw Fault.request(
          403,
          "Access denied: no security role of the user grants %s of the data entity '%s'."
              .formatted(read ? "Read" : "Create, Update or Delete", set.type()));
    }
  }

  private static Set<String> names(JsonNode sets) {
    Set<String> names = new TreeSet<>();
    sets.forEach(set -> names.add(set.asString()));
    return Set.copyOf(names);
  }
}
