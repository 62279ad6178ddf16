package dev.kontor.twin.financeoperations.packages;

import dev.kontor.twin.financeoperations.odata.Values;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Property;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of a composite entity's file. Fields are elements or attributes with the names of the
 * entity's properties in upper case; children are elements named like an entity.
 */
final class Staging {
  private Staging() {}

  static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getTagName().equals(name)) {
        children.add(child);
      }
    }
    return children;
  }

  /** The fields as text, without those of children. */
  static Map<String, String> fields(Element row) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < row.getAttributes().getLength(); i++) {
      Node attribute = row.getAttributes().item(i);
      fields.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    for (Node node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element field && !field.getTagName().endsWith("ENTITY")) {
        fields.put(field.getTagName(), field.getTextContent().strip());
      }
    }
    return fields;
  }

  /** A row as its entity would be sent; empty fields are left out; throws Fault. */
  static ObjectNode row(Element element, EntitySet set) {
    Map<String, Property> known = new TreeMap<>();
    set.properties().values().forEach(p -> known.put(p.name().toUpperCase(Locale.ROOT), p));
    ObjectNode row = Json.object();
    fields(element)
        .forEach(
            (name, text) -> {
              Property property = known.get(name);
              if (property == null) {
                throw new IllegalArgumentException(
                    "The entity " + set.type() + " has no field " + name + ".");
              }
              if (!text.isEmpty()) {
                row.set(property.name(), Values.stored(property, value(property, text)));
              }
            });
    return row;
  }

  private static JsonNode value(Property property, String text) {
    return switch (property.kind()) {
      case DECIMAL -> Json.MAPPER.valueToTree(new BigDecimal(text));
      case INT32, INT64 -> Json.MAPPER.valueToTree(Long.parseLong(text));
      case DAY -> Json.MAPPER.valueToTree(text.length() == 10 ? text + "T12:00:00Z" : text);
      case STRING, GUID, MOMENT, ENUM -> Json.MAPPER.valueToTree(text);
    };
  }
}
