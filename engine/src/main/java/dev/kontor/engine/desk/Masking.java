package dev.kontor.engine.desk;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Leaves out of a document what tells of persons. Which fields do is a reviewed list: those of the
 * model (names, addresses, e-mail, phone, VAT ids, what people wrote) and what the connected
 * systems call them. Custom data may say anything and is left out whole; a value that was left out
 * is left out wherever it stands.
 */
final class Masking {

  /** Everything is shown. */
  static final Masking NONE = new Masking(false, false);

  private static final String MASK = "•••";

  /** Parts of documents in which every text but ids is about a person, or might be. */
  private static final Set<String> PARTS =
      Set.of(
          "customer",
          "ordercustomer",
          "customers",
          "buyer",
          "billto",
          "shipto",
          "address",
          "addresses",
          "billingaddress",
          "shippingaddress",
          "shippingorderaddress",
          "defaultbillingaddress",
          "defaultshippingaddress",
          "commentlines",
          "deliveryaddress");

  private static final Pattern FIELDS =
      Pattern.compile(
          "(first|last|middle|full|display|search|letter|customer|contact|company|person)name\\d?|salutation|title|company"
              + "|(sellto|billto|shipto|payto)(customer)?(name|contact).*|department|contact.*"
              + "|.*street.*|.*address.*|.*city|zip(code)?|.*post(al)?code|county|.*phone.*"
              + "|.*mobile.*|.*fax.*|.*e?mail.*|vat.*(id|ids|no|number)|taxregistration.*|iban|bic"
              + "|.*(owner|holder)|birth.*|.*comment.*|note|notes|reason|remoteaddr.*|ip|user.*"
              + "|yourreference|workdescription");

  /** Parts of documents that may say anything, whatever their fields are called. */
  private static final Set<String> CUSTOM = Set.of("extra", "customfields", "payload");

  /** What stands in such parts and tells nothing of the person. */
  private static final Pattern PLAIN =
      Pattern.compile("id|.*[a-z]id|kind|country.*|language|currency.*|.*state|versionid");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  /** Shorter ones, and figures, stand for themselves in too many places. */
  private static final int TELLING = 5;

  private final boolean masks;
  private final boolean whole;

  private Masking(boolean masks, boolean whole) {
    this.masks = masks;
    this.whole = whole;
  }

  /**
   * @param whole whether the document as a whole is about a person
   */
  static Masking of(boolean whole) {
    return new Masking(true, whole);
  }

  /** A copy without it. */
  JsonNode apply(JsonNode document) {
    if (!masks) {
      return document;
    }
    Set<String> masked = new HashSet<>();
    JsonNode first = byField(document, "", whole ? Part.PERSONAL : Part.OTHER, masked);
    masked.removeIf(
        value -> value.length() < TELLING || value.chars().noneMatch(Character::isLetter));
    return byValue(first, masked);
  }

  /** What a part of a document may tell. */
  private enum Part {
    OTHER,
    PERSONAL,
    CUSTOM;

    Part within(String name) {
      return this == CUSTOM || Masking.CUSTOM.contains(name)
          ? CUSTOM
          : PARTS.contains(name) ? PERSONAL : this;
    }

    boolean tells(String field) {
      return switch (this) {
        case OTHER -> FIELDS.matcher(field).matches();
        case PERSONAL -> FIELDS.matcher(field).matches() || !PLAIN.matcher(field).matches();
        case CUSTOM -> true;
      };
    }
  }

  private static JsonNode byField(JsonNode node, String field, Part part, Set<String> masked) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      for (String name : object.propertyNames()) {
        String key = name.toLowerCase(Locale.ROOT);
        copy.set(name, byField(object.path(name), key, part.within(key), masked));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(byField(element, field, part, masked)));
      return copy;
    }
    if (!part.tells(field) || node.isNull() || node.isBoolean() || node.asString().isEmpty()) {
      return node;
    }
    masked.add(node.asString().toLowerCase(Locale.ROOT));
    return StringNode.valueOf(MASK);
  }

  private static JsonNode byValue(JsonNode node, Set<String> masked) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.propertyNames().forEach(name -> copy.set(name, byValue(object.path(name), masked)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(byValue(element, masked)));
      return copy;
    }
    boolean told =
        node.isString()
            && (masked.stream().anyMatch(node.asString().toLowerCase(Locale.ROOT)::contains)
                || EMAIL.matcher(node.asString()).find());
    return told ? StringNode.valueOf(MASK) : node;
  }
}
