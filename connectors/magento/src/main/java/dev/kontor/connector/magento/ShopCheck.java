package dev.kontor.connector.magento;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reach, sign-in and rights of one shop. Changes nothing: whether it may write is seen by writing
 * to an order that cannot be there, as the shop looks at rights first (magento/contract.md §1).
 */
final class ShopCheck {

  private static final String NOBODYS_ORDER = "orders/0/comments";

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final List<Finding> findings = new ArrayList<>();

  ShopCheck(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  List<Finding> findings() {
    List<Fault> faults = new ArrayList<>();
    readable().forEach((what, entity) -> read(what, entity, faults));
    if (faults.stream().anyMatch(fault -> !(fault instanceof Fault.Forbidden))) {
      return List.copyOf(findings);
    }
    findings.add(Finding.ok("sign-in", "the shop knows the integration"));
    if (settings.replyComment()) {
      comment();
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  /** Entity by what people call it. */
  private static Map<String, String> readable() {
    Map<String, String> readable = new LinkedHashMap<>();
    readable.put("orders", "orders");
    readable.put("invoices", "invoices");
    readable.put("shipments", "shipments");
    readable.put("credit memos", "creditmemos");
    return readable;
  }

  /** A fault that is not about a right holds for everything, and is told once. */
  private void read(String what, String entity, List<Fault> faults) {
    if (faults.stream().anyMatch(fault -> !(fault instanceof Fault.Forbidden))) {
      return;
    }
    try {
      api.search(entity, new SearchCriteria(1).only("entity_id"));
    } catch (FaultException e) {
      faults.add(e.fault());
      if (e.fault() instanceof Fault.Forbidden forbidden) {
        missing("read " + what, forbidden.resource());
      } else {
        findings.add(Finding.error("sign-in", e.fault().message(), remedy(e.fault())));
      }
    }
  }

  private void comment() {
    Reply reply =
        api.attempt(
            "POST",
            NOBODYS_ORDER,
            ModelJson.parse(
                """
                {"statusHistory": {"comment": "Kontor", "is_customer_notified": 0,
                 "is_visible_on_front": 0}}\
                """));
    if (reply.status() == 401
        && api.fault(true, NOBODYS_ORDER, reply) instanceof Fault.Forbidden forbidden) {
      missing("comment on orders", forbidden.resource());
    }
  }

  private void missing(String what, String resource) {
    findings.add(
        Finding.error(
            "right to " + what,
            resource + " is missing",
            "allow it in the integration's API resources, then save and activate it again"));
  }

  private static String remedy(Fault fault) {
    return fault instanceof Fault.Unavailable
        ? "check the setting url, and that the hub can reach the shop"
        : "check the settings url, store and the integration's keys";
  }
}
