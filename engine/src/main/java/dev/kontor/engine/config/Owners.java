package dev.kontor.engine.config;

import dev.kontor.model.EntityType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whose word each attribute is. Owners are stated once, with the flow from shop to ERP, and hold
 * both ways, so that no attribute is ever written by both.
 */
final class Owners {

  private final YamlDocument document;
  private final List<Problem> problems;

  Owners(YamlDocument document, List<Problem> problems) {
    this.document = document;
    this.problems = problems;
  }

  /**
   * What is wrong with what the operator states for one flow.
   *
   * @param set the operator's settings of the flow
   */
  void check(String pointer, FlowConfig flow, JsonNode set) {
    for (Map.Entry<String, JsonNode> stated : set.path("owners").properties()) {
      String at = FieldPath.pointer(FieldPath.pointer(pointer, "owners"), stated.getKey());
      if (!known(flow).contains(stated.getKey())) {
        problems.add(
            document.problem(
                at,
                "is no attribute that the flow '" + flow.name() + "' shares",
                Nearest.remedy(stated.getKey(), known(flow), "remove it")));
      } else if (flow.kind() == FlowKind.STATE && stated.getValue().asString().equals("latest")) {
        problems.add(
            document.problem(
                at,
                "has no owner: of an article it is not known which value was changed last",
                "write shop or erp"));
      }
    }
    flow.sharing().owners().entrySet().stream()
        .filter(owned -> !owned.getKey().isPersonal() && owned.getValue() != Owner.ERP)
        .forEach(
            owned ->
                problems.add(
                    document.problem(
                        pointer,
                        "gives "
                            + owned.getKey().key()
                            + " of the flow '"
                            + flow.name()
                            + "' to another owner than the ERP",
                        "remove it under owners, or write erp: what a customer may owe is the ERP's"
                            + " word alone")));
  }

  private static Set<String> known(FlowConfig flow) {
    return switch (flow.kind()) {
      case SHARED, CUSTOMERS ->
          Arrays.stream(Attribute.values()).map(Attribute::key).collect(Collectors.toSet());
      case STATE ->
          flow.from().entity() == EntityType.PRODUCT
              ? Arrays.stream(ArticleAttribute.values())
                  .map(ArticleAttribute::key)
                  .collect(Collectors.toSet())
              : Set.of();
      case ORDERS, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, STOCK, PROGRESS -> Set.of();
    };
  }

  /** The flows, each pair with the same owners. */
  List<FlowConfig> shared(List<FlowConfig> flows, String pointer) {
    Map<String, FlowConfig> byName = new LinkedHashMap<>();
    flows.forEach(flow -> byName.put(flow.name(), flow));
    for (FlowConfig flow : flows) {
      FlowConfig mirrored = byName.get(flow.sharing().mirrors());
      if (mirrored != null) {
        if (!flow.sharing().owners().equals(Attribute.usualOwners())
            || !flow.sharing().articles().isEmpty()) {
          problems.add(
              document.problem(
                  pointer,
                  "states owners with the flow '" + flow.name() + "'",
                  "state them with the flow '" + mirrored.name() + "'; they hold both ways"));
        }
        Sharing own = flow.sharing().owned(mirrored.sharing().owners());
        FlowConfig mirror = flow.sharing(own);
        byName.put(flow.name(), mirror);
        if (flow.kind() == FlowKind.STATE) {
          articles(byName, pointer, mirror, mirrored, flows);
        }
      }
    }
    return List.copyOf(byName.values());
  }

  /** What nobody stated is the ERP's, or the shop's where nothing comes from the ERP. */
  private void articles(
      Map<String, FlowConfig> byName,
      String pointer,
      FlowConfig fromErp,
      FlowConfig fromShop,
      List<FlowConfig> flows) {
    Map<ArticleAttribute, Owner> stated = fromShop.sharing().articles();
    boolean priced = flows.stream().anyMatch(flow -> isPricing(flow, fromErp));
    Map<ArticleAttribute, Owner> owners =
        ArticleAttribute.owners(
            attribute -> {
              boolean erp = fromErp.enabled() || (attribute == ArticleAttribute.PRICE && priced);
              return stated.getOrDefault(attribute, erp ? Owner.ERP : Owner.SHOP);
            });
    if (priced && owners.get(ArticleAttribute.PRICE) == Owner.SHOP) {
      problems.add(
          document.problem(
              pointer,
              "gives price of the flow '"
                  + fromShop.name()
                  + "' to the shop, where a flow of prices writes it",
              "switch the flow of prices off: enabled: false, or write owners: {price: erp}"));
    }
    byName.put(fromErp.name(), fromErp.sharing(fromErp.sharing().articlesOwned(owners)));
    byName.put(fromShop.name(), fromShop.sharing(fromShop.sharing().articlesOwned(owners)));
  }

  private static boolean isPricing(FlowConfig flow, FlowConfig fromErp) {
    return flow.enabled()
        && flow.to().entity() == EntityType.PRICE
        && flow.to().connection().equals(fromErp.to().connection());
  }
}
