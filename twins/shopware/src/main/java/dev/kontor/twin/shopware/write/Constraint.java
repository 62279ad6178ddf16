package dev.kontor.twin.shopware.write;

import tools.jackson.databind.node.ObjectNode;

/** What a value must meet: codes of Symfony's validator and the shop, words of a German shop. */
enum Constraint {
  BLANK(
      "c1051bb4-d103-4f74-8988-acbcafc7fdc3",
      "Dieser Wert sollte nicht leer sein.",
      "This value should not be blank."),
  MISSING("2fa2158c-2a7f-484b-98aa-975522539ff8", "Dieses Feld fehlt.", "This field is missing."),
  TYPE(
      "ba785a8c-82cb-4283-967c-3cf342181b40",
      "Dieser Wert sollte vom Typ {{ type }} sein.",
      "This value should be of type {{ type }}."),
  EMAIL(
      "bd79c0ab-ddba-46cc-a703-a7a4b08de310",
      "Dieser Wert ist keine gültige E-Mail-Adresse.",
      "This value is not a valid email address."),
  TOO_LOW(
      "76454e69-502c-46c5-9643-f447d837c4d5",
      "Dieser Wert sollte größer oder gleich {{ limit }} sein.",
      "This value should be {{ limit }} or more."),
  TOO_SHORT(
      "9ff3fdc4-b214-49db-8718-39c315e33d45",
      "Diese Zeichenkette ist zu kurz. Sie sollte mindestens {{ limit }} Zeichen haben.",
      "This value is too short. It should have {{ limit }} character or more.|This value is too"
          + " short. It should have {{ limit }} characters or more."),
  TOO_LONG(
      "d94b19cc-114f-4f44-9cc4-4138e80a87b9",
      "Diese Zeichenkette ist zu lang. Sie sollte höchstens {{ limit }} Zeichen haben.",
      "This value is too long. It should have {{ limit }} character or less.|This value is too"
          + " long. It should have {{ limit }} characters or less."),
  CHOICE(
      "8e179f1b-97aa-4560-a02f-2a8b42e49df7",
      "Sie haben einen ungültigen Wert ausgewählt.",
      "The value you selected is not a valid choice."),
  STATE(
      Constraint.OTHER,
      "Changing the state-machine-state of this entity is not allowed for scope {{ scope }}. Either"
          + " change the state-machine-state via a state-transition or use a different scope."),
  SYSTEM_TRANSLATION(
      "MISSING-SYSTEM-TRANSLATION",
      "Translation required for system language {{ systemLanguage }}"),
  CONDITION_TYPE(
      "CONTENT__INVALID_RULE_TYPE_EXCEPTION", "This {{ value }} is not a valid condition type."),
  PROPERTY(Constraint.OTHER, "The property \"{{ fieldName }}\" is not allowed.");

  static final String OTHER = "FRAMEWORK__WRITE_CONSTRAINT_VIOLATION";

  private final String code;
  private final String german;
  private final String template;

  Constraint(String code, String template) {
    this(code, template, template);
  }

  Constraint(String code, String german, String template) {
    this.code = code;
    this.german = german;
    this.template = template;
  }

  String code() {
    return code;
  }

  String template() {
    return template;
  }

  /** The words with what stands in braces filled in. */
  String detail(ObjectNode parameters) {
    String text = german;
    for (var parameter : parameters.properties()) {
      text = text.replace(parameter.getKey(), parameter.getValue().asString());
    }
    return text;
  }
}
