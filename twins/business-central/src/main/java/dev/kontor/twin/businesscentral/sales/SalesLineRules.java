package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Lines of unposted documents; each change also touches the document (behaviours.md §8). */
public final class SalesLineRules implements Rules {
  private static final int STEP = 10_000;
  private static final Map<String, String> FIXED =
      Map.of(
          "documentId", "The value for \"documentId\" cannot be modified.",
          "sequence",
              "The value for sequence cannot be modified. Delete and insert the line again.",
          "lineObjectNumber", "The value for \"lineObjectNumber\" cannot be modified.");

  // What the next posting handles may be chosen on released orders too.
  private static final Set<String> HANDLING = Set.of("shipQuantity", "invoiceQuantity");

  // A shipped line stays what it is.
  private static final Set<String> IDENTITY =
      Set.of(
          "itemId",
          "accountId",
          "lineType",
          "itemVariantId",
          "unitOfMeasureId",
          "unitOfMeasureCode");

  private final Records records;
  private final DocumentKind kind;

  public SalesLineRules(Records records, DocumentKind kind) {
    this.records = records;
    this.kind = kind;
  }

  @Override
  public void checkRead(Set<String> filteredFields, boolean throughParent) {
    requireDocument(filteredFields, throughParent);
  }

  /** Lines are only read of one document (behaviours.md §3). */
  static void requireDocument(Set<String> filteredFields, boolean throughParent) {
    if (!throughParent
        && !filteredFields.contains("documentId")
        && !filteredFields.contains("id")) {
      throw Faults.dialog("You must specify an Id or a Document Id to get the lines.");
    }
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    String documentId = Records.text(body, "documentId");
    if (documentId.isEmpty()) {
      throw Faults.dialog("You must specify a Document Id to get the lines.");
    }
    notBoth(body);
    SalesDocument document = SalesDocument.load(records, kind, documentId);
    document.requireDraft();
    ObjectNode line =
        records
            .create(kind.lines())
            .put("documentId", documentId)
            .put("sequence", nextSequence(document));
    edit(document, line, body);
    document.enter(line);
    DimensionSetLineRules.inherit(records, documentId, Records.text(line, "id"));
    return line;
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    FIXED.forEach(
        (field, message) -> {
          if (patch.has(field) && !patch.path(field).equals(row.path(field))) {
            throw Faults.dialog(message);
          }
          patch.remove(field);
        });
    notBoth(patch);
    SalesDocument document = SalesDocument.load(records, kind, Records.text(row, "documentId"));
    if (kind == DocumentKind.ORDER && HANDLING.containsAll(patch.propertyNames())) {
      patch.properties().forEach(field -> Handling.choose(row, field.getKey(), field.getValue()));
      document.save(row);
      document.saveTotals();
      return row;
    }
    document.requireDraft();
    boolean shipped = Records.number(row, "shippedQuantity").signum() != 0;
    if (shipped && patch.propertyNames().stream().anyMatch(IDENTITY::contains)) {
      throw Faults.mustBeZero("Quantity Shipped", document.named(row), row.path("shippedQuantity"));
    }
    edit(document, row, patch);
    document.enter(row);
    return row;
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    SalesDocument document = SalesDocument.load(records, kind, Records.text(row, "documentId"));
    document.requireDraft();
    Handling.checkDelete(document, row);
    records.remove(kind.lines(), Records.text(row, "id"));
    document.redistribute();
  }

  private void edit(SalesDocument document, ObjectNode line, ObjectNode body) {
    LineEditor editor = new LineEditor(records, document, line);
    body.properties().forEach(field -> editor.apply(field.getKey(), field.getValue()));
  }

  private static void notBoth(ObjectNode body) {
    if (body.has("itemId") && body.has("accountId")) {
      throw Faults.dialog(
          "Both \"itemId\" and \"accountId\" are specified. Specify only one of them.");
    }
  }

  private static int nextSequence(SalesDocument document) {
    return document.lines().stream()
        .mapToInt(line -> line.path("sequence").asInt() + STEP)
        .max()
        .orElse(STEP);
  }
}
