package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.kit.Faults;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One call for each product, for shops whose message queue nobody works off. */
final class Single implements Sending {

  private static final int MOST = 20;

  private final MagentoApi api;

  Single(MagentoApi api) {
    this.api = api;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Map<String, Outcome> earlier(List<String> skus) {
    return Map.of();
  }

  @Override
  public List<@Nullable Outcome> send(String view, List<ObjectNode> products) {
    List<@Nullable Outcome> outcomes = new ArrayList<>();
    products.forEach(product -> outcomes.add(send(api.in(view), product)));
    return outcomes;
  }

  private static @Nullable Fault send(MagentoApi view, ObjectNode product) {
    Reply reply =
        view.write(
            "POST", "products", ModelJson.mapper().createObjectNode().set("product", product));
    if (reply.ok()) {
      return null;
    }
    Fault fault = view.fault(true, "products", reply);
    if (fault instanceof Fault.Conflict) {
      return fault;
    }
    if (!Faults.isAboutDocument(fault)) {
      throw new FaultException(fault);
    }
    return fault instanceof Fault.Invalid invalid ? Refusal.ofText(invalid.problem()) : fault;
  }
}
