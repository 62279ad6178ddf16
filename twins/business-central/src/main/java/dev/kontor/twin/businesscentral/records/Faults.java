package dev.kontor.twin.businesscentral.records;

import dev.kontor.twin.kit.odata.ODataFault;
import tools.jackson.databind.JsonNode;

/** Errors of business rules with the codes of business-central/behaviours.md §4. */
public final class Faults {
  private Faults() {}

  /** An {@code Error()} of a business rule. */
  public static ODataFault dialog(String message) {
    return ODataFault.rule(400, "Application_DialogException", message);
  }

  /** A change of a key field, which the service allows and this twin does not simulate. */
  public static void keep(String table, JsonNode row, JsonNode patch, String... keys) {
    for (String key : keys) {
      if (patch.has(key) && !patch.path(key).equals(row.path(key))) {
        throw dialog(
            "The twin does not rename: \"%s\" of %s stays '%s'."
                .formatted(key, table, row.path(key).asString("")));
      }
    }
  }

  /** A posting that finds nothing to do. */
  public static ODataFault nothingToPost() {
    return dialog("There is nothing to post.");
  }

  /** A field that must have a value, or must have another one. */
  public static ODataFault testField(String message) {
    return ODataFault.rule(400, "Application_FieldValidationException", message);
  }

  /** A quantity that must be 0; the record is named with a full stop behind it. */
  public static ODataFault mustBeZero(String field, String record, JsonNode value) {
    return testField(
        "%s must be equal to '0'  in %s Current value is '%s'."
            .formatted(field, record, value.asDecimal().stripTrailingZeros().toPlainString()));
  }

  /** A field that must not be empty. */
  public static ODataFault mustHaveValue(String field, String table, String number) {
    return testField(
        "%s must have a value in %s: No.=%s. It cannot be zero or empty."
            .formatted(field, table, number));
  }

  /** A code that the related table does not have. */
  public static ODataFault relation(String field, String table, String value, String related) {
    return ODataFault.rule(
        400,
        "Internal_InvalidTableRelation",
        "The field %s of table %s contains a value (%s) that cannot be found in the related table (%s)."
            .formatted(field, table, value, related));
  }

  public static ODataFault duplicate(String table, String field, String value) {
    return ODataFault.rule(
        409,
        "Internal_EntityWithSameKeyExists",
        "The record in table %s already exists. Identification fields and values: %s='%s'"
            .formatted(table, field, value));
  }

  public static ODataFault noRecord(String table, String fields) {
    return ODataFault.rule(
        404,
        "Internal_RecordNotFound",
        "The %s does not exist. Identification fields and values: %s".formatted(table, fields));
  }

  /** A text with more characters than its field holds. */
  public static ODataFault tooLong(String value, int most) {
    return ODataFault.rule(
        400,
        "Application_StringExceededLength",
        "The length of the string is %d, but it must be less than or equal to %d characters. Value: %s"
            .formatted(value.length(), most, value));
  }

  public static ODataFault missingParameter(String message) {
    return ODataFault.rule(400, "BadRequest_RequiredParamNotProvided", message);
  }
}
