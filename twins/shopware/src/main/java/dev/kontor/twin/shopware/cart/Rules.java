package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which rules hold for a shopper (Shopware's rule classes of the same names); payloads are made by
 * the indexer, and a rule without one never holds.
 */
public final class Rules {
  private final Tables tables;

  public Rules(Tables tables) {
    this.tables = tables;
  }

  /** Ids by falling priority. */
  public List<String> of(Shopper shopper) {
    return tables.all("rule").stream()
        .filter(rule -> !rule.path("payload").isEmpty())
        .filter(rule -> all(rule.path("payload"), shopper))
        .sorted(Comparator.comparingInt((ObjectNode r) -> r.path("priority").asInt(0)).reversed())
        .map(rule -> Values.required(rule, "id"))
        .toList();
  }

  private static boolean all(JsonNode conditions, Shopper shopper) {
    return conditions.valueStream().allMatch(c -> holds(c, shopper));
  }

  private static boolean holds(JsonNode condition, Shopper shopper) {
    JsonNode value = condition.path("value");
    JsonNode children = condition.path("children");
    ObjectNode customer = shopper.customer();
    return switch (condition.path("type").asString("")) {
      case "andContainer" -> all(children, shopper);
      case "orContainer" -> children.valueStream().anyMatch(c -> holds(c, shopper));
      case "notContainer" -> children.valueStream().noneMatch(c -> holds(c, shopper));
      case "alwaysValid", "customerLoggedIn" -> value.path("isLoggedIn").asBoolean(true);
      case "customerCustomerGroup" -> among(text(customer, "groupId"), value, "customerGroupIds");
      case "customerCustomerNumber" -> among(text(customer, "customerNumber"), value, "numbers");
      case "customerTag" -> tagged(customer, value);
      case "customerEmail" -> email(text(customer, "email"), value);
      case "customerBillingCountry" -> among(shopper.billingCountryId(), value, "countryIds");
      case "customerShippingCountry" -> among(shopper.shippingCountryId(), value, "countryIds");
      case "currency" -> among(shopper.currencyId(), value, "currencyIds");
      case "salesChannel" -> among(shopper.salesChannelId(), value, "salesChannelIds");
      case "customerIsCompany" ->
          value.path("isCompany").asBoolean(true) == customer.path("company").isString();
      case "customerIsGuest" ->
          value.path("isGuest").asBoolean(true) == customer.path("guest").asBoolean(false);
      case "dateRange" -> within(value, shopper.now());
      default -> false;
    };
  }

  private static String text(ObjectNode row, String field) {
    return row.path(field).asString("");
  }

  private static boolean negated(JsonNode value) {
    return value.path("operator").asString("=").equals("!=");
  }

  private static boolean among(String own, JsonNode value, String list) {
    boolean found =
        value.path(list).valueStream().anyMatch(v -> v.asString("").equalsIgnoreCase(own));
    return found != negated(value);
  }

  private static boolean tagged(ObjectNode customer, JsonNode value) {
    Set<String> own = new java.util.HashSet<>();
    customer.path("tagIds").forEach(id -> own.add(id.asString()));
    boolean found =
        value.path("identifiers").valueStream().anyMatch(v -> own.contains(v.asString()));
    return found != negated(value);
  }

  private static boolean email(String own, JsonNode value) {
    List<String> parts = new ArrayList<>();
    for (String part : value.path("email").asString("").toLowerCase(Locale.ROOT).split("\\*", -1)) {
      parts.add(java.util.regex.Pattern.quote(part));
    }
    return own.toLowerCase(Locale.ROOT).matches(String.join(".*", parts)) != negated(value);
  }

  // Without times whole days count, the last one included.
  private static boolean within(JsonNode value, Instant now) {
    boolean timed = value.path("useTime").asBoolean(false);
    Optional<Instant> from = Values.instant(value.path("fromDate").asString(""));
    Optional<Instant> to = Values.instant(value.path("toDate").asString(""));
    Instant first = from.map(i -> timed ? i : day(i)).orElse(Instant.MIN);
    Instant end = to.map(i -> timed ? i : day(i).plus(1, ChronoUnit.DAYS)).orElse(Instant.MAX);
    return !first.isAfter(now) && end.isAfter(now);
  }

  private static Instant day(Instant instant) {
    return instant.truncatedTo(ChronoUnit.DAYS);
  }
}
