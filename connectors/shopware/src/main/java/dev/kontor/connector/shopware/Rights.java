package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether the integration may read and write what the connection's settings use. */
final class Rights {

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final RightsList needed;

  Rights(ShopwareApi api, ShopwareSettings settings) {
    this.api = api;
    this.settings = settings;
    this.needed = RightsList.of(settings);
  }

  void check(List<Finding> findings) {
    for (String entity : needed.read()) {
      try {
        api.search(entity.replace('_', '-'), new Criteria(1));
      } catch (FaultException e) {
        findings.add(refused(entity, e.fault()));
      }
    }
    writing(findings);
  }

  private static Finding refused(String entity, Fault fault) {
    String right = entity + ":read";
    return fault instanceof Fault.Forbidden
        ? Finding.error(
            "right " + right, "is missing", "give the integration's role the right " + right)
        : Finding.error(
            "right " + right, fault.message(), "check the shop, then run the check again");
  }

  /** Read from the integration's own roles, as trying would change something. */
  private void writing(List<Finding> findings) {
    ObjectNode roles = JsonNodeFactory.instance.objectNode();
    roles.putObject("aclRoles");
    try {
      JsonNode own =
          api.search(
              "integration",
              new Criteria(1).equalTo("accessKey", settings.clientId()).associations(roles));
      if (own.isEmpty()) {
        findings.add(unknown());
      } else if (!own.path(0).path("admin").asBoolean(false)) {
        missing(own.path(0).path("aclRoles"), findings);
      }
    } catch (FaultException e) {
      findings.add(unknown());
    }
  }

  private void missing(JsonNode roles, List<Finding> findings) {
    Set<String> granted = new TreeSet<>();
    roles.forEach(role -> role.path("privileges").forEach(p -> granted.add(p.asString(""))));
    for (String right : needed.write()) {
      if (!granted.contains(right)) {
        findings.add(
            Finding.warning(
                "right " + right,
                "is not in the integration's roles",
                "give the integration's role the right " + right));
      }
    }
  }

  private static Finding unknown() {
    return Finding.warning(
        "rights to write",
        "cannot be read, so a missing one will show only when it is needed",
        "give the integration's role the rights integration:read and acl_role:read");
  }
}
