package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Terms;
import dev.kontor.twin.businesscentral.totals.VatRate;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies one property after the other, in the order sent: item, variant, unit and quantity fetch
 * the price anew, so a price has to come after them (totals.md rule 6).
 */
final class LineEditor {
  private final Records records;
  private final ObjectNode header;
  private final ObjectNode line;
  private final Terms terms;

  LineEditor(Records records, SalesDocument document, ObjectNode line) {
    this.records = records;
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
        line.set(field, value);
        line.set("invoiceQuantity", value);
        line.set("shipQuantity", value);
        fetchPrice();
      }
      case "itemVariantId" -> {
        variant(value.asString());
        fetchPrice();
      }
      case "unitOfMeasureCode", "unitOfMeasureId" -> {
        unit(field, value.asString());
        fetchPrice();
      }
      case "unitPrice" -> {
        line.set(field, value);
        discountByPercent(Records.number(line, "discountPercent"));
      }
      case "discountPercent" -> discountByPercent(value.decimalValue());
      case "discountAmount" -> discountByAmount(value.decimalValue());
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
    if (item.path("blocked").asBoolean()) {
      throw Faults.testField(
          "Blocked must be equal to 'No'  in Item: No.=%s. Current value is 'Yes'."
              .formatted(number));
    }
    if (Records.text(item, "generalProductPostingGroupCode").isEmpty()) {
      throw Faults.mustHaveValue("Gen. Prod. Posting Group", "Item", number);
    }
    line.put("lineType", "Item").set("itemId", item.path("id"));
    line.set("unitOfMeasureId", item.path("baseUnitOfMeasureId"));
    line.set("unitOfMeasureCode", item.path("baseUnitOfMeasureCode"));
    named(item, number);
    vat(Records.text(item, "taxGroupCode"));
    fetchPrice();
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

  private void fetchPrice() {
    if (!Records.text(line, "lineType").equals("Item")) {
      return;
    }
    records
        .byId("items", Records.text(line, "itemId"))
        .ifPresent(item -> line.put("unitPrice", inDocumentTerms(item)));
    discountByPercent(BigDecimal.ZERO);
  }

  // The item card's price is net unless it says otherwise.
  private BigDecimal inDocumentTerms(ObjectNode item) {
    BigDecimal price = Records.number(item, "unitPrice");
    boolean cardGross = item.path("priceIncludesTax").asBoolean();
    if (cardGross == terms.pricesIncludeVat()) {
      return price;
    }
    BigDecimal percent = LineAmounts.read(line).vat().salesPercent();
    return PriceConversion.converted(price, percent, terms.pricesIncludeVat());
  }

  private void variant(String id) {
    if (!Records.isBlankId(id)) {
      Optional<ObjectNode> variant = records.byId("itemVariants", id);
      boolean ofItem = variant.map(v -> v.path("itemId").equals(line.path("itemId"))).orElse(false);
      if (!ofItem) {
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
