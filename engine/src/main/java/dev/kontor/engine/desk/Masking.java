package dev.kontor.engine.desk;

import dev.kontor.engine.discretion.PersonalPart;
import dev.kontor.engine.discretion.PersonalWords;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Leaves out of a document what tells of persons. Custom data may say anything and is left out
 * whole; a value that was left out is left out wherever it stands.
 */
final class Masking {

  /** Everything is shown. */
  static final Masking NONE = new Masking(false, false);

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
    JsonNode first =
        byField(document, "", whole ? PersonalPart.PERSONAL : PersonalPart.OTHER, masked);
    masked.removeIf(
        value -> value.length() < TELLING || value.chars().noneMatch(Character::isLetter));
    return byValue(first, masked);
  }

  private static JsonNode byField(
      JsonNode node, String field, PersonalPart part, Set<String> masked) {
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
    return StringNode.valueOf(PersonalWords.MASK);
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
    return told ? StringNode.valueOf(PersonalWords.MASK) : node;
  }
}
