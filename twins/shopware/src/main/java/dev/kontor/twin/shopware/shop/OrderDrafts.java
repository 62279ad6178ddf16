package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders being edited: a version of its own that nobody but the clerk sees until it is merged. The
 * twin keeps what is to be changed, not a second set of rows, so drafts cannot be read.
 */
public final class OrderDrafts {

  private record Draft(String orderId, OrderEdit edit) {}

  private final Tables tables;
  private final Keys keys;
  private final OrderEdits edits;
  private final Map<String, Draft> drafts = new ConcurrentHashMap<>();

  OrderDrafts(Tables tables, Keys keys, OrderEdits edits) {
    this.tables = tables;
    this.keys = keys;
    this.edits = edits;
  }

  /** Begins an edit and returns its version id; throws ApiError 404 without such an order. */
  public String open(String orderId) {
    if (tables.find("order", orderId).isEmpty()) {
      throw Errors.notFound("order", orderId);
    }
    String versionId = keys.id();
    drafts.put(versionId, new Draft(orderId, OrderEdit.nothing()));
    tables.drafted("order", orderId, versionId, List.of("versionId"));
    return versionId;
  }

  /** A new line as it was posted. */
  public void add(String versionId, String orderId, ObjectNode line) {
    Draft draft = draft(versionId);
    if (!draft.orderId().equals(orderId)) {
      throw Errors.notFound("order", orderId);
    }
    draft.edit().added().add(line);
    tables.drafted("order_line_item", keys.id(), versionId, List.of("price"));
    told(draft, versionId);
  }

  /** 0 removes the line. */
  public void quantity(String versionId, String lineId, int quantity) {
    Draft draft = draft(versionId);
    ObjectNode line =
        tables
            .find("order_line_item", lineId)
            .filter(row -> draft.orderId().equals(Values.text(row, "orderId")))
            .orElseThrow(() -> Errors.notFound("order_line_item", lineId));
    draft.edit().quantities().put(Values.required(line, "id"), quantity);
    tables.drafted("order_line_item", lineId, versionId, List.of("quantity"));
    told(draft, versionId);
  }

  private void told(Draft draft, String versionId) {
    tables.drafted("order", draft.orderId(), versionId, List.of("price"));
  }

  /** Makes the draft the order. */
  public void merge(String versionId) {
    Draft draft = draft(versionId);
    edits.apply(draft.orderId(), draft.edit());
    drafts.remove(versionId);
  }

  public void discard(String versionId) {
    draft(versionId);
    drafts.remove(versionId);
  }

  private Draft draft(String versionId) {
    Draft draft = drafts.get(versionId);
    if (draft == null) {
      throw Errors.notFound("version", versionId);
    }
    return draft;
  }
}
