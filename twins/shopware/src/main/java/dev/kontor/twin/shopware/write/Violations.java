package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Values;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects what is wrong with a write; all of it is answered at once (contract §4). Codes are those
 * of the constraints of Symfony's validator, words those of a German shop.
 */
final class Violations {
  private static final String OTHER = "FRAMEWORK__WRITE_CONSTRAINT_VIOLATION";
  private final List<ObjectNode> errors = new ArrayList<>();

  void blank(String pointer) {
    add(
        "c1051bb4-d103-4f74-8988-acbcafc7fdc3",
        "Dieser Wert sollte nicht leer sein.",
        "This value should not be blank.",
        Json.object().put("{{ value }}", "null"),
        pointer);
  }

  void missing(String pointer) {
    add(
        "2fa2158c-2a7f-484b-98aa-975522539ff8",
        "Dieses Feld fehlt.",
        "This field is missing.",
        Json.object().put("{{ field }}", "\"" + last(pointer) + "\""),
        pointer);
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  void type(String pointer, JsonNode value, String type) {
    add(
        "ba785a8c-82cb-4283-967c-3cf342181b40",
        "Dieser Wert sollte vom Typ " + type + " sein.",
        "This value should be of type {{ type }}.",
        Json.object().put("{{ value }}", value.toString()).put("{{ type }}", type),
        pointer);
  }

  void email(String pointer, JsonNode value) {
    add(
        "bd79c0ab-ddba-46cc-a703-a7a4b08de310",
        "Dieser Wert ist keine gültige E-Mail-Adresse.",
        "This value is not a valid email address.",
        Json.object().put("{{ value }}", value.toString()),
        pointer);
  }

  void tooLow(String pointer, JsonNode value, int least) {
    add(
        "76454e69-502c-46c5-9643-f447d837c4d5",
        "Dieser Wert sollte größer oder gleich " + least + " sein.",
        "This value should be {{ limit }} or more.",
        Json.object().put("{{ value }}", value.toString()).put("{{ limit }}", "" + least),
        pointer);
  }

  void tooShort(String pointer, int least) {
    add(
        "9ff3fdc4-b214-49db-8718-39c315e33d45",
        "Diese Zeichenkette ist zu kurz. Sie sollte mindestens " + least + " Zeichen haben.",
        "This value is too short. It should have {{ limit }} character or more.|This value is too"
            + " short. It should have {{ limit }} characters or more.",
        Json.object().put("{{ limit }}", "" + least),
        pointer);
  }

  void tooLong(String pointer, JsonNode value, int most) {
    add(
        "d94b19cc-114f-4f44-9cc4-4138e80a87b9",
        "Diese Zeichenkette ist zu lang. Sie sollte höchstens " + most + " Zeichen haben.",
        "This value is too long. It should have {{ limit }} character or less.|This value is too"
            + " long. It should have {{ limit }} characters or less.",
        Json.object().put("{{ value }}", value.toString()).put("{{ limit }}", "" + most),
        pointer);
  }

  void state(String pointer) {
    String template =
        "Changing the state-machine-state of this entity is not allowed for scope {{ scope }}."
            + " Either change the state-machine-state via a state-transition or use a different"
            + " scope.";
    add(
        OTHER,
        template.replace("{{ scope }}", "crud"),
        template,
        Json.object().put("{{ scope }}", "crud"),
        pointer);
  }

  void choice(String pointer, JsonNode value) {
    add(
        "8e179f1b-97aa-4560-a02f-2a8b42e49df7",
        "Sie haben einen ungültigen Wert ausgewählt.",
        "The value you selected is not a valid choice.",
        Json.object().put("{{ value }}", value.toString()),
        pointer);
  }

  void systemTranslation(String pointer) {
    add(
        "MISSING-SYSTEM-TRANSLATION",
        "Translation required for system language " + Values.SYSTEM_LANGUAGE,
        "Translation required for system language {{ systemLanguage }}",
        Json.object().put("{{ systemLanguage }}", Values.SYSTEM_LANGUAGE),
        pointer);
  }

  void conditionType(String pointer, String type) {
    add(
        "CONTENT__INVALID_RULE_TYPE_EXCEPTION",
        "This " + type + " is not a valid condition type.",
        "This {{ value }} is not a valid condition type.",
        Json.object().put("{{ value }}", type),
        pointer);
  }

  void property(String pointer, String name) {
    add(
        OTHER,
        "The property \"" + name + "\" is not allowed.",
        "The property \"{{ fieldName }}\" is not allowed.",
        Json.object().put("{{ fieldName }}", name),
        pointer);
  }

  void other(String pointer, String message) {
    add(OTHER, message, message, Json.object(), pointer);
  }

  private void add(
      String code, String detail, String template, ObjectNode parameters, String pointer) {
    ObjectNode error =
        Json.object()
            .put("code", code)
            .put("status", "400")
            .put("detail", detail)
            .put("template", template);
    error
        .putObject("meta")
        .set("parameters", parameters.isEmpty() ? Json.array() : (JsonNode) parameters);
    error.putObject("source").put("pointer", pointer);
    errors.add(error);
  }

  void raise() {
    if (!errors.isEmpty()) {
      throw new ApiError(400, errors);
    }
  }
}
