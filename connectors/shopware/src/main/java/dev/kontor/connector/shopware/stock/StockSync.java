package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.api.ApiErrors;
import dev.kontor.connector.shopware.api.ApiErrors.ApiError;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.product.ProductIds;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends stocks through {@code /api/_action/sync} (shopware/contract.md §3). */
final class StockSync {

  private static final String PATH = "/api/_action/sync";
  private static final String KEY = "stock";
  private static final Pattern POINTER = Pattern.compile("/" + KEY + "/(\\d+)/(.+)");

  /**
   * One stock of a batch.
   *
   * @param index of the outcome it answers to
   */
  record Row(int index, String id, StockLevel level) {}

  private final ShopwareApi api;
  private final ProductIds ids;

  StockSync(ShopwareApi api, ProductIds ids) {
    this.api = api;
    this.ids = ids;
  }

  /**
   * Fills the outcome of every row.
   *
   * @throws FaultException if the whole call failed
   */
  void write(List<Row> rows, @Nullable Outcome[] outcomes) {
    List<Row> left = rows;
    while (!left.isEmpty()) {
      Reply reply = api.write("POST", PATH, body(left));
      if (reply.ok()) {
        left.forEach(row -> outcomes[row.index()] = written(row));
        return;
      }
      Fault fault = api.fault(true, PATH, reply);
      if (!(fault instanceof Fault.Invalid)) {
        throw new FaultException(fault);
      }
      Map<Integer, ApiError> blamed = blamed(reply, left.size());
      if (blamed.isEmpty()) {
        halve(left, fault, outcomes);
        return;
      }
      left = without(left, blamed, outcomes);
    }
  }

  /** Nothing was applied and the shop does not say whose fault it was. */
  private void halve(List<Row> rows, Fault fault, @Nullable Outcome[] outcomes) {
    if (rows.size() == 1) {
      outcomes[rows.getFirst().index()] = fault;
      return;
    }
    int half = rows.size() / 2;
    write(rows.subList(0, half), outcomes);
    write(rows.subList(half, rows.size()), outcomes);
  }

  private List<Row> without(
      List<Row> rows, Map<Integer, ApiError> blamed, @Nullable Outcome[] outcomes) {
    List<Row> rest = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      ApiError error = blamed.get(i);
      if (error == null) {
        rest.add(row);
      } else {
        outcomes[row.index()] = refused(row, error);
      }
    }
    return rest;
  }

  /** Only a product that is gone is taken for a new one, which lacks its obligatory fields. */
  private Fault refused(Row row, ApiError error) {
    if (!error.pointer().endsWith("/" + KEY)) {
      ids.forget(row.level().number());
      return StockWriter.missing(row.level().number());
    }
    return new Fault.Invalid(KEY, error.text(), error.code());
  }

  /** By position; a lacking obligatory field says more than the stock: the product is gone. */
  private static Map<Integer, ApiError> blamed(Reply reply, int size) {
    Map<Integer, ApiError> blamed = new LinkedHashMap<>();
    for (ApiError error : ApiErrors.of(reply.body()).all()) {
      Matcher pointer = POINTER.matcher(error.pointer());
      if (pointer.matches() && Integer.parseInt(pointer.group(1)) < size) {
        int index = Integer.parseInt(pointer.group(1));
        ApiError known = blamed.get(index);
        if (known == null || known.pointer().endsWith("/" + KEY)) {
          blamed.put(index, error);
        }
      }
    }
    return blamed;
  }

  private static ArrayNode body(List<Row> rows) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    ObjectNode operation =
        operations.addObject().put("key", KEY).put("action", "upsert").put("entity", "product");
    ArrayNode payload = operation.putArray("payload");
    rows.forEach(row -> payload.addObject().put("id", row.id()).put("stock", row.level().stock()));
    return operations;
  }

  private static Outcome written(Row row) {
    return new Outcome.Written(row.id(), row.level().number(), null);
  }
}
