package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.CustomerSettings;
import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What of the ERP's word the shop has a place for, and under which names. */
final class Terms {

  static final String GROUP = "group";
  static final String TERMS = "terms";
  static final String LIMIT = "creditLimit";
  static final String BALANCE = "balance";
  static final String CURRENCY = "currency";

  /** What a company's credit takes. */
  private static final Set<String> ON_CREDIT = Set.of(LIMIT, BALANCE, CURRENCY);

  private final MagentoSettings settings;
  private final Groups groups;

  Terms(MagentoSettings settings, Groups groups) {
    this.settings = settings;
    this.groups = groups;
  }

  /**
   * @param ofCompany whether the account buys for a company, whose credit takes limit and balance
   */
  Prepared resolve(JsonNode content, boolean ofCompany) {
    ObjectNode customer = content.deepCopy().asObject();
    List<String> notes = new ArrayList<>();
    Fault problem = group(customer, notes);
    if (problem == null) {
      problem = terms(customer, ofCompany);
    }
    return problem == null ? new Prepared.Ready(customer, notes) : new Prepared.Refused(problem);
  }

  /** Left out where the shop has no such group: the account then keeps its own. */
  private @Nullable Fault group(ObjectNode customer, List<String> notes) {
    String wanted = Text.text(customer.path(GROUP).path("name"));
    customer.remove(GROUP);
    if (wanted == null) {
      return null;
    }
    String named = settings.customers().groups().get(wanted);
    Optional<String> there = groups.id(named == null ? wanted : named).flatMap(groups::name);
    if (there.isPresent()) {
      customer.putObject(GROUP).put("name", there.get());
    } else if (named != null) {
      return new Fault.Misconfigured(
          settings.connection() + ".customers.groups",
          "names '" + named + "', but the shop has no such customer group");
    } else {
      notes.add(
          "the account keeps its group: setting customers.groups does not name price group "
              + wanted);
    }
    return null;
  }

  private @Nullable Fault terms(ObjectNode customer, boolean ofCompany) {
    if (!(customer.get(TERMS) instanceof ObjectNode terms)) {
      return null;
    }
    Set<String> attributes = settings.customers().attributes().keySet();
    for (String term : List.copyOf(terms.propertyNames())) {
      if (!attributes.contains(term) && !(ofCompany && ON_CREDIT.contains(term))) {
        terms.remove(term);
      }
    }
    return terms.path(LIMIT).isNumber() && terms.path(LIMIT).decimalValue().signum() < 0
        ? new Fault.Invalid(
            "terms.creditLimit", "is below zero, which the shop does not take", null)
        : null;
  }

  /** The amount of a term that is to be written; empty if it is not named. */
  static Optional<BigDecimal> amount(JsonNode content, String term) {
    JsonNode value = content.path(TERMS).path(term);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    String text = Text.text(value);
    try {
      return Optional.of(text == null ? BigDecimal.ZERO : new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new FaultException(
          new Fault.Invalid("terms." + term, "is no number; write it like 12.50", null));
    }
  }

  /**
   * The codes and texts of the attributes that are to be written.
   *
   * @param ofCompany whether a company's credit takes limit and balance
   */
  static ObjectNode attributes(CustomerSettings settings, JsonNode content, boolean ofCompany) {
    ObjectNode values = AccountShape.object();
    settings
        .attributes()
        .forEach(
            (term, code) -> {
              JsonNode value = content.path(TERMS).path(term);
              if (!value.isMissingNode() && !(ofCompany && ON_CREDIT.contains(term))) {
                String text = Text.text(value);
                values.put(code, text == null ? "" : text);
              }
            });
    return values;
  }
}
