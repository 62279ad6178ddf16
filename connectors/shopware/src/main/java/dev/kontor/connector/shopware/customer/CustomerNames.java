package dev.kontor.connector.shopware.customer;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Country;
import dev.kontor.connector.shopware.api.Group;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds the shop's ids of the group and the country a customer names. */
final class CustomerNames {

  static final String COUNTRY = "country";
  private static final String GROUP = "group";

  private final ShopwareSettings settings;
  private final ShopFacts facts;

  CustomerNames(ShopwareSettings settings, ShopFacts facts) {
    this.settings = settings;
    this.facts = facts;
  }

  Prepared resolve(JsonNode content) {
    ObjectNode customer = content.deepCopy().asObject();
    List<String> notes = new ArrayList<>();
    String problem = group(customer, notes);
    if (problem != null) {
      return new Prepared.Refused(
          new Fault.Misconfigured(settings.connection() + ".customers.groups", problem));
    }
    String code = ShopRow.text(customer.path(CustomerShape.BILLING).path(COUNTRY), "iso");
    if (!code.isEmpty()) {
      Optional<Country> country = facts.country(code);
      if (country.isEmpty()) {
        return new Prepared.Refused(
            new Fault.Invalid(
                "defaultBillingAddress.country",
                "the shop has no country " + code + "; add it there or correct it in the ERP",
                null));
      }
      customer.withObjectProperty(CustomerShape.BILLING).put("countryId", country.get().id());
    }
    return new Prepared.Ready(customer, notes);
  }

  /** Left out where the settings name no group for it: the customer then keeps his. */
  private @Nullable String group(ObjectNode customer, List<String> notes) {
    if (!customer.has(GROUP)) {
      return null;
    }
    String wanted = ShopRow.text(customer.path(GROUP), "name");
    String named = settings.customers().groups().get(wanted);
    Optional<Group> group = facts.group(named == null ? wanted : named);
    if (named != null && group.isEmpty()) {
      return "names '" + named + "', but the shop has no customer group of that name or id";
    }
    customer.remove(GROUP);
    if (group.isPresent()) {
      customer.put("groupId", group.get().id()).putObject(GROUP).put("name", group.get().name());
    } else if (!wanted.isEmpty()) {
      notes.add(
          "the customer keeps his group: setting customers.groups does not name price group "
              + wanted);
    }
    return null;
  }
}
