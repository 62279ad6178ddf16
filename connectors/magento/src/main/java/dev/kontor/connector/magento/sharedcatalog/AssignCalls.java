package dev.kontor.connector.magento.sharedcatalog;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts products into one shared catalogue, or takes them out, many in one call. What is refused as
 * a whole is halved until the bad one stands alone.
 */
final class AssignCalls {

  private static final int MOST = 250;
  private static final int NOT_FOUND = 404;

  private final MagentoApi api;
  private final SharedCatalogs catalogs;
  private final SharedCatalog catalog;
  private final Map<String, Fault> refused = new LinkedHashMap<>();
  private boolean confirmed;

  AssignCalls(MagentoApi api, SharedCatalogs catalogs, SharedCatalog catalog) {
    this.api = api;
    this.catalogs = catalogs;
    this.catalog = catalog;
  }

  /** Refused products, by {@link OpenPieces#key}. */
  Map<String, Fault> refused() {
    return refused;
  }

  /**
   * @throws FaultException if the shop cannot take any now
   */
  void assign(List<String> skus) {
    each("assignProducts", skus);
  }

  /**
   * @throws FaultException likewise
   */
  void unassign(List<String> skus) {
    each("unassignProducts", skus);
  }

  private void each(String action, List<String> skus) {
    for (int from = 0; from < skus.size(); from += MOST) {
      send(catalog.path(action), skus.subList(from, Math.min(skus.size(), from + MOST)));
    }
  }

  private void send(String path, List<String> skus) {
    Reply reply = api.write("POST", path, body(skus));
    Fault fault = fault(path, reply);
    if (fault == null) {
      return;
    }
    if (fault instanceof Fault.Conflict) {
      skus.forEach(sku -> refuse(sku, fault));
    } else if (fault instanceof Fault.Invalid invalid) {
      confirm();
      if (skus.size() == 1) {
        refuse(skus.getFirst(), alone(reply.status(), invalid));
      } else {
        send(path, skus.subList(0, skus.size() / 2));
        send(path, skus.subList(skus.size() / 2, skus.size()));
      }
    } else {
      throw new FaultException(fault);
    }
  }

  private void refuse(String sku, Fault fault) {
    refused.put(OpenPieces.key(sku), fault);
  }

  /** A catalogue that is gone refuses all, which is no fault of the products. */
  private void confirm() {
    if (!confirmed) {
      catalogs.confirm(catalog);
      confirmed = true;
    }
  }

  /** One that was deleted since it was read is looked at again. */
  private Fault alone(int status, Fault.Invalid invalid) {
    String said = "the shared catalogue '" + catalog.name() + "': " + invalid.problem();
    return status == NOT_FOUND
        ? new Fault.Conflict(said)
        : new Fault.Invalid("sharedCatalogs", said, invalid.remoteCode());
  }

  /** The shop answers {@code true} where it did what was asked. */
  private @Nullable Fault fault(String path, Reply reply) {
    if (!reply.ok()) {
      return api.fault(true, path, reply);
    }
    return reply.body().isBoolean() && !reply.body().booleanValue()
        ? new Fault.Conflict("the shop did not carry out " + path)
        : null;
  }

  /** Of a product only its number counts. */
  private static JsonNode body(List<String> skus) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ArrayNode list = body.putArray("products");
    skus.forEach(sku -> list.addObject().put("sku", sku));
    return body;
  }
}
