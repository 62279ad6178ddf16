package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Entry;
import dev.kontor.twin.businesscentral.totals.InvoiceDiscount;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import dev.kontor.twin.businesscentral.totals.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order or credit memo before it is posted: header, lines and the arithmetic over them. */
final class SalesDocument {
  private static final String IN_REVIEW = "In_x0020_Review";

  private final Records records;
  private final DocumentKind kind;
  private final ObjectNode header;

  private SalesDocument(Records records, DocumentKind kind, ObjectNode header) {
    this.records = records;
    this.kind = kind;
    this.header = header;
  }

  /** Throws ODataFault when there is no such document. */
  static SalesDocument load(Records records, DocumentKind kind, String id) {
    return new SalesDocument(
        records,
        kind,
        records
            .byId(kind.headers(), id)
            .orElseThrow(
                () ->
                    Faults.dialog(
                        "The %s cannot be found."
                            .formatted(kind.label().toLowerCase(Locale.ROOT)))));
  }

  DocumentKind kind() {
    return kind;
  }

  ObjectNode header() {
    return header;
  }

  /** Lines in their sequence. */
  List<ObjectNode> lines() {
    List<ObjectNode> lines =
        new ArrayList<>(records.matching(kind.lines(), "documentId", Records.text(header, "id")));
    lines.sort(Comparator.comparingInt(line -> line.path("sequence").asInt()));
    return lines;
  }

  Terms terms() {
    return terms(records, header);
  }

  /** What holds for the lines of a document with this header, posted or not. */
  static Terms terms(Records records, ObjectNode header) {
    BigDecimal precision =
        records
            .byId("currencies", Records.text(header, "currencyId"))
            .map(currency -> Records.number(currency, "_precision"))
            .filter(p -> p.signum() > 0)
            .orElse(new BigDecimal("0.01"));
    boolean including = header.path("pricesIncludeTax").asBoolean();
    return new Terms(including, precision, RoundingMode.HALF_UP);
  }

  /** Draft orders may change; others were released by a person. */
  void requireDraft() {
    String status = Records.text(header, "status");
    if (!status.equals("Draft")) {
      throw Faults.testField(
          "Status must be equal to 'Open' in Sales Header: Document Type=%s, No.=%s. Current value is '%s'."
              .formatted(
                  kind.label(),
                  Records.text(header, "number"),
                  status.equals(IN_REVIEW) ? "Pending Approval" : "Released"));
    }
  }

  /** Whether anything of the document has left the house. */
  boolean hasShipped() {
    return lines().stream().anyMatch(l -> Records.number(l, "shippedQuantity").signum() != 0);
  }

  /** Pieces of all lines that have left the house. */
  JsonNode shipped() {
    return Records.decimal(
        lines().stream()
            .map(line -> Records.number(line, "shippedQuantity"))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** A posted credit memo cannot be posted, changed or deleted again. */
  void requireUnposted() {
    if (header.path("_posted").asBoolean(false)) {
      throw Faults.dialog("The action can be applied to a draft credit memo only.");
    }
  }

  /** A line as error texts name it. */
  String named(ObjectNode line) {
    return "Sales Line: Document Type=%s, Document No.=%s, Line No.=%s."
        .formatted(kind.label(), Records.text(header, "number"), line.path("sequence").asInt());
  }

  void save(ObjectNode line) {
    records.save(kind.lines(), line);
  }

  /** Takes the document and its lines away. */
  void remove() {
    lines().forEach(line -> records.remove(kind.lines(), Records.text(line, "id")));
    records.remove(kind.headers(), Records.text(header, "id"));
  }

  /** Values the entered line beside the others and stores it (totals.md rule 7). */
  void enter(ObjectNode line) {
    List<Line> others =
        lines().stream()
            .filter(other -> !Records.text(other, "id").equals(Records.text(line, "id")))
            .map(LineAmounts::read)
            .toList();
    ShownAmounts.write(line, Entry.entered(LineAmounts.read(line), others, terms()), terms());
    save(line);
    redistribute();
  }

  /** Spreads the header's invoice discount over the lines as they are now (rule 19). */
  void redistribute() {
    BigDecimal discount = Records.number(header, "_invoiceDiscount");
    boolean spread =
        lines().stream().anyMatch(line -> Records.number(line, "_invoiceDiscount").signum() != 0);
    if (discount.signum() != 0 || spread) {
      revalue(amounts -> InvoiceDiscount.amount(amounts, discount, terms()));
    }
    saveTotals();
  }

  /** Writes the header's discount and spreads it; throws ODataFault when it cannot be. */
  void discount(BigDecimal discount) {
    header.put("_invoiceDiscount", discount);
    redistribute();
  }

  /** VAT per row handed out to the lines, as release does (rule 20). */
  void release() {
    if (Records.text(header, "status").equals(IN_REVIEW)) {
      throw Faults.dialog(
          "This document can only be released when the approval process is complete.");
    }
    if (lines().stream().allMatch(line -> Records.number(line, "quantity").signum() == 0)) {
      throw Faults.dialog(
          "There is nothing to release for the document of type %s with the number %s."
              .formatted(kind.label(), Records.text(header, "number")));
    }
    revalue(amounts -> Posting.released(amounts, terms()));
    header.put("status", "Open");
    saveTotals();
  }

  /** Opens a released document for changes. */
  void reopen() {
    if (Records.text(header, "status").equals(IN_REVIEW)) {
      throw Faults.dialog(
          "The approval process must be cancelled or completed to reopen this document.");
    }
    records.save(kind.headers(), header.put("status", "Draft"));
  }

  /** Hands the document to those who approve it. */
  void review() {
    requireDraft();
    records.save(kind.headers(), header.put("status", IN_REVIEW));
  }

  private void revalue(java.util.function.UnaryOperator<List<Line>> change) {
    List<ObjectNode> lines = lines();
    List<Line> amounts;
    try {
      amounts = change.apply(lines.stream().map(LineAmounts::read).toList());
    } catch (IllegalArgumentException e) {
      throw Faults.dialog(String.valueOf(e.getMessage()));
    }
    for (int i = 0; i < lines.size(); i++) {
      ShownAmounts.write(lines.get(i), amounts.get(i), terms());
      save(lines.get(i));
    }
  }

  /** Stores the totals of the lines as they are now, and whether all of them are shipped. */
  void saveTotals() {
    List<ObjectNode> lines = lines();
    DocumentTotals.write(header, lines.stream().map(LineAmounts::read).toList());
    boolean shipped =
        !lines.isEmpty()
            && lines.stream()
                .allMatch(
                    line ->
                        Records.number(line, "shippedQuantity")
                                .compareTo(Records.number(line, "quantity"))
                            >= 0);
    records.save(kind.headers(), header.put("fullyShipped", shipped));
  }
}
