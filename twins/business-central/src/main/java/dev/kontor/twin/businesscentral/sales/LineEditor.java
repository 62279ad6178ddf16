package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.master.ItemUnits;
import dev.kontor.twin.businesscentral.master.VatSetup;
import dev.kontor.twin.businesscentral.pricing.Found;
import dev.kontor.twin.businesscentral.pricing.LinePricing;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Terms;
import dev.kontor.twin.businesscentral.totals.VatRate;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.Problem;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies one property after the other, in the order sent: item, variant, unit and quantity fetch
 * the price anew, so a price has to come after them (totals.md rule 6).
 */
final class LineEditor {
  /** What made the line ask for its price. */
  private enum Trigger {
    ITEM,
    VARIANT,
    UNIT,
    QUANTITY
  }

  private final Records records;
  private final SalesDocument document;
  private final ObjectNode header;
  private final ObjectNode line;
  private final Terms terms;

  LineEditor(Records records, SalesDocument document, ObjectNode line) {
    this.records = records;
    this.document = document;
    this.header = document.header();
    this.terms = document.terms();
    this.line = line;
  }

  void apply(String field, JsonNode value) {
    switch (field) {
      case "documentId", "id" -> {}
      case "itemId" -> byId(value.asString(), "items", "Item does not exist.");
      case "accountId" -> byId(value.asString(), "accounts", "Account does not exist.");
      case "lineObjectNumber" -> byNumber(value.asString());
      case "quantity" -> {
        Handling.order(document, line, value);
        fetchPrice(Trigger.QUANTITY);
      }
      case "itemVariantId" -> {
        variant(value.asString());
        fetchPrice(Trigger.VARIANT);
      }
      case "unitOfMeasureCode", "unitOfMeasureId" -> {
        unit(field, value.asString());
        fetchPrice(Trigger.UNIT);
      }
      case "unitPrice" -> {
        line.set(field, value);
        discountByPercent(Records.number(line, "discountPercent"));
      }
      case "discountPercent" -> discountByPercent(value.decimalValue());
      case "discountAmount" -> discountByAmount(value.decimalValue());
      case "shipQuantity", "invoiceQuantity" -> Handling.choose(line, field, value);
      case "shippedQuantity", "invoicedQuantity" ->
          throw ODataFault.of(Problem.READ_ONLY, "Control '" + field + "' is read-only.");
      case "taxCode" -> vat(value.asString());
      case "locationId" -> location(value);
      default -> line.set(field, value);
    }
  }

  private void byId(String id, String set, String message) {
    if (Records.isBlankId(id)) {
      return;
    }
    ObjectNode target = records.byId(set, id).orElseThrow(() -> Faults.dialog(message));
    if (set.equals("items")) {
      item(target);
    } else {
      account(target);
    }
  }

  private void byNumber(String number) {
    String type = Records.text(line, "lineType");
    if (type.equals("Comment") && number.isEmpty()) {
      return;
    }
    String set = type.equals("Item") ? "items" : type.equals("Account") ? "accounts" : "";
    Optional<ObjectNode> target =
        set.isEmpty() ? Optional.empty() : records.by(set, "number", number);
    if (target.isEmpty()) {
      throw Faults.relation(
          "No.", "Sales Line", number, type.equals("Account") ? "G/L Account" : type);
    }
    if (set.equals("items")) {
      item(target.get());
    } else {
      account(target.get());
    }
  }

  private void item(ObjectNode item) {
    String number = Records.text(item, "number");
    usable(item, number);
    line.put("lineType", "Item").set("itemId", item.path("id"));
    line.set("unitOfMeasureId", item.path("baseUnitOfMeasureId"));
    line.set("unitOfMeasureCode", item.path("baseUnitOfMeasureCode"));
    named(item, number);
    vat(Records.text(item, "taxGroupCode"));
    records
        .by("locations", "code", Records.text(header, "locationCode"))
        .ifPresent(location -> line.set("locationId", location.path("id")));
    fetchPrice(Trigger.ITEM);
  }

  private void usable(ObjectNode item, String number) {
    if (item.path("blocked").asBoolean()) {
      throw Faults.testField(
          "Blocked must be equal to 'No'  in Item: No.=%s. Current value is 'Yes'."
              .formatted(number));
    }
    if (item.path("salesBlocked").asBoolean() && document.kind() == DocumentKind.ORDER) {
      throw Faults.dialog(
          "You cannot sell Item %s because the Sales Blocked check box is selected on the Item card."
              .formatted(number));
    }
    if (Records.text(item, "generalProductPostingGroupCode").isEmpty()) {
      throw Faults.mustHaveValue("Gen. Prod. Posting Group", "Item", number);
    }
  }

  private void account(ObjectNode account) {
    String number = Records.text(account, "number");
    if (account.path("blocked").asBoolean() || !account.path("directPosting").asBoolean()) {
      throw Faults.testField(
          "Direct Posting must be equal to 'Yes'  in G/L Account: No.=%s. Current value is 'No'."
              .formatted(number));
    }
    line.put("lineType", "Account").set("accountId", account.path("id"));
    named(account, number);
    vat(Records.text(account, "_vatProductGroup"));
  }

  private void named(ObjectNode target, String number) {
    line.put("lineObjectNumber", number).set("description", target.path("displayName"));
  }

  private void vat(String productGroup) {
    VatRate rate =
        new VatSetup(records).rate(Records.text(header, "_vatBusinessGroup"), productGroup);
    LineAmounts.setRate(line, rate);
    line.put("taxCode", productGroup);
  }

  private void fetchPrice(Trigger trigger) {
    if (!Records.text(line, "lineType").equals("Item")) {
      return;
    }
    records.byId("items", Records.text(line, "itemId")).ifPresent(item -> price(trigger, item));
  }

  // pricing.md rule 12: without any agreement a new quantity or variant leaves the price alone.
  private void price(Trigger trigger, ObjectNode item) {
    Found found = new LinePricing(records).of(header, line, item, LineAmounts.read(line).vat());
    boolean kept = trigger == Trigger.QUANTITY || trigger == Trigger.VARIANT;
    if (found.agreed() || !kept) {
      line.put("unitPrice", found.unitPrice())
          .put("_allowInvoiceDiscount", found.allowInvoiceDiscount());
    }
    discountByPercent(found.discountPercent());
  }

  private void variant(String id) {
    if (!Records.isBlankId(id)) {
      Optional<ObjectNode> variant = records.byId("itemVariants", id);
      boolean ofItem = variant.map(v -> v.path("itemId").equals(line.path("itemId"))).orElse(false);
      if (!ofItem || variant.map(v -> v.path("blocked").asBoolean()).orElse(false)) {
        throw Faults.relation("Variant Code", "Sales Line", id, "Item Variant");
      }
    }
    line.put("itemVariantId", id);
  }

  private void unit(String field, String value) {
    ObjectNode unit =
        (field.endsWith("Id")
                ? records.byId("unitsOfMeasure", value)
                : records.by("unitsOfMeasure", "code", value))
            .orElseThrow(
                () ->
                    Faults.relation(
                        "Unit of Measure Code", "Sales Line", value, "Item Unit of Measure"));
    String code = Records.text(unit, "code");
    boolean item = Records.text(line, "lineType").equals("Item");
    String number = Records.text(line, "lineObjectNumber");
    if (item && new ItemUnits(records).perUnit(number, code).isEmpty()) {
      throw Faults.relation("Unit of Measure Code", "Sales Line", code, "Item Unit of Measure");
    }
    line.set("unitOfMeasureId", unit.path("id"));
    line.set("unitOfMeasureCode", unit.path("code"));
  }

  private void location(JsonNode id) {
    if (!Records.isBlankId(id.asString()) && records.byId("locations", id.asString()).isEmpty()) {
      throw Faults.relation("Location Code", "Sales Line", id.asString(), "Location");
    }
    line.set("locationId", id);
  }

  private void discountByPercent(BigDecimal percent) {
    Line old = LineAmounts.read(line);
    discounted(
        Line.byPercent(
            old.quantity(),
            old.unitPrice(),
            percent,
            old.vat(),
            old.allowInvoiceDiscount(),
            terms));
  }

  private void discountByAmount(BigDecimal amount) {
    Line old = LineAmounts.read(line);
    discounted(
        Line.byAmount(
            old.quantity(), old.unitPrice(), amount, old.vat(), old.allowInvoiceDiscount(), terms));
  }

  private void discounted(Line amounts) {
    BigDecimal percent = amounts.discountPercent();
    boolean nothingToDiscount =
        amounts.lineAmount().add(amounts.discount()).signum() == 0
            && amounts.discount().signum() != 0;
    if (percent.signum() < 0
        || percent.compareTo(BigDecimal.valueOf(100)) > 0
        || nothingToDiscount) {
      throw Faults.dialog("The value for Line Discount % must be between 0 and 100.");
    }
    line.put("discountAmount", amounts.discount())
        .put("discountPercent", percent)
        .put("_lineAmount", amounts.lineAmount())
        .put("_invoiceDiscount", BigDecimal.ZERO);
  }
}
