package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Whether the integration may write what the connection's settings use. Read from its own roles, as
 * trying would change something.
 */
final class WriteRights {

  private final ShopwareApi api;
  private final String accessKey;
  private final Set<String> needed;

  WriteRights(ShopwareApi api, String accessKey, RightsList needed) {
    this.api = api;
    this.accessKey = accessKey;
    this.needed = needed.write();
  }

  void check(List<Finding> findings) {
    Criteria own = new Criteria(1).equalTo("accessKey", accessKey).with("aclRoles");
    try {
      JsonNode integration = api.search("integration", own).path(0);
      if (integration.isMissingNode()) {
        findings.add(unknown());
      } else if (!integration.path("admin").asBoolean(false)) {
        missing(integration.path("aclRoles"), findings);
      }
    } catch (FaultException e) {
      findings.add(unknown());
    }
  }

  private void missing(JsonNode roles, List<Finding> findings) {
    Set<String> missing = new TreeSet<>(needed);
    roles.forEach(role -> role.path("privileges").forEach(p -> missing.remove(p.asString(""))));
    missing.forEach(right -> findings.add(lacking(right)));
  }

  private static Finding lacking(String right) {
    return Finding.warning(
        "right " + right,
        "is not in the integration's roles",
        "give the integration's role the right " + right);
  }

  private static Finding unknown() {
    return Finding.warning(
        "rights to write",
        "cannot be read, so a missing one will show only when it is needed",
        "give the integration's role the rights integration:read and acl_role:read");
  }
}
