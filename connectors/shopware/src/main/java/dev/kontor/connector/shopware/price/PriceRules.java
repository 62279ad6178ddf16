package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Group;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.connector.shopware.price.Audience.Kind;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hub's own rules, one per audience: the shop takes the prices of the matching rule with the
 * highest priority, so a customer's come before the group's and these before everybody's.
 */
final class PriceRules {

  /**
   * A rule of the hub.
   *
   * @param condition the shop's name of its condition, holding for those listed
   * @param listed name of the condition's list, empty if it has none
   */
  record PriceRule(
      String id, String name, int priority, String condition, String listed, String value) {}

  private static final int EVERYBODY = 1;
  private static final int GROUP = 1_000;
  private static final int CUSTOMER = 2_000;

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final ShopFacts facts;

  PriceRules(ShopwareApi api, ShopwareSettings settings, ShopFacts facts) {
    this.api = api;
    this.settings = settings;
    this.facts = facts;
  }

  /**
   * The rule of an audience; empty if the settings leave its prices out.
   *
   * @throws FaultException if the settings name a customer group the shop does not have
   */
  Optional<PriceRule> of(Audience audience) {
    return switch (audience.kind()) {
      case EVERYBODY -> Optional.of(rule("everybody", "everybody", EVERYBODY, "alwaysValid", ""));
      case CUSTOMER_GROUP ->
          Optional.ofNullable(settings.prices().groups().get(audience.code()))
              .map(name -> group(audience.code(), name));
      case CUSTOMER ->
          settings.prices().customers()
              ? Optional.of(
                  rule(
                      audience.code(),
                      "customer " + audience.code(),
                      CUSTOMER,
                      "customerCustomerNumber",
                      "numbers"))
              : Optional.empty();
    };
  }

  /** Why the prices of an audience are left out. */
  static String note(Audience audience) {
    return audience.kind() == Kind.CUSTOMER
        ? "prices of single customers were left out; the setting prices.customers is off"
        : "prices of price group "
            + audience.code()
            + " were left out; the setting prices.groups does not name it";
  }

  private PriceRule group(String code, String name) {
    Group group =
        facts
            .group(name)
            .orElseThrow(
                () ->
                    new FaultException(
                        new Fault.Misconfigured(
                            settings.connection() + ".prices.groups." + code,
                            "names '"
                                + name
                                + "', but the shop has no customer group of that name or id")));
    return rule(
        group.id(), "group " + group.name(), GROUP, "customerCustomerGroup", "customerGroupIds");
  }

  private PriceRule rule(String value, String name, int priority, String condition, String listed) {
    return new PriceRule(
        settings.id("rule", condition, value),
        settings.connection() + ": prices of " + name,
        priority,
        condition,
        listed,
        value);
  }

  /** Those the shop has, in one search; people may have deleted one. */
  Set<String> existing(Collection<PriceRule> rules) {
    Set<String> ids = new HashSet<>();
    if (!rules.isEmpty()) {
      Criteria criteria =
          new Criteria(Criteria.MAX_LIMIT)
              .anyOf("id", rules.stream().map(PriceRule::id).distinct().toList())
              .include("rule", List.of("id"))
              .ascending("id");
      api.statedAll("rule", criteria).forEach(row -> ids.add(ShopRow.id(row)));
    }
    return ids;
  }

  /** Makes the rule together with the first price under it. */
  static void make(PriceRule rule, int document, SyncBatch sync) {
    ObjectNode row =
        ShopRow.of(rule.id())
            .put("name", rule.name())
            .put("priority", rule.priority())
            .put("description", "Made by Kontor, which keeps the prices under it.");
    ObjectNode any = container(row, rule.id(), "orContainer");
    ObjectNode all = container(any, rule.id(), "andContainer");
    ObjectNode condition = condition(all, "conditions", rule.id(), rule.condition());
    if (!rule.listed().isEmpty()) {
      condition.putObject("value").put("operator", "=").putArray(rule.listed()).add(rule.value());
    }
    sync.upsert(document, "rule", row);
  }

  private static ObjectNode container(ObjectNode parent, String ruleId, String type) {
    return condition(parent, "conditions", ruleId, type);
  }

  private static ObjectNode condition(ObjectNode parent, String list, String ruleId, String type) {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("id", Ids.of(ruleId + "|" + type));
    made.put("type", type);
    parent.putArray(parent.has("type") ? "children" : list).add(made);
    return made;
  }
}
