package dev.kontor.twin.businesscentral.records;

import dev.kontor.twin.kit.odata.Column;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes fields that point to other tables, refusing what is not there. */
public final class Relations {
  private static final Map<String, String> COUNTRY_FIELDS =
      Map.of(
          "country", "Country/Region Code",
          "sellToCountry", "Sell-to Country/Region Code",
          "shipToCountry", "Ship-to Country/Region Code");

  private static final Pattern EMAIL = Pattern.compile("\\s*[^@\\s]+@[^@\\s]+\\s*");

  private final Records records;
  private final String table;

  /** The table name is the one error texts use. */
  public Relations(Records records, String table) {
    this.records = records;
    this.table = table;
  }

  /** Writes the field, with a check where it points to another table. */
  public void apply(ObjectNode row, String field, JsonNode value) {
    switch (field) {
      case "currencyId" -> currencyById(row, value.asString());
      case "currencyCode" -> currencyByCode(row, value.asString());
      case "paymentTermsId" -> reference(row, field, value, "paymentTerms", "Payment Terms");
      case "shipmentMethodId" -> reference(row, field, value, "shipmentMethods", "Shipment Method");
      case "paymentMethodId" -> reference(row, field, value, "paymentMethods", "Payment Method");
      case "itemCategoryId" -> reference(row, field, value, "itemCategories", "Item Category");
      case "phoneNumber" -> phone(row, value.asString());
      case "email" -> email(row, value.asString());
      case "country", "sellToCountry", "shipToCountry" -> country(row, field, value.asString());
      default -> row.set(field, value);
    }
  }

  /** Throws ODataFault unless a row of the related table has the value in its column. */
  public void require(String set, String column, String value, String field, String related) {
    if (records.by(set, column, value).isEmpty()) {
      throw Faults.relation(field, table, value, related);
    }
  }

  private void reference(ObjectNode row, String field, JsonNode id, String set, String label) {
    if (!Records.isBlankId(id.asString()) && records.byId(set, id.asString()).isEmpty()) {
      throw Faults.dialog("The \"%s\" does not match to a %s.".formatted(field, label));
    }
    row.set(field, id);
  }

  private void phone(ObjectNode row, String number) {
    if (number.chars().anyMatch(Character::isLetter)) {
      throw Faults.testField("Phone No. must not contain letters in %s.".formatted(table));
    }
    row.put("phoneNumber", number);
  }

  // Several addresses may stand in one field, apart by semicolons.
  private static void email(ObjectNode row, String addresses) {
    boolean valid =
        addresses.isBlank()
            || List.of(addresses.split("[;,]")).stream().allMatch(a -> EMAIL.matcher(a).matches());
    if (!valid) {
      throw Faults.dialog("The email address \"" + addresses + "\" is not valid.");
    }
    row.put("email", addresses);
  }

  private void country(ObjectNode row, String field, String code) {
    if (!code.isEmpty()) {
      String name = COUNTRY_FIELDS.getOrDefault(field, field);
      require("countriesRegions", "code", code, name, "Country/Region");
    }
    row.put(field, code);
  }

  private void currencyById(ObjectNode row, String id) {
    String code = Records.isBlankId(id) ? "" : records.codeOf("currencies", id);
    if (code.isEmpty() && !Records.isBlankId(id)) {
      throw Faults.dialog("The \"currencyId\" does not match to a Currency.");
    }
    row.put("currencyId", id).put("currencyCode", code.isEmpty() ? records.localCurrency() : code);
  }

  // A blank currency shows as the local code and is translated back (behaviours.md §8).
  private void currencyByCode(ObjectNode row, String code) {
    if (code.isEmpty() || code.equals(records.localCurrency())) {
      row.put("currencyId", Column.NO_GUID).put("currencyCode", records.localCurrency());
      return;
    }
    String id =
        records
            .by("currencies", "code", code)
            .map(currency -> Records.text(currency, "id"))
            .orElseThrow(() -> Faults.dialog("The \"currencyCode\" does not match to a Currency."));
    row.put("currencyId", id).put("currencyCode", code);
  }
}
