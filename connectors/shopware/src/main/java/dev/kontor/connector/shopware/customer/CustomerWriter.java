package dev.kontor.connector.shopware.customer;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Outcomes;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what changed of customers; it makes no account, knows no password and has the shop send
 * nothing. The shop has no conditional write: a customer is read immediately before, and left alone
 * if it is not the one the change was decided on.
 */
public final class CustomerWriter implements Writer {

  private static final int MOST_CUSTOMERS = 100;
  private static final String EMAIL = "email";
  private static final List<String> OWN =
      List.of("company", "firstName", "lastName", EMAIL, "vatIds", "customFields");

  private final ShopwareApi api;
  private final CustomerNames names;

  public CustomerWriter(ShopwareApi api, ShopwareSettings settings, ShopFacts facts) {
    this.api = api;
    this.names = new CustomerNames(settings, facts);
  }

  @Override
  public int maxBatch() {
    return MOST_CUSTOMERS;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return names.resolve(content);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    Outcomes outcomes = new Outcomes(batch.size());
    Map<Integer, Write> changes = new TreeMap<>();
    outcomes.each(i -> changes.put(i, checked(batch.get(i))));
    if (!changes.isEmpty()) {
      put(changes, outcomes);
    }
    return outcomes.all();
  }

  private static Write checked(Write write) {
    if (write.action() != Write.Action.UPDATE) {
      throw new FaultException(
          new Fault.Unsupported("customers come from the shop; the hub only updates them"));
    }
    if (!Ids.isId(id(write))) {
      throw new FaultException(new Fault.Invalid("id", "is no id of a Shopware customer", null));
    }
    return write;
  }

  private static String id(Write write) {
    return write.targetId() == null ? "" : write.targetId();
  }

  private void put(Map<Integer, Write> changes, Outcomes outcomes) {
    Map<String, JsonNode> there = there(changes);
    Map<String, Set<String>> accounts = accounts(changes);
    SyncBatch sync = new SyncBatch();
    changes.forEach(
        (i, write) ->
            outcomes.attempt(
                i,
                () -> {
                  JsonNode customer = asDecided(write, there.get(id(write)), accounts);
                  rows(i, write, customer, sync);
                  outcomes.put(i, new Outcome.Written(id(write), number(customer), null));
                }));
    outcomes.refuse(sync.send(api));
  }

  private Map<String, JsonNode> there(Map<Integer, Write> changes) {
    Map<String, JsonNode> there = new HashMap<>();
    List<String> ids = changes.values().stream().map(CustomerWriter::id).distinct().toList();
    api.search("customer", CustomerShape.CUSTOMER.thin(MOST_CUSTOMERS).ids(ids))
        .forEach(row -> there.put(ShopRow.id(row), row));
    return there;
  }

  /** Ids of the accounts by the e-mail they sign in with; asked only if one is to be written. */
  private Map<String, Set<String>> accounts(Map<Integer, Write> changes) {
    List<String> wanted =
        changes.values().stream()
            .map(write -> ShopRow.text(write.content(), EMAIL))
            .filter(email -> !email.isEmpty())
            .distinct()
            .toList();
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Criteria criteria =
        new Criteria(Criteria.MAX_LIMIT)
            .anyOf(EMAIL, wanted)
            .include("customer", List.of("id", EMAIL, "guest"))
            .ascending("id");
    return api.statedAll("customer", criteria).stream()
        .filter(row -> !row.path("guest").asBoolean(false))
        .collect(
            Collectors.groupingBy(
                row -> ShopRow.text(row, EMAIL),
                Collectors.mapping(ShopRow::id, Collectors.toSet())));
  }

  /** The customer, if it is the one the change was decided on. */
  private static JsonNode asDecided(
      Write write, @Nullable JsonNode customer, Map<String, Set<String>> accounts) {
    if (customer == null) {
      throw new FaultException(gone(write));
    }
    String basis = write.basis();
    if (basis != null && !basis.equals(CustomerShape.CUSTOMER.document(customer, null).version())) {
      throw new FaultException(
          new Fault.Conflict("the customer was changed in the shop since it was read"));
    }
    Set<String> others = accounts.getOrDefault(ShopRow.text(write.content(), EMAIL), Set.of());
    if (others.stream().anyMatch(other -> !other.equals(id(write)))) {
      throw new FaultException(
          new Fault.Invalid(
              EMAIL,
              "belongs to another account of the shop, which signs in with it; correct it in the"
                  + " ERP or merge the accounts",
              null));
    }
    return customer;
  }

  private static Fault gone(Write write) {
    return new Fault.Missing(
        EntityType.CUSTOMER, id(write), "the customer is not in the shop (any more)");
  }

  private static void rows(int place, Write write, JsonNode customer, SyncBatch sync) {
    JsonNode content = write.content();
    ObjectNode row = ShopRow.of(id(write));
    OWN.stream().filter(content::has).forEach(field -> row.set(field, content.path(field)));
    if (content.path("groupId").isString()) {
      row.set("groupId", content.path("groupId"));
    }
    if (row.size() > 1) {
      sync.update(place, "customer", row, gone(write));
    }
    ObjectNode address = ShopRow.of(ShopRow.id(customer.path(CustomerShape.BILLING)));
    content
        .path(CustomerShape.BILLING)
        .properties()
        .forEach(field -> address.set(field.getKey(), field.getValue()));
    address.remove(CustomerNames.COUNTRY);
    if (address.size() > 1) {
      sync.update(place, "customer_address", address, gone(write));
    }
  }

  private static String number(JsonNode customer) {
    return ShopRow.text(customer, CustomerShape.CUSTOMER.number());
  }
}
